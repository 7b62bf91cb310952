"""Durations as people type and read them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eletdesk.domain.spoken_durations import parse_minutes, read_minutes, say_minutes
from eletdesk.errors import InvalidInputError
from eletdesk.translation import LANGUAGES, speaking


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("45", 45),
        ("45m", 45),
        (" 45 min. ", 45),
        ("45'", 45),
        ("1u15", 75),
        ("1h15", 75),
        ("1H05", 65),
        ("1:15", 75),
        ("1 u", 60),
        ("2h", 120),
        ("1,5u", 90),
        ("1.25 h", 75),
        ("1 uur 15 minuten", 75),
        ("1 heure et 20 minutes", 80),
        ("1 hour 15 min", 75),
        ("anderhalf uur", 90),
        ("Une demi-heure", 30),
        ("un quart d’heure", 15),
        ("drie kwartier", 45),
        ("an hour", 60),
        ("'(", 45),
        ("&u&(", 75),
        ("0", 0),
        ("24h", 1440),
    ],
)
def test_three_languages_at_once(typed: str, minutes: int) -> None:
    assert parse_minutes(typed) == minutes


@pytest.mark.parametrize("typed", ["", "x", "1h75", "25h", "1441", "-5", "1u15 gesprek", "12345", "1,5", "h"])
def test_no_duration_is_refused_with_the_field_named(typed: str) -> None:
    with pytest.raises(InvalidInputError) as refusal:
        parse_minutes(typed)
    assert refusal.value.field == "minutes"
    assert read_minutes(typed) is None


def test_minutes_are_said_in_the_language_of_the_reader() -> None:
    said = {}
    for code in LANGUAGES:
        with speaking(code):
            said[code] = [say_minutes(minutes) for minutes in (0, 45, 60, 65, 75)]
    assert said["nl"] == ["0 min", "45 min", "1 u", "1 u 05", "1 u 15"]
    assert said["fr"] == said["en"] == ["0 min", "45 min", "1 h", "1 h 05", "1 h 15"]


@given(st.integers(0, 1440), st.sampled_from(LANGUAGES))
def test_what_is_said_is_understood(minutes: int, code: str) -> None:
    with speaking(code):
        assert parse_minutes(say_minutes(minutes)) == minutes


@given(st.text(max_size=20))
def test_any_text_gives_minutes_of_one_day_or_none(text: str) -> None:
    minutes = read_minutes(text)
    assert minutes is None or 0 <= minutes <= 1440
