"""Offer the periods that people report about: this school year, quarters, the year before, own dates."""

from dataclasses import dataclass
from datetime import date, timedelta

from eletdesk.queries.dates_in_words import period_in_words
from eletdesk.statistics.facts import Period
from eletdesk.translation import _

OWN = "own"
_SCHOOL_STARTS = 9
"""School years are counted from 1 September, whatever the first school day is."""


@dataclass(frozen=True)
class NamedPeriod:
    """One choice; the period is None where one types the dates."""

    key: str
    text: str
    period: Period | None


def named_periods(today: date) -> list[NamedPeriod]:
    """Return the choices; a period that still runs ends today."""
    year = today.year if today.month >= _SCHOOL_STARTS else today.year - 1
    quarter = today.replace(day=1, month=3 * ((today.month - 1) // 3) + 1)
    before = quarter - timedelta(days=1)
    last_quarter = before.replace(day=1, month=before.month - 2)
    return [
        _named("year", _("This school year"), Period(date(year, 9, 1), today)),
        _named("quarter", _("This quarter"), Period(quarter, today)),
        _named("last_quarter", _("Last quarter"), Period(last_quarter, before)),
        _named("last_year", _("Last school year"), Period(date(year - 1, 9, 1), date(year, 8, 31))),
        NamedPeriod(OWN, _("Own dates …"), None),
    ]


def in_words(period: Period) -> str:
    """Return a period as one says it."""
    return period_in_words(period.first_day, period.last_day)


def _named(key: str, text: str, period: Period) -> NamedPeriod:
    return NamedPeriod(key, text, period)
