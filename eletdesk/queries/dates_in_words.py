"""Write days as a letter does, without weekday, in the language spoken now: a dossier's or the screen's."""

from datetime import date

from eletdesk.domain.date_words import MONTHS
from eletdesk.translation import language


def day_in_words(day: date) -> str:
    """Return 4 maart 2011, 1er mars 2011 or 4 March 2011."""
    return f"{_number(day)} {MONTHS[language()][day.month - 1]} {day.year}"


def period_in_words(starts_on: date, ends_on: date | None) -> str:
    """Return 9 – 13 november 2026, two whole days when the months differ, or one day."""
    if ends_on is None or ends_on == starts_on:
        return day_in_words(starts_on)
    is_one_month = (starts_on.year, starts_on.month) == (ends_on.year, ends_on.month)
    first = _number(starts_on) if is_one_month else day_in_words(starts_on)
    return f"{first} – {day_in_words(ends_on)}"


def _number(day: date) -> str:
    return "1er" if day.day == 1 and language() == "fr" else str(day.day)
