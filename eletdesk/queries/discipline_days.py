"""Rule 12: the consecutive lesson days of a measure, one that follows at once counted with it."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session

from eletdesk.domain.school_calendar import DAY, DayPart, HalfDay
from eletdesk.domain.time_out import TimeOut, TimeOutKind
from eletdesk.programmes.law.discipline_rules import DisciplineLimit, discipline_limit
from eletdesk.queries.live_rows import live_rows
from eletdesk.queries.school_on import SchoolPeriod, lesson_days, lessons_between, school_on, school_periods

_LONGEST = 400

Span = tuple[HalfDay, HalfDay]


def limit_of(session: Session, kind: TimeOutKind, starts_on: date) -> tuple[DisciplineLimit, int] | None:
    """Return the limit of a measure and how many lesson days are allowed at the school of that day."""
    school = school_on(school_periods(session), starts_on)
    limit = discipline_limit(school.community.value, kind.value, starts_on)
    return None if limit is None else (limit, limit.most(is_part_time=school.is_part_time))


def consecutive_lesson_days(
    session: Session, kind: TimeOutKind, starts: HalfDay, ends: HalfDay, row_id: str = ""
) -> int:
    """Count the lesson days of a measure with those of the same kind that it follows or that follow it.

    A temporary exclusion cannot be extended: without a lesson in between two of them are one.
    """
    calendar = school_periods(session)
    others = [
        (HalfDay(row.starts_on, row.starts_part), HalfDay(row.ends_on, row.ends_part))
        for row in live_rows(session, TimeOut)
        if row.kind is kind and row.id != row_id
    ]
    span = (starts, min(ends, HalfDay(starts.on + DAY * _LONGEST, DayPart.afternoon)))
    lessons = set(lessons_between(calendar, *span))
    grew = True
    while grew:
        grew = False
        for other in list(others):
            if _joins(calendar, span, other):
                others.remove(other)
                lessons |= set(lessons_between(calendar, *other))
                span, grew = (min(span[0], other[0]), max(span[1], other[1])), True
    return lesson_days(lessons)


def _joins(calendar: Sequence[SchoolPeriod], one: Span, other: Span) -> bool:
    """Tell whether there is no lesson between two measures."""
    first, second = sorted((one, other))
    if second[0].on - first[1].on > DAY * 100:  # longer than any holiday
        return False
    between = lessons_between(calendar, first[1], second[0])
    return not [half_day for half_day in between if first[1] < half_day < second[0]]
