"""The spells of a pathway: a closed case that was reopened goes on, and its durations add up."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from sqlmodel import Session

from eletdesk.domain.pathway import Pathway
from eletdesk.queries.live_rows import live_rows


@dataclass(frozen=True)
class Spell:
    """One spell: which pathway, from when to when, and how many days with both ends counted."""

    pathway_id: str
    number: int
    started_on: date
    closed_on: date | None
    days: int


def spells(session: Session, pathway: Pathway, today: date) -> tuple[Spell, ...]:
    """Return the spells up to this pathway, the first one first; one that runs counts up to today."""
    known = {one.id: one for one in live_rows(session, Pathway)}
    chain: list[Pathway] = []
    step: Pathway | None = pathway
    while step is not None and step not in chain:
        chain.append(step)
        step = known.get(step.continues_id or "")
    return tuple(
        Spell(one.id, number, one.started_on, one.closed_on, _days(one, today))
        for number, one in enumerate(reversed(chain), start=1)
    )


def _days(pathway: Pathway, today: date) -> int:
    return max(((pathway.closed_on or today) - pathway.started_on).days + 1, 0)


def days_in_all(found: tuple[Spell, ...]) -> int:
    """Return the days of all spells together; a day that two spells share counts once."""
    shared = sum(1 for before, after in pairwise(found) if before.closed_on == after.started_on)
    return sum(spell.days for spell in found) - shared
