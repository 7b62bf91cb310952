"""Which closed files must be destroyed and when, and the destruction in two steps with its certificate."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from eletdesk.desk.cases import erase_case
from eletdesk.errors import NotFoundError
from eletdesk.programmes.definition import Retention
from eletdesk.programmes.law.retention_rules import OwnTerm, RetentionTerm, retention_term
from eletdesk.queries.register.views import index_cards, pathway_rows

if TYPE_CHECKING:
    from eletdesk.desk.desk import Desk
    from eletdesk.queries.register.index_card import IndexCard

OWN_TERMS = "retention_terms"
REASON = "retention"


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A closed file: until when it is kept and by which rule; without a birth date no term is known."""

    case_id: str
    name: str
    closed_on: date
    last_contact_on: date
    term: RetentionTerm | None

    def is_due(self, today: date) -> bool:
        """Tell whether the term is over."""
        return self.term is not None and self.term.ends_on <= today


def own_terms(desk: "Desk") -> dict[str, OwnTerm]:
    """Return the terms that this organisation put in the place of those of its programmes."""
    kept = desk.file.setting(OWN_TERMS, {})
    return {code: OwnTerm(**term) for code, term in kept.items()}


def keep_own_terms(desk: "Desk", terms: Mapping[str, OwnTerm]) -> None:
    """Keep the terms of this organisation, inside the desk."""
    plain = {
        code: {"until_age": term.until_age, "years_after_contact": term.years_after_contact}
        for code, term in terms.items()
    }
    desk.file.keep_setting(OWN_TERMS, plain)


def kept_files(desk: "Desk") -> list[KeptFile]:
    """Return every closed file with its term, the first to end first; those without a term come last."""
    profiles = _profiles(desk)
    own = own_terms(desk)
    cards = [card for card in desk.ask(index_cards) if card.closed_on and card.case_id in profiles]
    found = [_kept(card, profiles[card.case_id], own) for card in cards]
    return sorted(found, key=lambda kept: (kept.term is None, kept.term.ends_on if kept.term else date.max))


def due_count(desk: "Desk", today: date) -> int:
    """Return how many files are to be destroyed."""
    return sum(kept.is_due(today) for kept in kept_files(desk))


def _profiles(desk: "Desk") -> dict[str, list[Retention]]:
    """Return the retention of every programme of each case; cases with an open pathway are left out."""
    found: dict[str, list[Retention]] = {}
    is_open: set[str] = set()
    for case_id, _pathway, code, version, _started, closed_on, *_rest in desk.ask(pathway_rows):
        if not closed_on:
            is_open.add(case_id)
            continue
        programme = desk.programmes.get((code, version)) or desk.programme_of(case_id, code, version)
        found.setdefault(case_id, []).append(programme.retention)
    return {case_id: profiles for case_id, profiles in found.items() if case_id not in is_open}


def _kept(card: "IndexCard", profiles: list[Retention], own: Mapping[str, OwnTerm]) -> KeptFile:
    closed_on = date.fromisoformat(card.closed_on)
    last = max(closed_on, date.fromisoformat(card.last_contact_on or card.closed_on))
    term = retention_term(
        profiles,
        date.fromisoformat(card.birth_on) if card.birth_on else None,
        last,
        was_in_special_education=bool(card.was_in_special_education),
        own=own,
    )
    return KeptFile(card.case_id, card.name, closed_on, last, term)


def put_aside(desk: "Desk", case_id: str) -> None:
    """Take the first step: the file is put aside in the bin, and why; undo brings it back."""
    from eletdesk.desk.cases import bin_case  # noqa: PLC0415

    kept = {one.case_id: one for one in kept_files(desk)}.get(case_id)
    if kept is None:
        raise NotFoundError
    bin_case(desk, case_id)


def destroy_case(desk: "Desk", case_id: str, language: str) -> bytes:
    """Take the second step: destroy the file for good and return the certificate as a PDF.

    What the certificate says is read before the key is gone; it names nobody.
    """
    from eletdesk.desk.certificate import certificate_of  # noqa: PLC0415 - brings the PDF room along

    with desk.busy:
        certificate = certificate_of(desk, case_id, language)
        erase_case(desk, case_id, REASON)
    return certificate
