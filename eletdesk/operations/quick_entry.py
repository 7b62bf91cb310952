"""Keep what one typed line says: the session or contact it logs, and the task it asks for."""

from datetime import date
from typing import Any

from sqlmodel import Session

from eletdesk.domain.case_row import CaseRow
from eletdesk.domain.contact_moment import ContactMedium
from eletdesk.domain.guidance_session import Attendance, SessionPlace
from eletdesk.domain.names import comparable
from eletdesk.domain.network_member import NetworkMember
from eletdesk.domain.quick_line import EntryKind, QuickLine
from eletdesk.domain.role_words import ROLE_OF
from eletdesk.operations.contacts import record_contact
from eletdesk.operations.sessions import hold_planned_session, record_session
from eletdesk.operations.tasks import add_task
from eletdesk.programmes.definition import Programme
from eletdesk.queries.live_rows import live_rows
from eletdesk.translation import _

_MEDIUM = {
    EntryKind.call: ContactMedium.phone,
    EntryKind.message: ContactMedium.message,
    EntryKind.meeting: ContactMedium.meeting,
}


def record_quick_entry(
    session: Session,
    *,
    line: QuickLine,
    today: date,
    programme: Programme | None = None,
    planned_id: str = "",
) -> list[CaseRow]:
    """Record all that a line says as one step; a planned session with this id becomes the recorded one.

    Minutes that were not said are kept as 0: unknown. A day that is still to come is planned.
    """
    rows: list[CaseRow] = []
    if planned_id and line.kind in (EntryKind.session, EntryKind.home_visit):
        rows.append(_hold(session, line, programme, planned_id))
    elif line.kind in _MEDIUM:
        rows.append(_contact(session, line))
    elif line.kind is not EntryKind.task:
        rows.append(_session(session, line, today, programme))
    if line.task is not None:
        rows.append(add_task(session, title=line.task.text, due_on=line.task.due_on))
    elif line.kind is EntryKind.task:
        rows.append(add_task(session, title=line.note))
    return rows


def _session(session: Session, line: QuickLine, today: date, programme: Programme | None) -> CaseRow:
    attendance = Attendance.attended if line.attended else Attendance.no_show
    return record_session(
        session,
        held_on=line.on,
        minutes=line.minutes or 0,
        programme=programme,
        note=line.note,
        attendance=Attendance.planned if line.on > today else attendance,
        **_place(line),
        title=_title(line),
        topics=list(line.topics),
    )


def _hold(session: Session, line: QuickLine, programme: Programme | None, planned_id: str) -> CaseRow:
    said: dict[str, Any] = {"note": line.note, "topics": list(line.topics)} | _place(line)
    if line.minutes is not None:
        said["minutes"] = line.minutes
    said["attendance"] = Attendance.attended if line.attended else Attendance.no_show
    return hold_planned_session(session, planned_id, programme=programme, **said)


def _place(line: QuickLine) -> dict[str, SessionPlace]:
    return {"place": SessionPlace.home} if line.kind is EntryKind.home_visit else {}


def _title(line: QuickLine) -> str:
    """Return what the session was besides a session: a note, or a talk with somebody else there."""
    if line.kind is EntryKind.note:
        return _("Note")
    return _("Session with {name}").format(name=line.member) if line.member else ""


def _contact(session: Session, line: QuickLine) -> CaseRow:
    member = _member(session, line.member) if line.member else None
    with_whom = line.member if line.member and member is None else ""
    return record_contact(
        session,
        happened_on=line.on,
        medium=_MEDIUM[line.kind],
        minutes=line.minutes or 0,
        is_reached=line.attended,
        note=line.note,
        topics=list(line.topics),
        member_id=member.id if member else None,
        with_whom=with_whom or "",
    )


def _member(session: Session, said: str) -> NetworkMember | None:
    """Return the one person in the network who is called this, or has the role that the word means."""
    members, word = live_rows(session, NetworkMember), comparable(said)
    named = [one for one in members if word in comparable(one.name).split()]
    meant = named or [one for one in members if one.role is ROLE_OF.get(word)]
    return meant[0] if len(meant) == 1 else None
