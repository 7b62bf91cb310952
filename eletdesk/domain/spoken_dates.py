"""Understand dates as people type them, in Dutch, French and English at once, and say them back.

Sessions look back, tasks look forward: on a Monday `vr` is last Friday in a log and next Friday in a task.
"""

import calendar
from dataclasses import dataclass
from datetime import date

from eletdesk.domain.date_reading import Direction, NoSuchDayError, OtherWeekdayError, understand
from eletdesk.domain.date_words import MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS
from eletdesk.domain.digit_row import digits_without_shift
from eletdesk.errors import InvalidInputError
from eletdesk.translation import _, language, ngettext

_LAST_DAY_SAID_IN_DAYS, _LAST_DAY_SAID_IN_WEEKS, _LAST_MONTH_SAID_IN_MONTHS = 13, 59, 23


@dataclass(frozen=True)
class SpokenDate:
    """A date that was understood; `is_unexpected` when the field looks to the other side of today."""

    on: date
    is_unexpected: bool


def parse_date(text: str, today: date, looks: Direction) -> SpokenDate:
    """Understand the text of a date field; an empty field is today.

    Raises InvalidInputError("date") with a sentence that proposes what may have been meant.
    """
    try:
        on = understand(digits_without_shift(text, letters="dwmjsy"), today, looks)
    except NoSuchDayError as missing:
        raise InvalidInputError("date", _missing_day_sentence(missing)) from None
    except OtherWeekdayError as other:
        sentence = _("{date} is a {weekday}. Which day do you mean?").format(
            date=_day_month(other.on), weekday=WEEKDAYS[language()][other.on.weekday()]
        )
        raise InvalidInputError("date", sentence) from None
    if on is None:
        raise InvalidInputError("date", _("This is not a date. Try 20/11, mon or yest."))
    return SpokenDate(on, on > today if looks == "back" else on < today)


def read_date(text: str, today: date, looks: Direction) -> date | None:
    """Return the date that a few words of a longer line say, or None when they say none."""
    try:
        return understand(text, today, looks)
    except (NoSuchDayError, OtherWeekdayError):
        return None


def _missing_day_sentence(missing: NoSuchDayError) -> str:
    """Say that a day does not exist and which one is near it: 31 February, 28/2."""
    day, month, year = missing.day, missing.month, missing.year
    ending = "" if year is None else f"/{year}"
    if month is None:
        return _("A month has no day {day}. Write day and month, for example 20/11.").format(day=day)
    if not 1 <= month <= 12:
        near_day, near_month = (month, day) if 1 <= day <= 12 and 1 <= month <= 31 else (max(day, 1), 12)
        said = f"{day}/{month}{ending}"
    else:
        near_day, near_month = max(day, 1), month
        said = f"{day} {MONTHS[language()][month - 1]}" + (f" {year}" if year else "")
    near_day = min(near_day, calendar.monthrange(year or 2001, near_month)[1])
    suggestion = f"{near_day}/{near_month}{ending}"
    return _("{date} does not exist. Do you mean {suggestion}?").format(date=said, suggestion=suggestion)


def _day_month(on: date, months: dict[str, tuple[str, ...]] = MONTHS) -> str:
    """Return `20 november`; the French first is `1er`."""
    day = "1er" if on.day == 1 and language() == "fr" else str(on.day)
    return f"{day} {months[language()][on.month - 1]}"


def _year_unless_now(on: date, today: date) -> str:
    """Return the year with a blank before it, or nothing in the year of today."""
    return "" if on.year == today.year else f" {on.year}"


def short_date(on: date, today: date) -> str:
    """Return `vr 20 nov`, with the year when it is not this year."""
    weekday = SHORT_WEEKDAYS[language()][on.weekday()]
    return f"{weekday} {_day_month(on, SHORT_MONTHS)}{_year_unless_now(on, today)}"


def long_date(on: date) -> str:
    """Return `vrijdag 20 november 2026`, as in a letter."""
    return f"{WEEKDAYS[language()][on.weekday()]} {_day_month(on)} {on.year}"


def numeric_date(on: date) -> str:
    """Return 20/11/2026, as in a table or a field."""
    return f"{on.day:02d}/{on.month:02d}/{on.year}"


def describe_date(on: date, today: date) -> str:
    """Return what stands beside a date field: `vr 20 november, 3 dagen geleden`."""
    weekday = SHORT_WEEKDAYS[language()][on.weekday()]
    return f"{weekday} {_day_month(on)}{_year_unless_now(on, today)}, {distance_in_words(on, today)}"


def distance_in_words(on: date, today: date) -> str:
    """Say how far a day is: vandaag, gisteren, 3 dagen geleden, over 2 weken, 5 maanden geleden."""
    away = (on - today).days
    if abs(away) <= 1:
        return {-1: _("yesterday"), 0: _("today"), 1: _("tomorrow")}[away]
    is_past, days = away < 0, abs(away)
    first, last = sorted((on, today))
    months = (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)
    if days <= _LAST_DAY_SAID_IN_DAYS:
        return _days(days, is_past=is_past)
    if days <= _LAST_DAY_SAID_IN_WEEKS:
        return _weeks(days // 7, is_past=is_past)
    if months <= _LAST_MONTH_SAID_IN_MONTHS:
        return _months(months, is_past=is_past)
    return _years(months // 12, is_past=is_past)


def _days(count: int, *, is_past: bool) -> str:
    if is_past:
        return ngettext("{count} day ago", "{count} days ago", count).format(count=count)
    return ngettext("in {count} day", "in {count} days", count).format(count=count)


def _weeks(count: int, *, is_past: bool) -> str:
    if is_past:
        return ngettext("{count} week ago", "{count} weeks ago", count).format(count=count)
    return ngettext("in {count} week", "in {count} weeks", count).format(count=count)


def _months(count: int, *, is_past: bool) -> str:
    if is_past:
        return ngettext("{count} month ago", "{count} months ago", count).format(count=count)
    return ngettext("in {count} month", "in {count} months", count).format(count=count)


def _years(count: int, *, is_past: bool) -> str:
    if is_past:
        return ngettext("{count} year ago", "{count} years ago", count).format(count=count)
    return ngettext("in {count} year", "in {count} years", count).format(count=count)
