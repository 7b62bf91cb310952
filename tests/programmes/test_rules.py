"""Rules 1 to 6 and 17 of the domain, one table each."""

from datetime import date, timedelta
from typing import Any

import pytest

from eletdesk.errors import InvalidInputError, ReasonNeededError
from eletdesk.locations import resources_folder
from eletdesk.programmes import rules
from eletdesk.programmes.definition import Programme
from eletdesk.programmes.reading import load_programmes, read_programme

ALL_KNOWN: dict[str, object] = {
    "clb_referrer": "known",
    "consent": True,
    "plan_goals": ["a goal"],
    "round_table_on": date(2026, 6, 1),
}


@pytest.fixture(scope="module")
def naft() -> Programme:
    return load_programmes()["naft", 1]


def changed(old: str, new: str) -> Programme:
    """Read the programme again with one line changed."""
    text = (resources_folder() / "programmes" / "naft.toml").read_text(encoding="utf-8")
    assert old in text
    return read_programme(text.replace(old, new), "naft.toml")


@pytest.mark.parametrize("known", [None, "", [], False])
def test_rule_1_asks_for_the_clb_referrer(naft: Programme, known: object) -> None:
    """Rule 1: the CLB is always the referrer (draaiboek samenwerking school-pbd-clb-NAFT)."""
    facts = ALL_KNOWN | {"clb_referrer": known}
    gates = rules.missing_for(naft, "vraagverheldering", facts)
    assert [gate.needs for gate in gates] == ["clb_referrer"]
    assert gates[0].to_do.said() == "CLB betrekken"
    with pytest.raises(ReasonNeededError) as caught:
        rules.check_move(naft, "aanmelding", "vraagverheldering", facts)
    assert caught.value.field == "reason"
    assert str(caught.value) == gates[0].asks.said()
    rules.check_move(naft, "aanmelding", "vraagverheldering", facts, "the parents applied")
    rules.check_move(naft, "aanmelding", "vraagverheldering", ALL_KNOWN)


MOVES: list[tuple[str | None, str, str, bool]] = [
    (None, "aanmelding", "start", False),
    (None, "uitvoering", "skip", True),
    ("aanmelding", "vraagverheldering", "next", False),
    ("aanmelding", "plan", "skip", True),
    ("vraagverheldering", "plan", "next", False),
    ("plan", "uitvoering", "next", False),
    ("uitvoering", "tussentijdse_evaluatie", "next", False),
    ("uitvoering", "afsluitend_rondetafelgesprek", "next", False),
    ("uitvoering", "opvolging", "skip", True),
    ("tussentijdse_evaluatie", "uitvoering", "back", True),
    ("opvolging", "aanmelding", "back", True),
    ("afgesloten", "uitvoering", "back", True),
    ("opvolging", "afgesloten", "close", False),
    ("aanmelding", "afgesloten", "close", False),
]


@pytest.mark.parametrize(("from_stage", "to_stage", "kind", "asks"), MOVES)
def test_rule_2_stage_order(
    naft: Programme, from_stage: str | None, to_stage: str, kind: str, asks: bool
) -> None:
    """Rule 2: in order; back and past a stage with a reason (domain chapter 1.4)."""
    assert rules.kind_of_move(naft, from_stage, to_stage) == kind
    if asks:
        with pytest.raises(ReasonNeededError):
            rules.check_move(naft, from_stage, to_stage, ALL_KNOWN)
        with pytest.raises(ReasonNeededError):
            rules.check_move(naft, from_stage, to_stage, ALL_KNOWN, "  ")
    else:
        rules.check_move(naft, from_stage, to_stage, ALL_KNOWN)


@pytest.mark.parametrize(("from_stage", "to_stage", "_kind", "_asks"), MOVES)
def test_no_rule_stops_a_move_that_has_a_reason(
    naft: Programme, from_stage: str | None, to_stage: str, _kind: str, _asks: bool
) -> None:
    """Product: a rule never blocks saving what happened; it asks for a reason and keeps it."""
    rules.check_move(naft, from_stage, to_stage, {}, "it went this way")


def test_rule_2_closing_needs_the_round_table_or_a_reason(naft: Programme) -> None:
    """Rule 2: the closing round table of onderwijs.vlaanderen.be, or the reason why there was none."""
    for stage in ("aanmelding", "uitvoering", "opvolging"):
        with pytest.raises(ReasonNeededError):
            rules.check_move(naft, stage, "afgesloten", {})
        rules.check_move(naft, stage, "afgesloten", {"round_table_on": date(2026, 6, 1)})


def test_rule_2_a_skipped_stage_brings_its_gates_along(naft: Programme) -> None:
    """Rules 1 and 2: going past a stage does not go round its gate."""
    gates = rules.missing_for(naft, "uitvoering", {}, from_stage="aanmelding")
    assert [gate.needs for gate in gates] == ["clb_referrer", "consent", "plan_goals"]
    assert [gate.needs for gate in rules.missing_for(naft, "uitvoering", {})] == ["consent", "plan_goals"]


