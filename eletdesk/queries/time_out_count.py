"""How many lesson half-days lie between two half-days at the school of those days, and what is skipped."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session

from eletdesk.domain.school_calendar import Community, DayPart, HalfDay, holiday_name
from eletdesk.queries.school_on import lessons_between, school_on, school_periods
from eletdesk.translation import language

_LONGEST = timedelta(days=800)
_SATURDAY = 5


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
    """Count on the calendar of the school of each day (rule 7), as operations.time_outs keeps it."""
    calendar = school_periods(session)
    last_on = min(ends_on, starts_on + _LONGEST)
    days = [starts_on + timedelta(days=at) for at in range((last_on - starts_on).days + 1)]
    weekdays = [(day, school_on(calendar, day)) for day in days if day.weekday() < _SATURDAY]
    names = [holiday_name(day, school.community, language()) for day, school in weekdays]
    lessons = lessons_between(calendar, HalfDay(starts_on, starts_part), HalfDay(last_on, ends_part))
    return TimeOutCount(
        half_days=len(lessons),
        weeks=len({half_day.on.isocalendar()[:2] for half_day in lessons}),
        holidays=tuple(dict.fromkeys(name for name in names if name)),
        school_free_days=sum(1 for day, school in weekdays if day in school.free),
        community=school_on(calendar, starts_on).community,
    )
