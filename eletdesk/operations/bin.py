"""Delete to the bin, bring back, and empty what is 30 days old."""

from datetime import timedelta

from sqlmodel import Session, col, or_, select

from eletdesk import clock
from eletdesk.domain.absence import Absence
from eletdesk.domain.assessment import Assessment
from eletdesk.domain.care_step import CareStep
from eletdesk.domain.case_row import CaseRow
from eletdesk.domain.contact_moment import ContactMoment
from eletdesk.domain.document import Document
from eletdesk.domain.follow_up import FollowUp
from eletdesk.domain.goal import Goal, GoalReview
from eletdesk.domain.guidance_session import GuidanceSession
from eletdesk.domain.situation import Situation
from eletdesk.domain.tables import BY_TABLE
from eletdesk.domain.task import Task
from eletdesk.domain.time_out import TimeOut
from eletdesk.errors import NotFoundError
from eletdesk.operations.finding import row_of

BIN_DAYS = 30
#: What leaves for good; other subjects are still named by rows that stay.
_LEAVES: tuple[type[CaseRow], ...] = (
    GuidanceSession, ContactMoment, TimeOut, Absence, Task, Document, GoalReview, Goal, Assessment, CareStep,
    FollowUp, Situation,
)  # fmt: skip


def delete_row(session: Session, table: str, row_id: str) -> CaseRow:
    """Move one row to the bin, where it stays 30 days."""
    row = row_of(session, BY_TABLE[table], row_id)
    row.deleted_at = clock.now()
    return row


def restore_row(session: Session, table: str, row_id: str) -> CaseRow:
    """Take one row out of the bin."""
    row = session.get(BY_TABLE[table], row_id)
    if row is None:
        raise NotFoundError
    row.deleted_at = None
    return row


def empty_bin(session: Session) -> int:
    """Remove for good what has been in the bin for 30 days; return how many rows."""
    old = [row for subject in _LEAVES for row in _in_bin(session, subject) if not stays_in_bin(row)]
    reviews = _reviews_of(session, old)
    for review in reviews:
        session.delete(review)
    session.flush()  # a review names its goal, so it goes first
    rest = [row for row in old if row not in reviews]
    for row in rest:
        session.delete(row)
    return len(reviews) + len(rest)


def _reviews_of(session: Session, rows: list[CaseRow]) -> list[GoalReview]:
    """Return the reviews that leave, also those of goals that leave: alone it says nothing."""
    goals = [row.id for row in rows if isinstance(row, Goal)]
    gone = {row.id for row in rows if isinstance(row, GoalReview)}
    named = or_(col(GoalReview.goal_id).in_(goals), col(GoalReview.id).in_(gone))
    return list(session.exec(select(GoalReview).where(named)))


def rows_in_bin(session: Session) -> list[CaseRow]:
    """Return what can be brought back, the newest first."""
    rows = [row for subject in BY_TABLE.values() for row in _in_bin(session, subject) if stays_in_bin(row)]
    return sorted(rows, key=lambda row: row.deleted_at or row.created_at, reverse=True)


def stays_in_bin(row: CaseRow) -> bool:
    """Tell whether a deleted row can still be brought back."""
    return row.deleted_at is not None and row.deleted_at >= clock.now() - timedelta(days=BIN_DAYS)


def _in_bin(session: Session, subject: type[CaseRow]) -> list[CaseRow]:
    return list(session.exec(select(subject).where(col(subject.deleted_at).is_not(None))))
