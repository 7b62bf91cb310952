"""On which day a term ends that starts on another day."""

from datetime import date, timedelta

from eletdesk.domain.school_calendar import working_days_after
from eletdesk.programmes.law.month_terms import months_later

__all__ = ["months_later", "term_ends_on"]


def term_ends_on(day: date, amount: int, unit: str) -> date:
    """Return the last day of a term in days, working_days, weeks, months or years.

    The day itself is not counted; Saturdays, Sundays and public holidays are no working days.
    """
    if unit == "working_days":
        return working_days_after(day, amount)
    if unit in ("months", "years"):
        return months_later(day, amount * (12 if unit == "years" else 1))
    return day + timedelta(days=amount * {"days": 1, "weeks": 7}[unit])
