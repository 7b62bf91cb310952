"""Who may start a qualifying training path (OKOT): met, not met or not known, never a refusal."""

from dataclasses import replace
from datetime import date

import pytest

from eletdesk.programmes.broken import BrokenProgrammeError
from eletdesk.programmes.law.early_leaving import Schooling
from eletdesk.programmes.law.okot import okot_eligibility, okot_rules, read_okot
from eletdesk.programmes.law.rule_file import house_rules_text

RULES = okot_rules()
TODAY = date(2026, 11, 22)
READY = Schooling(
    birth_on=date(2004, 1, 10),
    is_enrolled=False,
    left_on=date(2024, 6, 30),
    community="flemish",
    qualifications=("none",),
    occupation="job_seeker",
    registered_on=date(2024, 8, 1),
    integration_period_ended_on=date(2025, 8, 1),
)
YES = dict.fromkeys(RULES.questions, True)


def state_of(code: str, school: Schooling, on: date = TODAY) -> bool | None:
    found = okot_eligibility(school, YES, on, RULES)
    return next(one.is_met for one in found.conditions if one.code == code)


def test_everything_met_is_a_yes_with_every_source() -> None:
    """participate-autisme.be fiche 252; Thomas More."""
    found = okot_eligibility(READY, YES, TODAY, RULES)
    assert found.answer is True
    assert len(found.conditions) == 8
    assert {one.basis.source.code for one in found.conditions} == {"participate", "thomas_more"}


@pytest.mark.parametrize(
    ("birth_on", "left_on", "is_enrolled", "state"),
    [
        (date(2004, 11, 22), date(2026, 6, 30), False, True),  # the 22nd birthday
        (date(2004, 11, 23), date(2026, 6, 30), False, False),  # the day before it
        (date(2007, 1, 1), date(2024, 11, 22), False, True),  # two years out
        (date(2007, 1, 1), date(2024, 11, 23), False, False),
        (date(2007, 1, 1), None, False, None),
        (date(2007, 1, 1), None, True, False),
        (None, date(2026, 6, 30), False, None),
    ],
)
def test_22_years_old_or_two_years_out(
    birth_on: date | None, left_on: date | None, is_enrolled: bool, state: bool | None
) -> None:
    school = replace(READY, birth_on=birth_on, left_on=left_on, is_enrolled=is_enrolled)
    assert state_of("age_or_out_of_education", school) is state


def test_two_years_after_a_leap_day_are_over_on_1_march() -> None:
    school = replace(READY, birth_on=date(2008, 1, 1), left_on=date(2024, 2, 29))
    assert state_of("age_or_out_of_education", school, date(2026, 2, 28)) is False
    assert state_of("age_or_out_of_education", school, date(2026, 3, 1)) is True


@pytest.mark.parametrize(
    ("occupation", "registered_on", "state"),
    [
        ("job_seeker", date(2026, 9, 1), True),
        ("job_seeker", None, None),
        ("in_work", date(2026, 9, 1), False),
        ("unknown", None, None),
    ],
)
def test_registered_and_without_work(occupation: str, registered_on: date | None, state: bool | None) -> None:
    school = replace(READY, occupation=occupation, registered_on=registered_on)
    assert state_of("registered_job_seeker", school) is state


@pytest.mark.parametrize(
    ("ended_on", "state"), [(None, None), (date(2026, 11, 22), True), (date(2026, 11, 23), False)]
)
def test_the_integration_period_has_ended(ended_on: date | None, state: bool | None) -> None:
    assert state_of("integration_period_ended", replace(READY, integration_period_ended_on=ended_on)) is state


@pytest.mark.parametrize(
    ("codes", "state"), [((), None), (("none",), True), (("bso_3_2",), True), (("diploma_so",), False)]
)
def test_no_diploma_of_secondary_education(codes: tuple[str, ...], state: bool | None) -> None:
    assert state_of("no_diploma", replace(READY, qualifications=codes)) is state


def test_what_only_the_worker_knows_is_asked() -> None:
    found = okot_eligibility(READY, {}, TODAY, RULES)
    assert found.answer is None
    assert [one.asks for one in found.because] == list(RULES.questions)
    refused = okot_eligibility(READY, YES | {"okot_screening": False}, TODAY, RULES)
    assert refused.answer is False


def test_a_condition_that_nothing_answers_is_a_mistake_in_the_file() -> None:
    text = house_rules_text("okot").replace('asks = "okot_screening"\n', "")
    with pytest.raises(BrokenProgrammeError) as broken:
        read_okot(text, "okot.toml")
    assert (broken.value.file, broken.value.key) == ("okot.toml", "conditions[7].code")
