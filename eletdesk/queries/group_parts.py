"""The part of one young person in a group activity, and the people around them who may come along."""

from sqlmodel import Session, col, select

from eletdesk.domain.contact_moment import ContactMoment
from eletdesk.domain.guidance_session import GuidanceSession
from eletdesk.domain.network_member import MemberRole, NetworkMember
from eletdesk.queries.live_rows import live_rows

_FAMILY = (MemberRole.mother, MemberRole.father, MemberRole.guardian, MemberRole.family)


def sessions_of_activity(
    session: Session, activity_id: str, *, in_bin: bool = False
) -> list[GuidanceSession]:
    """Return the sessions that are a part in an activity; with in_bin also binned ones, which come first."""
    found = session.exec(select(GuidanceSession).where(col(GuidanceSession.activity_id) == activity_id))
    rows = [row for row in found if in_bin or row.deleted_at is None]
    return sorted(rows, key=lambda row: (row.deleted_at is None, row.id))


def contacts_of_activity(session: Session, activity_id: str) -> list[ContactMoment]:
    """Return the contacts with people of the network who came along to an activity."""
    wanted = select(ContactMoment).where(
        col(ContactMoment.activity_id) == activity_id, col(ContactMoment.deleted_at).is_(None)
    )
    return list(session.exec(wanted))


def family_members(session: Session) -> list[tuple[str, str]]:
    """Return id and name of the parents and other family of a young person."""
    return [
        (member.id, member.name) for member in live_rows(session, NetworkMember) if member.role in _FAMILY
    ]


def members_at(session: Session, activity_id: str) -> tuple[str, ...]:
    """Return who of the network came along to an activity."""
    return tuple(
        contact.member_id for contact in contacts_of_activity(session, activity_id) if contact.member_id
    )


def activity_of(session: Session, session_id: str) -> str:
    """Return the activity that a session is a part in; empty when it is a session of its own."""
    row = session.get(GuidanceSession, session_id)
    return "" if row is None else row.activity_id
