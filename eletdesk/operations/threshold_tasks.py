"""Tasks that a programme asks for when an absence threshold is reached (rules 9 and 10)."""

from sqlmodel import Session

from eletdesk import clock
from eletdesk.domain.task import Task
from eletdesk.operations.rule_tasks import apply_task_rules
from eletdesk.programmes.definition import Programme
from eletdesk.queries.absence_list import absence_counters
from eletdesk.queries.present_rows import open_pathway, programme_in_case
from eletdesk.queries.register.absence_facts import cause_of

_MOMENT = "threshold:"


def apply_thresholds(session: Session) -> list[Task]:
    """Add the tasks that the programme of the open pathway asks for; return the new ones.

    Only the present school year counts, and a threshold that has a task already, also one made by hand or
    one in the bin, makes no second one.
    """
    session.flush()
    pathway = open_pathway(session)
    programme = programme_in_case(session, pathway) if pathway is not None else None
    if pathway is None or programme is None or not _asks(programme):
        return []
    counters = absence_counters(session, clock.today())
    made = []
    for one in counters.years:
        if one.year != counters.present:
            continue
        for state in one.states:
            cause = cause_of(state.threshold.code, one.year)
            if state.reached_on is not None and cause not in counters.tasks:
                event = f"{_MOMENT}{state.threshold.code}"
                made += apply_task_rules(session, programme, pathway, event, state.reached_on, cause)
    return made


def _asks(programme: Programme) -> bool:
    return any(rule.when.startswith(_MOMENT) for rule in programme.tasks)
