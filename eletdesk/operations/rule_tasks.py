"""Tasks that a programme asks for when something happens, and those left by a gate passed with a reason."""

from collections.abc import Iterable
from datetime import date, timedelta

from sqlmodel import Session, col, select

from eletdesk import clock
from eletdesk.domain.pathway import Pathway
from eletdesk.domain.task import Task
from eletdesk.domain.terms import term_ends_on
from eletdesk.programmes.definition import Gate, Programme, TaskRule
from eletdesk.queries.pathway_facts import pathway_facts
from eletdesk.queries.task_rules import GATE, rule_name

PAST_DAYS = 30
"""What should have been done longer ago is no task any more: a case read in later does not begin with a
pile of old ones (our choice)."""

_STAGE, _CLOCK = "stage:", "clock:"


def apply_task_rules(
    session: Session, programme: Programme, pathway: Pathway, event: str, on: date, cause: str = ""
) -> list[Task]:
    """Add the tasks that follow from an event on a day; return the new ones.

    The event is one of programmes.facts.TASK_MOMENTS or TASK_CAUSES. A rule makes one task for one cause,
    by default once for the pathway; one that was done or put in the bin does not come back. A rule that
    waits for a clock counts from the end of that clock, as soon as what starts the clock has happened.
    """
    due = [(rule, term_ends_on(on, rule.amount, rule.unit)) for rule in programme.tasks if rule.when == event]
    due += _after_clocks(programme, event, on)
    made = []
    for rule, due_on in due:
        if due_on < clock.today() - timedelta(days=PAST_DAYS):
            continue
        task = _add_once(
            session, rule_name(programme, rule.code), f"{pathway.id}:{cause or rule.when}",
            rule.label.said(), due_on,
        )  # fmt: skip
        made += [task] if task else []
    return made


def _after_clocks(programme: Programme, event: str, on: date) -> Iterable[tuple[TaskRule, date]]:
    """Give the rules that wait for a clock which starts with this event, and when they are due."""
    starts = {"started": "started_on", "closed": "closed_on"}.get(event, "")
    if event.startswith(_STAGE):
        starts = f"stage_entered:{event.removeprefix(_STAGE)}"
    for rule in programme.tasks:
        if not starts or not rule.when.startswith(_CLOCK):
            continue
        term = programme.clock(rule.when.removeprefix(_CLOCK), on)
        if term is not None and term.starts == starts and term.unit != "lesson_half_days":
            yield rule, term_ends_on(term_ends_on(on, term.amount, term.unit), rule.amount, rule.unit)


def add_gate_tasks(
    session: Session, programme: Programme, pathway: Pathway, gates: Iterable[Gate]
) -> list[Task]:
    """Add what is still to do where a gate was passed with a reason instead of the fact (rule 1)."""
    tasks = [
        _add_once(
            session, rule_name(programme, f"{GATE}{gate.needs}"), f"{pathway.id}:{gate.needs}",
            gate.to_do.said(), None,
        )
        for gate in gates
    ]  # fmt: skip
    return [task for task in tasks if task]


def _add_once(session: Session, rule: str, cause: str, title: str, due_on: date | None) -> Task | None:
    """Add a task, unless there is or was one of the same rule for the same cause."""
    known = session.exec(select(Task.id).where(col(Task.rule) == rule, col(Task.cause) == cause)).first()
    if known is not None:
        return None
    task = Task(title=title, due_on=due_on, rule=rule, cause=cause)
    session.add(task)
    session.flush()
    return task


def finish_met_gates(session: Session, on: date) -> list[Task]:
    """Tick the tasks of gates whose fact is known now; return them."""
    session.flush()
    tasks = session.exec(
        select(Task).where(
            col(Task.deleted_at).is_(None), col(Task.done_at).is_(None), col(Task.rule).contains(f"/{GATE}")
        )
    ).all()
    done = []
    for task in tasks:
        pathway_id, _colon, needs = task.cause.partition(":")
        pathway = session.get(Pathway, pathway_id)
        if pathway is not None and pathway_facts(session, pathway, on).get(needs):
            task.done_at = clock.now()
            done.append(task)
    return done
