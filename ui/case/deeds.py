"""Everything that can be done in one case, by what it is about, and what opens from the timeline."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from eletdesk.operations.drafts import drop_draft
from eletdesk.queries.sheet_drafts import form_of_draft
from eletdesk.translation import _
from ui.case.file_actions import FileActions
from ui.case.form_dialog import FormDialog
from ui.case.moment_actions import MomentActions
from ui.case.next_step import NextStep
from ui.case.pathway_actions import PathwayActions
from ui.case.people_actions import PeopleActions
from ui.case.reading import CaseView
from ui.goals.goal_actions import GoalActions
from ui.open_case import OpenCase
from ui.theme.icons import icon

_ROWS = {
    "SessionDialog": "guidance_session",
    "ContactDialog": "contact_moment",
    "TimeOutDialog": "time_out",
}

Key = tuple[str, str]


class CaseDeeds(QObject):
    """The moments, people, pathway and files of a case; `dossier_asked` for a draft that is a dossier."""

    told = Signal(str, bool)
    refused = Signal(str)
    dossier_asked = Signal()

    def __init__(self, page: QWidget, case: OpenCase, view: Callable[[], CaseView]) -> None:
        super().__init__(page)
        self._page, self._case = page, case
        self.moments = MomentActions(page, case, view)
        self.people = PeopleActions(page, case, view)
        self.pathway = PathwayActions(page, case, view)
        self.files = FileActions(page, case)
        self.goals = GoalActions(page, case, view)
        for teller in (self.moments, self.people, self.pathway, self.files, self.goals):
            teller.told.connect(self.told)
            teller.refused.connect(self.refused)

    def open_item(self, key: Key) -> None:
        """Open what stands in the timeline."""
        table, row_id = key
        if table == "draft":
            if not self.open_draft(row_id):
                self.dossier_asked.emit()
        elif table == "document":
            self.files.edit_document(row_id)
        elif table == "disclosure":
            self.files.show_shared()
        elif table == "stage_change":
            self.pathway.edit_pathway()
        else:
            self.moments.open_row(table, row_id)

    def erase_item(self, key: Key, title: str) -> None:
        """Move something of the timeline to the bin; a draft is thrown away."""
        table, row_id = key
        if table != "draft":
            self.moments.erase(table, row_id, title)
        elif self.moments.attempt(drop_draft, form=self._case.read(form_of_draft, row_id)):
            self.told.emit(_("Draft thrown away"), False)

    def item_menu(self, key: Key, title: str, where: QPoint) -> None:
        """Offer what can be done with one thing of the timeline."""
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icon("open"), _("Open"), lambda: self.open_item(key))
        menu.addAction(icon("history"), _("History"), lambda: self.moments.show_history(*key))
        menu.addAction(icon("erase"), _("Move to the bin"), lambda: self.erase_item(key, title))
        menu.popup(where)

    def take_step(self, step: NextStep) -> None:
        """Do what the next step asks for."""
        if step.action == "session":
            self.moments.open_row("guidance_session", step.target)
        elif step.action == "consent":
            self.people.record_consent("guidance", "")
        elif step.action == "plan":
            self.moments.plan_session(step)
        else:
            self.pathway.edit_pathway() if step.action == "pathway" else self.pathway.start_pathway()

    def keep_drafts(self) -> None:
        """Keep what is typed in the sheet that is open."""
        for dialog in self._page.window().findChildren(FormDialog):
            dialog.keep_draft()

    def open_draft(self, draft_id: str) -> bool:
        """Open the sheet again that a draft was typed in; False when it belongs elsewhere."""
        name, _colon, row_id = self._case.read(form_of_draft, draft_id).partition(":")
        moments, people, pathway = self.moments, self.people, self.pathway
        ask_consent = partial(people.record_consent, "guidance", "given")
        new: dict[str, Callable[[], object]] = {
            "PlanSessionDialog": moments.plan_session, "ContactDialog": moments.record_contact,
            "TimeOutDialog": moments.record_time_out, "TaskDialog": moments.add_task,
            "PersonDialog": people.edit_person, "EnrolmentDialog": people.edit_enrolment,
            "MemberDialog": people.add_member, "ConsentDialog": ask_consent,
            "StageDialog": pathway.move_stage, "PathwayDialog": pathway.edit_pathway,
            "ClosingDialog": pathway.close_pathway, "StartDialog": pathway.start_pathway,
            "QuestionsDialog": pathway.answer_questions, "ReopenDialog": pathway.reopen_pathway,
            "VersionDialog": pathway.edit_pathway, "TagsDialog": people.edit_tags,
        }  # fmt: skip
        if row_id and name in _ROWS:
            moments.open_row(_ROWS[name], row_id)
        elif row_id and name == "MemberDialog":
            people.edit_member(row_id)
        elif row_id and name == "EnrolmentDialog":
            people.edit_enrolment(row_id)
        elif row_id and name == "TaskDialog":
            moments.edit_task(row_id)
        elif name in new:
            new[name]()
        else:
            return False
        return True
