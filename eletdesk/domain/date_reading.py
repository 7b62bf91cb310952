"""The grammar of typed dates: from words and numbers in Dutch, French and English to a day."""

import calendar
import re
from datetime import date, timedelta
from typing import Literal, TypeAlias

from eletdesk.domain import date_words as words
from eletdesk.domain.names import fold

Direction: TypeAlias = Literal["back", "forward"]

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_YEARS_TO_A_LEAP_DAY = 8
_YEARS_AHEAD_IN_TWO_DIGITS = 10
_UNITS = {word: unit for unit, names in words.UNITS.items() for word in names}
_DAYS_AWAY = {phrase: days for days, phrases in words.DAYS_AWAY.items() for phrase in phrases}
_SIGNED = re.compile(r"(?P<sign>[+=-])\s*(?P<count>\d{1,5})\s*(?P<unit>[a-z]*)")
_AHEAD = re.compile(r"(?:over|binnen|in|dans) (?P<count>\d{1,5}) (?P<unit>[a-z]+)")
_AGO = re.compile(
    r"(?=il y a |.* (?:geleden|ago)$)(?:il y a )?(?P<count>\d{1,5}) (?P<unit>[a-z]+)(?: geleden| ago)?"
)
_TOKEN = re.compile(r"\d+|[a-z]+")
_SEPARATORS = re.compile(r"[\s:;,./-]*")


class NoSuchDayError(Exception):
    """Day, month and year were said but no calendar has that day; month and year are None when not said."""

    def __init__(self, day: int, month: int | None, year: int | None) -> None:
        super().__init__()
        self.day, self.month, self.year = day, month, year


class OtherWeekdayError(Exception):
    """A weekday was said that does not fit the date."""

    def __init__(self, on: date) -> None:
        super().__init__()
        self.on = on


def understand(text: str, today: date, looks: Direction) -> date | None:
    """Return the day that a text says, None when it says none; empty is today."""
    said = fold(text).replace("'", "")
    if match := _SIGNED.fullmatch(said):
        count = int(match["count"]) * (-1 if match["sign"] == "-" else 1)
        return _moved(today, count, match["unit"] or "d")
    if not _SEPARATORS.fullmatch(_TOKEN.sub("", said)):
        return None
    tokens = _tokens(said)
    if not tokens:
        return None if said else today
    phrase = " ".join(tokens)
    if phrase in _DAYS_AWAY:
        return today + timedelta(days=_DAYS_AWAY[phrase])
    if match := _AHEAD.fullmatch(phrase) or _AGO.fullmatch(phrase):
        count = int(match["count"]) * (1 if match.re is _AHEAD else -1)
        return _moved(today, count, match["unit"])
    return _weekday(tokens, today, looks) or _calendar_day(tokens, today, looks)


def _tokens(said: str) -> list[str]:
    """Return the numbers and words that carry meaning: no articles, no `er` after `1`."""
    tokens: list[str] = []
    for token in _TOKEN.findall(said):
        is_ending = token in words.ORDINAL_ENDINGS and tokens and tokens[-1].isdigit()
        if token not in words.FILLERS and not is_ending:
            tokens.append(token)
    return tokens


def _moved(today: date, count: int, unit_word: str) -> date | None:
    """Return the day so many units away; a month that is too short gives its last day."""
    unit = _UNITS.get(unit_word)
    if unit is None:
        return None
    if unit in ("days", "weeks"):
        ordinal = today.toordinal() + count * (7 if unit == "weeks" else 1)
        first, last = date(_FIRST_YEAR, 1, 1).toordinal(), date(_LAST_YEAR, 12, 31).toordinal()
        return date.fromordinal(ordinal) if first <= ordinal <= last else None
    year, month = divmod(today.year * 12 + today.month - 1 + count * (12 if unit == "years" else 1), 12)
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    return date(year, month + 1, min(today.day, calendar.monthrange(year, month + 1)[1]))


def _weekday(tokens: list[str], today: date, looks: Direction) -> date | None:
    """Understand vr, vorige ma, mardi prochain; today's own name is today in a log, next week in a task."""
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
    """Understand 20, 20/11, 20 nov, 12/3/25, 2026-11-20, 201126; a weekday may stand before it."""
    has_weekday = len(tokens) > 1 and tokens[0] in words.WEEKDAY_OF and tokens[1].isdigit()
    if has_weekday and tokens[0] in words.MONTH_OF:
        has_weekday = len(tokens) > 2 and not re.fullmatch(r"\d{4}", tokens[2])
    parts = _day_month_year(_in_order(tokens[1:] if has_weekday else tokens))
    if parts is None:
        return None
    on = _nearest(*parts, today, looks)
    if not has_weekday or on.weekday() == words.WEEKDAY_OF[tokens[0]]:
        return on
    other_side = _nearest(*parts, today, "forward" if looks == "back" else "back")
    if other_side.weekday() == words.WEEKDAY_OF[tokens[0]] and other_side.year == today.year:
        return other_side
    raise OtherWeekdayError(on)


def _in_order(tokens: list[str]) -> list[str]:
    """Put day, month and year in that order: 201126, Nov 20 and 2026-11-20 are turned."""
    if len(tokens) == 1 and tokens[0].isdigit() and len(tokens[0]) in (4, 6, 8):
        digits = tokens[0]
        return [part for part in (digits[:2], digits[2:4], digits[4:]) if part]
    if len(tokens) > 1 and tokens[0] in words.MONTH_OF:
        return [tokens[1], tokens[0], *tokens[2:]]
    if len(tokens) == 3 and len(tokens[0]) == 4:
        return tokens[::-1]
    return tokens


def _day_month_year(tokens: list[str]) -> tuple[int, int | None, int | None] | None:
    """Return the numbers as far as they were said; None when the tokens are no date."""
    if not 1 <= len(tokens) <= 3:
        return None
    day, month, year = [*tokens, "", ""][:3]
    month = str(words.MONTH_OF.get(month, month))
    fits = (
        day.isdigit() and len(day) <= 2
        and (not month or (month.isdigit() and len(month) <= 2))
        and (not year or (year.isdigit() and (len(year) == 2 or _FIRST_YEAR <= int(year) <= _LAST_YEAR)))
    )  # fmt: skip
    if not fits:
        return None
    return int(day), int(month) if month else None, int(year) if year else None


def _nearest(day: int, month: int | None, year: int | None, today: date, looks: Direction) -> date:
    """Return the day itself; when said in part, the nearest such day on the side that the field looks to."""
    if year is not None and month is not None:
        if year < 100:
            year += 2000 if 2000 + year <= today.year + _YEARS_AHEAD_IN_TWO_DIGITS else 1900
        if 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]:
            return date(year, month, day)
        raise NoSuchDayError(day, month, year)
    step = -1 if looks == "back" else 1
    for distance in range(_YEARS_TO_A_LEAP_DAY * 12 + 1):
        year, index = divmod(today.year * 12 + today.month - 1 + distance * step, 12)
        if month in (None, index + 1) and 1 <= day <= calendar.monthrange(year, index + 1)[1]:
            on = date(year, index + 1, day)
            if on == today or (on < today) == (looks == "back"):
                return on
    raise NoSuchDayError(day, month, None)
