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
    """One section as the receiver will read it: rows, then running text, then a list.

    A line break in a paragraph starts a new one; nothing is read as markup. A question is printed small
    under the title.
    """

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
        texts = (*(value for _label, value in self.rows), *self.paragraphs, *self.bullets)
        return not any(text.strip() for text in texts)


@dataclass(frozen=True, slots=True)
class DossierDraft:
    """A whole dossier; title names the kind of dossier, never the young person.

    The case title stands at the foot of each page: initials, not a name.
    """

    kind: str
    language: str
    title: str
    young_person: str
    made_by: str
    organisation: str
    recipient: str
    made_on: date
    sections: tuple[DossierSection, ...]
    is_draft: bool = False
    has_secrecy_note: bool = False
    case_title: str = ""
    signatures: tuple[str, ...] = ()


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
