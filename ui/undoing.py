"""Undo and redo of the desk from the keyboard, told by name: `Undone: session, Noor Verlinden`."""

from PySide6.QtCore import QObject, Signal

from eletdesk.desk.steps import Step, next_undo, redo, undo
from eletdesk.errors import EletdeskError
from eletdesk.queries.register.views import index_card
from eletdesk.translation import N_, _, ngettext
from ui.open_desk import OpenDesk

_NAMES = {
    "record_quick_entry": N_("quick log"),
    "record_session": N_("session"),
    "plan_session": N_("planned session"),
    "hold_planned_session": N_("session"),
    "change_session": N_("change of a session"),
    "record_contact": N_("contact"),
    "change_contact": N_("change of a contact"),
    "record_time_out": N_("time-out"),
    "change_time_out": N_("change of a time-out"),
    "add_goal": N_("new goal"),
    "change_goal": N_("change of a goal"),
    "change_goal_and_state": N_("change of a goal"),
    "end_goal": N_("change of a goal"),
    "make_goals_of_lines": N_("goals made of lines"),
    "review_goal": N_("review of a goal"),
    "change_review": N_("change of a review"),
    "record_assessment": N_("assessment"),
    "change_assessment": N_("change of an assessment"),
    "record_care_step": N_("step of care"),
    "change_care_step": N_("change of a step of care"),
    "add_task": N_("new task"),
    "finish_task": N_("tick of a task"),
    "reopen_task": N_("open task"),
    "change_task": N_("change of a task"),
    "start_pathway": N_("start of a pathway"),
    "change_pathway": N_("change of a pathway"),
    "move_stage": N_("change of stage"),
    "close_pathway": N_("closing of a pathway"),
    "register_person": N_("new young person"),
    "open_case": N_("new young person"),
    "new_case": N_("new young person"),
    "change_person": N_("change of personal details"),
    "enrol": N_("school"),
    "change_enrolment": N_("change of school"),
    "add_member": N_("person in the network"),
    "change_member": N_("change in the network"),
    "record_consent": N_("consent"),
    "withdraw_consent": N_("withdrawal of consent"),
    "add_document": N_("document"),
    "rename_document": N_("name of a document"),
    "record_log": N_("session or contact"),
    "change_document": N_("change of a document"),
    "start_referral": N_("new referral"),
    "write_section": N_("text of a dossier"),
    "mark_sent": N_("sending of a dossier"),
    "answer_referral": N_("answer to a referral"),
    "withdraw_referral": N_("withdrawal of a referral"),
    "import_caseload": N_("list that was read in"),
    "import_absences": N_("list of absences that was read in"),
    "record_absences": N_("absence"),
    "change_absence": N_("change of an absence"),
    "make_threshold_task": N_("new task"),
    "record_code_lines": N_("codes for the school"),
    "record_activity": N_("group activity"),
    "change_activity": N_("change of a group activity"),
    "bin_activity": N_("group activity moved to the bin"),
    "restore_activity": N_("group activity from the bin"),
    "delete_row": N_("deletion"),
    "restore_row": N_("taking out of the bin"),
    "bin_case": N_("young person moved to the bin"),
}


class Undoing(QObject):
    """Takes steps back and does them again; `told(sentence, can_undo)` and `refused(sentence)`."""

    told = Signal(str, bool)
    refused = Signal(str)

    def __init__(self, desk: OpenDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def newest(self) -> int:
        """Return the number of the step that undo would take back; 0 when there is none."""
        step = next_undo(self._desk.desk)
        return step.id if step else 0

    def undo(self, only: int = 0) -> None:
        """Take back the last step; with a number, only when that is the last one."""
        if only and only != self.newest():
            self.refused.emit(_("Something else was done after this. Undo that first (Ctrl+Z)."))
            return
        try:
            step = undo(self._desk.desk)
        except EletdeskError as error:
            self.refused.emit(str(error))
            return
        said = _("Undone: {what}").format(what=self._name(step)) if step else _("There is nothing to undo.")
        self.told.emit(said, False)

    def redo(self) -> None:
        """Do again what was taken back last."""
        try:
            step = redo(self._desk.desk)
        except EletdeskError as error:
            self.refused.emit(str(error))
            return
        said = _("Done again: {what}").format(what=self._name(step)) if step else ""
        self.told.emit(said or _("There is nothing to do again."), bool(step))

    def _name(self, step: Step) -> str:
        """Name a step: what it was and, where there is one, whose case it is in."""
        cases = len(step.payload.get("cases", []))
        if step.operation == "import_caseload":
            text = ngettext("{count} young person read in", "{count} young people read in", cases)
            return text.format(count=cases)
        what = _(_NAMES.get(step.operation, N_("change")))
        card = self._desk.ask(index_card, step.case_id) if step.case_id else None
        return f"{what}, {card.name}" if card else what
