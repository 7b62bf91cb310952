"""Write days in the language that is spoken now, which may be a dossier's and not the screen's."""

from datetime import date

from eletdesk.translation import language

_LOCALES = {"nl": "nl_BE", "fr": "fr_BE", "en": "en_GB"}


def long_day(day: date) -> str:
    """Return a day with the month in letters: 4 maart 2011, 1er mars 2011, 4 March 2011."""
    return _written(day, "d MMMM y")


def short_day(day: date) -> str:
    """Return a day with a short month: 6 okt. 2026, 6 oct. 2026, 6 Oct 2026."""
    return _written(day, "d MMM y")


def period(starts_on: date, ends_on: date | None) -> str:
    """Return a first and last day, or one day when they are the same."""
    if ends_on is None or ends_on == starts_on:
        return long_day(starts_on)
    return f"{long_day(starts_on)} – {long_day(ends_on)}"


def _written(day: date, pattern: str) -> str:
    from babel.dates import format_date  # noqa: PLC0415  heavy: only when a dossier is made

    words = format_date(day, pattern, locale=_LOCALES[language()])
    return f"1er{words[1:]}" if language() == "fr" and day.day == 1 else words
