"""Add or change something to do."""

from PySide6.QtWidgets import QWidget

from eletdesk.domain.task import Task
from eletdesk.operations.tasks import add_task, change_task
from eletdesk.translation import _
from ui.case.fields import day, words
from ui.case.form_dialog import FormDialog
from ui.open_case import OpenCase


class TaskDialog(FormDialog):
    """What has to be done, and before when."""

    def __init__(self, window: QWidget, case: OpenCase, row: Task | None = None) -> None:
        super().__init__(window, _("Task") if row else _("Add a task"), width=460)
        self._case, self._row = case, row
        self.put(words("title", _("What"), row.title if row else ""))
        self.put(day("due_on", _("Before"), row.due_on if row else None, looks="forward"))
        self.finish()

    def keep(self) -> str:
        """Keep it."""
        if self._row is None:
            self.run(add_task, **self.values())
            return _("Task added")
        self.run(change_task, self._row.id, **self.values())
        return _("Task changed")
