"""What lies in the bin of a case, the newest first, in the words of the screen."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlmodel import Session, col, select

from eletdesk.domain.absence import Absence
from eletdesk.domain.assessment import Assessment
from eletdesk.domain.care_step import CareStep
from eletdesk.domain.case_row import CaseRow
from eletdesk.domain.consent import Consent
from eletdesk.domain.contact_moment import ContactMoment
from eletdesk.domain.document import Document
from eletdesk.domain.enrolment import Enrolment
from eletdesk.domain.follow_up import FollowUp
from eletdesk.domain.goal import Goal, GoalReview
from eletdesk.domain.guidance_session import GuidanceSession
from eletdesk.domain.labels import label
from eletdesk.domain.network_member import NetworkMember
from eletdesk.domain.referral import Referral
from eletdesk.domain.situation import Situation
from eletdesk.domain.task import Task
from eletdesk.domain.time_out import TimeOut
from eletdesk.translation import _

Words = tuple[str, str, date | None]

#: What a row is called, what it says and its day; a subject that is not here is not shown in the bin.
_WORDS: dict[type[CaseRow], Callable[[Any], Words]] = {
    GuidanceSession: lambda row: (row.title or _("Session"), row.note, row.held_on),
    ContactMoment: lambda row: (
        f"{label('medium', row.medium)} {row.with_whom}".strip(), row.note, row.happened_on
    ),
    Absence: lambda row: (_("Absence"), row.code, row.absent_on),
    TimeOut: lambda row: (label("time_out", row.kind), row.note, row.starts_on),
    Task: lambda row: (_("Task"), row.title, row.due_on),
    NetworkMember: lambda row: (label("role", row.role), row.name, None),
    Consent: lambda row: (label("purpose", row.purpose), label("consent", row.state), row.given_on),
    Enrolment: lambda row: (_("School"), row.school, row.started_on),
    Document: lambda row: (_("Document"), row.name, row.added_on),
    Referral: lambda row: (_("Referral dossier"), row.recipient, row.sent_on),
    Goal: lambda row: (_("Goal"), row.text, row.agreed_on),
    GoalReview: lambda row: (_("Goal reviewed"), row.note, row.reviewed_on),
    Assessment: lambda row: (_("How it goes"), row.note, row.assessed_on),
    FollowUp: lambda row: (_("Follow-up"), row.note, row.due_on),
    Situation: lambda row: (_("Situation"), label("occupation", row.occupation), row.since_on),
    CareStep: lambda row: (_("Step of care"), row.what, row.started_on),
}  # fmt: skip


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
        for subject in _WORDS
        for row in session.exec(select(subject).where(col(subject.deleted_at).is_not(None)))
        if row.deleted_at is not None
    ]
    return sorted(found, key=lambda row: row.deleted_at, reverse=True)


def _binned(row: CaseRow, deleted_at: datetime) -> BinnedRow:
    what, detail, on = _WORDS[type(row)](row)
    first_line = detail.strip().split("\n", maxsplit=1)[0]
    return BinnedRow(str(type(row).__tablename__), row.id, what, first_line, on, deleted_at)
