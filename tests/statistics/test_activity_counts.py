"""Rule 4: a group activity has one level, counts once for the provider and once for each participant.

Source: domain rule 4 (onderwijs.vlaanderen.be, NAFT: pupil, class group, teacher, team or school).
"""

from dataclasses import replace
from datetime import date

import pytest

from eletdesk.domain.group_activity import LEVELS, GroupActivity, checked
from eletdesk.errors import InvalidInputError
from eletdesk.statistics.activity_counts import (
    DIMENSIONS,
    ActivityFact,
    PartFact,
    count_activities,
    in_period,
    school_year_of,
)
from eletdesk.statistics.facts import Period

HOUR = GroupActivity(held_on=date(2026, 11, 18), minutes=60, title="Toneel", objective="b")


def fact(came: int, missed: int = 0, activity: GroupActivity = HOUR) -> ActivityFact:
    parts = [PartFact(f"case {number}", has_attended=number < came) for number in range(came + missed)]
    return ActivityFact(activity, tuple(parts))


@pytest.mark.parametrize(
    ("came", "missed", "minutes", "participant_minutes"),
    [(0, 0, 60, 0), (1, 0, 60, 60), (3, 0, 60, 180), (12, 3, 60, 720), (0, 4, 60, 0)],
)
def test_rule_4_time_counts_once_for_the_provider_and_once_for_each_participant(
    came: int, missed: int, minutes: int, participant_minutes: int
) -> None:
    total = count_activities([fact(came, missed)]).total
    assert (total.activities, total.minutes, total.participant_minutes) == (1, minutes, participant_minutes)
    assert (total.people, total.presences, total.no_shows) == (came, came, missed)


@pytest.mark.parametrize("level", LEVELS)
def test_rule_4_an_activity_has_exactly_one_level(level: str) -> None:
    assert checked(replace(HOUR, level=level))[0].level == level


@pytest.mark.parametrize("level", ["", "pupil", "group, class", "groep"])
def test_rule_4_no_level_or_two_is_refused(level: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        checked(replace(HOUR, level=level))
    assert refused.value.field == "level"


def test_the_same_young_person_counts_once_in_all_and_once_in_each_line() -> None:
    other = replace(HOUR, objective="a")
    counts = count_activities([fact(3), fact(2), fact(1, activity=other)])
    assert (counts.total.people, counts.total.presences) == (3, 6)
    assert [(line.key, line.people, line.presences) for line in counts.by["objective"]] == [
        ("a", 1, 1),
        ("b", 3, 5),
    ]


def test_every_dimension_adds_up_to_the_same_activities_and_hours() -> None:
    facts = [
        fact(3), fact(2, activity=replace(HOUR, municipality_nis="21004", minutes=30)),
        fact(0, activity=replace(HOUR, school="Atheneum", project="P", call_period="2021", level="class")),
    ]  # fmt: skip
    counts = count_activities(facts)
    assert set(counts.by) == set(DIMENSIONS)
    for lines in counts.by.values():
        assert sum(line.activities for line in lines) == 3
        assert sum(line.minutes for line in lines) == 150
        assert sum(line.presences for line in lines) == 5


def test_what_was_not_filled_in_stands_last() -> None:
    counts = count_activities([fact(1), fact(1, activity=replace(HOUR, school="Zavel"))])
    assert [line.key for line in counts.by["school"]] == ["Zavel", ""]


def test_erased_cases_count_as_numbers_but_not_as_people() -> None:
    erased = replace(fact(2), erased_attended=3, erased_no_show=1, erased_parents=2)
    total = count_activities([erased]).total
    assert (total.people, total.presences, total.no_shows, total.parents) == (2, 5, 1, 2)
    assert total.participant_minutes == 300


def test_parents_with_and_without_a_link_and_people_without_a_file() -> None:
    activity = replace(HOUR, participants_without_case=7, parents_present=4, costs_cents=1250)
    parts = (PartFact("a", has_attended=True, parents=2), PartFact("b", has_attended=False, parents=1))
    total = count_activities([ActivityFact(activity, parts), ActivityFact(activity, parts[:1])]).total
    assert (total.without_case, total.parents, total.families) == (14, 13, 2)
    assert total.costs_cents == 2500


@pytest.mark.parametrize(("came", "is_small"), [(0, False), (1, True), (4, True), (5, False)])
def test_a_count_under_5_is_marked(came: int, is_small: bool) -> None:
    assert count_activities([fact(came)]).total.is_small is is_small


@pytest.mark.parametrize(("came", "missed", "share"), [(0, 0, None), (3, 1, 0.75), (0, 2, 0.0), (2, 0, 1.0)])
def test_attendance(came: int, missed: int, share: float | None) -> None:
    assert count_activities([fact(came, missed)]).total.attendance == share


@pytest.mark.parametrize(
    ("on", "year"),
    [
        (date(2026, 8, 31), "2025-2026"),
        (date(2026, 9, 1), "2026-2027"),
        (date(2027, 2, 28), "2026-2027"),
        (date(2028, 2, 29), "2027-2028"),
        (date(2026, 12, 31), "2026-2027"),
    ],
)
def test_school_year(on: date, year: str) -> None:
    assert school_year_of(on) == year


def test_only_what_took_place_in_the_period_counts() -> None:
    days = [date(2026, 8, 31), date(2026, 9, 1), date(2026, 12, 31), date(2027, 1, 1)]
    facts = [fact(1, activity=replace(HOUR, held_on=day)) for day in days]
    period = Period(date(2026, 9, 1), date(2026, 12, 31))
    assert [each.activity.held_on for each in in_period(facts, period)] == days[1:3]
    planned = fact(1, activity=replace(HOUR, is_planned=True))
    assert count_activities([planned]).total.activities == 0
