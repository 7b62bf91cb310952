"""Write dates the way a Dutch, French or English letter does; a document need not speak as the screen does."""

from datetime import date

_LOCALES = {"nl": "nl_BE", "fr": "fr_BE", "en": "en_GB"}


def long_date(day: date, language: str) -> str:
    """Return a date with the month in letters: 23 november 2026, 1er décembre 2026, 23 November 2026."""
    from babel.dates import format_date  # noqa: PLC0415

    words = format_date(day, "d MMMM y", locale=_LOCALES[language])
    return words.replace("1 ", "1er ", 1) if language == "fr" and day.day == 1 else words
