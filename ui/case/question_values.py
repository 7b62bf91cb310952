"""Kept answers as the values of fields."""

from datetime import date


def day_of(kept: str) -> date | None:
    """Return the day of a kept answer; None when there is none, or when it was another kind of question."""
    try:
        return date.fromisoformat(kept) if kept else None
    except ValueError:
        return None
