"""The timeline of a case: everything that happened, the newest first."""

from collections.abc import Iterator
from datetime import time

from sqlmodel import Session, col, select

from eletdesk.domain.contact_moment import ContactMoment
from eletdesk.domain.document import Document
from eletdesk.domain.draft import Draft
from eletdesk.domain.guidance_session import Attendance, GuidanceSession
from eletdesk.domain.labels import label
from eletdesk.domain.network_member import NetworkMember
from eletdesk.domain.pathway import StageChange
from eletdesk.domain.referral import Disclosure
from eletdesk.domain.spoken_durations import say_minutes
from eletdesk.domain.time_out import TimeOut
from eletdesk.queries.follow_up_happenings import follow_up_happenings, situation_happenings
from eletdesk.queries.goal_happenings import assessment_happenings, care_happenings, goal_happenings
from eletdesk.queries.timeline_item import TimelineItem
from eletdesk.translation import _, ngettext

__all__ = ["TimelineItem", "timeline"]


def timeline(session: Session, stage_labels: dict[str, str] | None = None) -> list[TimelineItem]:
    """Return the timeline, the newest first; stage_labels are the programme's words for its stages."""
    items = [
        *_sessions(session),
        *_contacts(session),
        *_time_outs(session),
        *_documents(session),
        *_stages(session, stage_labels or {}),
        *_disclosures(session),
        *goal_happenings(session),
        *assessment_happenings(session),
        *care_happenings(session),
        *follow_up_happenings(session),
        *situation_happenings(session),
        *_drafts(session),
    ]
    return sorted(items, key=lambda item: (item.on, item.at or time.max, item.row_id), reverse=True)


def _sessions(session: Session) -> Iterator[TimelineItem]:
    for row in session.exec(select(GuidanceSession).where(col(GuidanceSession.deleted_at).is_(None))):
        parts = [say_minutes(row.minutes) if row.minutes else "", label("place", row.place)]
        if row.attendance is not Attendance.attended:
            parts.append(label("attendance", row.attendance))
        icon = "visit" if row.place == "home" else "session"
        if row.activity_id:
            icon, parts = "group", [_("group activity"), *parts]
        yield TimelineItem(
            "guidance_session", row.id, icon, row.held_on,
            row.starts_at, row.title or _("Session"), " · ".join(part for part in parts if part), row.note,
            tuple(row.topics), row.is_confidential, row.attendance is Attendance.planned,
        )  # fmt: skip


def _contacts(session: Session) -> Iterator[TimelineItem]:
    names = {member.id: member.name for member in session.exec(select(NetworkMember))}
    for row in session.exec(select(ContactMoment).where(col(ContactMoment.deleted_at).is_(None))):
        who = row.with_whom or names.get(row.member_id or "", "")
        parts = [say_minutes(row.minutes) if row.minutes else "", "" if row.is_reached else _("not reached")]
        yield TimelineItem(
            "contact_moment", row.id, row.medium.value, row.happened_on, row.happened_at,
            f"{label('medium', row.medium)} {who}".strip(), " · ".join(part for part in parts if part),
            row.note, tuple(row.topics), row.is_confidential,
        )  # fmt: skip


def _time_outs(session: Session) -> Iterator[TimelineItem]:
    for row in session.exec(select(TimeOut).where(col(TimeOut.deleted_at).is_(None))):
        count = ngettext("{count} lesson half-day", "{count} lesson half-days", row.half_days)
        yield TimelineItem(
            "time_out", row.id, "time_out", row.starts_on, None, label("time_out", row.kind),
            count.format(count=row.half_days), row.note, (), row.is_confidential,
        )  # fmt: skip


def _documents(session: Session) -> Iterator[TimelineItem]:
    # Named columns, so that the contents of attachments are not read.
    columns = (col(Document.id), col(Document.added_on), col(Document.name), col(Document.is_confidential))
    rows = session.exec(select(*columns).where(col(Document.deleted_at).is_(None)))
    for row_id, on, name, confidential in rows:
        yield TimelineItem(
            "document", row_id, "document", on, None, _("Document"), name, is_confidential=confidential
        )


def _stages(session: Session, labels: dict[str, str]) -> Iterator[TimelineItem]:
    for row in session.exec(select(StageChange).where(col(StageChange.deleted_at).is_(None))):
        stage = labels.get(f"{row.pathway_id}:{row.to_stage}") or labels.get(row.to_stage, row.to_stage)
        title = _("Stage") if row.from_stage else _("Start")
        if row.from_stage == row.to_stage:
            title = _("Another version of the programme")
        yield TimelineItem("stage_change", row.id, "stage", row.changed_on, None, title, stage, row.reason)


def _disclosures(session: Session) -> Iterator[TimelineItem]:
    columns = (
        col(Disclosure.id),
        col(Disclosure.sent_at),
        col(Disclosure.recipient),
        col(Disclosure.purpose),
    )
    rows = session.exec(select(*columns).where(col(Disclosure.deleted_at).is_(None)))
    for row_id, at, recipient, purpose in rows:
        yield TimelineItem(
            "disclosure", row_id, "send", at.date(), at.time(), _("Shared"), recipient, purpose
        )


def _drafts(session: Session) -> Iterator[TimelineItem]:
    for row in session.exec(select(Draft).where(col(Draft.deleted_at).is_(None))):
        text = row.values.get("note", "")
        yield TimelineItem(
            "draft", row.id, "draft", row.saved_at.date(), row.saved_at.time(), _("Draft"),
            _("not saved yet"), text, is_draft=True,
        )  # fmt: skip
