"""What a young person or a parent may read of the file: everything, but for notes with a ground (rule 15)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from eletdesk.domain.assessment import Assessment
from eletdesk.domain.care_step import CareStep
from eletdesk.domain.case_row import CaseRow
from eletdesk.domain.contact_moment import ContactMoment
from eletdesk.domain.document import Document
from eletdesk.domain.guidance_session import GuidanceSession
from eletdesk.domain.labels import label
from eletdesk.domain.time_out import TimeOut
from eletdesk.queries.live_rows import live_rows
from eletdesk.translation import _

#: Subjects whose rows may carry a ground to stay out.
EXCLUDABLE: tuple[type[CaseRow], ...] = (
    GuidanceSession, ContactMoment, TimeOut, Assessment, CareStep, Document,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class InspectionNote:
    """One note that is shown or withheld; grounds are codes of the rule data, none when it is shown."""

    table: str
    row_id: str
    on: date
    title: str
    text: str
    grounds: tuple[str, ...]
    is_confidential: bool


def inspection_notes(session: Session) -> list[InspectionNote]:
    """Return every note that can be withheld, the newest first, confidential ones among them."""
    notes = [_note(row) for subject in EXCLUDABLE for row in live_rows(session, subject)]
    return sorted(notes, key=lambda note: (note.on, note.row_id), reverse=True)


def _note(row: CaseRow) -> InspectionNote:
    on, title, text = _words(row)
    grounds: list[str] = getattr(row, "exclusions", [])
    return InspectionNote(
        str(type(row).__tablename__), row.id, on, title, text, tuple(grounds),
        bool(getattr(row, "is_confidential", False)),
    )  # fmt: skip


def _words(row: CaseRow) -> tuple[date, str, str]:
    match row:
        case GuidanceSession():
            return row.held_on, row.title or _("Session"), row.note
        case ContactMoment():
            medium = label("medium", row.medium)
            return row.happened_on, f"{medium} {row.with_whom}".strip(), row.note
        case TimeOut():
            return row.starts_on, label("time_out", row.kind), _joined(row.note, row.how_it_ended)
        case Assessment():
            return row.assessed_on, _("Assessment"), row.note
        case CareStep():
            return row.started_on, _("Step of care"), _joined(row.what, row.effect)
        case Document():
            return row.added_on, _("Document"), row.name
    raise TypeError("not a note that can be withheld")


def _joined(*texts: str) -> str:
    return "\n".join(text for text in texts if text)


def withheld(notes: Iterable[InspectionNote]) -> Iterator[InspectionNote]:
    """Yield the notes that stay out."""
    return (note for note in notes if note.grounds)
