"""Rule 20: the Flemish and the European definition of an early leaver, apart, each with its reason."""

from dataclasses import replace
from datetime import date

import pytest

from eletdesk.programmes.broken import BrokenProgrammeError
from eletdesk.programmes.law.early_leaver import (
    compulsory_until,
    eurostat_early_leaver,
    flemish_early_leaver,
    next_change_on,
)
from eletdesk.programmes.law.early_leaving import Schooling, early_leaving, read_early_leaving
from eletdesk.programmes.law.rule_file import house_rules_text

RULES = early_leaving()
TODAY = date(2026, 11, 22)
LEFT = Schooling(
    birth_on=date(2007, 5, 14),
    is_enrolled=False,
    left_on=date(2026, 6, 30),
    community="flemish",
    qualifications=("none",),
    occupation="job_seeker",
    had_recent_training=False,
)


def born(years_ago: int, *, days_off: int = 0) -> date:
    return date(TODAY.year - years_ago, TODAY.month, TODAY.day + days_off)


def test_who_left_at_19_without_a_certificate_is_one_by_both_definitions() -> None:
    """Rule 20 (Statistics Flanders; Eurostat, early leaver from education and training)."""
    assert flemish_early_leaver(LEFT, TODAY, RULES).answer is True
    assert eurostat_early_leaver(LEFT, TODAY, RULES).answer is True


@pytest.mark.parametrize(
    ("birth_on", "flemish", "eurostat"),
    [
        (born(18, days_off=1), False, False),  # 18 tomorrow
        (born(18), True, True),  # the 18th birthday
        (born(25, days_off=1), True, True),  # 24 until tomorrow
        (born(25), True, False),  # the 25th birthday: Eurostat stops at 24
        (born(26, days_off=1), True, False),
        (born(26), False, False),
        (born(30), False, False),
        (born(35), False, False),
        (date(2014, 11, 22), False, False),  # the 12th birthday
        (None, None, None),
    ],
)
def test_the_ages_of_both_definitions(
    birth_on: date | None, flemish: bool | None, eurostat: bool | None
) -> None:
    """Rule 20: 18-25 (Statistics Flanders), 18-24 (Eurostat)."""
    school = replace(LEFT, birth_on=birth_on)
    assert flemish_early_leaver(school, TODAY, RULES).answer is flemish
    assert eurostat_early_leaver(school, TODAY, RULES).answer is eurostat


def test_a_birthday_on_29_february_comes_on_1_march() -> None:
    school = replace(LEFT, birth_on=date(2008, 2, 29))
    assert flemish_early_leaver(school, date(2026, 2, 28), RULES).answer is False
    assert flemish_early_leaver(school, date(2026, 3, 1), RULES).answer is True
    assert compulsory_until(date(2008, 2, 29), RULES) == date(2026, 3, 1)


@pytest.mark.parametrize("code", ["diploma_so", "bso_3_2", "dbso", "leertijd", "ov3", "modular"])
def test_rule_20_each_of_six_qualifications_makes_no_early_leaver(code: str) -> None:
    """Rule 20 (Statistiek Vlaanderen, metadata: six qualifications)."""
    found = flemish_early_leaver(replace(LEFT, qualifications=("none", code)), TODAY, RULES)
    assert found.answer is False
    assert [one.code for one in found.because] == ["qualification"]


def test_there_are_six_of_them() -> None:
    secondary = [one for one in RULES.qualifications if one.counts_flemish and one.code != "higher"]
    assert len(secondary) == 6
    assert {one.basis.source.code for one in secondary} == {"statistiek_vlaanderen"}


@pytest.mark.parametrize(
    "changed",
    [
        {"training_form": "ov1"},
        {"training_form": "ov2"},
        {"is_individual_curriculum": True},
        {"community": "french"},
    ],
)
def test_rule_20_ov1_ov2_iac_and_other_communities_are_not_counted(changed: dict[str, object]) -> None:
    """Rule 20 (Statistiek Vlaanderen: OV1, OV2 and IAC are not counted); Eurostat makes no such exception."""
    school = replace(LEFT, **changed)  # type: ignore[arg-type]
    found = flemish_early_leaver(school, TODAY, RULES)
    assert found.answer is False
    assert [one.code for one in found.because] == ["track"]
    assert eurostat_early_leaver(school, TODAY, RULES).answer is True


