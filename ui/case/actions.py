"""What the page of a case lets one do: open the right sheet, tick, erase, and tell what was done."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from eletdesk.domain.consent import ConsentPurpose, ConsentState
from eletdesk.domain.contact_moment import ContactMoment
from eletdesk.domain.guidance_session import GuidanceSession
from eletdesk.domain.network_member import NetworkMember
from eletdesk.domain.task import Task
from eletdesk.domain.time_out import TimeOut
from eletdesk.errors import EletdeskError
from eletdesk.operations.bin import delete_row
from eletdesk.operations.finding import row_of
from eletdesk.operations.tasks import finish_task, reopen_task
from eletdesk.queries.sheet_drafts import form_of_draft
from eletdesk.translation import _
from ui.case.dialogs.bin_dialog import BinDialog
from ui.case.dialogs.closing_dialog import ClosingDialog
from ui.case.dialogs.consent_dialog import ConsentDialog
from ui.case.dialogs.consents_dialog import ConsentsDialog
from ui.case.dialogs.contact_dialog import ContactDialog
from ui.case.dialogs.enrolment_dialog import EnrolmentDialog
from ui.case.dialogs.history_dialog import HistoryDialog
from ui.case.dialogs.member_dialog import MemberDialog
from ui.case.dialogs.pathway_dialog import PathwayDialog, StartDialog
from ui.case.dialogs.person_dialog import PersonDialog
from ui.case.dialogs.session_dialog import PlanSessionDialog, SessionDialog
from ui.case.dialogs.stage_dialog import StageDialog
from ui.case.dialogs.task_dialog import TaskDialog
from ui.case.dialogs.time_out_dialog import TimeOutDialog
from ui.case.form_dialog import FormDialog
from ui.case.next_step import NextStep
from ui.case.reading import CaseView
from ui.open_case import OpenCase

KEPT = frozenset({"stage_change", "disclosure", "draft"})


class CaseActions(QObject):
    """Do things in one case. `told(sentence, can_undo)` and `refused(sentence)` say how it went."""

    told = Signal(str, bool)
    refused = Signal(str)

    def __init__(self, page: QWidget, case: OpenCase, view: Callable[[], CaseView]) -> None:
        super().__init__(page)
        self._page, self._case, self._view = page, case, view

    def window(self) -> QWidget:
        """Return the window that sheets lie over."""
        return self._page.window()

    def open_form(self, dialog: FormDialog, row_id: str = "") -> None:
        """Open a sheet with what was typed in it before; what it records is told with a way to undo it."""
        dialog.saved.connect(lambda sentence: self.told.emit(sentence, True) if sentence else None)
        dialog.offer_draft(row_id)
        dialog.open()

    def keep_drafts(self) -> None:
        """Keep what is typed in the sheet that is open."""
        for dialog in self.window().findChildren(FormDialog):
            dialog.keep_draft()

    def open_draft(self, draft_id: str) -> bool:
        """Open the sheet again that a draft was typed in; False when it belongs elsewhere."""
        name, _colon, row_id = self._case.read(form_of_draft, draft_id).partition(":")
        table = {
            "SessionDialog": "guidance_session",
            "ContactDialog": "contact_moment",
            "TimeOutDialog": "time_out",
        }
        new = {
            "PlanSessionDialog": self.plan_session, "ContactDialog": self.record_contact,
            "TimeOutDialog": self.record_time_out, "StageDialog": self.move_stage,
            "ClosingDialog": self.close_pathway, "PathwayDialog": self.edit_pathway,
            "PersonDialog": self.edit_person, "EnrolmentDialog": self.edit_enrolment,
            "MemberDialog": self.add_member, "ConsentDialog": self.show_consents,
            "TaskDialog": self.add_task, "StartDialog": self.start_pathway,
        }  # fmt: skip
        if row_id and name in table:
            self.open_row(table[name], row_id)
        elif row_id and name in ("MemberDialog", "TaskDialog"):
            (self.edit_member if name == "MemberDialog" else self.edit_task)(row_id)
        elif name in new:
            new[name]()  # type: ignore[operator]
        else:
            return False
        return True

    def attempt(self, operation: Callable[..., Any], *values: Any, **named: Any) -> bool:
        """Do one thing in the case; a refusal is told."""
        try:
            self._case.run(operation, *values, **named)
        except EletdeskError as error:
            self.refused.emit(str(error))
            return False
        return True

    # What is planned and recorded

    def plan_session(self, step: NextStep | None = None) -> None:
        """Plan a session, on the day and with the words of a next step."""
        on, title = (step.on, step.target) if step else (None, "")
        self.open_form(PlanSessionDialog(self.window(), self._case, on=on, title=title))

    def record_contact(self, member_id: str = "") -> None:
        """Record a contact, with somebody of the network when one is given."""
        members = self._view().overview.sides.members
        self.open_form(ContactDialog(self.window(), self._case, members, member_id=member_id))

    def record_time_out(self) -> None:
        """Record a time-out."""
        self.open_form(TimeOutDialog(self.window(), self._case))

    def open_row(self, table: str, row_id: str) -> None:
        """Open what stands in the timeline."""
        window, case = self.window(), self._case
        try:
            if table == "guidance_session":
                row = case.read(row_of, GuidanceSession, row_id)
                self.open_form(SessionDialog(window, case, self._view().programme, row), row_id)
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

    def erase(self, table: str, row_id: str, what: str) -> None:
        """Move one row to the bin; the toast offers to undo it."""
        if table in KEPT:
            self.told.emit(_("This stays in the file: it is part of what happened."), False)
        elif self.attempt(delete_row, table, row_id):
            self.told.emit(_("{what} moved to the bin").format(what=what), True)

    def show_history(self, table: str, row_id: str) -> None:
        """Show who changed a row."""
        HistoryDialog(self.window(), self._case, table, row_id).open()

    def show_bin(self) -> None:
        """Show the bin of this case."""
        dialog = BinDialog(self.window(), self._case)
        dialog.restored.connect(lambda sentence: self.told.emit(sentence, True))
        dialog.open()

    # Tasks

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

    # People

    def edit_person(self) -> None:
        """Change the young person's details."""
        self.open_form(PersonDialog(self.window(), self._case, self._view().head.person))

    def edit_enrolment(self) -> None:
        """Change the school; another one is a second enrolment."""
        present = self._view().head.enrolment
        dialog = EnrolmentDialog(self.window(), self._case, present)
        if present is not None:

            def another() -> None:
                dialog.reject()
                self.open_form(EnrolmentDialog(self.window(), self._case))

            dialog.add_left(_("Another school"), another, "add")
        self.open_form(dialog, present.id if present else "")

    def add_member(self) -> None:
        """Add somebody to the network."""
        self.open_form(MemberDialog(self.window(), self._case))

    def edit_member(self, member_id: str) -> None:
        """Change somebody of the network."""
        row = self._case.read(row_of, NetworkMember, member_id)
        self.open_form(MemberDialog(self.window(), self._case, row), member_id)

    def erase_member(self, member_id: str) -> None:
        """Move somebody of the network to the bin."""
        self.erase("network_member", member_id, self._case.read(row_of, NetworkMember, member_id).name)

    # Consent

    def show_consents(self) -> None:
        """Show all answers on consent; without any the first one is asked."""
        view = self._view()
        if not view.overview.sides.consents:
            self.record_consent("guidance", "given")
            return
        consents = view.overview.sides.consents
        dialog = ConsentsDialog(self.window(), consents, view.gap, view.head.age)
        dialog.answer_asked.connect(self.record_consent)
        dialog.open()

    def record_consent(self, purpose: str, state: str) -> None:
        """Record an answer on consent."""
        asked = {"purpose": ConsentPurpose(purpose), "state": ConsentState(state)}
        self.open_form(ConsentDialog(self.window(), self._case, self._view().head.age, **asked))  # type: ignore[arg-type]

    # The pathway

    def move_stage(self) -> None:
        """Move to the next stage, or to another one."""
        view = self._view()
        if view.head.pathway is None or view.programme is None:
            self.start_pathway()
            return
        dialog = StageDialog(self.window(), self._case, view.head.pathway, view.programme)
        dialog.closing_asked.connect(self.close_pathway)
        self.open_form(dialog)

    def edit_pathway(self) -> None:
        """Change referrer, reasons and goals."""
        view = self._view()
        if view.head.pathway is None or view.programme is None:
            self.start_pathway()
            return
        self.open_form(PathwayDialog(self.window(), self._case, view.head.pathway, view.programme))

    def close_pathway(self) -> None:
        """Close the pathway with its outcome."""
        view = self._view()
        if view.open_pathway and view.head.pathway is not None and view.programme is not None:
            self.open_form(ClosingDialog(self.window(), self._case, view.head.pathway, view.programme))
        else:
            self.start_pathway()

    def start_pathway(self) -> None:
        """Start a pathway."""
        newest = {code: programme for (code, _version), programme in sorted(self._programmes().items())}
        self.open_form(StartDialog(self.window(), self._case, list(newest.values())))

    def _programmes(self) -> dict[tuple[str, int], Any]:
        return dict(self._case.desk.desk.programmes)

    def take_step(self, step: NextStep) -> None:
        """Do what the next step asks for."""
        if step.action == "session":
            self.open_row("guidance_session", step.target)
        elif step.action == "consent":
            self.record_consent("guidance", "given")
        else:
            todo = {"plan": lambda: self.plan_session(step), "pathway": self.edit_pathway}
            todo.get(step.action, self.start_pathway)()
