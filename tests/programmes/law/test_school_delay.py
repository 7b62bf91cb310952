"""School delay as it is counted (0, 1, 2, more), and the lists of the school career."""

from datetime import date

import pytest

from eletdesk.programmes.broken import BrokenProgrammeError
from eletdesk.programmes.law.rule_file import house_rules_text
from eletdesk.programmes.law.school_career import (
    grade_of_words,
    read_school_career,
    school_career,
    school_delay,
)

CAREER = school_career()


@pytest.mark.parametrize(
    ("birth_on", "grade", "grade_year", "first_year", "years", "band"),
    [
        (date(2014, 12, 31), 1, 1, 2026, 0, "0"),  # turns 12 on the last day of the year of the start
        (date(2014, 1, 1), 1, 1, 2026, 0, "0"),
        (date(2013, 12, 31), 1, 1, 2026, 1, "1"),
        (date(2010, 3, 4), 2, 2, 2026, 1, "1"),  # fourth year at 16
        (date(2011, 3, 4), 2, 2, 2026, 0, "0"),
        (date(2009, 6, 1), 2, 2, 2026, 2, "2"),
        (date(2008, 2, 29), 2, 2, 2026, 3, ">2"),
        (date(2008, 2, 29), 3, 2, 2026, 1, "1"),
        (date(2008, 2, 29), 3, 3, 2026, 0, "0"),  # the seventh year
        (date(2015, 3, 4), 1, 1, 2026, 0, "0"),  # a year ahead is no delay
    ],
)
def test_delay_by_birth_year(
    birth_on: date, grade: int, grade_year: int, first_year: int, years: int, band: str
) -> None:
    """Rule 20 (Dataloep: schoolse achterstand 0, 1, 2, more than 2 years)."""
    delay = school_delay(birth_on, grade, grade_year, first_year, 0, CAREER.delay)
    assert (delay.years, delay.band(), delay.used) == (years, band, "birth_year")


def test_without_a_grade_the_repeated_years_are_used() -> None:
    delay = school_delay(date(2010, 3, 4), 0, 0, 2026, 2, CAREER.delay)
    assert (delay.years, delay.used, delay.differs) == (2, "repeated_years", False)


def test_a_difference_between_both_is_shown_and_the_birth_year_counts() -> None:
    """Domain text: school delay is derived, repeated years are written down; both are shown."""
    delay = school_delay(date(2010, 3, 4), 2, 1, 2026, 1, CAREER.delay)
    assert (delay.years, delay.by_birth_year, delay.repeated_years, delay.differs) == (2, 2, 1, True)
    ahead = school_delay(date(2012, 3, 4), 2, 2, 2026, 1, CAREER.delay)
    assert (ahead.years, ahead.by_birth_year, ahead.differs) == (0, -1, True)


def test_no_repeated_year_is_no_difference() -> None:
    """A newcomer is behind without having repeated a year, and 0 is also what nobody filled in."""
    assert not school_delay(date(2010, 3, 4), 2, 1, 2026, 0, CAREER.delay).differs


@pytest.mark.parametrize("missing", ["birth", "grade", "year"])
def test_nothing_known_is_not_no_delay(missing: str) -> None:
    delay = school_delay(
        None if missing == "birth" else date(2010, 3, 4),
        0 if missing == "grade" else 2,
        2,
        0 if missing == "year" else 2026,
        0,
        CAREER.delay,
    )
    assert (delay.years, delay.band(), delay.used, delay.differs) == (None, "", "", False)


def test_the_exit_positions_are_those_of_the_department() -> None:
    """Rule 20 (Dataloep: uitstroompositie)."""
    codes = [one.code for one in CAREER.exit_positions]
    assert codes == ["aso", "tso", "bso", "kso", "dbso", "leertijd", "buso_ov3", "buso_ov4"]


@pytest.mark.parametrize(
    ("finality", "form", "positions"),
    [
        ("labour_market", "none", ("bso", "dbso")),
        ("dual", "none", ("tso", "kso")),
        ("transfer", "none", ("aso", "tso", "kso")),
        ("none", "none", ()),
        ("labour_market", "ov3", ("buso_ov3",)),
        ("transfer", "ov4", ("buso_ov4",)),
        ("none", "ov1", ()),
    ],
)
def test_a_finality_proposes_exit_positions(finality: str, form: str, positions: tuple[str, ...]) -> None:
    """Domain text 4: A-finality bso/dbso, double tso/kso, transfer aso/tso/kso; a proposal."""
    assert CAREER.proposed_positions(finality, form) == positions


def test_study_domains_and_finalities_carry_the_official_codes() -> None:
    """Code list of the Flemish study offer."""
    assert [one.official for one in CAREER.study_domains] == [str(number) for number in range(1, 11)]
    assert [one.official for one in CAREER.finalities] == ["DO", "DU", "A", "E"]
    assert [one.code for one in CAREER.attests] == ["A", "B", "C"]


def test_a_position_that_is_not_in_the_list_is_a_mistake() -> None:
    text = house_rules_text("school_career").replace('positions = ["tso", "kso"]', 'positions = ["xso"]')
    with pytest.raises(BrokenProgrammeError) as broken:
        read_school_career(text, "school_career.toml")
    assert broken.value.key == "finalities[2].positions"


@pytest.mark.parametrize(
    ("words", "grade"),
    [
        ("4de jaar", (2, 2)),
        ("1A", (1, 1)),
        ("5TSO", (3, 1)),
        (" 6e année", (3, 2)),
        ("7", (3, 3)),
        ("8ste", (0, 0)),
        ("2026-2027", (0, 0)),
        ("3/9/2026", (0, 0)),
        ("OKAN", (0, 0)),
        ("", (0, 0)),
    ],
)
def test_a_year_in_words_gives_the_grade(words: str, grade: tuple[int, int]) -> None:
    """Structure of secondary education: three grades of two years, and a seventh year."""
    assert grade_of_words(words, CAREER.delay) == grade
