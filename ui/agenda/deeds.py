"""What is done from the agenda: tick a task, plan a session, add a task."""

from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from eletdesk.errors import EletdeskError
from eletdesk.queries.agenda import AgendaItem
from eletdesk.translation import _
from ui.open_desk import OpenDesk


class AgendaDeeds(QObject):
    """Does it and tells of it: `told(sentence, can_undo)` or `refused(sentence)`."""

    told = Signal(str, bool)
    refused = Signal(str)

    def __init__(self, desk: OpenDesk, page: QWidget, *, short_names: bool) -> None:
        super().__init__(page)
        self._desk, self._page, self._short_names = desk, page, short_names

    def tick(self, task: AgendaItem) -> None:
        """Tick a task."""
        from eletdesk.operations.tasks import finish_task  # noqa: PLC0415

        try:
            self._desk.run(task.case_id, finish_task, task.row_id)
        except EletdeskError as error:
            self.refused.emit(str(error))
            return
        self.told.emit(_("Done: {task}").format(task=task.title), True)

    def plan(self, on: date, part: str, case_id: str = "") -> None:
        """Plan a session on a half-day."""
        from ui.agenda.plan_dialog import PlanDialog  # noqa: PLC0415

        dialog = PlanDialog(self._page.window(), self._desk, on, part, case_id, short_names=self._short_names)
        dialog.saved.connect(lambda sentence: self.told.emit(sentence, True))
        dialog.offer_desk_draft(self._desk)
        dialog.open()

    def export(self, monday: date) -> None:
        """Ask what goes to another calendar, and write it."""
        from ui.agenda.calendar_dialog import CalendarDialog  # noqa: PLC0415

        dialog = CalendarDialog(self._page.window(), self._desk, monday)
        dialog.saved.connect(lambda sentence: self.told.emit(sentence, False))
        dialog.open()

    def add_task(self, case_id: str) -> None:
        """Ask what has to be done for somebody."""
        from ui.tasks.add_task_dialog import AddTaskDialog  # noqa: PLC0415

        AddTaskDialog(self._page.window(), self._desk, case_id, self._added).open()

    def _added(self, _title: str) -> None:
        self.told.emit(_("The task is added."), True)
