"""The same day some years later, for ages and for terms that run in years."""

from datetime import date


def years_later(day: date, years: int) -> date:
    """Return the same day years later; 29 February becomes 1 March, so nothing begins or ends too early."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
