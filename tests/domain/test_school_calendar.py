"""Lesson half-days of both communities, against the published holidays of 2023-2030."""

import csv
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from eletdesk.domain.school_calendar import (
    Community,
    DayPart,
    HalfDay,
    SchoolYear,
    half_day_after,
    holiday_name,
    is_lesson_half_day,
    lesson_half_days,
    list_lesson_half_days,
    school_weeks,
    school_year_of,
    whole_day,
    working_days_after,
)
from eletdesk.errors import InvalidInputError

PUBLISHED = Path(__file__).parents[1] / "data" / "school_holidays_be_2023_2030.csv"
FIRST, LAST = date(2023, 1, 1), date(2029, 12, 31)

# Days on which this program and the published list differ, with the reason. None is known.
DIFFERENCES: dict[tuple[Community, date], str] = {}


def morning(*on: int) -> HalfDay:
    return HalfDay(date(*on), DayPart.morning)


def afternoon(*on: int) -> HalfDay:
    return HalfDay(date(*on), DayPart.afternoon)


def days(starts_on: date, ends_on: date) -> Iterator[date]:
    for number in range((ends_on - starts_on).days + 1):
        yield starts_on + timedelta(days=number)


def published_lessons(community: Community) -> list[HalfDay]:
    """Read the list and count by hand: five days, one half on Wednesday, no holiday."""
    closed: set[date] = set()
    with PUBLISHED.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            if row["community"].casefold() == community.value:
                closed.update(days(date.fromisoformat(row["start"]), date.fromisoformat(row["end"])))
    lessons: list[HalfDay] = []
    for on in days(FIRST, LAST):
        if on.strftime("%w") in "12345" and on not in closed:
            lessons.append(HalfDay(on, DayPart.morning))
            if on.strftime("%w") != "3":
                lessons.append(HalfDay(on, DayPart.afternoon))
    return lessons


@pytest.mark.parametrize("community", Community)
def test_rule_7_every_half_day_of_seven_years_is_as_published(community: Community) -> None:
    """Rule 7: nine half-days a week minus the holidays of article 7 (decision of 31 August 2001).

    Equal on each half-day, but for the days of DIFFERENCES: so the count between any two dates is equal too.
    """
    ours = set(list_lesson_half_days(whole_day(FIRST)[0], whole_day(LAST)[1], community))
    different = {(community, half_day.on) for half_day in ours ^ set(published_lessons(community))}
    assert different == {key for key in DIFFERENCES if key[0] is community}


@pytest.mark.parametrize("community", Community)
def test_counts_between_many_pairs_of_dates_are_as_published(community: Community) -> None:
    lessons = published_lessons(community)
    dice = random.Random(20261122)
    span = (LAST - FIRST).days
    for _ in range(400):
        one, other = sorted(
            HalfDay(FIRST + timedelta(days=dice.randrange(span)), dice.choice(list(DayPart)))
            for _ in range(2)
        )
        expected = sum(one <= half_day <= other for half_day in lessons)
        assert lesson_half_days(one, other, community) == expected, (one, other)


def test_rule_7_a_full_week_has_nine_half_days_and_wednesday_one() -> None:
    """Rule 7 (decision of 31 August 2001, art. 2 and 3: nine half-days from Monday to Friday)."""
    assert lesson_half_days(morning(2026, 11, 23), afternoon(2026, 11, 29), Community.flemish) == 9
    assert lesson_half_days(*whole_day(date(2026, 11, 25)), Community.flemish) == 1


def test_whole_school_years_have_the_half_days_that_were_computed_by_hand() -> None:
    for first_year, expected in ((2025, 327), (2026, 329)):
        first, last = morning(first_year, 9, 1), afternoon(first_year + 1, 6, 30)
        assert lesson_half_days(first, last, Community.flemish) == expected


def test_the_communities_have_different_autumns() -> None:
    in_french_autumn = morning(2026, 10, 20)
    assert is_lesson_half_day(in_french_autumn, Community.flemish)
    assert not is_lesson_half_day(in_french_autumn, Community.french)


