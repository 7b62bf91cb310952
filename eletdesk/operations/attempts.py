"""Seek contact again and again: an attempt without an answer plans the next one."""

from datetime import date, time, timedelta

from sqlmodel import Session

from eletdesk import clock
from eletdesk.domain.contact_moment import ContactMedium
from eletdesk.domain.task import Task
from eletdesk.operations.contacts import record_contact
from eletdesk.programmes.law.youth_guarantee import youth_guarantee
from eletdesk.queries.contact_attempts import NEXT_ATTEMPT, contact_attempts, next_attempt_tasks

_SATURDAY = 5


def log_no_answer(
    session: Session,
    /,
    *,
    on: date,
    at: time | None = None,
    medium: ContactMedium = ContactMedium.phone,
    member_id: str | None = None,
    note: str = "",
) -> Task:
    """Record an attempt without an answer and propose the next one as a task; return that task.

    The wait grows with the attempts since somebody was last reached (own choice, resources/rules).
    """
    attempt = record_contact(
        session, happened_on=on, happened_at=at, medium=medium, is_reached=False, member_id=member_id,
        note=note,
    )  # fmt: skip
    session.flush()
    rhythm = youth_guarantee().attempts
    due_on = on + timedelta(days=rhythm.wait_after(contact_attempts(session, on).since_reached))
    while due_on.weekday() >= _SATURDAY:
        due_on += timedelta(days=1)
    for task in next_attempt_tasks(session):
        task.done_at = clock.now()
    following = Task(title=rhythm.title.said(), due_on=due_on, rule=NEXT_ATTEMPT, cause=attempt.id)
    session.add(following)
    return following
