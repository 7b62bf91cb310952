"""What happened and what is to do: sessions, contacts, time-outs, tasks, the bin and the history."""

from eletdesk.domain.contact_moment import ContactMoment
from eletdesk.domain.guidance_session import GuidanceSession
from eletdesk.domain.task import Task
from eletdesk.domain.time_out import TimeOut
from eletdesk.errors import EletdeskError
from eletdesk.operations.finding import row_of
from eletdesk.operations.tasks import finish_task, reopen_task
from eletdesk.translation import _
from ui.case.dialogs.bin_dialog import BinDialog
from ui.case.dialogs.contact_dialog import ContactDialog
from ui.case.dialogs.session_dialog import PlanSessionDialog, SessionDialog
from ui.case.dialogs.task_dialog import TaskDialog
from ui.case.dialogs.time_out_dialog import TimeOutDialog
from ui.case.next_step import NextStep
from ui.case.sheet_opener import SheetOpener
from ui.history.case_history_dialog import CaseHistoryDialog
from ui.history.history_dialog import HistoryDialog


class MomentActions(SheetOpener):
    """Plan, record, change and erase what happens in a case."""

    def plan_session(self, step: NextStep | None = None) -> None:
        """Plan a session, on the day and with the words of a next step."""
        on, title = (step.on, step.target) if step else (None, "")
        view = self._view()
        shown = view.head.pathway.id if view.open_pathway and view.head.pathway else None
        self.open_form(
            PlanSessionDialog(
                self.window(), self._case, on=on, title=title, programme=view.programme, pathway_id=shown
            )
        )

    def record_contact(self, member_id: str = "") -> None:
        """Record a contact, with somebody of the network when one is given."""
        members = self._view().overview.sides.members
        self.open_form(ContactDialog(self.window(), self._case, members, member_id=member_id))

    def log_no_answer(self) -> None:
        """Record an attempt without an answer, now; when to try again becomes a task."""
        from ui.follow_up.actions import tell_no_answer  # noqa: PLC0415 - that room opens sheets of this one

        tell_no_answer(self, self._case)

    def record_time_out(self) -> None:
        """Record a time-out."""
        self.open_form(TimeOutDialog(self.window(), self._case))

    def open_row(self, table: str, row_id: str, *, only_this: bool = False) -> None:
        """Open what stands in the timeline; a part in a group activity opens the activity itself."""
        window, case = self.window(), self._case
        try:
            if table == "guidance_session":
                row = case.read(row_of, GuidanceSession, row_id)
                if row.activity_id and not only_this and self._open_activity(row.activity_id, row_id):
                    return
                view = self._view()
                programme = view.programmes.get(row.pathway_id or "", view.programme)
                self.open_form(SessionDialog(window, case, programme, row), row_id)
            elif table == "contact_moment":
                members = self._view().overview.sides.members
                contact = case.read(row_of, ContactMoment, row_id)
                self.open_form(ContactDialog(window, case, members, contact), row_id)
            elif table == "time_out":
                self.open_form(TimeOutDialog(window, case, case.read(row_of, TimeOut, row_id)), row_id)
            else:
                self.show_history(table, row_id)
        except EletdeskError as error:
            self.refused.emit(str(error))

    def _open_activity(self, activity_id: str, row_id: str) -> bool:
        from ui.groups.from_case import open_from_case  # noqa: PLC0415

        sheet = open_from_case(self.window(), self._case.desk, activity_id, self._view().short_name)
        if sheet is None:
            return False
        sheet.saved.connect(lambda sentence: self.told.emit(sentence, True))
        sheet.part_requested.connect(lambda: self.open_row("guidance_session", row_id, only_this=True))
        return True

    def show_history(self, table: str, row_id: str) -> None:
        """Show who changed a row."""
        HistoryDialog(self.window(), self._case, table, row_id).open()

    def show_case_history(self) -> None:
        """Show everything that was changed in this case."""
        CaseHistoryDialog(self.window(), self._case).open()

    def show_bin(self) -> None:
        """Show the bin of this case."""
        dialog = BinDialog(self.window(), self._case)
        dialog.restored.connect(lambda sentence: self.told.emit(sentence, True))
        dialog.open()

    def add_task(self) -> None:
        """Add a task."""
        self.open_form(TaskDialog(self.window(), self._case))

    def edit_task(self, task_id: str) -> None:
        """Change a task."""
        self.open_form(TaskDialog(self.window(), self._case, self._case.read(row_of, Task, task_id)), task_id)

    def tick_task(self, task_id: str, is_done: bool) -> None:
        """Tick a task, or take the tick away."""
        title = self._case.read(row_of, Task, task_id).title
        if self.attempt(finish_task if is_done else reopen_task, task_id):
            said = _("Done: {task}") if is_done else _("Open again: {task}")
            self.told.emit(said.format(task=title), True)

    def erase_task(self, task_id: str) -> None:
        """Move a task to the bin."""
        self.erase("task", task_id, self._case.read(row_of, Task, task_id).title)
