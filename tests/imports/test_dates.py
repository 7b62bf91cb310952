"""Dates as they stand in lists."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eletdesk import clock
from eletdesk.imports.dates import Unreadable, read_date
from eletdesk.imports.reasons import problem_reasons
from eletdesk.imports.sheet import Cell

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2026, 11, 22))
MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "nl kort": "jan feb mrt apr mei jun jul aug sept okt nov dec",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "fr kort": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    "en": "January February March April May June July August September October November December",
}


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        (date(2008, 3, 13), date(2008, 3, 13)),
        (datetime(2008, 3, 13, 12, 0), date(2008, 3, 13)),  # noqa: DTZ001 - a cell has no zone
        (39520, date(2008, 3, 13)),
        (39520.5, date(2008, 3, 13)),
        ("39520", date(2008, 3, 13)),
        ("13/03/2008", date(2008, 3, 13)),
        ("12.3.08", date(2008, 3, 12)),
        ("8.11.2026", date(2026, 11, 8)),
        ("2-4-10", date(2010, 4, 2)),
        ("13-3-'08", date(2008, 3, 13)),
        ("13 03 2008", date(2008, 3, 13)),
        ("2008-03-13", date(2008, 3, 13)),
        ("2008-03-13T00:00:00", date(2008, 3, 13)),
        ("13/03/2008 14:30", date(2008, 3, 13)),
        ("13032008", date(2008, 3, 13)),
        (13032008, date(2008, 3, 13)),
        (20080313, date(2008, 3, 13)),
        ("vr 13/03/2008", date(2008, 3, 13)),
        ("vendredi 13 mars 2009", date(2009, 3, 13)),
        ("le 1er août 2010", date(2010, 8, 1)),
        ("3rd March 2009", date(2009, 3, 3)),
        ("March 3, 2009", date(2009, 3, 3)),
        ("10-okt-06", date(2006, 10, 10)),
        ("ma 3 mei 2010", date(2010, 5, 3)),
    ],
)
def test_dates_are_read(cell: Cell, day: date) -> None:
    assert read_date(cell) == day
    assert read_date(cell, is_birth=day.year < 2026) == day


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("2008", "year_only"),
        (2008, "year_only"),
        ("maart 2008", "incomplete_date"),
        ("12/3", "incomplete_date"),
        ("31/02/2026", "no_such_day"),
        ("03/25/2010", "no_such_day"),
        ("99/99/9999", "no_such_day"),
        ("ca. 3/4/2010", "not_a_date"),
        ("volgende week", "not_a_date"),
        ("²/3/2010x", "not_a_date"),
        ("٣/٣/٢٠١٠", "not_a_date"),
        (True, "not_a_date"),
        (1.5, "not_a_date"),
        (10**30, "not_a_date"),
        ("1/1/1800", "unlikely_year"),
        ("x" * 10_000, "not_a_date"),
        ("=SUM(A1:A3)", "not_a_date"),
    ],
)
def test_what_is_no_date_comes_back_with_the_reason(cell: Cell, reason: str) -> None:
    assert read_date(cell) == Unreadable(reason)


def test_births_lie_in_the_past() -> None:
    assert read_date("04-09-12", is_birth=True) == date(2012, 9, 4)
    assert read_date("04-09-99", is_birth=True) == date(1999, 9, 4)
    assert read_date("23/11/2026", is_birth=True) == Unreadable("in_the_future")
    assert read_date("22/11/2026", is_birth=True) == date(2026, 11, 22)
    assert read_date("04-09-27", is_birth=True) == Unreadable("unlikely_year")
    assert read_date("04-09-27") == date(2027, 9, 4)


@given(
    DAYS, st.sampled_from(["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d", "%d %m %Y", "%d%m%Y", "%Y/%m/%d"])
)
def test_every_day_is_read_in_every_order_of_numbers(day: date, way: str) -> None:
    assert read_date(day.strftime(way)) == day
    assert read_date((day - date(1899, 12, 30)).days) == day


@given(DAYS, st.sampled_from(sorted(MONTHS)), st.sampled_from(["", "op ", "le "]), st.booleans())
def test_every_day_is_read_with_the_month_in_words(
    day: date, table: str, before: str, is_upper: bool
) -> None:
    text = f"{before}{day.day} {MONTHS[table].split()[day.month - 1]} {day.year}"
    assert read_date(text.upper() if is_upper else text) == day


@given(st.one_of(st.text(max_size=80), st.integers(), st.floats(), st.booleans(), st.datetimes(), st.dates()))
def test_any_cell_is_read_or_refused_with_a_known_reason(cell: Cell) -> None:
    for is_birth in (False, True):
        read = read_date(cell, is_birth=is_birth)
        if isinstance(read, Unreadable):
            assert read.reason in problem_reasons()
        else:
            assert clock.today() - timedelta(days=60 * 366) < read
            assert not is_birth or read <= clock.today()
