"""The tab on goals: what was agreed to work on and how far it is, and how it goes in the domains of life."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eletdesk.domain.assessment import Assessment
from eletdesk.domain.goal import Goal, GoalReview
from eletdesk.errors import EletdeskError
from eletdesk.operations.finding import row_of
from eletdesk.operations.goals import make_goals_of_lines
from eletdesk.queries.goals import (
    AssessmentsOfCase,
    GoalLine,
    GoalsOfCase,
    assessments_of_case,
    goals_of_case,
)
from eletdesk.translation import _, ngettext
from ui.case.form_dialog import FormDialog
from ui.case.reading import CaseView
from ui.case.sheet_opener import SheetOpener
from ui.goals.assessment_dialog import AssessmentDialog
from ui.goals.focus_keeper import focus_key, key_in_focus, keyed
from ui.goals.goal_dialogs import GoalDialog, ReviewDialog
from ui.goals.goal_rows import GoalRow
from ui.goals.picture_card import PictureCard
from ui.open_case import OpenCase
from ui.widgets.banner import Banner
from ui.widgets.buttons import soft
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.layouts import Column


class GoalsTab(QWidget):
    """Goals above, the picture of change below; everything by keyboard."""

    toast_requested = Signal(str, bool)
    problem_requested = Signal(str)

    def __init__(self, case: OpenCase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self._view: CaseView | None = None
        self.goals: GoalsOfCase = GoalsOfCase((), (), (), "")
        self.assessments = AssessmentsOfCase((), {})
        self.sheets = SheetOpener(self, case, self._shown)
        self.sheets.told.connect(self.toast_requested)
        self.sheets.refused.connect(self.problem_requested)
        self.card = Card(_("Goals"))
        self.card.add_action(
            keyed(soft(_("Agree on a goal"), self.add_goal, icon_name="add", sz="s"), "add_goal")
        )
        self.ended = Card(_("Goals that ended"))
        self.picture = PictureCard()
        self.picture.add_asked.connect(self.add_assessment)
        self.picture.edit_asked.connect(self.edit_assessment)
        self.picture.erase_asked.connect(self._erase_assessment)
        column = Column(self, gap=14)
        for part in (self.card, self.picture, self.ended):
            column.addWidget(part)

    def show_case(self, view: CaseView) -> None:
        """Read goals and assessments again; the focus stays where it was."""
        self._view = view
        self.goals = self._case.read(goals_of_case, self._pathway_id())
        self.assessments = self._case.read(assessments_of_case)
        key = key_in_focus(self)
        self._show_goals(view)
        self.picture.show_assessments(self.assessments, view.today)
        if key and not focus_key(self, key):
            focus_key(self, "add_goal")

    def show_row(self, row_id: str) -> None:
        """Go to a goal, or open the review or the assessment that is asked for."""
        lines = (*self.goals.open, *self.goals.ended)
        if any(line.goal.id == row_id for line in lines):
            focus_key(self, f"look:{row_id}") or focus_key(self, f"change:{row_id}")
        elif any(row.id == row_id for line in lines for row in line.reviews):
            self.edit_review(row_id)
        elif any(row.id == row_id for row in self.assessments.rows):
            self.edit_assessment(row_id)

    def open_draft(self, sheet: str, row_id: str) -> None:
        """Open the sheet again that something was typed in."""
        if sheet == "GoalDialog":
            self.edit_goal(row_id) if row_id else self.add_goal()
        elif sheet == "AssessmentDialog":
            self.edit_assessment(row_id) if row_id else self.add_assessment()
        elif any(line.goal.id == row_id for line in self.goals.open):
            self.review_goal(row_id)
        else:
            self.edit_review(row_id)

    def add_goal(self) -> None:
        """Agree on a goal."""
        self._open(GoalDialog(self.window(), self._case, pathway_id=self._pathway_id()))

    def edit_goal(self, goal_id: str) -> None:
        """Change a goal."""
        self._try(lambda: self._open(GoalDialog(self.window(), self._case, self._goal(goal_id)), goal_id))

    def review_goal(self, goal_id: str) -> None:
        """Look back at a goal."""
        self._try(lambda: self._open(ReviewDialog(self.window(), self._case, self._goal(goal_id)), goal_id))

    def edit_review(self, review_id: str) -> None:
        """Change a review."""

        def opened() -> None:
            row = self._case.read(row_of, GoalReview, review_id)
            self._open(ReviewDialog(self.window(), self._case, self._goal(row.goal_id), row), review_id)

        self._try(opened)

    def add_assessment(self) -> None:
        """Write down how it goes, in the eyes of whose picture is shown."""
        self._open(AssessmentDialog(self.window(), self._case, seen_by=self.picture.seen_by()))

    def edit_assessment(self, assessment_id: str) -> None:
        """Change an assessment."""

        def opened() -> None:
            row = self._case.read(row_of, Assessment, assessment_id)
            self._open(AssessmentDialog(self.window(), self._case, row), assessment_id)

        self._try(opened)

    def make_goals(self) -> None:
        """Make goals of the lines that were typed in the pathway."""
        count = len(self.goals.lines)
        if self.sheets.attempt(make_goals_of_lines, self.goals.pathway_id):
            said = ngettext("{count} goal added", "{count} goals added", count)
            self.toast_requested.emit(said.format(count=count), True)

    def _show_goals(self, view: CaseView) -> None:
        self.card.clear()
        if self.goals.lines:
            words = ngettext(
                "The pathway names {count} goal as text.", "The pathway names {count} goals as text.",
                len(self.goals.lines),
            )  # fmt: skip
            said = f"{words.format(count=len(self.goals.lines))} {'; '.join(self.goals.lines)}"
            self.card.add(
                Banner(said, tone="info", icon_name="goal", action=_("Make goals of these lines"),
                       on_action=self.make_goals)
            )  # fmt: skip
        for line in self.goals.open:
            self.card.add_row(self._row(line, view))
        if not self.goals.open and not self.goals.lines:
            hint = _("A goal says in one sentence what has to be different, and for whom.")
            self.card.add_row(EmptyState(_("No goal is being worked on"), hint, icon_name="goal"))
        self.ended.clear()
        for line in self.goals.ended:
            self.ended.add_row(self._row(line, view))
        self.ended.setVisible(bool(self.goals.ended))

    def _row(self, line: GoalLine, view: CaseView) -> QWidget:
        row = GoalRow(line, view.today)
        row.review_asked.connect(self.review_goal)
        row.edit_asked.connect(self.edit_goal)
        row.erase_asked.connect(partial(self.sheets.erase, "goal", what=_("Goal")))
        row.review_edit_asked.connect(self.edit_review)
        return row

    def _erase_assessment(self, assessment_id: str) -> None:
        self.sheets.erase("assessment", assessment_id, _("Assessment"))

    def _goal(self, goal_id: str) -> Goal:
        return self._case.read(row_of, Goal, goal_id)

    def _open(self, dialog: FormDialog, row_id: str = "") -> None:
        self.sheets.open_form(dialog, row_id)

    def _try(self, opens: Callable[[], object]) -> None:
        try:
            opens()
        except EletdeskError as error:
            self.problem_requested.emit(str(error))

    def _pathway_id(self) -> str:
        """Return the pathway that is looked at."""
        pathway = self._view.head.pathway if self._view else None
        return pathway.id if pathway else ""

    def _shown(self) -> CaseView:
        assert self._view is not None
        return self._view
