"""Limits of a programme: those of a SAS, 3 months renewable once, 6 months a school year, 1 year in all."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from eletdesk.domain.school_calendar import Community, SchoolYear
from eletdesk.programmes.definition import Clock
from eletdesk.programmes.limits import LimitState, Spell, limit_state, spells_of
from eletdesk.programmes.reading import house_programmes

SAS = house_programmes()["sas", 1]
START = date(2026, 9, 7)


def clock(code: str) -> Clock:
    found = SAS.clock(code, START)
    assert found is not None
    return found


def state(code: str, on: date, *spells: Spell) -> LimitState:
    found = limit_state(clock(code), spells, SAS, on)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("on", "is_near", "is_over", "renewals_left", "ends_on"),
    [
        (START, False, False, 1, date(2026, 12, 6)),
        (date(2026, 11, 17), False, False, 1, date(2026, 12, 6)),
        (date(2026, 11, 18), True, False, 1, date(2026, 12, 6)),
        (date(2026, 12, 6), True, False, 1, date(2026, 12, 6)),
        (date(2026, 12, 7), False, False, 0, date(2027, 3, 6)),
        (date(2027, 3, 6), True, False, 0, date(2027, 3, 6)),
        (date(2027, 3, 7), True, True, 0, date(2027, 3, 6)),
    ],
)
def test_sas_three_months_and_once_again(
    on: date, *, is_near: bool, is_over: bool, renewals_left: int, ends_on: date
) -> None:
    """SAS: 3 months, renewable once (intersas.be/sas); told from 80 %: 73 of the 91 days are used."""
    found = state("care_period", on, Spell(START))
    assert (found.is_near(on), found.is_over(on)) == (is_near, is_over)
    assert (found.renewals_left, found.ends_on) == (renewals_left, ends_on)
    assert found.used_days == (on - START).days + 1


def test_sas_a_period_counts_on_its_own() -> None:
    """SAS: 3 months renewable once is said of each stay (intersas.be/sas)."""
    earlier = Spell(date(2026, 1, 5), date(2026, 6, 30))
    assert state("care_period", START, earlier, Spell(START)).used_days == 1


def test_sas_six_months_in_a_school_year() -> None:
    """SAS: at most 6 months in one school year, added up (intersas.be/sas); it begins anew in August."""
    first = Spell(date(2026, 9, 1), date(2026, 11, 29))  # 90 days of the 181 from 1 September
    on = date(2027, 2, 1)
    found = state("care_school_year", on, first, Spell(on))
    assert (found.used_days, found.allowed_days) == (91, 181)
    assert found.ends_on == on + timedelta(days=90)


@pytest.mark.parametrize(("on", "used"), [(date(2026, 8, 22), 53), (date(2026, 8, 24), 2)])
def test_sas_a_new_school_year_starts_with_nothing_used(on: date, used: int) -> None:
    """The French Community began on 24 August in 2026 (decree of 31 March 2022), never before the 23rd."""
    assert SchoolYear(2026, Community.french).starts_on == date(2026, 8, 24)
    found = state("care_school_year", on, Spell(date(2026, 7, 1)))
    assert found.used_days == used


def test_sas_a_limit_of_the_year_that_falls_in_the_next_one_is_not_reached() -> None:
    """The six months of this school year cannot run out when it is over before."""
    found = state("care_school_year", date(2027, 6, 1), Spell(date(2027, 5, 1)))
    assert (found.ends_on, found.warn_on) == (None, None)


def test_sas_one_year_over_the_whole_schooling() -> None:
    """SAS: at most one year over the whole schooling (intersas.be/sas), stays of earlier years too."""
    earlier = [Spell(date(year, 1, 1), date(year, 5, 1)) for year in (2024, 2025, 2026)]  # 122 + 121 + 121
    on = date(2026, 9, 8)
    found = state("care_lifetime", on, *earlier, Spell(START))
    assert (found.used_days, found.allowed_days) == (366, 366)
    assert found.is_near(on)
    assert not found.is_over(on)
    assert state("care_lifetime", on + timedelta(days=1), *earlier, Spell(START)).is_over(
        on + timedelta(days=1)
    )


def test_a_stay_that_starts_when_nothing_is_left_is_over_from_its_first_day() -> None:
    found = state("care_lifetime", START, Spell(date(2025, 1, 1), date(2026, 6, 30)), Spell(START))
    assert found.is_over(START)
    assert found.ends_on == START - timedelta(days=1)


def test_a_stay_that_is_over_ends_nowhere_and_still_counts() -> None:
    found = state("care_lifetime", date(2027, 1, 1), Spell(START, date(2026, 9, 30)))
    assert (found.used_days, found.ends_on, found.is_over(date(2027, 1, 1))) == (24, None, False)


def test_days_count_once_where_stays_touch_or_overlap() -> None:
    touching = (Spell(START, date(2026, 9, 30)), Spell(date(2026, 10, 1)))
    overlapping = (Spell(START), Spell(date(2026, 9, 15), date(2026, 9, 20)))
    for spells in (touching, overlapping):
        found = state("care_period", date(2026, 10, 10), *spells)
        assert (found.used_days, found.ends_on) == (34, date(2026, 12, 6))


def test_what_is_still_to_come_and_what_is_not_counted_in_days_has_no_state() -> None:
    assert limit_state(clock("care_period"), [Spell(START)], SAS, START - timedelta(days=1)) is None
    half_days = replace(clock("care_period"), unit="lesson_half_days")
    assert limit_state(half_days, [Spell(START)], SAS, START) is None
    assert limit_state(clock("care_period"), [], SAS, START) is None


@pytest.mark.parametrize(
    ("start", "ends_on"), [(date(2026, 11, 30), date(2027, 2, 27)), (date(2028, 2, 29), date(2028, 5, 28))]
)
def test_three_months_end_before_the_same_day(start: date, ends_on: date) -> None:
    """Months that have no such day end on their last one (Regulation 1182/71, article 3); leap day too."""
    assert state("care_period", start, Spell(start)).ends_on == ends_on


def test_a_limit_without_a_share_is_told_on_its_last_day() -> None:
    found = limit_state(replace(clock("care_period"), warn_at=0.0), [Spell(START)], SAS, START)
    assert found is not None
    assert found.warn_on == found.ends_on == date(2026, 12, 6)


def test_weeks_and_days_are_limits_too() -> None:
    for unit, days in (("weeks", 21), ("days", 3)):
        found = limit_state(replace(clock("care_period"), unit=unit), [Spell(START)], SAS, START)
        assert found is not None
        assert found.allowed_days == days


def test_the_stays_of_a_pathway_follow_from_its_stages() -> None:
    stages = [
        ("demande", START),
        ("prise_en_charge", date(2026, 9, 14)),
        ("retour", date(2026, 10, 1)),
        ("prise_en_charge", date(2026, 10, 10)),
    ]
    starts = "stage_entered:prise_en_charge"
    first = Spell(date(2026, 9, 14), date(2026, 9, 30))
    assert spells_of(starts, START, None, stages) == (first, Spell(date(2026, 10, 10)))
    closed_on = date(2026, 12, 1)
    assert spells_of(starts, START, closed_on, stages) == (
        first,
        Spell(date(2026, 10, 10), date(2026, 11, 30)),
    )
    assert spells_of("started_on", START, closed_on, stages) == (Spell(START, closed_on),)
    assert spells_of("last_contact_on", START, None, stages) == ()
    assert spells_of(starts, START, None, [("prise_en_charge", START), ("retour", START)]) == ()
