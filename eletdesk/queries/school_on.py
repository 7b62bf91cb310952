"""At which school somebody was on a day, whose calendar that is, and whether there were lessons."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from eletdesk.domain.enrolment import Enrolment
from eletdesk.domain.school_calendar import (
    Community,
    DayPart,
    FreeDay,
    HalfDay,
    holiday_name,
    is_lesson_half_day,
    list_lesson_half_days,
)
from eletdesk.queries.live_rows import live_rows
from eletdesk.translation import _, language

#: Part-time vocational education and apprenticeship: other limits hold there (rule 12).
PART_TIME = frozenset({"dbso", "leertijd"})
_SATURDAY = 5


@dataclass(frozen=True)
class SchoolPeriod:
    """One enrolment as the calendar needs it."""

    school: str = ""
    community: Community = Community.flemish
    starts_on: date | None = None
    ends_on: date | None = None
    free: frozenset[FreeDay] = frozenset()
    is_part_time: bool = False

    def holds_on(self, on: date) -> bool:
        """Tell whether somebody was enrolled on a day."""
        begun = self.starts_on is None or self.starts_on <= on
        return begun and (self.ends_on is None or on <= self.ends_on)


def school_periods(session: Session) -> tuple[SchoolPeriod, ...]:
    """Return every enrolment, the one that started first in front."""
    rows = sorted(live_rows(session, Enrolment), key=lambda row: row.started_on or date.min)
    return tuple(
        SchoolPeriod(
            row.school, row.community, row.started_on, row.ended_on,
            frozenset(date.fromisoformat(day) for day in row.free_days), row.exit_position in PART_TIME,
        )
        for row in rows
    )  # fmt: skip


def school_on(periods: Sequence[SchoolPeriod], on: date) -> SchoolPeriod:
    """Return the school of a day: the last one that holds, else the nearest one before, else the first."""
    holding = [period for period in periods if period.holds_on(on)]
    if holding:
        return holding[-1]
    before = [period for period in periods if period.ends_on is not None and period.ends_on < on]
    return before[-1] if before else periods[0] if periods else SchoolPeriod()


def is_lesson(periods: Sequence[SchoolPeriod], half_day: HalfDay) -> bool:
    """Tell whether there were lessons at the school of that day."""
    period = school_on(periods, half_day.on)
    return is_lesson_half_day(half_day, period.community, period.free)


def lessons_between(periods: Sequence[SchoolPeriod], starts: HalfDay, ends: HalfDay) -> list[HalfDay]:
    """Return the lesson half-days of a span, each on the calendar of the school of that day."""
    kinds = {(one.community, one.free) for one in periods} or {(Community.flemish, frozenset())}
    found: set[HalfDay] = set()
    for community, free in kinds:
        for half_day in list_lesson_half_days(starts, ends, community, free):
            period = school_on(periods, half_day.on)
            if (period.community, period.free) == (community, free):
                found.add(half_day)
    return sorted(found)


def why_no_lesson(periods: Sequence[SchoolPeriod], half_day: HalfDay) -> str:
    """Say why there are no lessons on a half-day; empty when there are."""
    if is_lesson(periods, half_day):
        return ""
    period, on = school_on(periods, half_day.on), half_day.on
    if on.weekday() >= _SATURDAY:
        return _("weekend")
    name = holiday_name(on, period.community, language())
    if name:
        return name
    if on in period.free or half_day in period.free:
        return _("free day of the school")
    return _("Wednesday afternoon")


def lesson_days(half_days: Iterable[HalfDay]) -> int:
    """Count the days with lessons."""
    return len({half_day.on for half_day in half_days})


__all__ = [
    "PART_TIME", "DayPart", "SchoolPeriod", "is_lesson", "lesson_days", "lessons_between", "school_on",
    "school_periods", "why_no_lesson",
]  # fmt: skip
