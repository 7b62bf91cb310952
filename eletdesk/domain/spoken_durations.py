"""Understand and say how long something took, in Dutch, French and English at once."""

import re

from eletdesk.domain.digit_row import digits_without_shift
from eletdesk.domain.names import fold
from eletdesk.errors import InvalidInputError
from eletdesk.translation import _, language

LONGEST_MINUTES = 24 * 60

_HOURS = r"(?:u|uur|uren|uurtje|h|hr|hrs|heures?|hours?)"
_MINUTES = r"(?:m|min|mins|minuten|minuut|minutes?|mn|')"
_PATTERNS = (
    re.compile(rf"(?P<minutes>\d{{1,4}})\s*{_MINUTES}?"),
    re.compile(rf"(?P<hours>\d{{1,2}})\s*(?:{_HOURS}|:)\s*(?:(?:en|et|and)\s*)?(?:(?P<minutes>\d{{1,2}})\s*{_MINUTES}?)?"),
    re.compile(rf"(?P<hours>\d{{1,2}})[.,](?P<tenths>\d{{1,2}})\s*{_HOURS}"),
)  # fmt: skip
_IN_WORDS = {
    15: ("kwartier", "een kwartier", "kwartiertje", "un quart d'heure", "quart d'heure", "a quarter"),
    30: (
        "half uur", "een half uur", "halfuur", "half uurtje", "demi-heure", "une demi-heure", "demi heure",
        "half an hour", "half hour",
    ),
    45: ("drie kwartier", "drie kwart", "trois quarts d'heure", "three quarters"),
    60: ("een uur", "uurtje", "een uurtje", "une heure", "an hour", "one hour"),
    90: ("anderhalf uur", "een uur en half", "une heure et demie", "1h et demie", "an hour and a half"),
    120: ("twee uur", "deux heures", "two hours"),
}  # fmt: skip
_MINUTES_OF = {phrase: minutes for minutes, phrases in _IN_WORDS.items() for phrase in phrases}


def read_minutes(text: str) -> int | None:
    """Return the minutes that a text says, or None when it says no duration."""
    said = fold(text).rstrip(".")
    if said in _MINUTES_OF:
        return _MINUTES_OF[said]
    for pattern in _PATTERNS:
        if match := pattern.fullmatch(said):
            parts = {name: digits for name, digits in match.groupdict().items() if digits}
            return _add_up(parts, has_hours="hours" in pattern.groupindex)
    return None


def _add_up(parts: dict[str, str], *, has_hours: bool) -> int | None:
    """Add hours, tenths and minutes; None for 1h75 and for more than a day."""
    minutes = int(parts.get("minutes", 0))
    if has_hours and minutes > 59:
        return None
    hours = float(f"{parts.get('hours', 0)}.{parts.get('tenths', 0)}")
    total = round(hours * 60) + minutes
    return total if total <= LONGEST_MINUTES else None


def parse_minutes(text: str) -> int:
    """Return the minutes typed in a duration field: 45, 45m, 1u15, 1h15, 1,5u, 1:15, anderhalf uur."""
    minutes = read_minutes(text)
    if minutes is None:
        minutes = read_minutes(digits_without_shift(text, letters="uhm"))
    if minutes is None:
        raise InvalidInputError("minutes", _("This is not a duration. Try 45 or 1h15."))
    return minutes


def say_minutes(minutes: int) -> str:
    """Say minutes in the reader's language: 45 min, 1 u, 1 u 15."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} min"
    letter = "u" if language() == "nl" else "h"
    return f"{hours} {letter} {rest:02d}" if rest else f"{hours} {letter}"
