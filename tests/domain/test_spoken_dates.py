"""Dates as people type and read them, in three languages at once."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eletdesk.domain.date_reading import Direction
from eletdesk.domain.spoken_dates import (
    describe_date,
    distance_in_words,
    long_date,
    numeric_date,
    parse_date,
    read_date,
    short_date,
)
from eletdesk.errors import InvalidInputError
from eletdesk.translation import LANGUAGES, speaking

MONDAY = date(2026, 11, 23)
DIRECTIONS: tuple[Direction, Direction] = ("back", "forward")
DAYS = st.dates(date(1930, 1, 1), date(2090, 12, 31))


def back(text: str) -> date:
    return parse_date(text, MONDAY, "back").on


def forward(text: str) -> date:
    return parse_date(text, MONDAY, "forward").on


@pytest.mark.parametrize(
    ("texts", "days"),
    [
        (["", " ", "v", "Vandaag", "auj", "aujourd’hui", "today"], 0),
        (["gist", "gisteren", "hier", "yest", "yesterday", "-1", "-1d", "-1 j"], -1),
        (["eergisteren", "avant-hier", "-2", "-2d", "2 dagen geleden", "il y a 2 jours", "2 days ago"], -2),
        (["morgen", "demain", "tomorrow", "+1", "=1d"], 1),
        (["overmorgen", "après-demain", "over 2 dagen", "dans 2 jours", "in 2 days"], 2),
        (["+1w", "volgende week", "la semaine prochaine", "next week"], 7),
        (["-1w", "vorige week", "last week"], -7),
    ],
)
def test_distances_from_today_are_the_same_in_both_directions(texts: list[str], days: int) -> None:
    for text in texts:
        assert back(text) == forward(text) == MONDAY + timedelta(days=days), text


def test_months_that_are_too_short_give_their_last_day() -> None:
    assert parse_date("-1m", date(2026, 3, 31), "back").on == date(2026, 2, 28)
    assert parse_date("+1y", date(2024, 2, 29), "forward").on == date(2025, 2, 28)


@pytest.mark.parametrize(
    ("text", "last", "coming"),
    [
        ("vr", date(2026, 11, 20), date(2026, 11, 27)),
        ("ven.", date(2026, 11, 20), date(2026, 11, 27)),
        ("Fri", date(2026, 11, 20), date(2026, 11, 27)),
        ("zondag", date(2026, 11, 22), date(2026, 11, 29)),
        ("mar", date(2026, 11, 17), date(2026, 11, 24)),
        ("ma", MONDAY, date(2026, 11, 30)),
        ("vorige ma", date(2026, 11, 16), date(2026, 11, 16)),
        ("lundi dernier", date(2026, 11, 16), date(2026, 11, 16)),
        ("volgende di", date(2026, 11, 24), date(2026, 11, 24)),
        ("20", date(2026, 11, 20), date(2026, 12, 20)),
        ("31", date(2026, 10, 31), date(2026, 12, 31)),
        ("20/11", date(2026, 11, 20), date(2027, 11, 20)),
        ("20 nov.", date(2026, 11, 20), date(2027, 11, 20)),
        ("1er août", date(2026, 8, 1), date(2027, 8, 1)),
        ("Nov 20", date(2026, 11, 20), date(2027, 11, 20)),
        ("2011", date(2026, 11, 20), date(2027, 11, 20)),
        ("201126", date(2026, 11, 20), date(2026, 11, 20)),
        ("20112026", date(2026, 11, 20), date(2026, 11, 20)),
        ("mar. 24 nov.", date(2026, 11, 24), date(2026, 11, 24)),
        ("vendredi 20 novembre 2026", date(2026, 11, 20), date(2026, 11, 20)),
        ("mar 24", date(2026, 3, 24), date(2027, 3, 24)),
        ("29/2", date(2024, 2, 29), date(2028, 2, 29)),
        ("éà:&&", date(2026, 11, 20), date(2027, 11, 20)),
    ],
)
def test_sessions_look_back_and_tasks_look_forward(text: str, last: date, coming: date) -> None:
    assert (back(text), forward(text)) == (last, coming)


@pytest.mark.parametrize("between", [":", ";", ",", ".", "-", "/", " ", " / "])
def test_every_separator_of_an_azerty_keyboard_will_do(between: str) -> None:
    assert back(between.join(("12", "3", "25"))) == date(2025, 3, 12)
    assert back(between.join(("12", "03", "1985"))) == date(1985, 3, 12)
    assert back(between.join(("2025", "03", "12"))) == date(2025, 3, 12)


def test_two_digits_of_a_year_are_a_young_person_s_birth_or_soon() -> None:
    assert back("12/3/08") == date(2008, 3, 12)
    assert back("12/3/85") == date(1985, 3, 12)
    assert forward("12/3/27") == date(2027, 3, 12)


def test_a_date_on_the_other_side_is_marked_so_that_the_screen_can_ask() -> None:
    assert parse_date("morgen", MONDAY, "back").is_unexpected
    assert parse_date("gisteren", MONDAY, "forward").is_unexpected
    assert not parse_date("v", MONDAY, "back").is_unexpected
    assert not parse_date("v", MONDAY, "forward").is_unexpected


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("31/2", "31 February does not exist. Do you mean 28/2?"),
        ("31 feb 2024", "31 February 2024 does not exist. Do you mean 29/2/2024?"),
        ("11/20", "11/20 does not exist. Do you mean 20/11?"),
        ("20/13", "20/13 does not exist. Do you mean 20/12?"),
        ("32", "A month has no day 32. Write day and month, for example 20/11."),
        ("ma 20 nov 2026", "20 November is a Friday. Which day do you mean?"),
        ("xyz", "This is not a date. Try 20/11, mon or yest."),
        ("12/3/1850", "This is not a date. Try 20/11, mon or yest."),
        ("+99999w", "This is not a date. Try 20/11, mon or yest."),
        ("+9999y", "This is not a date. Try 20/11, mon or yest."),
        ("-3 cars", "This is not a date. Try 20/11, mon or yest."),
        ("over 3 zorgen", "This is not a date. Try 20/11, mon or yest."),
        ("1 2 3 4", "This is not a date. Try 20/11, mon or yest."),
        ("de", "This is not a date. Try 20/11, mon or yest."),
        ("0/11", "0 November does not exist. Do you mean 1/11?"),
    ],
)
def test_what_cannot_be_is_answered_with_a_proposal(text: str, meant: str) -> None:
    for looks in DIRECTIONS:
        with speaking("en"), pytest.raises(InvalidInputError) as refusal:
            parse_date(text, MONDAY, looks)
        assert (refusal.value.field, str(refusal.value)) == ("date", meant)
        assert read_date(text, MONDAY, looks) is None


def test_february_31_is_refused_in_dutch_with_the_sentence_of_the_design() -> None:
    with pytest.raises(InvalidInputError, match=r"^31 februari bestaat niet\. Bedoel je 28/2\?$"):
        parse_date("31/2", MONDAY, "back")


def test_dates_are_said_in_each_language() -> None:
    friday, may_day = date(2026, 11, 20), date(2025, 5, 1)
    said = {}
    for code in LANGUAGES:
        with speaking(code):
            said[code] = (describe_date(friday, MONDAY), short_date(may_day, MONDAY), long_date(may_day))
    assert said["nl"] == ("vr 20 november, 3 dagen geleden", "do 1 mei 2025", "donderdag 1 mei 2025")
    assert said["fr"] == ("ven. 20 novembre, il y a 3 jours", "jeu. 1er mai 2025", "jeudi 1er mai 2025")
    assert said["en"] == ("Fri 20 November, 3 days ago", "Thu 1 May 2025", "Thursday 1 May 2025")
    assert numeric_date(may_day) == "01/05/2025"


def test_distances_are_said_in_the_unit_that_fits() -> None:
    with speaking("en"):
        said = [
            distance_in_words(MONDAY + timedelta(days=days), MONDAY)
            for days in (0, 1, -1, 13, -14, 59, 60, -365, 729, -731)
        ]
    assert said == [
        "today", "tomorrow", "yesterday", "in 13 days", "2 weeks ago", "in 8 weeks", "in 1 month",
        "12 months ago", "in 23 months", "2 years ago",
    ]  # fmt: skip


@given(DAYS, DAYS, st.sampled_from(LANGUAGES), st.sampled_from(DIRECTIONS))
def test_what_is_said_is_understood(on: date, today: date, code: str, looks: Direction) -> None:
    with speaking(code):
        for said in (short_date(on, today), long_date(on), numeric_date(on), on.isoformat()):
            assert parse_date(said, today, looks).on == on, said


@given(DAYS, st.integers(1, 31), st.integers(1, 12))
def test_a_day_and_month_lie_on_the_side_that_is_looked_to(today: date, day: int, month: int) -> None:
    past, future = (read_date(f"{day}/{month}", today, looks) for looks in DIRECTIONS)
    assert (past is None) == (future is None)
    if past and future:
        assert past <= today <= future
        assert (past.day, past.month) == (future.day, future.month) == (day, month)


@given(DAYS, st.sampled_from(["ma", "di", "wo", "jeu", "ven", "sat", "sunday"]))
def test_a_weekday_is_at_most_a_week_away(today: date, word: str) -> None:
    assert 0 <= (today - parse_date(word, today, "back").on).days <= 6
    assert 1 <= (parse_date(word, today, "forward").on - today).days <= 7


@given(st.text(max_size=30), DAYS, st.sampled_from(DIRECTIONS))
def test_any_text_is_a_date_or_refused(text: str, today: date, looks: Direction) -> None:
    with suppress(InvalidInputError):
        assert isinstance(parse_date(text, today, looks).on, date)


@given(
    st.text(alphabet="0123456789/.-:;,= +mdwjanovfévr&é\"'(§è!çà", max_size=12),
    DAYS,
    st.sampled_from(DIRECTIONS),
)
def test_texts_that_look_like_dates_never_break_it(text: str, today: date, looks: Direction) -> None:
    try:
        on = parse_date(text, today, looks).on
    except InvalidInputError:
        return
    assert 1900 <= on.year <= 2100
