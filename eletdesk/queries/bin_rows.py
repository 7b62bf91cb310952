"""What lies in the bin of a case, the newest first, in the words of the screen."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session, col, select

from eletdesk.domain.case_row import CaseRow
from eletdesk.domain.consent import Consent
from eletdesk.domain.contact_moment import ContactMoment
from eletdesk.domain.document import Document
from eletdesk.domain.enrolment import Enrolment
from eletdesk.domain.guidance_session import GuidanceSession
from eletdesk.domain.labels import label
from eletdesk.domain.network_member import NetworkMember
from eletdesk.domain.referral import Referral
from eletdesk.domain.task import Task
from eletdesk.domain.time_out import TimeOut
from eletdesk.translation import _

_SUBJECTS: tuple[type[CaseRow], ...] = (
    GuidanceSession,
    ContactMoment,
    TimeOut,
    Task,
    NetworkMember,
    Consent,
    Enrolment,
    Document,
    Referral,
)


@dataclass(frozen=True)
class BinnedRow:
    """One row in the bin; on is the day it was about, where it has one."""

    table: str
    row_id: str
    what: str
    detail: str
    on: date | None
    deleted_at: datetime


def binned_rows(session: Session) -> list[BinnedRow]:
    """Return what was moved to the bin and can still be restored."""
    found = [
        _binned(row, row.deleted_at)
        for subject in _SUBJECTS
        for row in session.exec(select(subject).where(col(subject.deleted_at).is_not(None)))
        if row.deleted_at is not None
    ]
    return sorted(found, key=lambda row: row.deleted_at, reverse=True)


def _binned(row: CaseRow, deleted_at: datetime) -> BinnedRow:
    what, detail, on = _words(row)
    first_line = detail.strip().split("\n", maxsplit=1)[0]
    return BinnedRow(str(type(row).__tablename__), row.id, what, first_line, on, deleted_at)


def _words(row: CaseRow) -> tuple[str, str, date | None]:  # noqa: PLR0911
    """Return what a row is called, what it says and its day."""
    match row:
        case GuidanceSession():
            return row.title or _("Session"), row.note, row.held_on
        case ContactMoment():
            return f"{label('medium', row.medium)} {row.with_whom}".strip(), row.note, row.happened_on
        case TimeOut():
            return label("time_out", row.kind), row.note, row.starts_on
        case Task():
            return _("Task"), row.title, row.due_on
        case NetworkMember():
            return label("role", row.role), row.name, None
        case Consent():
            return label("purpose", row.purpose), label("consent", row.state), row.given_on
        case Enrolment():
            return _("School"), row.school, row.started_on
        case Document():
            return _("Document"), row.name, row.added_on
        case Referral():
            return _("Referral dossier"), row.recipient, row.sent_on
    return "", "", None
