"""Lesson half-days between any two half-days of 2023-2029 equal the published count, for both communities."""

import csv
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

import pytest

from eletdesk.domain.school_calendar import (
    Community,
    HalfDay,
    holiday_name,
    is_lesson_half_day,
    lesson_half_days,
    whole_day,
)

PUBLISHED = Path(__file__).parents[1] / "data" / "school_holidays_be_2023_2030.csv"
FIRST, LAST = date(2023, 1, 1), date(2029, 12, 31)

#: Days on which the count differs from the published list, with the reason. None is left: see SINGLE_DAYS.
DIFFERENCES: dict[tuple[Community, date], str] = {}

#: Single free days that the OpenHolidays list (openholidaysapi, January 2026) does not have: it lists whole
#: holidays only. The published calendars of the communities do, and so does this program.
SINGLE_DAYS = {
    (Community.flemish, date(2023, 5, 19)): "Friday after Ascension (order of 31 August 2001, article 7)",
    (Community.flemish, date(2024, 5, 10)): "Friday after Ascension",
    (Community.flemish, date(2025, 5, 30)): "Friday after Ascension",
    (Community.flemish, date(2026, 5, 15)): "Friday after Ascension",
    (Community.flemish, date(2027, 5, 7)): "Friday after Ascension",
    (Community.flemish, date(2028, 5, 26)): "Friday after Ascension",
    (Community.flemish, date(2029, 5, 11)): "Friday after Ascension",
    (
        Community.french,
        date(2024, 2, 13),
    ): "Mardi gras outside the carnival holiday (decree of 31 March 2022)",
    (Community.french, date(2027, 2, 9)): "Mardi gras outside the carnival holiday",
    (Community.french, date(2026, 11, 2)): "the day after All Saints' Day, a Sunday in 2026",
}


def days(starts_on: date, ends_on: date) -> Iterator[date]:
    for number in range((ends_on - starts_on).days + 1):
        yield starts_on + timedelta(days=number)


def published(community: Community) -> set[date]:
    """Read the days without lessons by hand."""
    closed: set[date] = set()
    with PUBLISHED.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            if row["community"].casefold() == community.value:
                closed.update(days(date.fromisoformat(row["start"]), date.fromisoformat(row["end"])))
    return closed


def expected(half_day: HalfDay, closed: set[date]) -> bool:
    """Tell by hand: five days, one half on Wednesday, no published holiday."""
    weekday = half_day.on.strftime("%w")
    is_afternoon = half_day == whole_day(half_day.on)[1]
    return weekday in "12345" and half_day.on not in closed and not (weekday == "3" and is_afternoon)


def half_days() -> list[HalfDay]:
    return [half_day for on in days(FIRST, LAST) for half_day in whole_day(on)]


@pytest.mark.parametrize("community", Community)
def test_the_count_between_any_two_half_days_is_as_published(community: Community) -> None:
    """Every pair: the count is a difference of prefix sums, so equal prefix sums are equal pairs.

    That the function is such a difference is shown for each start and each end apart, and for many pairs.
    """
    closed, every = published(community), half_days()
    ours = list(accumulate(is_lesson_half_day(one, community) for one in every))
    theirs = list(accumulate(expected(one, closed) for one in every))
    different = {
        (community, one.on)
        for one, mine, other in zip(
            every, (is_lesson_half_day(one, community) for one in every),
            (expected(one, closed) for one in every), strict=True,
        )
        if mine != other
    }  # fmt: skip
    assert different == {key for key in DIFFERENCES if key[0] is community}
    assert ours == theirs
    for at in range(0, len(every), 41):
        assert lesson_half_days(every[0], every[at], community) == theirs[at]
        assert lesson_half_days(every[at], every[-1], community) == theirs[-1] - (theirs[at - 1] if at else 0)
    for at in range(0, len(every) - 3000, 997):
        for end in range(at, at + 3000, 271):
            before = theirs[at - 1] if at else 0
            assert lesson_half_days(every[at], every[end], community) == theirs[end] - before


def test_a_difference_would_be_listed() -> None:
    """Negative control: one day more or less in the list is found."""
    closed = published(Community.flemish)
    some_day = date(2026, 10, 6)
    changed = closed ^ {some_day}
    found = [
        one.on for one in half_days() if is_lesson_half_day(one, Community.flemish) != expected(one, changed)
    ]
    assert found == [some_day, some_day]


@pytest.mark.parametrize("key", SINGLE_DAYS, ids=lambda key: f"{key[0].value} {key[1]}")
def test_single_free_days_are_free_and_published(key: tuple[Community, date]) -> None:
    community, on = key
    assert holiday_name(on, community, "nl")
    assert on in published(community)
    assert on.weekday() < 5
