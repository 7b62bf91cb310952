"""Telephone numbers are tidied, and nothing else is touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eletdesk.domain.phone import is_possible_phone, tidy_phone


@pytest.mark.parametrize(
    ("typed", "tidy"),
    [
        ("0470123456", "0470 12 34 56"),
        ("0470/12.34.56", "0470 12 34 56"),
        ("+32 470 123456", "0470 12 34 56"),
        ("0032470123456", "0470 12 34 56"),
        ("470123456.0", "0470 12 34 56"),
        ("02/555.12.12", "02 555 12 12"),
        ("+33612345678", "+33 6 12 34 56 78"),
    ],
)
def test_numbers_are_written_as_people_read_them(typed: str, tidy: str) -> None:
    assert tidy_phone(typed) == tidy
    assert tidy_phone(tidy) == tidy
    assert is_possible_phone(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "+32 470 12 34 56 oma",
        "geen",
        "0470 12 34 56 of 0471 12 34 56",
        "31/02/2026",
        "",
        "12",
        "?",
        "((((((((",
    ],
)
def test_words_two_numbers_and_dates_stay_as_they_are(typed: str) -> None:
    assert tidy_phone(typed) == typed
    assert not is_possible_phone(typed)


@given(st.text())
def test_any_text_is_kept_or_tidied_without_an_error(text: str) -> None:
    if not is_possible_phone(text):
        assert tidy_phone(text) == text.strip()
