"""On which day a term ends that starts on another day."""

from calendar import monthrange
from datetime import date, timedelta

from eletdesk.domain.school_calendar import working_days_after


def months_later(day: date, months: int) -> date:
    """Return the same day of a later month; the last one of a month that is too short for it."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def term_ends_on(day: date, amount: int, unit: str) -> date:
    """Return the last day of a term in days, working_days, weeks, months or years.

    The day itself is not counted; Saturdays, Sundays and public holidays are no working days.
    """
    if unit == "working_days":
        return working_days_after(day, amount)
    if unit in ("months", "years"):
        return months_later(day, amount * (12 if unit == "years" else 1))
    return day + timedelta(days=amount * {"days": 1, "weeks": 7}[unit])
