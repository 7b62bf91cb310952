"""What a dossier holds before it is drawn; the desk hands it to whoever makes the PDF."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class SectionPrefill:
    """What the case file says for one section: rows and bullets as they are, text to start from."""

    rows: tuple[tuple[str, str], ...] = ()
    text: str = ""
    bullets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DossierSection:
    """One section as the receiver will read it."""

    code: str
    title: str
    question: str = ""
    rows: tuple[tuple[str, str], ...] = ()
    paragraphs: tuple[str, ...] = ()
    bullets: tuple[str, ...] = ()
    is_numbered: bool = False

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing would stand under the title."""
        return not (self.rows or self.paragraphs or self.bullets)


@dataclass(frozen=True, slots=True)
class DossierDraft:
    """A whole dossier; title names the kind of dossier, never the young person."""

    kind: str
    language: str
    title: str
    young_person: str
    made_by: str
    organisation: str
    recipient: str
    made_on: date
    sections: tuple[DossierSection, ...]
    is_draft: bool
    has_secrecy_note: bool
    case_title: str
    signatures: tuple[str, ...]


class ReadyState(StrEnum):
    """How a section stands."""

    ready = "ready"
    missing = "missing"
    not_shared = "not_shared"


@dataclass(frozen=True, slots=True)
class SectionState:
    """How one section stands, and the sentence that says why."""

    code: str
    label: str
    state: ReadyState
    why: str = ""


@dataclass(frozen=True, slots=True)
class PickableItem:
    """One thing of the timeline that may go along, exactly as the receiver would read it."""

    id: str
    subject: str
    on: date
    until: date | None
    title: str
    summary: str
    is_picked: bool


@dataclass(frozen=True, slots=True)
class PickableItems:
    """What can be ticked, the oldest first, and how many confidential notes stay in the file."""

    items: tuple[PickableItem, ...]
    confidential_count: int
