"""What is done with tasks over all cases: tick, put later, change, to the bin, add."""

from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.domain.spoken_dates import short_date
from eletdesk.errors import EletdeskError
from eletdesk.queries.register.views import DueTask
from eletdesk.translation import _
from ui.open_desk import OpenDesk
from ui.tasks.task_line import later


class TaskDeeds(QObject):
    """Does it and tells of it: `told(sentence, can_undo)` or `refused(sentence)`."""

    told = Signal(str, bool)
    refused = Signal(str)

    def __init__(self, desk: OpenDesk, page: QWidget, *, short_names: bool) -> None:
        super().__init__(page)
        self._desk, self._page, self._short_names = desk, page, short_names

    def tick(self, task: DueTask) -> None:
        """Tick a task."""
        from eletdesk.operations.tasks import finish_task  # noqa: PLC0415

        self._try(task, _("Done: {task}").format(task=task.title), finish_task)

    def reopen(self, task: DueTask) -> None:
        """Take a tick away."""
        from eletdesk.operations.tasks import reopen_task  # noqa: PLC0415

        self._try(task, _("Open again: {task}").format(task=task.title), reopen_task)

    def move(self, task: DueTask, days: int) -> None:
        """Put a task some days later or earlier."""
        from eletdesk.operations.tasks import change_task  # noqa: PLC0415

        due_on: date = later(task, days, clock.today())
        said = _("{task}: {date}").format(task=task.title, date=short_date(due_on, clock.today()))
        self._try(task, said, change_task, due_on=due_on)

    def erase(self, task: DueTask) -> None:
        """Move a task to the bin."""
        from eletdesk.operations.bin import delete_row  # noqa: PLC0415

        try:
            self._desk.run(task.case_id, delete_row, "task", task.row_id)
        except EletdeskError as error:
            self.refused.emit(str(error))
            return
        self.told.emit(_("{what} moved to the bin").format(what=task.title), True)

    def edit(self, task: DueTask) -> None:
        """Change a task's words or day."""
        from eletdesk.domain.task import Task  # noqa: PLC0415
        from eletdesk.operations.finding import row_of  # noqa: PLC0415
        from ui.case.dialogs.task_dialog import TaskDialog  # noqa: PLC0415
        from ui.open_case import OpenCase  # noqa: PLC0415

        case = OpenCase(self._desk, task.case_id, self)
        try:
            dialog = TaskDialog(self._page.window(), case, case.read(row_of, Task, task.row_id))
        except EletdeskError as error:
            case.close()
            self.refused.emit(str(error))
            return
        dialog.saved.connect(lambda sentence: self.told.emit(sentence, True))
        dialog.closed.connect(lambda _done: case.close())
        dialog.offer_draft(task.row_id)
        dialog.open()

    def add(self, case_id: str = "") -> None:
        """Ask what has to be done, and for whom."""
        from ui.tasks.new_task_dialog import NewTaskDialog  # noqa: PLC0415

        dialog = NewTaskDialog(self._page.window(), self._desk, case_id, short_names=self._short_names)
        dialog.saved.connect(lambda sentence: self.told.emit(sentence, True))
        dialog.offer_desk_draft(self._desk)
        dialog.open()

    def _try(self, task: DueTask, said: str, operation: object, **named: object) -> None:
        try:
            self._desk.run(task.case_id, operation, task.row_id, **named)  # type: ignore[arg-type]
        except EletdeskError as error:
            self.refused.emit(str(error))
            return
        self.told.emit(said, True)
