"""Keep what was written in a case's log box: the session or contact, its tasks, and no draft any more."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from eletdesk.domain.case_row import CaseRow
from eletdesk.domain.contact_moment import ContactMedium
from eletdesk.domain.guidance_session import Attendance, SessionPlace
from eletdesk.domain.quick_line import QuickTask
from eletdesk.errors import InvalidInputError
from eletdesk.operations.contacts import record_contact
from eletdesk.operations.drafts import drop_draft
from eletdesk.operations.sessions import record_session
from eletdesk.operations.tasks import add_task
from eletdesk.programmes.definition import Programme
from eletdesk.translation import _

LOG_FORM = "log"
_MEDIUM = {"call": ContactMedium.phone, "meeting": ContactMedium.meeting}
_PLACE = {"session": SessionPlace.school, "visit": SessionPlace.home}


@dataclass(frozen=True)
class LogEntry:
    """What the log box holds; kind is session, visit, call or meeting, success is came or reached."""

    kind: str
    on: date
    minutes: int
    note: str
    topics: Sequence[str] = ()
    tasks: Sequence[QuickTask] = ()
    member_id: str | None = None
    success: bool = True
    is_confidential: bool = False


def record_log(
    session: Session,
    *,
    entry: LogEntry,
    today: date,
    programme: Programme | None = None,
    pathway_id: str = "",
) -> CaseRow:
    """Record the log box as one step; a session on a day that is still to come is planned.

    The session belongs to the pathway named, else to the present one.
    """
    row = (
        _contact(session, entry, today)
        if entry.kind in _MEDIUM
        else _session(session, entry, today, programme, pathway_id)
    )
    for task in entry.tasks:
        add_task(session, title=task.text, due_on=task.due_on)
    drop_draft(session, form=LOG_FORM)
    return row


def _session(
    session: Session, entry: LogEntry, today: date, programme: Programme | None, pathway_id: str
) -> CaseRow:
    attendance = Attendance.attended if entry.success else Attendance.no_show
    named = {"pathway_id": pathway_id} if pathway_id else {}
    return record_session(
        session,
        held_on=entry.on,
        minutes=entry.minutes,
        programme=programme,
        note=entry.note,
        place=_PLACE[entry.kind],
        attendance=Attendance.planned if entry.on > today else attendance,
        topics=list(entry.topics),
        is_confidential=entry.is_confidential,
        **named,
    )


def _contact(session: Session, entry: LogEntry, today: date) -> CaseRow:
    if entry.on > today:
        raise InvalidInputError("on", _("This day is still to come. Make it a task, or plan a session."))
    return record_contact(
        session,
        happened_on=entry.on,
        medium=_MEDIUM[entry.kind],
        minutes=entry.minutes,
        is_reached=entry.success,
        note=entry.note,
        topics=list(entry.topics),
        member_id=entry.member_id,
        is_confidential=entry.is_confidential,
    )
