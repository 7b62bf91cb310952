"""Count lesson half-days in the calendar of a school's community; nine in a full week, none in holidays.

The holidays are computed by the package `holidays` from the Flemish decision of 31 August 2001 (article 7)
and the French Community decree of 31 March 2022; a school's own free days are given by the caller.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache, total_ordering
from typing import TypeAlias

from eletdesk.errors import InvalidInputError
from eletdesk.translation import _

DAY = timedelta(days=1)
_WEDNESDAY, _SATURDAY = 2, 5
_LONGEST_SEARCH = timedelta(days=3660)
_FIRST_YEAR_OF_THE_FRENCH_RHYTHM = 2022
_PACKAGE_LANGUAGES = {"nl": "nl", "fr": "fr", "en": "en_US"}


class Community(StrEnum):
    """The community whose calendar and rules a school follows."""

    flemish = "flemish"
    french = "french"


class DayPart(StrEnum):
    """The two halves of a school day."""

    morning = "morning"
    afternoon = "afternoon"


@total_ordering
@dataclass(frozen=True)
class HalfDay:
    """One half of one day; a morning comes before the afternoon of that day."""

    on: date
    part: DayPart

    def __lt__(self, other: "HalfDay") -> bool:
        return (self.on, self.part is DayPart.afternoon) < (other.on, other.part is DayPart.afternoon)


FreeDay: TypeAlias = date | HalfDay
"""A day or half-day on which one school has no lessons although its community has."""


def whole_day(on: date) -> tuple[HalfDay, HalfDay]:
    """Return the morning and the afternoon of a day."""
    return HalfDay(on, DayPart.morning), HalfDay(on, DayPart.afternoon)


@cache
def _holidays(year: int, community: Community, language: str) -> dict[date, str]:
    """Compute the school and public holidays of one year, by date, named in one language."""
    from holidays import country_holidays  # noqa: PLC0415  heavy: only when a date is counted

    found = country_holidays(
        "BE",
        subdiv=community.value.title(),
        years=year,
        categories=("school", "public"),
        language=_PACKAGE_LANGUAGES[language],
    )
    return dict(found.items())


@cache
def _public_holidays(year: int) -> frozenset[date]:
    """Compute the public holidays of one year."""
    from holidays import country_holidays  # noqa: PLC0415  heavy: only when a date is counted

    return frozenset(country_holidays("BE", years=year))


def holiday_name(on: date, community: Community, language: str) -> str | None:
    """Name the school or public holiday of a day in nl, fr or en; None on a day that is no holiday."""
    name = _holidays(on.year, community, language).get(on)
    return None if name is None else ", ".join(sorted(name.split("; ")))


def is_lesson_half_day(half_day: HalfDay, community: Community, free: Collection[FreeDay] = ()) -> bool:
    """Tell whether there are lessons: Monday to Friday, Wednesday only before noon, no holiday, not free."""
    on = half_day.on
    if on.weekday() >= _SATURDAY or on in _holidays(on.year, community, "nl"):
        return False
    if on.weekday() == _WEDNESDAY and half_day.part is DayPart.afternoon:
        return False
    return on not in free and half_day not in free


def _half_days_from(starts: HalfDay, last_on: date) -> Iterator[HalfDay]:
    """Walk through all half-days, lessons or not."""
    for ordinal in range(starts.on.toordinal(), last_on.toordinal() + 1):
        for half_day in whole_day(date.fromordinal(ordinal)):
            if half_day >= starts:
                yield half_day


def list_lesson_half_days(
    starts: HalfDay, ends: HalfDay, community: Community, free: Collection[FreeDay] = ()
) -> list[HalfDay]:
    """Return the lesson half-days from one half-day to another, both included; none when reversed."""
    free = frozenset(free)
    return [
        half_day
        for half_day in _half_days_from(starts, ends.on)
        if half_day <= ends and is_lesson_half_day(half_day, community, free)
    ]


def lesson_half_days(
    starts: HalfDay, ends: HalfDay, community: Community, free: Collection[FreeDay] = ()
) -> int:
    """Count the lesson half-days from one half-day to another, both included."""
    return len(list_lesson_half_days(starts, ends, community, free))


def half_day_after(
    starts: HalfDay, count: int, community: Community, free: Collection[FreeDay] = ()
) -> HalfDay:
    """Return the half-day on which `count` lesson half-days have passed, the first one counted from `starts`.

    Looks at most ten years ahead.
    """
    left = count
    free = frozenset(free)
    last_on = min(starts.on, date.max - _LONGEST_SEARCH) + _LONGEST_SEARCH
    for half_day in _half_days_from(starts, last_on) if count > 0 else ():
        left -= is_lesson_half_day(half_day, community, free)
        if left == 0:
            return half_day
    raise InvalidInputError("half_days", _("Give a number of half-days between 1 and a few years."))


def school_weeks(starts: HalfDay, ends: HalfDay, community: Community, free: Collection[FreeDay] = ()) -> int:
    """Count the calendar weeks (Monday to Sunday) in which at least one lesson half-day falls."""
    lessons = list_lesson_half_days(starts, ends, community, free)
    return len({half_day.on.isocalendar()[:2] for half_day in lessons})


def working_days_after(on: date, count: int) -> date:
    """Return the last day of a term of `count` working days that starts the day after `on`.

    Saturdays, Sundays and public holidays are not counted; a term of no days ends on `on` itself.
    """
    while count > 0:
        on += DAY
        count -= on.weekday() < _SATURDAY and on not in _public_holidays(on.year)
    return on


@dataclass(frozen=True, order=True)
class SchoolYear:
    """A school year of one community, named by the calendar year in which it starts.

    Flemish: 1 September to 31 August. French Community since 2022: from the Monday 44 weeks and 5 days before
    the first Friday of July, mostly the last Monday of August (decree of 31 March 2022, article 3).
    """

    first_year: int
    community: Community

    @property
    def starts_on(self) -> date:
        """The first day."""
        if self.community is Community.flemish or self.first_year < _FIRST_YEAR_OF_THE_FRENCH_RHYTHM:
            return date(self.first_year, 9, 1)
        first_of_july = date(self.first_year + 1, 7, 1)
        first_friday = first_of_july + DAY * ((4 - first_of_july.weekday()) % 7)
        return first_friday - timedelta(weeks=44, days=4)

    @property
    def ends_on(self) -> date:
        """The last day, summer holidays included."""
        return SchoolYear(self.first_year + 1, self.community).starts_on - DAY

    @property
    def label(self) -> str:
        """The name people use: 2026-2027."""
        return f"{self.first_year}-{self.first_year + 1}"


def school_year_of(on: date, community: Community) -> SchoolYear:
    """Return the school year in which a day falls."""
    year = SchoolYear(on.year, community)
    return year if on >= year.starts_on else SchoolYear(on.year - 1, community)
