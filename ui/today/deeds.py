"""What is done from Today in somebody's case: tick a task, ask for a new one."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from eletdesk.desk.put_off import take_up
from eletdesk.errors import EletdeskError
from eletdesk.queries.attention.item import Attention
from eletdesk.queries.register.views import DueTask
from eletdesk.translation import _
from ui.open_desk import OpenDesk


class TodayDeeds(QObject):
    """Does it and tells of it: `told(sentence, can_undo)` or `refused(sentence)`."""

    told = Signal(str, bool)
    refused = Signal(str)

    def __init__(self, desk: OpenDesk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page

    def tick(self, task: DueTask) -> None:
        """Tick a task."""
        self.finish(task.case_id, task.row_id, task.title)

    def finish(self, case_id: str, task_id: str, title: str) -> None:
        """Tick a task by its id."""
        from eletdesk.operations.tasks import finish_task  # noqa: PLC0415

        try:
            self._desk.run(case_id, finish_task, task_id)
        except EletdeskError as error:
            self.refused.emit(str(error))
            return
        self.told.emit(_("Done: {task}").format(task=title), True)

    def put_off(self, item: Attention) -> None:
        """Ask until when a matter can wait."""
        from ui.tasks.put_off_dialog import PutOffDialog  # noqa: PLC0415

        dialog = PutOffDialog(self._page.window(), self._desk, item)
        dialog.saved.connect(lambda sentence: self.told.emit(sentence, False))
        dialog.open()

    def take_up(self, item: Attention) -> None:
        """Show again what was put off."""
        take_up(self._desk.desk, item.key)

    def plan_return(self, case_id: str, time_out_id: str) -> None:
        """Open a time-out at the day of its return meeting."""
        from eletdesk.domain.time_out import TimeOut  # noqa: PLC0415
        from eletdesk.operations.finding import row_of  # noqa: PLC0415
        from ui.case.dialogs.time_out_dialog import TimeOutDialog  # noqa: PLC0415
        from ui.open_case import OpenCase  # noqa: PLC0415

        case = OpenCase(self._desk, case_id, self)
        try:
            dialog = TimeOutDialog(self._page.window(), case, case.read(row_of, TimeOut, time_out_id))
        except EletdeskError as error:
            self.refused.emit(str(error))
            return
        dialog.saved.connect(lambda sentence: self.told.emit(sentence, True))
        dialog.closed.connect(lambda _done: case.close())
        dialog.open(dialog.widget("return_meeting_on"))

    def add_task(self, case_id: str) -> None:
        """Ask what has to be done for somebody."""
        from ui.tasks.add_task_dialog import AddTaskDialog  # noqa: PLC0415

        AddTaskDialog(self._page.window(), self._desk, case_id, self._added).open()

    def _added(self, _title: str) -> None:
        self.told.emit(_("The task is added."), True)
