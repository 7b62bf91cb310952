"""What stands in a dossier, in words, before anything is drawn."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class DossierSection:
    """One part of a dossier: label and value rows, then running text, then a list.

    question is printed small under the title when it is not empty. Text may hold line breaks; each becomes
    a new paragraph. Nothing in it is read as markup.
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
        """Say whether nothing at all would be printed under the title."""
        texts = (*(value for _label, value in self.rows), *self.paragraphs, *self.bullets)
        return not any(text.strip() for text in texts)


@dataclass(frozen=True)
class DossierContent:
    """A whole dossier.

    title names the kind of dossier and is also the title that a PDF reader shows: it never holds the young
    person's name. case_title stands at the foot of each page (a name, or initials and a case number).
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
