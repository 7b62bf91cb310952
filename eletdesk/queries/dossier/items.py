"""Things of the timeline that may go along in a dossier; confidential ones are counted, never offered."""

from datetime import date

from sqlalchemy.orm import defer
from sqlmodel import Session, col, select

from eletdesk.domain.contact_moment import ContactMoment
from eletdesk.domain.document import Document
from eletdesk.domain.guidance_session import Attendance, GuidanceSession, SessionPlace
from eletdesk.domain.labels import label
from eletdesk.domain.network_member import NetworkMember
from eletdesk.domain.referral import Referral
from eletdesk.domain.time_out import TimeOut
from eletdesk.queries.dossier.draft import PickableItem, PickableItems
from eletdesk.translation import _, ngettext, speaking

LONGEST_SUMMARY = 200
_TELLING_PLACES = (SessionPlace.home, SessionPlace.online)

Pickable = GuidanceSession | ContactMoment | TimeOut | Document


def pickable_items(session: Session, referral: Referral, language: str = "") -> PickableItems:
    """Return what can be ticked, in the dossier's language, and the count of what stays in the file."""
    with speaking(language or referral.language):
        items: list[PickableItem] = []
        confidential = 0
        for row in _timeline(session):
            if row.is_confidential:
                confidential += 1
            else:
                items.append(_item(session, row, referral))
        items.sort(key=lambda item: (item.on, item.id))
        return PickableItems(tuple(items), confidential)


def find_pickable(session: Session, item_id: str) -> Pickable | None:
    """Return the row that could be ticked, confidential or not; None when it is not there or in the bin."""
    return next((row for row in _timeline(session) if row.id == item_id), None)


def _timeline(session: Session) -> list[Pickable]:
    """Return what happened: no planned or cancelled sessions, nothing from the bin."""
    held = (Attendance.attended, Attendance.no_show)
    sessions = session.exec(
        select(GuidanceSession).where(
            col(GuidanceSession.deleted_at).is_(None), col(GuidanceSession.attendance).in_(held)
        )
    )
    contacts = session.exec(select(ContactMoment).where(col(ContactMoment.deleted_at).is_(None)))
    time_outs = session.exec(select(TimeOut).where(col(TimeOut.deleted_at).is_(None)))
    without_content = defer(Document.content)  # type: ignore[arg-type]  # a file of megabytes stays on disk
    documents = session.exec(
        select(Document).where(col(Document.deleted_at).is_(None)).options(without_content)
    )
    return [*sessions, *contacts, *time_outs, *documents]


def _item(session: Session, row: Pickable, referral: Referral) -> PickableItem:
    """Return one row as the receiver would read it; without secrecy no session note goes along (rule 14)."""
    until: date | None = None
    match row:
        case GuidanceSession():
            on, title = row.held_on, _session_title(row)
            summary = first_line(row.note) if referral.is_recipient_bound else ""
        case ContactMoment():
            on, title = row.happened_on, _contact_title(session, row)
            summary = first_line(row.note) if referral.is_recipient_bound else ""
        case TimeOut():
            on, until, title = row.starts_on, row.ends_on, label("time_out", row.kind)
            summary = _time_out_summary(row, is_bound=referral.is_recipient_bound)
        case Document():
            on, title, summary = row.added_on, row.name, ""
    subject = str(type(row).__tablename__)
    return PickableItem(row.id, subject, on, until, title, summary, row.id in referral.picked)


def _session_title(row: GuidanceSession) -> str:
    title = row.title.strip() or (label("place", row.place) if row.place in _TELLING_PLACES else _("Session"))
    if row.attendance is Attendance.no_show:
        return _("{title}, the young person did not come").format(title=title)
    return title


def _contact_title(session: Session, row: ContactMoment) -> str:
    member = session.get(NetworkMember, row.member_id) if row.member_id else None
    whom = member.name if member is not None else row.with_whom.strip()
    medium = label("medium", row.medium)
    title = _("{contact} with {name}").format(contact=medium, name=whom) if whom else medium
    return title if row.is_reached else _("{title}, not reached").format(title=title)


def _time_out_summary(row: TimeOut, *, is_bound: bool) -> str:
    count = ngettext("{count} lesson half-day", "{count} lesson half-days", row.half_days)
    said = count.format(count=row.half_days) if row.half_days else ""
    return ", ".join(part for part in (said, first_line(row.note) if is_bound else "") if part)


def first_line(text: str) -> str:
    """Return the first line of a note that says something, cut at a word when it is long."""
    line = next((line.strip() for line in text.splitlines() if line.strip()), "")
    if len(line) <= LONGEST_SUMMARY:
        return line
    return line[:LONGEST_SUMMARY].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