def test_free_days_of_one_school_are_left_out_whole_or_half() -> None:
    starts, ends = morning(2026, 11, 23), afternoon(2026, 11, 27)
    assert lesson_half_days(starts, ends, Community.flemish, [date(2026, 11, 24)]) == 7
    assert lesson_half_days(starts, ends, Community.flemish, [afternoon(2026, 11, 24)]) == 8
    assert lesson_half_days(starts, ends, Community.flemish, [afternoon(2026, 11, 25)]) == 9


def test_reversed_half_days_count_nothing_and_halves_of_one_day_keep_their_order() -> None:
    assert morning(2026, 11, 23) < afternoon(2026, 11, 23) < morning(2026, 11, 24)
    assert lesson_half_days(afternoon(2026, 11, 23), morning(2026, 11, 23), Community.flemish) == 0
    assert lesson_half_days(morning(2026, 11, 27), afternoon(2026, 11, 23), Community.flemish) == 0


def test_a_number_of_half_days_ends_where_counting_back_gives_that_number() -> None:
    starts = afternoon(2026, 10, 13)
    for community in Community:
        for count in (1, 2, 9, 30, 100):
            ends = half_day_after(starts, count, community, [date(2026, 11, 24)])
            assert lesson_half_days(starts, ends, community, [date(2026, 11, 24)]) == count
            assert is_lesson_half_day(ends, community, [date(2026, 11, 24)])


@pytest.mark.parametrize("count", [0, -3, 100_000])
def test_a_number_of_half_days_that_cannot_be_is_refused(count: int) -> None:
    with pytest.raises(InvalidInputError) as refusal:
        half_day_after(morning(2026, 11, 23), count, Community.flemish)
    assert refusal.value.field == "half_days"


def test_weeks_without_lessons_are_no_school_weeks() -> None:
    starts, ends = morning(2026, 10, 26), afternoon(2026, 11, 13)
    assert school_weeks(starts, ends, Community.flemish) == 2
    assert school_weeks(starts, ends, Community.french) == 2
    assert school_weeks(morning(2026, 12, 14), afternoon(2027, 1, 8), Community.flemish) == 2


def test_holidays_have_a_name_in_each_language() -> None:
    on = date(2026, 11, 3)
    names = [holiday_name(on, Community.flemish, language) for language in ("nl", "fr", "en")]
    assert names == ["Herfstvakantie", "Vacances d'automne", "Autumn Break"]
    assert holiday_name(date(2026, 11, 3), Community.french, "fr") is None
    assert holiday_name(date(2026, 12, 25), Community.french, "nl") == "Kerstmis, Kerstvakantie"


def test_working_days_leave_out_weekends_and_public_holidays_but_not_school_holidays() -> None:
    assert working_days_after(date(2026, 11, 20), 1) == date(2026, 11, 23)
    assert working_days_after(date(2026, 11, 10), 1) == date(2026, 11, 12)
    assert working_days_after(date(2026, 12, 24), 10) == date(2027, 1, 11)
    assert working_days_after(date(2026, 12, 24), 0) == date(2026, 12, 24)


@pytest.mark.parametrize(
    ("on", "community", "label"),
    [
        (date(2026, 8, 31), Community.flemish, "2025-2026"),
        (date(2026, 9, 1), Community.flemish, "2026-2027"),
        (date(2027, 1, 15), Community.flemish, "2026-2027"),
        (date(2026, 8, 23), Community.french, "2025-2026"),
        (date(2026, 8, 24), Community.french, "2026-2027"),
        (date(2021, 8, 31), Community.french, "2020-2021"),
    ],
)
def test_a_day_falls_in_a_school_year(on: date, community: Community, label: str) -> None:
    year = school_year_of(on, community)
    assert year.label == label
    assert year.starts_on <= on <= year.ends_on


def test_school_years_of_the_french_community_start_after_the_published_summer() -> None:
    with PUBLISHED.open(encoding="utf-8", newline="") as stream:
        summers = [
            date.fromisoformat(row["end"])
            for row in csv.DictReader(stream)
            if row["community"] == "French" and row["name_fr"] == "Vacances d'été"
        ]
    assert len(summers) == 8
    for ends_on in summers:
        year = SchoolYear(ends_on.year, Community.french)
        assert year.starts_on == ends_on + timedelta(days=1)
        assert year.starts_on.weekday() == 0
