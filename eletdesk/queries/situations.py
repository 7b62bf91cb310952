"""What a young person does outside the programme: the present situation, and the spells out of education."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session

from eletdesk.domain.situation import Occupation, Situation
from eletdesk.queries.live_rows import live_rows

IN_EDUCATION = frozenset({Occupation.in_education, Occupation.in_training, Occupation.apprenticeship})


@dataclass(frozen=True)
class OutOfEducation:
    """One spell without education or training; until_on is None while it lasts, both days count."""

    since_on: date
    until_on: date | None
    days: int


def situations_in_order(session: Session) -> list[Situation]:
    """Return every situation, the first one first."""
    return sorted(live_rows(session, Situation), key=lambda row: (row.since_on, row.id))


def present_situation(session: Session, today: date) -> Situation | None:
    """Return what holds on a day; None when nobody wrote it down."""
    for row in reversed(situations_in_order(session)):
        if row.since_on <= today and (row.until_on is None or row.until_on >= today):
            return row
    return None


def spells_out_of_education(session: Session, today: date) -> tuple[OutOfEducation, ...]:
    """Return the spells out of education up to today; situations that follow each other are one spell.

    What is not known is no spell: it is not counted as being out of education.
    """
    spells: list[tuple[date, date | None]] = []
    for row in situations_in_order(session):
        if row.since_on > today or row.occupation in IN_EDUCATION or row.occupation is Occupation.unknown:
            continue
        if spells and _follows(spells[-1][1], row.since_on):
            spells[-1] = (spells[-1][0], row.until_on)
        else:
            spells.append((row.since_on, row.until_on))
    return tuple(_spell(since_on, until_on, today) for since_on, until_on in spells)


def _follows(until_on: date | None, since_on: date) -> bool:
    return until_on is None or since_on <= until_on + timedelta(days=1)


def _spell(since_on: date, until_on: date | None, today: date) -> OutOfEducation:
    last = today if until_on is None else min(until_on, today)
    is_over = until_on is not None and until_on < today
    return OutOfEducation(since_on, until_on if is_over else None, (last - since_on).days + 1)
