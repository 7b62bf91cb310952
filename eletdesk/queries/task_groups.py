"""Open tasks in groups: overdue, today, this week, later, and those without a day."""

from collections.abc import Iterable
from datetime import date, timedelta

from eletdesk.queries.register.views import DueTask

GROUPS = ("overdue", "today", "week", "later", "undated")

_SUNDAY = 6


def group_of(task: DueTask, today: date) -> str:
    """Return the group that a task is in; a week ends on Sunday."""
    if not task.due_on:
        return "undated"
    due = date.fromisoformat(task.due_on)
    if due < today:
        return "overdue"
    if due == today:
        return "today"
    return "week" if due <= today + timedelta(days=_SUNDAY - today.weekday()) else "later"


def grouped(tasks: Iterable[DueTask], today: date) -> dict[str, list[DueTask]]:
    """Return the tasks by group, all groups in their order, each in the order given."""
    groups: dict[str, list[DueTask]] = {group: [] for group in GROUPS}
    for task in tasks:
        groups[group_of(task, today)].append(task)
    return groups