def test_a_move_to_the_same_or_no_stage_is_refused(naft: Programme) -> None:
    for stage in ("plan", "no_such_stage"):
        with pytest.raises(InvalidInputError) as caught:
            rules.check_move(naft, "plan", stage, ALL_KNOWN, "a reason")
        assert not isinstance(caught.value, ReasonNeededError)


@pytest.mark.parametrize(
    ("minutes", "half_days"),
    [(0, 0), (1, 0.25), (45, 0.25), (89, 0.25), (90, 0.5), (120, 0.5), (240, 1), (241, 1), (480, 2)],
)
def test_rule_3_minutes_count_as_half_days(naft: Programme, minutes: int, half_days: float) -> None:
    """Rule 3: kept in minutes, counted in dagdelen (BVR of 18 December 2015); the divisor is our choice."""
    assert rules.half_days_of(minutes, naft) == half_days


@pytest.mark.parametrize(
    ("old", "new", "minutes", "half_days"),
    [
        ("minutes = 240", "minutes = 180", 180, 1),
        ('rounding = "nearest"', 'rounding = "down"', 119, 0.25),
        ('rounding = "nearest"', 'rounding = "up"', 121, 0.75),
        ("step = 0.25", "step = 0.1", 168, 0.7),
        ("smallest = 0.25", "smallest = 0.5", 10, 0.5),
    ],
)
def test_rule_3_is_data(old: str, new: str, minutes: int, half_days: float) -> None:
    """Rule 3: another organisation's half-day needs no Python."""
    assert rules.half_days_of(minutes, changed(old, new)) == half_days


def test_rule_3_average_per_pathway(naft: Programme) -> None:
    """Rule 3: the average is the sum over the number of pathways; a pathway without sessions counts."""
    assert rules.average_half_days([[240, 240], [120], []], naft) == pytest.approx(2.5 / 3)
    assert rules.average_half_days([], naft) is None


def test_rule_3_no_session_lasts_less_than_nothing(naft: Programme) -> None:
    with pytest.raises(InvalidInputError) as caught:
        rules.half_days_of(-1, naft)
    assert caught.value.field == "minutes"


def test_rule_4_each_session_has_one_level(naft: Programme) -> None:
    """Rule 4: a NAFT is a chain of interventions at pupil, group, teacher, team or school."""
    for level in ("pupil", "group", "teacher", "team_school"):
        rules.check_level(naft, level)
    rules.check_level(naft, "group", participants=12)
    wrong: list[tuple[str, int]] = [("", 1), ("pupil,group", 1), ("pupil", 2), ("teacher", 3), ("nobody", 5)]
    for level, participants in wrong:
        with pytest.raises(InvalidInputError) as caught:
            rules.check_level(naft, level, participants)
        assert caught.value.field == "level"


MONDAY = date(2026, 11, 9)


@pytest.mark.parametrize(
    ("days", "bucket"),
    [
        (1, "other"),
        (4, "other"),
        (5, "short"),  # Monday to Friday: 5 working days
        (7, "short"),
        (12, "short"),  # Friday of the second week: 10
        (14, "short"),
        (15, "other"),  # Monday of the third week: 11
        (18, "other"),
        (19, "long"),  # Friday of the third week: three weeks
        (42, "long"),
        (43, "other"),
    ],
)
def test_rule_5_short_and_long(naft: Programme, days: int, bucket: str) -> None:
    """Rule 5: 5-10 consecutive working days, 3-6 consecutive weeks (BVR of 19 June 2009); else other."""
    ends_on = MONDAY + timedelta(days=days - 1)
    assert rules.duration_bucket(MONDAY, ends_on, naft) == bucket


def test_rule_5_free_days_are_no_working_days(naft: Programme) -> None:
    """Rule 5: 11 November falls out of the working days, weeks run on through it."""
    free = {date(2026, 11, 11)}
    assert rules.duration_bucket(MONDAY, MONDAY + timedelta(days=4), naft, free) == "other"
    assert rules.duration_bucket(MONDAY, MONDAY + timedelta(days=18), naft, free) == "long"


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "years"),
    [
        (date(2026, 9, 1), date(2027, 8, 31), ("2026-2027",)),
        (date(2026, 8, 31), date(2026, 9, 1), ("2025-2026", "2026-2027")),
        (date(2025, 2, 1), date(2026, 11, 22), ("2024-2025", "2025-2026", "2026-2027")),
    ],
)
def test_rule_6_school_years(naft: Programme, starts_on: date, ends_on: date, years: tuple[str, ...]) -> None:
    """Rule 6: reported in both years, counted once as started, unless the programme says otherwise.

    The school year runs from 1 September to 31 August (BVR of 31 August 2001, edulex 13164).
    """
    assert rules.school_years_touched(starts_on, ends_on, naft) == years
    assert rules.school_years_started(starts_on, ends_on, naft) == years[:1]
    often = changed("counts_once = true", "counts_once = false")
    assert rules.school_years_started(starts_on, ends_on, often) == years


@pytest.mark.parametrize("rule", [rules.duration_bucket, rules.school_years_touched])
def test_an_end_before_the_start_is_refused(naft: Programme, rule: Any) -> None:
    with pytest.raises(InvalidInputError) as caught:
        rule(date(2026, 9, 2), date(2026, 9, 1), naft)
    assert caught.value.field == "ends_on"
