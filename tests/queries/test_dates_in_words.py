"""Days in a dossier are written as in a letter, in its language."""

from datetime import date

import pytest

from eletdesk.queries.dates_in_words import day_in_words, period_in_words
from eletdesk.translation import speaking

FIRST, LAST = date(2026, 3, 1), date(2026, 3, 13)


@pytest.mark.parametrize(
    ("language", "day", "days", "months"),
    [
        ("nl", "1 maart 2026", "1 – 13 maart 2026", "1 maart 2026 – 2 april 2026"),
        ("fr", "1er mars 2026", "1er – 13 mars 2026", "1er mars 2026 – 2 avril 2026"),
        ("en", "1 March 2026", "1 – 13 March 2026", "1 March 2026 – 2 April 2026"),
    ],
)
def test_days_and_periods(language: str, day: str, days: str, months: str) -> None:
    with speaking(language):
        assert day_in_words(FIRST) == day
        assert period_in_words(FIRST, LAST) == days
        assert period_in_words(FIRST, date(2026, 4, 2)) == months
        assert period_in_words(FIRST, FIRST) == period_in_words(FIRST, None) == day
