"""Plan, record and change guidance sessions."""

from datetime import date, time
from typing import Any

from sqlmodel import Session

from eletdesk.domain.guidance_session import Attendance, GuidanceSession, SessionPlace
from eletdesk.operations.attempt_tasks import settle_attempts
from eletdesk.operations.finding import row_of, write_changes
from eletdesk.programmes.definition import Programme
from eletdesk.programmes.rules import half_days_of
from eletdesk.queries.present_rows import open_pathway


def record_session(
    session: Session,
    /,
    *,
    held_on: date,
    minutes: int,
    programme: Programme | None = None,
    note: str = "",
    place: SessionPlace = SessionPlace.school,
    attendance: Attendance = Attendance.attended,
    **details: Any,
) -> GuidanceSession:
    """Record a session; its half-days follow from the minutes as the programme counts them (rule 3).

    It belongs to the present pathway and is for the first level of the programme, unless details say other.
    """
    pathway = open_pathway(session)
    details = _with_level(programme, details)
    held = GuidanceSession(
        pathway_id=pathway.id if pathway else None, held_on=held_on, minutes=minutes, note=note, place=place,
        attendance=attendance,
    )  # fmt: skip
    write_changes(held, details)
    _count(held, programme)
    session.add(held)
    if attendance is Attendance.attended:
        settle_attempts(session)
    return held


def _with_level(programme: Programme | None, details: dict[str, Any]) -> dict[str, Any]:
    """Give a session a level that its programme knows (rule 4: exactly one)."""
    if programme is None or "level" in details or not programme.levels:
        return details
    return {"level": programme.levels[0].code} | details


def plan_session(
    session: Session, /, *, held_on: date, starts_at: time | None = None, minutes: int = 60, **details: Any
) -> GuidanceSession:
    """Plan a session; on the day Enter turns it into a recorded one."""
    return record_session(
        session,
        held_on=held_on,
        minutes=minutes,
        starts_at=starts_at,
        attendance=Attendance.planned,
        **details,
    )


def hold_planned_session(
    session: Session, /, session_id: str, *, programme: Programme | None = None, **changes: Any
) -> GuidanceSession:
    """Record what became of a planned session."""
    held = row_of(session, GuidanceSession, session_id)
    write_changes(held, {"attendance": Attendance.attended} | changes)
    if programme is not None and "level" not in changes:
        known = [level.code for level in programme.levels]
        write_changes(held, {} if held.level in known else {"level": known[0]})
    _count(held, programme)
    return held


def change_session(
    session: Session, /, session_id: str, *, programme: Programme | None = None, **changes: Any
) -> GuidanceSession:
    """Change a recorded session."""
    held = row_of(session, GuidanceSession, session_id)
    write_changes(held, changes)
    _count(held, programme)
    return held


def _count(held: GuidanceSession, programme: Programme | None) -> None:
    counts = held.attendance is Attendance.attended and programme is not None and held.minutes > 0
    half_days = half_days_of(held.minutes, programme) if counts and programme is not None else 0.0
    if held.half_days != half_days:
        held.half_days = half_days
