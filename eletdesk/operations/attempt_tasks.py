"""Tick what proposed to seek contact again, once somebody was reached."""

from sqlmodel import Session

from eletdesk import clock
from eletdesk.domain.task import Task
from eletdesk.queries.contact_attempts import contact_attempts, next_attempt_tasks


def settle_attempts(session: Session) -> list[Task]:
    """Tick the proposed next attempts when nothing was tried in vain after the last contact."""
    session.flush()
    waiting = next_attempt_tasks(session)
    if not waiting or contact_attempts(session, clock.today()).since_reached:
        return []
    for task in waiting:
        task.done_at = clock.now()
    return waiting
