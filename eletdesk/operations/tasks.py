"""Add, finish and change tasks."""

from datetime import date
from typing import Any

from sqlmodel import Session

from eletdesk import clock
from eletdesk.domain.task import Task
from eletdesk.errors import InvalidInputError
from eletdesk.operations.finding import row_of, write_changes
from eletdesk.translation import _


def add_task(session: Session, *, title: str, due_on: date | None = None, rule: str = "") -> Task:
    """Add something to do."""
    if not title.strip():
        raise InvalidInputError("title", _("Say what has to be done."))
    task = Task(title=title.strip(), due_on=due_on, rule=rule)
    session.add(task)
    return task


def finish_task(session: Session, task_id: str) -> Task:
    """Tick a task."""
    task = row_of(session, Task, task_id)
    task.done_at = clock.now()
    return task


def reopen_task(session: Session, task_id: str) -> Task:
    """Take a tick away."""
    task = row_of(session, Task, task_id)
    task.done_at = None
    return task


def change_task(session: Session, /, task_id: str, **changes: Any) -> Task:
    """Change a task's words or date."""
    task = row_of(session, Task, task_id)
    write_changes(task, changes)
    return task
