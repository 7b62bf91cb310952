"""Record a time-out, counted in lesson half-days of the right community."""

from datetime import date
from typing import Any

from sqlmodel import Session

from eletdesk.domain.school_calendar import DayPart, HalfDay
from eletdesk.domain.time_out import TimeOut, TimeOutKind
from eletdesk.errors import InvalidInputError, ReasonNeededError
from eletdesk.operations.finding import row_of, write_changes
from eletdesk.queries.discipline_days import consecutive_lesson_days, limit_of
from eletdesk.queries.school_on import lessons_between, school_periods
from eletdesk.translation import _


def record_time_out(
    session: Session,
    /,
    *,
    starts_on: date,
    ends_on: date,
    kind: TimeOutKind = TimeOutKind.naft,
    **details: Any,
) -> TimeOut:
    """Record a time-out from half-day to half-day; the count follows from the school's calendar (rule 7).

    Raises ReasonNeededError for a measure longer than rule 12 allows, without a limit_reason.
    """
    time_out = TimeOut(kind=TimeOutKind(kind), starts_on=starts_on, ends_on=ends_on)
    write_changes(time_out, details)
    _count(session, time_out)
    _ask_why_so_long(session, time_out)
    session.add(time_out)
    return time_out


def change_time_out(session: Session, /, time_out_id: str, **changes: Any) -> TimeOut:
    """Change a time-out; its half-days are counted again."""
    time_out = row_of(session, TimeOut, time_out_id)
    write_changes(time_out, changes)
    _count(session, time_out)
    _ask_why_so_long(session, time_out)
    return time_out


def count_half_days(
    session: Session,
    starts_on: date,
    ends_on: date,
    starts_part: DayPart = DayPart.morning,
    ends_part: DayPart = DayPart.afternoon,
) -> int:
    """Count lesson half-days between two half-days, each on the calendar of the school of that day."""
    starts, ends = HalfDay(starts_on, starts_part), HalfDay(ends_on, ends_part)
    return len(lessons_between(school_periods(session), starts, ends))


def _count(session: Session, time_out: TimeOut) -> None:
    starts = (time_out.starts_on, time_out.starts_part is DayPart.afternoon)
    if (time_out.ends_on, time_out.ends_part is DayPart.afternoon) < starts:
        raise InvalidInputError("ends_on", _("The end is before the start."))
    half_days = count_half_days(
        session, time_out.starts_on, time_out.ends_on, time_out.starts_part, time_out.ends_part
    )
    if time_out.half_days != half_days:
        time_out.half_days = half_days


def _ask_why_so_long(session: Session, time_out: TimeOut) -> None:
    """Ask for a reason above the limit of a measure (rule 12); what happened is written down all the same."""
    found = limit_of(session, TimeOutKind(time_out.kind), time_out.starts_on)
    if found is None or time_out.limit_reason.strip():
        return
    limit, most = found
    starts = HalfDay(time_out.starts_on, time_out.starts_part)
    ends = HalfDay(time_out.ends_on, time_out.ends_part)
    days = consecutive_lesson_days(session, time_out.kind, starts, ends, time_out.id)
    if days > most:
        text = _("{rule} ({source}). These are {count} lesson days. Why?")
        raise ReasonNeededError(
            "limit_reason",
            text.format(rule=limit.label.said(), source=limit.basis.source.title.said(), count=days),
        )
