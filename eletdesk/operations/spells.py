"""Open a closed pathway again as a new spell, and move a pathway to another version of its programme."""

from datetime import date

from sqlmodel import Session

from eletdesk.domain.pathway import Pathway, StageChange
from eletdesk.errors import InvalidInputError, ReasonNeededError
from eletdesk.operations.finding import row_of
from eletdesk.operations.pathways import enter_stage, keep_rules, start_pathway
from eletdesk.programmes.definition import Programme
from eletdesk.queries.live_rows import live_rows
from eletdesk.translation import _

_GOES_ON = ("mode", "is_compulsory", "reasons", "question", "goals", "referrer", "referrer_centre")


def reopen_pathway(
    session: Session,
    pathway_id: str,
    *,
    programme: Programme,
    on: date,
    reason: str,
    stage: str | None = None,
) -> Pathway:
    """Start a new spell of a closed pathway; the closed one stays as it was and the durations add up.

    Reasons, question, goals and referrer go on; the day of the referral and the round tables do not.
    """
    closed = row_of(session, Pathway, pathway_id)
    if closed.closed_on is None:
        raise InvalidInputError("on", _("This pathway still runs."))
    if on < closed.closed_on:
        raise InvalidInputError("on", _("This is before the pathway was closed."))
    if any(one.continues_id == pathway_id for one in live_rows(session, Pathway)):
        raise InvalidInputError("on", _("This pathway was opened again already."))
    if programme.code != closed.programme_code:
        raise InvalidInputError("programme", _("A new spell stays in the same programme."))
    if not reason.strip():
        raise ReasonNeededError("reason", _("Why is the pathway opened again?"))
    details = {name: getattr(closed, name) for name in _GOES_ON}
    spell = start_pathway(
        session, programme=programme, started_on=on, stage=stage or None, reason=reason, **details
    )
    spell.continues_id = closed.id
    return spell


def move_to_version(
    session: Session, pathway_id: str, *, programme: Programme, on: date, reason: str, stage: str = ""
) -> StageChange:
    """Let a pathway go on by another version of its programme; it asks why and keeps the answer.

    Raises InvalidInputError at `stage` when that version has no such stage: then one must be chosen.
    """
    pathway = row_of(session, Pathway, pathway_id)
    if programme.code != pathway.programme_code:
        raise InvalidInputError("programme", _("This is another programme: start a pathway in it instead."))
    if programme.version == pathway.programme_version:
        raise InvalidInputError("programme", _("The pathway is worked with this version already."))
    if on < pathway.started_on:
        raise InvalidInputError("on", _("This is before the pathway started."))
    to_stage = stage or pathway.stage
    if to_stage not in [one.code for one in programme.stages]:
        raise InvalidInputError("stage", _("This version does not have that stage. Choose one of its own."))
    if not reason.strip():
        raise ReasonNeededError("reason", _("Why does this pathway go on by another version?"))
    change = enter_stage(session, pathway, to_stage, on, reason)
    pathway.programme_version = programme.version
    keep_rules(session, programme)
    return change
