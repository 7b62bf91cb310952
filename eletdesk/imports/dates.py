"""Reading dates as people type them into lists: day first, months in three languages, serial numbers."""

import math
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from eletdesk import clock
from eletdesk.domain.date_words import FILLERS, MONTH_OF, WEEKDAY_OF
from eletdesk.domain.names import fold
from eletdesk.imports.sheet import Cell

_SERIAL_ZERO = date(1899, 12, 30)  # day 0 of Excel's calendar, its leap-year error left out
_SERIALS = range(20_000, 75_000)  # 1954 to 2105
_OLDEST_YOUNG_PERSON = 60
_FIRST_YEAR = 1990
_LONGEST = 60

_MONTHS = MONTH_OF | {"febr": 2, "fevr": 2, "aou": 8}
_SPARE = (WEEKDAY_OF.keys() | FILLERS) - _MONTHS.keys()
_SPARE_WORDS = "|".join(sorted(_SPARE, key=len, reverse=True))
_FILLERS = re.compile(rf"\b(?:{_SPARE_WORDS})\b\.?,?")
_TIME = re.compile(r"(?:[t ,]|\bom\b|\ba\b)+\d{1,2}[:hu]\d{0,2}(?::\d\d)?(?:[.,]\d+)?z?$")
_GAP = r"\s*[-/. ]\s*"
_CENTURY = r"(?:19|20)\d\d"
_WAYS = tuple(
    re.compile(way)
    for way in (
        rf"(?P<year>\d{{4}}){_GAP}(?P<month>\d{{1,2}}){_GAP}(?P<day>\d{{1,2}})",
        rf"(?P<day>\d{{1,2}}){_GAP}(?P<month>\d{{1,2}}){_GAP}'?(?P<year>\d{{2}}|\d{{4}})",
        r"(?P<day>\d{1,2})(?:e|er|ste|st|nd|rd|th)?[-/. ]*(?P<word>[a-z]{3,})[-/.,' ]*(?P<year>\d{4}|\d{2})",
        r"(?P<word>[a-z]{3,})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})",
        rf"(?P<day>\d{{2}})(?P<month>\d{{2}})(?P<year>{_CENTURY})",
        rf"(?P<year>{_CENTURY})(?P<month>\d{{2}})(?P<day>\d{{2}})",
    )
)
_YEAR_ONLY = re.compile(_CENTURY)
_NO_YEAR = re.compile(r"\d{1,2}[-/.]\d{1,4}")


@dataclass(frozen=True)
class Unreadable:
    """Why a cell could not be read; reason is a code of reasons.py."""

    reason: str


def read_date(cell: Cell, *, is_birth: bool = False) -> date | Unreadable:
    """Read a date; day before month as in Belgium, two-digit years in the past for births."""
    if isinstance(cell, datetime):
        return _plausible(cell.date(), is_birth)
    if isinstance(cell, date):
        return _plausible(cell, is_birth)
    if isinstance(cell, bool) or cell is None:
        return Unreadable("not_a_date")
    if isinstance(cell, int | float):
        return _from_number(cell, is_birth)
    return _from_text(cell, is_birth)


def _from_number(number: float, is_birth: bool) -> date | Unreadable:
    """Read a serial number of a spreadsheet, or say that it is only a year."""
    if not math.isfinite(number):
        return Unreadable("not_a_date")
    if int(number) in _SERIALS:
        return _plausible(_SERIAL_ZERO + timedelta(days=int(number)), is_birth)
    if number == int(number):
        return _from_text(str(int(number)).zfill(8) if number > 999_999 else str(int(number)), is_birth)
    return Unreadable("not_a_date")


def _from_text(text: str, is_birth: bool) -> date | Unreadable:
    """Try each way of writing a date, or say what is missing."""
    if len(text) > _LONGEST:
        return Unreadable("not_a_date")
    plain = _TIME.sub("", fold(text).strip(" .,;")).strip()
    plain = " ".join(_FILLERS.sub(" ", plain).split()).strip(" .,;")
    if plain.isascii() and plain.isdigit() and len(plain) == 5 and int(plain) in _SERIALS:
        return _from_number(int(plain), is_birth)
    for way in _WAYS:
        found = way.fullmatch(plain) if plain.isascii() else None
        parts = found.groupdict() if found else {}
        month = parts.get("month") or _MONTHS.get(parts.get("word", ""))
        if month:
            return _day(parts["year"], str(month), parts["day"], is_birth)
    return Unreadable(_what_is_missing(plain))


def _what_is_missing(plain: str) -> str:
    """Return why a text is not a whole date."""
    if _YEAR_ONLY.fullmatch(plain):
        return "year_only"
    is_part = any(word.strip(".") in _MONTHS for word in plain.split()) or _NO_YEAR.fullmatch(plain)
    return "incomplete_date" if is_part else "not_a_date"


def _day(year: str, month: str, day: str, is_birth: bool) -> date | Unreadable:
    """Make a date of three numbers, if such a day exists."""
    number = int(year)
    if number < 100:
        this_year = clock.today().year
        number += 2000 if not is_birth or number + 2000 <= this_year else 1900
    try:
        return _plausible(date(number, int(month), int(day)), is_birth)
    except ValueError:
        return Unreadable("no_such_day")


def _plausible(day: date, is_birth: bool) -> date | Unreadable:
    """Refuse births in the future or of old people, and years that no list of today holds."""
    today = clock.today()
    if is_birth:
        if day > today:
            return Unreadable("in_the_future")
        return day if day.year >= today.year - _OLDEST_YOUNG_PERSON else Unreadable("unlikely_year")
    return day if _FIRST_YEAR <= day.year <= today.year + 5 else Unreadable("unlikely_year")
