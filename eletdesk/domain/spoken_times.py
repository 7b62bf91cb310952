"""Understand a time of day as people type it: 14:00, 14u30, 9h, 1430, and say it back."""

import re
from datetime import time

from eletdesk.domain.digit_row import digits_without_shift
from eletdesk.domain.names import fold
from eletdesk.errors import InvalidInputError
from eletdesk.translation import _

_TIME = re.compile(r"(\d{1,2})\s*(?:[:.uh]|uur|heures?)?\s*(\d{2})?")


def parse_time(text: str) -> time | None:
    """Understand the text of a time field; an empty field is no time."""
    said = fold(text).strip()
    if not said:
        return None
    found = _TIME.fullmatch(said) or _TIME.fullmatch(digits_without_shift(text, letters="uh"))
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        raise InvalidInputError("time", _("This is not a time. Try 14:00 or 14h30."))
    return time(int(found[1]), int(found[2] or 0))


def say_time(at: time) -> str:
    """Return 14:30."""
    return f"{at:%H:%M}"
