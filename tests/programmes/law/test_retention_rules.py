"""Rule 17: retention by profile, with the edge days (jeugdhulp.be, BVR 2014; vrijclb.be, het CLB-dossier)."""

from dataclasses import replace
from datetime import date

import pytest

from eletdesk.programmes.broken import BrokenProgrammeError
from eletdesk.programmes.definition import Retention
from eletdesk.programmes.law.retention_rules import (
    OwnTerm,
    read_retention_rules,
    retention_rules,
    retention_term,
)
from eletdesk.programmes.reading import load_programmes

NAFT = load_programmes()[("naft", 1)].retention
CLB = replace(NAFT, code="clb", until_age=25, years_after_contact=10)


def ends(*profiles: Retention, born: date | None = date(2010, 5, 5), last: date = date(2027, 1, 1)) -> date:
    term = retention_term(profiles, born, last)
    assert term is not None
    return term.ends_on


@pytest.mark.parametrize(
    ("born_on", "ends_on"),
    [
        (date(2010, 5, 5), date(2045, 5, 5)),
        (date(2008, 2, 29), date(2043, 3, 1)),
        (date(2012, 2, 29), date(2047, 3, 1)),
        (date(2009, 8, 31), date(2044, 8, 31)),
    ],
)
def test_rule_17_youth_help_until_the_35th_birthday(born_on: date, ends_on: date) -> None:
    """BVR integrale jeugdhulp 2014, art. 20, 61 and 85: until the person turns 35."""
    assert ends(NAFT, born=born_on) == ends_on


@pytest.mark.parametrize(
    ("last", "ends_on"),
    [
        (date(2020, 5, 5), date(2035, 5, 5)),  # ten years are over before the 25th birthday
        (date(2025, 5, 5), date(2035, 5, 5)),  # both on the same day
        (date(2028, 2, 29), date(2038, 3, 1)),
        (date(2030, 8, 31), date(2040, 8, 31)),
    ],
)
def test_rule_17_clb_ten_years_after_contact_and_not_before_25(last: date, ends_on: date) -> None:
    """vrijclb.be: at least ten years after the last contact, not before the age of 25."""
    assert ends(CLB, last=last) == ends_on


def test_rule_17_clb_special_education_until_30() -> None:
    """vrijclb.be: pupils who ended in special education, until 30."""
    term = retention_term((CLB,), date(2010, 5, 5), date(2020, 1, 1), was_in_special_education=True)
    assert term is not None
    assert term.ends_on == date(2040, 5, 5)
    assert term.basis.source.code == "vrijclb"
    late = retention_term((CLB,), date(2010, 5, 5), date(2031, 1, 1), was_in_special_education=True)
    assert late is not None
    assert late.ends_on == date(2041, 1, 1)


def test_rule_17_special_education_does_not_lengthen_youth_help() -> None:
    term = retention_term((NAFT,), date(2010, 5, 5), date(2020, 1, 1), was_in_special_education=True)
    assert term is not None
    assert term.ends_on == date(2045, 5, 5)


def test_rule_17_latest_profile_of_a_file_counts() -> None:
    assert ends(CLB, NAFT) == date(2045, 5, 5)
    assert ends(CLB, NAFT, last=date(2040, 1, 1)) == date(2050, 1, 1)


def test_rule_17_own_term_of_an_organisation_goes_first() -> None:
    own = {"clb": OwnTerm(until_age=0, years_after_contact=3)}
    term = retention_term((CLB,), date(2010, 5, 5), date(2027, 1, 1), own=own)
    assert term is not None
    assert (term.ends_on, term.is_own) == (date(2030, 1, 1), True)


def test_without_birth_date_no_term_is_guessed() -> None:
    assert retention_term((CLB,), None, date(2020, 1, 1)) is None
    own = {"clb": OwnTerm(years_after_contact=3)}
    term = retention_term((CLB,), None, date(2020, 1, 1), own=own)
    assert term is not None
    assert term.ends_on == date(2023, 1, 1)


def test_nothing_is_kept_by_no_profile() -> None:
    assert retention_term((), date(2010, 5, 5), date(2020, 1, 1)) is None


def test_closing_has_a_duty_with_its_source() -> None:
    (duty,) = retention_rules().duties
    assert "kopie" in duty.label.nl
    assert duty.basis.source.code == "jeugdhulp"


def test_broken_rules_name_file_and_key() -> None:
    with pytest.raises(BrokenProgrammeError) as caught:
        read_retention_rules("[[extensions]]\ncode = 1", "own.toml")
    assert "own.toml" in str(caught.value)
