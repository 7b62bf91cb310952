"""How many lesson half-days lie between two half-days at the present school, and what is skipped."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session

from eletdesk.domain.enrolment import Enrolment
from eletdesk.domain.school_calendar import (
    Community,
    DayPart,
    FreeDay,
    HalfDay,
    holiday_name,
    lesson_half_days,
    school_weeks,
)
from eletdesk.queries.live_rows import live_rows
from eletdesk.translation import language

_LONGEST = timedelta(days=800)


@dataclass(frozen=True)
class TimeOutCount:
    """The count, the weeks it touches, the names of the holidays inside, and whose calendar was used."""

    half_days: int
    weeks: int
    holidays: tuple[str, ...]
    school_free_days: int
    community: Community


def time_out_count(
    session: Session,
    starts_on: date,
    ends_on: date,
    starts_part: DayPart = DayPart.morning,
    ends_part: DayPart = DayPart.afternoon,
) -> TimeOutCount:
    """Count on the calendar of the school of those days (rule 7), as operations.time_outs keeps it."""
    community, free = school_calendar_from(session, starts_on)
    last_on = min(ends_on, starts_on + _LONGEST)
    span = HalfDay(starts_on, starts_part), HalfDay(last_on, ends_part)
    days = [starts_on + timedelta(days=at) for at in range((last_on - starts_on).days + 1)]
    weekdays = [day for day in days if day.weekday() < 5]
    names = (holiday_name(day, community, language()) for day in weekdays)
    return TimeOutCount(
        half_days=lesson_half_days(*span, community, free),
        weeks=school_weeks(*span, community, free),
        holidays=tuple(dict.fromkeys(name for name in names if name)),
        school_free_days=sum(1 for day in weekdays if day in free),
        community=community,
    )


def school_calendar_from(session: Session, on: date) -> tuple[Community, list[FreeDay]]:
    """Return the community of the school from a day on, and the days on which that school itself is free."""
    enrolments = [e for e in live_rows(session, Enrolment) if e.ended_on is None or e.ended_on >= on]
    community = enrolments[-1].community if enrolments else Community.flemish
    return community, [date.fromisoformat(day) for e in enrolments for day in e.free_days]
