"""Write days as a letter does, without weekday, in the language spoken now: a dossier's or the screen's."""

from datetime import date

from eletdesk.domain.date_words import MONTHS
from eletdesk.translation import language


def day_in_words(day: date) -> str:
    """Return 4 maart 2011, 1er mars 2011 or 4 March 2011."""
    number = "1er" if day.day == 1 and language() == "fr" else str(day.day)
    return f"{number} {MONTHS[language()][day.month - 1]} {day.year}"


def period_in_words(starts_on: date, ends_on: date | None) -> str:
    """Return a first and last day, or one day when they are the same."""
    if ends_on is None or ends_on == starts_on:
        return day_in_words(starts_on)
    return f"{day_in_words(starts_on)} – {day_in_words(ends_on)}"
