"""How much of a limit of a programme is used: per period with its renewals, per school year, or in all."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from eletdesk.programmes.definition import Clock, Programme
from eletdesk.programmes.law.month_terms import months_later

_DAY = timedelta(days=1)
_DAYS = {"days": 1, "weeks": 7}
_MONTHS = {"months": 1, "years": 12}


@dataclass(frozen=True, slots=True)
class Spell:
    """A time that counts for a limit; both days count, and no last day means that it still lasts."""

    starts_on: date
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class LimitState:
    """How a limit stands on a day.

    Ends on is the last day that the running spell may last, warn on the day from which the worker is
    told; both are None when nothing runs that can reach the limit. Renewals left counts what may still be
    added to a period; ends on includes the renewals that were used.
    """

    clock: Clock
    used_days: int
    allowed_days: int
    ends_on: date | None
    warn_on: date | None
    renewals_left: int

    def is_near(self, on: date) -> bool:
        """Tell whether the worker is to be told on a day."""
        return self.warn_on is not None and self.warn_on <= on

    def is_over(self, on: date) -> bool:
        """Tell whether the running spell lasts longer than it may."""
        return self.ends_on is not None and self.ends_on < on


def limit_state(clock: Clock, spells: Collection[Spell], programme: Programme, on: date) -> LimitState | None:
    """Return how a limit stands; None when nothing counts for it yet, or when it is not counted in days.

    Months and years are counted from the first day that counts, so 3 months from 15 January end on
    14 April; added up over several spells, the days between them do not count (our choice: the rule for
    a SAS says only "months").
    """
    known = _joined(spell for spell in spells if spell.starts_on <= on)
    counted = _counted(clock, known, programme, on)
    if not counted or clock.unit not in {*_DAYS, *_MONTHS}:
        return None
    first = counted[0].starts_on
    used = sum((min(spell.ends_on or on, on) - spell.starts_on).days + 1 for spell in counted)
    renewals = 0
    if clock.per == "period":
        while renewals < clock.renewals and used > _allowed(clock, first, renewals):
            renewals += 1
    allowed = _allowed(clock, first, renewals)
    ends_on = None
    if counted[-1].ends_on is None:
        ends_on = max(on + timedelta(days=allowed - used), counted[-1].starts_on - _DAY)
    if ends_on is not None and clock.per == "school_year" and ends_on >= _next_year_on(programme, on):
        ends_on = None
    return LimitState(
        clock, used, allowed, ends_on, _warn_on(clock, ends_on, allowed), clock.renewals - renewals
    )


def _joined(spells: Iterable[Spell]) -> list[Spell]:
    """Return spells in their order, those that touch or overlap as one: no day counts twice."""
    joined: list[Spell] = []
    for spell in sorted(spells, key=lambda spell: (spell.starts_on, spell.ends_on or date.max)):
        last = joined[-1] if joined else None
        if last is None or (last.ends_on is not None and last.ends_on + _DAY < spell.starts_on):
            joined.append(spell)
        elif last.ends_on is not None:
            ends_on = max(last.ends_on, spell.ends_on) if spell.ends_on is not None else None
            joined[-1] = Spell(last.starts_on, ends_on)
    return joined


def _counted(clock: Clock, spells: list[Spell], programme: Programme, on: date) -> list[Spell]:
    """Return the spells that a limit adds up, cut to the school year where it counts by year."""
    if clock.per == "lifetime":
        return spells
    if clock.per != "school_year":
        return spells[-1:]
    first = _year_on(programme, on)
    cut = [Spell(max(spell.starts_on, first), spell.ends_on) for spell in spells]
    return [spell for spell in cut if spell.ends_on is None or spell.ends_on >= first]


def _allowed(clock: Clock, first: date, renewals: int) -> int:
    """Return how many days a limit allows, counted from its first day."""
    amount = clock.amount * (1 + renewals)
    if clock.unit in _DAYS:
        return amount * _DAYS[clock.unit]
    return (months_later(first, amount * _MONTHS[clock.unit]) - first).days


def _warn_on(clock: Clock, ends_on: date | None, allowed: int) -> date | None:
    """Return the first day on which more than the share of the limit is used."""
    if ends_on is None or not clock.warn_at:
        return ends_on
    return ends_on - timedelta(days=allowed - ceil(round(clock.warn_at * allowed, 6)))


def _year_on(programme: Programme, on: date) -> date:
    """Return the day on which the reporting year of a day began."""
    starts = programme.school_year
    this = date(on.year, starts.month, starts.day)
    return this if this <= on else date(on.year - 1, starts.month, starts.day)


def _next_year_on(programme: Programme, on: date) -> date:
    return _year_on(programme, on).replace(year=_year_on(programme, on).year + 1)


def spells_of(
    starts: str, started_on: date, closed_on: date | None, stages: Collection[tuple[str, date]]
) -> tuple[Spell, ...]:
    """Return the times of one pathway that a clock counts, from the stages it entered in their order.

    A clock that starts with a stage counts until the day before another stage is entered; one that starts
    with the pathway counts until it is closed.
    """
    if starts == "started_on":
        return (Spell(started_on, closed_on),)
    entered = list(stages)
    found = []
    for at, (stage, day) in enumerate(entered):
        if starts != f"stage_entered:{stage}":
            continue
        left_on = entered[at + 1][1] if at + 1 < len(entered) else closed_on
        if left_on != day:
            found.append(Spell(day, left_on - _DAY if left_on is not None else None))
    return tuple(found)
