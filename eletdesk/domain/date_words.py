"""The names of days and months in Dutch, French and English, to say dates and to understand them."""

from typing import TypeAlias

_Names: TypeAlias = dict[str, tuple[str, ...]]

WEEKDAYS: _Names = {
    "nl": ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
SHORT_WEEKDAYS: _Names = {
    "nl": ("ma", "di", "wo", "do", "vr", "za", "zo"),
    "fr": ("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
MONTHS: _Names = {
    "nl": (
        "januari", "februari", "maart", "april", "mei", "juni",
        "juli", "augustus", "september", "oktober", "november", "december",
    ),
    "fr": (
        "janvier", "février", "mars", "avril", "mai", "juin",
        "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip
SHORT_MONTHS: _Names = {
    "nl": ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
    "fr": (
        "janv.", "févr.", "mars", "avr.", "mai", "juin",
        "juil.", "août", "sept.", "oct.", "nov.", "déc.",
    ),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}  # fmt: skip

_MORE_WEEKDAYS = {
    "din": 1,
    "woe": 2,
    "don": 3,
    "vri": 4,
    "zat": 5,
    "zon": 6,
    "tues": 1,
    "weds": 2,
    "thur": 3,
    "thurs": 3,
}
_MORE_MONTHS = {"janv": 1, "fev": 2, "maa": 3, "sept": 9, "juill": 7}
_PLAIN = str.maketrans("éû", "eu", ".")


def _numbered(*tables: _Names, first: int) -> dict[str, int]:
    """Turn tables of names into one of folded name to number."""
    return {
        name.lower().translate(_PLAIN): number
        for table in tables
        for names in table.values()
        for number, name in enumerate(names, start=first)
    }


WEEKDAY_OF = _numbered(WEEKDAYS, SHORT_WEEKDAYS, first=0) | _MORE_WEEKDAYS
"""Folded word to weekday, Monday is 0; `mar` is mardi here."""

MONTH_OF = _numbered(MONTHS, SHORT_MONTHS, first=1) | _MORE_MONTHS
"""Folded word to month, January is 1; `mar` is March here."""

DAYS_AWAY = {
    -2: ("eergisteren", "eergist", "avant hier", "avanthier"),
    -1: ("gist", "gister", "gisteren", "hier", "yest", "yesterday"),
    0: ("v", "vandaag", "vdg", "auj", "aujourdhui", "today", "tod"),
    1: ("morgen", "mrg", "demain", "dem", "tomorrow", "tmr"),
    2: ("overmorgen", "apres demain", "apresdemain"),
    7: ("volgende week", "semaine prochaine", "next week"),
    -7: ("vorige week", "semaine derniere", "semaine passee", "last week"),
}
"""Days from today and the folded phrases that say so."""

UNITS = {
    "days": ("d", "dag", "dagen", "dgn", "j", "jr", "jour", "jours", "day", "days"),
    "weeks": ("w", "week", "weken", "wk", "s", "sem", "semaine", "semaines", "weeks"),
    "months": ("m", "mnd", "maand", "maanden", "mois", "month", "months"),
    "years": ("y", "jaar", "an", "ans", "year", "years"),
}
"""Units of a distance such as -2d, and the folded words for them."""

BEFORE_TODAY = frozenset(
    ("vorige", "vorig", "afgelopen", "laatste", "dernier", "derniere", "passe", "passee", "last", "previous")
)
AFTER_TODAY = frozenset(
    ("volgende", "volgend", "komende", "aanstaande", "prochain", "prochaine", "next", "coming")
)
FILLERS = frozenset(("op", "om", "de", "den", "le", "la", "du", "the", "on", "of"))
ORDINAL_ENDINGS = frozenset(("e", "er", "ste", "th", "st", "nd", "rd", "eme"))
