"""Terms that run in months: they end on the day with the same number, or on the last day of the month."""

from calendar import monthrange
from datetime import date


def months_later(day: date, months: int) -> date:
    """Return the same day some months later; 31 October and four months is 28 or 29 February.

    Where the last month has no such day, the term ends on its last day (Regulation 1182/71, article 3).
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
