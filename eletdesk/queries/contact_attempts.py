"""Outreach: how often was contact sought in vain, when was it first accepted, since when is there silence."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from eletdesk.domain.contact_moment import ContactDirection, ContactMoment
from eletdesk.domain.guidance_session import Attendance, GuidanceSession
from eletdesk.domain.task import Task
from eletdesk.queries.live_rows import live_rows

NEXT_ATTEMPT = "next_attempt"
"""Rule of the task that proposes when to try again."""


@dataclass(frozen=True)
class ContactAttempts:
    """Attempts in all and since somebody was last reached; the first contact that was accepted.

    silent_days counts from the last time that somebody was reached, or from the first attempt when that
    never happened; None when nothing was tried.
    """

    total: int = 0
    since_reached: int = 0
    first_attempt_on: date | None = None
    first_reached_on: date | None = None
    last_reached_on: date | None = None
    attempts_before_first: int = 0
    silent_days: int | None = None
    next_on: date | None = None


def contact_attempts(session: Session, today: date) -> ContactAttempts:
    """Return what outreach has come to; a session that was attended counts as reached."""
    moments = sorted(_moments(session))
    attempts = [on for on, _row_id, is_reached in moments if not is_reached]
    reached = [on for on, _row_id, is_reached in moments if is_reached]
    last = next((at for at in range(len(moments) - 1, -1, -1) if moments[at][2]), -1)
    first = next((at for at, moment in enumerate(moments) if moment[2]), len(moments))
    silent_from = reached[-1] if reached else attempts[0] if attempts else None
    return ContactAttempts(
        total=len(attempts),
        since_reached=len(moments) - last - 1,
        first_attempt_on=attempts[0] if attempts else None,
        first_reached_on=reached[0] if reached else None,
        last_reached_on=reached[-1] if reached else None,
        attempts_before_first=first,
        silent_days=None if silent_from is None else (today - silent_from).days,
        next_on=_next_on(session),
    )


def _moments(session: Session) -> list[tuple[date, str, bool]]:
    """Return attempts and meetings as (day, id, reached); what others sought and missed is no attempt."""
    found = [
        (row.happened_on, row.id, row.is_reached)
        for row in live_rows(session, ContactMoment)
        if row.is_reached or row.direction is ContactDirection.outgoing
    ]
    sessions = [
        (row.held_on, row.id, True)
        for row in live_rows(session, GuidanceSession)
        if row.attendance is Attendance.attended
    ]
    return found + sessions


def next_attempt_tasks(session: Session) -> list[Task]:
    """Return the open tasks that propose to try again."""
    rows = session.exec(
        select(Task).where(
            col(Task.deleted_at).is_(None), col(Task.done_at).is_(None), Task.rule == NEXT_ATTEMPT
        )
    )
    return list(rows)


def _next_on(session: Session) -> date | None:
    days = [task.due_on for task in next_attempt_tasks(session) if task.due_on is not None]
    return min(days, default=None)
