"""Keeping national numbers out of everything that is taken over (Act of 8 August 1983, art. 8; rule 18)."""

import re

from eletdesk.domain.national_number import without_national_numbers

INSTEAD = "…"
_LONG_NUMBER = re.compile(r"\d(?:[\s.,/_·\-]{0,3}\d){8,}")


def without_numbers(text: str) -> tuple[str, int]:
    """Return the text without national numbers, and how many there were."""
    cleaned, count = without_national_numbers(text, INSTEAD)
    return (cleaned, count) if count else (text, 0)


def without_any_long_number(text: str) -> tuple[str, int]:
    """Return the text of a column of national numbers without even the mistyped ones."""
    cleaned, count = _LONG_NUMBER.subn("", text)
    return cleaned.strip(" .,;:-/"), count
