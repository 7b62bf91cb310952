"""Keep one young person's part in a group activity in the own case: a session, and the parents who came."""

from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from eletdesk import clock
from eletdesk.domain.contact_moment import ContactMedium, ContactMoment
from eletdesk.domain.group_activity import GroupActivity
from eletdesk.domain.guidance_session import Attendance, GuidanceSession, SessionPlace
from eletdesk.operations.contacts import record_contact
from eletdesk.operations.finding import write_changes
from eletdesk.operations.sessions import change_session, record_session
from eletdesk.programmes.definition import Programme
from eletdesk.queries.group_parts import contacts_of_activity, sessions_of_activity


def keep_part(
    session: Session,
    /,
    activity: GroupActivity,
    attendance: Attendance,
    member_ids: tuple[str, ...] = (),
    programme: Programme | None = None,
) -> GuidanceSession:
    """Write a young person's part: a new session, or the one that is there already, also from the bin.

    The session has one level and belongs to one activity, whose time counts once for the provider (rule 4).
    """
    came = () if attendance is Attendance.planned else member_ids
    values: dict[str, Any] = {
        "attendance": attendance,
        "parents_present": len(came),
        **_shared(activity, programme),
    }
    found = sessions_of_activity(session, activity.id, in_bin=True)
    if found:
        found[-1].deleted_at = None
        held = change_session(session, found[-1].id, programme=programme, **values)
    else:
        held = record_session(session, programme=programme, activity_id=activity.id, **values)
    _keep_contacts(session, activity, came)
    return held


def drop_part(session: Session, /, activity_id: str, at: datetime) -> int:
    """Move a young person's part to the bin; return how many rows."""
    rows = [*sessions_of_activity(session, activity_id), *contacts_of_activity(session, activity_id)]
    for row in rows:
        row.deleted_at = at
    return len(rows)


def restore_part(session: Session, /, activity_id: str, at: datetime) -> int:
    """Take out of the bin what went there at the same moment as the activity; return how many rows."""
    back = 0
    for subject in (GuidanceSession, ContactMoment):
        rows = select(subject).where(col(subject.activity_id) == activity_id, col(subject.deleted_at) == at)
        for row in session.exec(rows):
            row.deleted_at = None
            back += 1
    return back


def _shared(activity: GroupActivity, programme: Programme | None) -> dict[str, Any]:
    """Return what the session takes over from the activity."""
    return {
        "held_on": activity.held_on,
        "starts_at": activity.starts_at,
        "minutes": activity.minutes,
        "title": activity.title or activity.project,
        "level": _level(activity.level, programme),
        "place": SessionPlace.school if activity.is_in_school else SessionPlace.elsewhere,
        "is_in_lesson_time": activity.is_in_school_time,
    }


def _level(level: str, programme: Programme | None) -> str:
    """Return the level as the young person's own programme names it."""
    known = {each.code: each.has_participants for each in programme.levels} if programme else {}
    if not known or level in known:
        return level
    shared = [code for code, has_participants in known.items() if has_participants]
    return shared[0] if shared else level


def _keep_contacts(session: Session, activity: GroupActivity, member_ids: tuple[str, ...]) -> None:
    present = {contact.member_id: contact for contact in contacts_of_activity(session, activity.id)}
    now: dict[str, Any] = {
        "happened_on": activity.held_on,
        "happened_at": activity.starts_at,
        "minutes": activity.minutes,
    }
    for member_id, contact in present.items():
        if member_id in member_ids:
            write_changes(contact, now)
        else:
            contact.deleted_at = clock.now()
    for member_id in member_ids:
        if member_id not in present:
            record_contact(
                session, medium=ContactMedium.meeting, member_id=member_id, activity_id=activity.id, **now
            )
