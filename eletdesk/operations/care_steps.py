"""Record what was tried for a pupil: steps of the continuum of care and of action-oriented assessment."""

from datetime import date
from typing import Any

from sqlmodel import Session

from eletdesk import clock
from eletdesk.domain.care_step import CareActor, CareStep
from eletdesk.errors import InvalidInputError
from eletdesk.operations.finding import row_of, write_changes
from eletdesk.programmes.law.care_phases import care_phases
from eletdesk.translation import _


def record_care_step(
    session: Session, /, *, phase: str, actor: CareActor, started_on: date | None = None, **details: Any
) -> CareStep:
    """Record what was tried in a phase, by whom, and with what effect."""
    if care_phases().find(phase) is None:
        raise InvalidInputError("phase", _("Choose a phase from the list."))
    step = CareStep(phase=phase, actor=actor, started_on=started_on or clock.today())
    write_changes(step, details)
    _check(step)
    session.add(step)
    return step


def change_care_step(session: Session, /, care_step_id: str, **changes: Any) -> CareStep:
    """Change a step."""
    step = row_of(session, CareStep, care_step_id)
    phase = changes.get("phase", step.phase)
    if phase != step.phase and care_phases().find(phase) is None:
        raise InvalidInputError("phase", _("Choose a phase from the list."))
    write_changes(step, changes)
    _check(step)
    return step


def _check(step: CareStep) -> None:
    if not step.what.strip():
        raise InvalidInputError("what", _("Say what was tried."))
    if step.ended_on is not None and step.ended_on < step.started_on:
        raise InvalidInputError("ended_on", _("The end is before the start."))
