"""Start a pathway, move it from stage to stage, close it."""

from datetime import date
from typing import Any

from sqlalchemy import text
from sqlmodel import Session

from eletdesk import clock
from eletdesk.domain.follow_up import FollowUp
from eletdesk.domain.pathway import Pathway, StageChange
from eletdesk.domain.task import Task
from eletdesk.errors import InvalidInputError
from eletdesk.operations.finding import row_of, write_changes
from eletdesk.operations.follow_ups import start_programme_follow_ups
from eletdesk.operations.rule_tasks import add_gate_tasks, apply_task_rules, finish_met_gates
from eletdesk.programmes.definition import Programme
from eletdesk.programmes.rules import check_move, missing_for
from eletdesk.queries.live_rows import live_rows
from eletdesk.queries.pathway_facts import pathway_facts
from eletdesk.translation import _


def start_pathway(
    session: Session,
    /,
    *,
    programme: Programme,
    started_on: date,
    stage: str | None = None,
    reason: str = "",
    **details: Any,
) -> Pathway:
    """Start a pathway in its programme's first stage, or in a later one when it was started elsewhere.

    The programme's text travels with the case, so that its rules stay when the program knows newer ones.
    """
    first = stage or programme.stages[0].code
    programme.stage(first)
    pathway = Pathway(
        programme_code=programme.code, programme_version=programme.version, stage=first,
        started_on=started_on, is_compulsory=programme.is_compulsory,
    )  # fmt: skip
    write_changes(pathway, details)
    session.add(pathway)
    session.flush()
    session.add(
        StageChange(pathway_id=pathway.id, to_stage=first, changed_on=started_on, reason=reason.strip())
    )
    for event in ("started", f"stage:{first}"):
        apply_task_rules(session, programme, pathway, event, started_on)
    for fact in ("started_on", f"stage_entered:{first}"):
        start_programme_follow_ups(session, programme, pathway, fact, started_on)
    keep_rules(session, programme)
    return pathway


def keep_rules(session: Session, programme: Programme) -> None:
    """Let the text of a programme travel with the case."""
    name = f"programme:{programme.code}:{programme.version}"
    session.connection().execute(
        text("INSERT INTO kept VALUES (:id, :value) ON CONFLICT (id) DO NOTHING"),
        {"id": name, "value": programme.text},
    )


def enter_stage(session: Session, pathway: Pathway, to_stage: str, on: date, reason: str) -> StageChange:
    """Put a pathway in a stage and write the step down; whether it may is asked before."""
    change = StageChange(
        pathway_id=pathway.id,
        from_stage=pathway.stage,
        to_stage=to_stage,
        changed_on=on,
        reason=reason.strip(),
    )
    session.add(change)
    pathway.stage = to_stage
    return change


def change_pathway(session: Session, /, pathway_id: str, **changes: Any) -> Pathway:
    """Change what is known of a pathway: reasons, question, goals, referrer, round table."""
    if {"stage", "closed_on"} & set(changes):
        raise TypeError("a stage is changed by move_stage")
    pathway = row_of(session, Pathway, pathway_id)
    write_changes(pathway, changes)
    finish_met_gates(session, clock.today())
    return pathway


def move_stage(
    session: Session, pathway_id: str, *, programme: Programme, to_stage: str, on: date, reason: str = ""
) -> StageChange:
    """Move a pathway to another stage (rules 1 and 2).

    Raises ReasonNeededError where the programme asks why; the same call with a reason goes through.
    """
    pathway = row_of(session, Pathway, pathway_id)
    if on < pathway.started_on:
        raise InvalidInputError("on", _("This is before the pathway started."))
    facts = pathway_facts(session, pathway, on)
    check_move(programme, pathway.stage, to_stage, facts, reason)
    gaps = missing_for(programme, to_stage, facts, pathway.stage)
    change = enter_stage(session, pathway, to_stage, on, reason)
    is_closing = programme.stage(to_stage).is_final
    if pathway.closed_on is not None:
        _take_back_closing(session, pathway)
    pathway.closed_on = on if is_closing else None
    if is_closing:
        apply_task_rules(session, programme, pathway, "closed", on)
        start_programme_follow_ups(session, programme, pathway, "closed_on", on)
    else:
        add_gate_tasks(session, programme, pathway, gaps)
    apply_task_rules(session, programme, pathway, f"stage:{to_stage}", on)
    start_programme_follow_ups(session, programme, pathway, f"stage_entered:{to_stage}", on)
    return change


def _take_back_closing(session: Session, pathway: Pathway) -> None:
    """Put in the bin what the closing asked for and nobody did yet: the next one counts from its own day."""
    for row in live_rows(session, FollowUp):
        if (row.pathway_id, row.starts_on, row.done_on) == (pathway.id, pathway.closed_on, None):
            row.deleted_at = clock.now()
    for task in live_rows(session, Task):
        if task.done_at is None and task.cause == f"{pathway.id}:closed":
            task.deleted_at = clock.now()
            task.cause = f"{task.cause}:{pathway.closed_on}"  # the rule may ask again at the next closing


def close_pathway(
    session: Session,
    pathway_id: str,
    *,
    programme: Programme,
    outcome: str,
    on: date,
    outcome_note: str = "",
    reason: str = "",
) -> StageChange:
    """Close a pathway with its outcome; without a closing round table it asks why (rule 2)."""
    pathway = row_of(session, Pathway, pathway_id)
    pathway.outcome = programme.outcome(outcome).code
    pathway.outcome_note = outcome_note
    session.flush()
    return move_stage(
        session, pathway_id, programme=programme, to_stage=programme.final_stage.code, on=on, reason=reason
    )
