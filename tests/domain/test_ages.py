"""Ages, birthdays on 29 February, bands."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eletdesk.domain.ages import AGE_BANDS, age_band, age_on, turns

BIRTHS = st.dates(date(1990, 1, 1), date(2020, 12, 31))


def test_age_changes_on_the_birthday() -> None:
    assert age_on(date(2009, 11, 22), date(2026, 11, 21)) == 16
    assert age_on(date(2009, 11, 22), date(2026, 11, 22)) == 17


def test_born_on_the_leap_day_turns_eighteen_on_the_first_of_march() -> None:
    assert turns(date(2008, 2, 29), 18) == date(2026, 3, 1)
    assert turns(date(2008, 2, 29), 12) == date(2020, 2, 29)
    assert age_on(date(2008, 2, 29), date(2026, 2, 28)) == 17


@given(BIRTHS, st.integers(0, 40))
def test_an_age_begins_on_the_day_that_turns_gives(birth_on: date, years: int) -> None:
    day = turns(birth_on, years)
    assert age_on(birth_on, day) == years
    assert age_on(birth_on, day - timedelta(days=1)) == years - 1


@pytest.mark.parametrize(
    ("age", "band"),
    [(12, "12-13"), (13, "12-13"), (17, "16-17"), (18, "18-20"), (20, "18-20"), (21, "21-24"), (29, "25-29")],
)
def test_bands_hold_their_first_and_last_age(age: int, band: str) -> None:
    assert age_band(age) == band


def test_every_age_has_one_band_and_gaps_are_said() -> None:
    assert {age_band(age) for age in range(12, 30)} == set(AGE_BANDS)
    assert [age_band(age) for age in (11, 30, -1, None)] == ["other", "other", "other", "unknown"]