@pytest.mark.parametrize("form", ["none", "ov3", "ov4"])
def test_ov3_and_ov4_are_counted(form: str) -> None:
    """Rule 20 (Dataloep: buso OV3 and OV4 are exit positions)."""
    assert flemish_early_leaver(replace(LEFT, training_form=form), TODAY, RULES).answer is True


def test_who_is_at_school_is_none() -> None:
    school = replace(LEFT, is_enrolled=True, left_on=None, occupation="in_education")
    assert flemish_early_leaver(school, TODAY, RULES).answer is False
    assert eurostat_early_leaver(school, TODAY, RULES).answer is False


@pytest.mark.parametrize(
    ("left_on", "answer"),
    [(date(2026, 11, 22), False), (date(2026, 10, 25), False), (date(2026, 10, 24), True)],
)
def test_four_weeks_without_a_lesson_are_28_days(left_on: date, answer: bool) -> None:
    """Eurostat: no formal or non-formal education or training in the four weeks before."""
    assert eurostat_early_leaver(replace(LEFT, left_on=left_on), TODAY, RULES).answer is answer


@pytest.mark.parametrize("occupation", ["in_training", "apprenticeship"])
def test_training_of_any_kind_counts_for_eurostat_only(occupation: str) -> None:
    """The two definitions may differ: the Flemish one looks at regular education only."""
    school = replace(LEFT, occupation=occupation)
    assert eurostat_early_leaver(school, TODAY, RULES).answer is False
    assert flemish_early_leaver(school, TODAY, RULES).answer is True


def test_what_is_not_known_is_not_guessed() -> None:
    flemish = flemish_early_leaver(replace(LEFT, qualifications=()), TODAY, RULES)
    eurostat = eurostat_early_leaver(replace(LEFT, had_recent_training=None), TODAY, RULES)
    assert (flemish.answer, [one.code for one in flemish.because]) == (None, ["qualification"])
    assert (eurostat.answer, [one.code for one in eurostat.because]) == (None, ["training"])
    assert flemish_early_leaver(Schooling(), TODAY, RULES).answer is None


def test_a_certificate_of_unknown_european_level_is_asked_about() -> None:
    found = eurostat_early_leaver(replace(LEFT, qualifications=("dbso",)), TODAY, RULES)
    assert (found.answer, [one.code for one in found.because]) == (None, ["level"])


def test_the_day_on_which_a_flag_turns_by_itself_is_known() -> None:
    school = replace(LEFT, birth_on=date(2009, 1, 5))
    assert next_change_on(school, TODAY, RULES) == date(2027, 1, 5)
    assert next_change_on(school, date(2026, 7, 1), RULES) == date(2026, 7, 29)
    assert next_change_on(Schooling(), TODAY, RULES) is None


@pytest.mark.parametrize("days", range(0, 400, 7))
def test_no_flag_turns_on_a_day_that_was_not_announced(days: int) -> None:
    """Between today and the announced day both flags stay what they are."""
    start = date.fromordinal(date(2026, 6, 1).toordinal() + days)
    school = replace(LEFT, birth_on=date(2008, 9, 9))
    until = next_change_on(school, start, RULES)
    assert until is not None
    last = date.fromordinal(until.toordinal() - 1)
    for rule in (flemish_early_leaver, eurostat_early_leaver):
        assert rule(school, start, RULES).answer is rule(school, last, RULES).answer


def test_a_mistake_names_the_file_and_the_key() -> None:
    text = house_rules_text("early_leaving").replace("counts_flemish = false", "counts_flemish = 1", 1)
    with pytest.raises(BrokenProgrammeError) as broken:
        read_early_leaving(text, "early_leaving.toml")
    assert (broken.value.file, broken.value.key) == ("early_leaving.toml", "qualifications[1].counts_flemish")
