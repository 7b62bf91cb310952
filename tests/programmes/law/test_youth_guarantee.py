"""Rule 19: the Youth Guarantee clock, its terms at month ends and leap days, its ages, its findings."""

from datetime import date

import pytest

from eletdesk.errors import InvalidInputError
from eletdesk.programmes.broken import BrokenProgrammeError
from eletdesk.programmes.law.month_terms import months_later
from eletdesk.programmes.law.rule_file import house_rules_text
from eletdesk.programmes.law.youth_guarantee import (
    age_band_of,
    check_finding,
    due_on,
    is_in_age,
    read_youth_guarantee,
    youth_guarantee,
)

RULES = youth_guarantee()


@pytest.mark.parametrize(
    ("starts_on", "months", "ends_on"),
    [
        (date(2026, 6, 30), 4, date(2026, 10, 30)),
        (date(2026, 10, 31), 4, date(2027, 2, 28)),
        (date(2027, 10, 31), 4, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2028, 2, 29), 48, date(2032, 2, 29)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 8, 31), 1, date(2026, 9, 30)),
        (date(2026, 12, 31), 18, date(2028, 6, 30)),
        (date(2026, 1, 1), 12, date(2027, 1, 1)),
    ],
)
def test_a_term_in_months_ends_on_the_same_day_or_the_last_of_the_month(
    starts_on: date, months: int, ends_on: date
) -> None:
    """Rule 19; Regulation 1182/71, article 3."""
    assert months_later(starts_on, months) == ends_on


def test_who_leaves_education_in_flanders_has_an_offer_within_four_months() -> None:
    """Rule 19 (Jongerengarantie, executed by VDAB)."""
    (term,) = RULES.terms_from("left_education", "flanders", date(2026, 6, 30))
    assert (term.code, due_on(date(2026, 6, 30), term)) == ("offer", date(2026, 10, 30))
    assert term.basis.source.code == "jongerengarantie"


def test_in_brussels_one_is_informed_within_a_month_as_well() -> None:
    """Rule 19 (be.brussels: informed within the month, oriented within four months)."""
    terms = RULES.terms_from("left_education", "brussels", date(2026, 8, 31))
    assert [(term.code, due_on(date(2026, 8, 31), term)) for term in terms] == [
        ("informed", date(2026, 9, 30)),
        ("offer", date(2026, 12, 31)),
    ]
    assert all(term.basis.source.code == "brussel" for term in terms)


def test_the_follow_up_after_an_exit_is_at_6_12_and_18_months() -> None:
    """Rule 19 (European Commission, follow-up 6, 12 and 18 months after the exit)."""
    terms = RULES.terms_from("exit", "flanders", date(2026, 8, 31))
    assert [due_on(date(2026, 8, 31), term) for term in terms] == [
        date(2027, 2, 28),
        date(2027, 8, 31),
        date(2028, 2, 29),
    ]


def test_the_newest_line_that_holds_on_the_first_day_counts() -> None:
    """A law that changes is a second line: terms that began before keep the old one."""
    text = house_rules_text("youth_guarantee") + (
        '[[terms]]\ncode = "offer"\nregion = "flanders"\nstarts = "left_education"\nmonths = 3\n'
        'looks_for = "offer"\nlabel = { nl = "a", fr = "b", en = "c" }\nsource = "jongerengarantie"\n'
        "valid_from = 2027-01-01\n"
    )
    rules = read_youth_guarantee(text, "new.toml")
    for on, months in ((date(2026, 12, 31), 4), (date(2027, 1, 1), 3)):
        (term,) = rules.terms_from("left_education", "flanders", on)
        assert term.months == months


@pytest.mark.parametrize(
    ("birth_on", "on", "is_meant"),
    [
        (date(1996, 11, 23), date(2026, 11, 22), True),
        (date(1996, 11, 23), date(2026, 11, 23), False),  # the 30th birthday
        (date(2011, 11, 23), date(2026, 11, 22), False),
        (date(2011, 11, 23), date(2026, 11, 23), True),  # the 15th birthday
        (date(1996, 2, 29), date(2026, 2, 28), True),  # a birthday on 29 February: 1 March in 2026
        (date(1996, 2, 29), date(2026, 3, 1), False),
    ],
)
def test_the_guarantee_ends_with_the_thirtieth_birthday(birth_on: date, on: date, is_meant: bool) -> None:
    """Rule 19: upper age 30 (VDAB since 2020, Actiris); NEET are 15 to 29."""
    limit = RULES.age_limit("flanders", date(2026, 11, 22))
    assert limit is not None
    assert is_in_age(birth_on, on, limit) is is_meant


@pytest.mark.parametrize(
    ("age_day", "band"),
    [
        (date(2023, 11, 21), ""),
        (date(2023, 11, 22), "15_17"),
        (date(2026, 11, 21), "15_17"),
        (date(2026, 11, 22), "18_24"),
        (date(2033, 11, 21), "18_24"),
        (date(2033, 11, 22), "25_29"),
        (date(2038, 11, 22), ""),
    ],
)
def test_bands_of_ages_turn_on_a_birthday(age_day: date, band: str) -> None:
    assert age_band_of(date(2008, 11, 22), age_day, RULES.age_bands) == band


def test_an_offer_is_one_of_four_kinds_and_in_brussels_of_five() -> None:
    """Rule 19 and COM(2020) 277: employment, continued education, apprenticeship, traineeship."""
    flanders = {one.code for one in RULES.findings_of("offer", "flanders")}
    assert flanders == {"employment", "education", "apprenticeship", "traineeship", "none_known"}
    brussels = {one.code for one in RULES.findings_of("offer", "brussels")}
    assert brussels - flanders == {"social_integration"}


def test_what_cannot_be_found_by_a_term_is_refused_at_the_field() -> None:
    term = RULES.term("offer")
    assert term is not None
    with pytest.raises(InvalidInputError) as refused:
        check_finding(RULES, term, "unemployed", "flanders")
    assert refused.value.field == "outcome"


@pytest.mark.parametrize(
    ("occupation", "offer", "look"),
    [
        ("in_work", "employment", "employment"),
        ("in_training", "education", "training"),
        ("in_education", "education", "education"),
        ("job_seeker", None, "unemployed"),
        ("unknown", None, None),
    ],
)
def test_a_situation_says_what_was_found(occupation: str, offer: str | None, look: str | None) -> None:
    found = [RULES.finding_of(occupation, kind) for kind in ("offer", "situation")]
    assert [one and one.code for one in found] == [offer, look]


@pytest.mark.parametrize(("attempts", "days"), [(0, 3), (1, 3), (2, 7), (3, 14), (4, 30), (9, 30)])
def test_the_next_attempt_waits_longer_each_time(attempts: int, days: int) -> None:
    """Our choice (own_choice), to be changed in the file."""
    assert RULES.attempts.wait_after(attempts) == days
    assert RULES.attempts.basis.certainty == "own_choice"


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("months = 4", "months = 0", "terms[2].months"),
        ('region = "brussels"', 'region = "wallonia"', "terms[1].region"),
        ("wait_days = [3, 7, 14, 30]", "wait_days = []", "attempts.wait_days"),
        ("until_age = 30", "until_age = 15", "ages[1].until_age"),
    ],
)
def test_a_mistake_names_the_file_and_the_key(old: str, new: str, key: str) -> None:
    text = house_rules_text("youth_guarantee").replace(old, new, 1)
    with pytest.raises(BrokenProgrammeError) as broken:
        read_youth_guarantee(text, "youth_guarantee.toml")
    assert (broken.value.file, broken.value.key) == ("youth_guarantee.toml", key)
