"""Understand dates as people type them, in Dutch, French and English at once, and say them back.

Sessions look back, tasks look forward: on a Monday `vr` is last Friday in a log and next Friday in a task.
"""

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeAlias

from eletdesk.domain import date_words as words
from eletdesk.domain.digit_row import digits_without_shift
from eletdesk.domain.names import fold
from eletdesk.errors import InvalidInputError
from eletdesk.translation import _, language, ngettext

Direction: TypeAlias = Literal["back", "forward"]

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_YEARS_TO_A_LEAP_DAY = 8
_UNITS = {word: unit for unit, names in words.UNITS.items() for word in names}
_DAYS_AWAY = {phrase: days for days, phrases in words.DAYS_AWAY.items() for phrase in phrases}
_SIGNED = re.compile(r"(?P<sign>[+=-])\s*(?P<count>\d{1,5})\s*(?P<unit>[a-z]*)")
_AHEAD = re.compile(r"(?:over|binnen|in|dans) (?P<count>\d{1,5}) (?P<unit>[a-z]+)")
_AGO = re.compile(r"(?:il y a )?(?P<count>\d{1,5}) (?P<unit>[a-z]+)(?: geleden| ago)?")
_TOKEN = re.compile(r"\d+|[a-z]+")
_BETWEEN = re.compile(r"[\s:;,./-]*")


@dataclass(frozen=True)
class SpokenDate:
    """A date that was understood; `is_unexpected` when it lies on the other side of today than the field looks."""

    on: date
    is_unexpected: bool


class _NoSuchDayError(Exception):
    """Day, month and year were said but the calendar has no such day; year is None when it was not said."""

    def __init__(self, day: int, month: int | None, year: int | None) -> None:
        super().__init__()
        self.day, self.month, self.year = day, month, year


class _OtherWeekdayError(Exception):
    """A weekday was said that does not fit the date."""

    def __init__(self, on: date) -> None:
        super().__init__()
        self.on = on


def parse_date(text: str, today: date, looks: Direction) -> SpokenDate:
    """Understand the text of a date field; an empty field is today.

    Raises InvalidInputError("date") with a sentence that proposes what may have been meant.
    """
    try:
        on = _understand(digits_without_shift(text, letters="dwmjsy"), today, looks)
    except _NoSuchDayError as missing:
        raise InvalidInputError("date", _missing_day_sentence(missing, today)) from None
    except _OtherWeekdayError as other:
        sentence = _("{date} is a {weekday}. Which day do you mean?")
        weekday = words.WEEKDAYS[language()][other.on.weekday()]
        raise InvalidInputError("date", sentence.format(date=_day_and_month(other.on), weekday=weekday)) from None
    if on is None:
        raise InvalidInputError("date", _("This is not a date. Try 20/11, mon or yest."))
    return SpokenDate(on, on > today if looks == "back" else on < today)


def read_date(text: str, today: date, looks: Direction) -> date | None:
    """Return the date that a few words say, or None when they say none; for words inside a longer line."""
    try:
        return _understand(text, today, looks)
    except (_NoSuchDayError, _OtherWeekdayError):
        return None


def _understand(text: str, today: date, looks: Direction) -> date | None:
    """Try all ways of saying a date, the plainest first."""
    said = fold(text).replace("'", "")
    if match := _SIGNED.fullmatch(said):
        sign = -1 if match["sign"] == "-" else 1
        return _moved(today, sign * int(match["count"]), match["unit"] or "d")
    if _BETWEEN.fullmatch(_TOKEN.sub("", said)) is None:
        return None
    tokens = [token for token in _TOKEN.findall(said) if token not in words.FILLERS]
    if tokens and len(tokens) > 1 and tokens[0].isdigit() and tokens[1] in words.ORDINAL_ENDINGS:
        del tokens[1]
    phrase = " ".join(tokens)
    if phrase in _DAYS_AWAY:
        return today + timedelta(days=_DAYS_AWAY[phrase])
    if match := _AHEAD.fullmatch(phrase):
        return _moved(today, int(match["count"]), match["unit"])
    if (match := _AGO.fullmatch(phrase)) and (" ago" in phrase or "geleden" in phrase or "il y a" in phrase):
        return _moved(today, -int(match["count"]), match["unit"])
    return _weekday(tokens, today, looks) or _calendar_day(tokens, today, looks)


def _moved(today: date, count: int, unit_word: str) -> date | None:
    """Return the day some days, weeks, months or years away; the last of the month when it is too short."""
    unit = _UNITS.get(unit_word)
    if unit in ("days", "weeks"):
        ordinal = today.toordinal() + count * (7 if unit == "weeks" else 1)
        if not date(_FIRST_YEAR, 1, 1).toordinal() <= ordinal <= date(_LAST_YEAR, 12, 31).toordinal():
            return None
        return date.fromordinal(ordinal)
    if unit is None:
        return None
    year, month = divmod(today.year * 12 + today.month - 1 + count * (12 if unit == "years" else 1), 12)
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    return date(year, month + 1, min(today.day, calendar.monthrange(year, month + 1)[1]))


def _weekday(tokens: list[str], today: date, looks: Direction) -> date | None:
    """Understand `vr`, `vorige ma` and `mardi prochain`; today's own name is today in a log, in a week in a task."""
    days = [words.WEEKDAY_OF[token] for token in tokens if token in words.WEEKDAY_OF]
    others = [token for token in tokens if token not in words.WEEKDAY_OF]
    if len(days) != 1 or len(others) > 1:
        return None
    back = (today.weekday() - days[0]) % 7
    if not others:
        return today + timedelta(days=-back if looks == "back" else 7 - back)
    if others[0] in words.BEFORE_TODAY:
        return today - timedelta(days=back or 7)
    return today + timedelta(days=7 - back) if others[0] in words.AFTER_TODAY else None


def _calendar_day(tokens: list[str], today: date, looks: Direction) -> date | None:
    """Understand 20, 20/11, 20 nov, 12/3/25, 2026-11-20, 201126, with or without the weekday before it."""
    weekday = words.WEEKDAY_OF.get(tokens[0]) if len(tokens) > 1 and tokens[1].isdigit() else None
    parts = _numbers(tokens if weekday is None else tokens[1:])
    if parts is None:
        return None
    day, month, year = parts
    on = _nearest(day, month, year, today, looks)
    if weekday is not None and on.weekday() != weekday:
        raise _OtherWeekdayError(on)
    return on


def _numbers(tokens: list[str]) -> tuple[int, int | None, int | None] | None:
    """Return day, month and year as far as said; None when the words are no date."""
    if len(tokens) == 1 and len(tokens[0]) in (4, 6, 8) and tokens[0].isdigit():
        tokens = [part for part in (tokens[0][:2], tokens[0][2:4], tokens[0][4:]) if part]
    if len(tokens) > 1 and tokens[0] in words.MONTH_OF:
        tokens = [tokens[1], tokens[0], *tokens[2:]]
    if len(tokens) == 3 and len(tokens[0]) == 4:
        tokens = tokens[::-1]
    if not 1 <= len(tokens) <= 3 or not tokens[0].isdigit() or len(tokens[0]) > 2:
        return None
    month = year = None
    if len(tokens) > 1:
        month = words.MONTH_OF.get(tokens[1])
        if month is None and tokens[1].isdigit() and len(tokens[1]) <= 2:
            month = int(tokens[1])
        if month is None:
            return None
    if len(tokens) > 2:
        if not tokens[2].isdigit() or len(tokens[2]) not in (2, 4):
            return None
        year = int(tokens[2])
    return int(tokens[0]), month, year
