"""The tab on follow-up: situation and schools, the clocks, contact attempts, both definitions, OKOT."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eletdesk.programmes.law.early_leaving import early_leaving
from eletdesk.programmes.law.okot import okot_rules
from eletdesk.queries.follow_up_view import FollowUpView, follow_up_view
from eletdesk.translation import _
from ui.case.reading import CaseView
from ui.case.source_note import source_note
from ui.follow_up.actions import FollowUpActions
from ui.follow_up.attempts_card import AttemptsCard
from ui.follow_up.rows import condition_row, fill_in, verdict_row
from ui.follow_up.schools_card import SchoolsCard
from ui.follow_up.situation_card import SituationCard
from ui.follow_up.terms_card import TermsCard
from ui.open_case import OpenCase
from ui.widgets.buttons import secondary
from ui.widgets.card import Card
from ui.widgets.keeping_focus import keeping_focus
from ui.widgets.labels import Label, small
from ui.widgets.layouts import Column

OKOT_FROM = 17
"""OKOT is for adults: the list is shown from this age on, or when school was left (own choice)."""


class FollowUpTab(QWidget):
    """Everything by keyboard; reads by itself each time the case changed."""

    toast_requested = Signal(str, bool)
    problem_requested = Signal(str)

    def __init__(self, case: OpenCase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self._view: CaseView | None = None
        self.found: FollowUpView | None = None
        self.do = FollowUpActions(self, case, self._case_view, self._follow_up)
        self.do.told.connect(self.toast_requested)
        self.do.refused.connect(self.problem_requested)
        self.situation, self.terms = SituationCard(self.do), TermsCard(self.do)
        self.attempts, self.schools = AttemptsCard(self.do), SchoolsCard(self.do)
        self.flags = Card(_("Early school leaver"))
        self.okot = Card(_("OKOT"))
        self.okot.add_action(
            secondary(_("Answer the conditions"), self.do.answer_okot, icon_name="write", sz="s")
        )
        column = Column(self, gap=14)
        for card in (self.situation, self.terms, self.attempts, self.schools, self.flags, self.okot):
            column.addWidget(card)

    def _case_view(self) -> CaseView:
        assert self._view is not None
        return self._view

    def _follow_up(self) -> FollowUpView:
        assert self.found is not None
        return self.found

    def show_case(self, view: CaseView) -> None:
        """Read and show everything again."""
        self._view = view
        self.found = found = self._case.read(follow_up_view, view.today, view.programme)
        with keeping_focus(self):
            self.situation.show_follow_up(found)
            self.terms.show_follow_up(found, view)
            self.attempts.show_follow_up(found)
            self.schools.show_schools(self._case, view)
        self._show_flags(found)
        self._show_okot(found, view)

    def show_row(self, row_id: str) -> None:
        """Open one term, situation or school."""
        if self.found is None:
            return
        if any(line.row_id == row_id for line in self.found.lines):
            self.do.record(row_id)
        elif any(row.id == row_id for row in self.found.situations):
            self.do.edit_situation(row_id)
        elif row_id in self.schools.row_ids:
            self.do.edit_school(row_id)

    def open_draft(self, sheet: str, row_id: str) -> None:
        """Open the sheet again that something was typed in."""
        if sheet == "SituationDialog":
            self.do.edit_situation(row_id) if row_id else self.do.add_situation()
        elif sheet == "FollowUpDialog":
            self.do.record(row_id)
        elif sheet == "OkotDialog":
            self.do.answer_okot()
        else:
            self.do.start_clock()

    def _show_flags(self, found: FollowUpView) -> None:
        self.flags.clear()
        rules = early_leaving()
        for title, verdict in ((rules.flemish.label, found.flemish), (rules.eurostat.label, found.eurostat)):
            self.flags.add_row(verdict_row(title.said(), verdict))
        unknown = {
            one.code
            for verdict in (found.flemish, found.eurostat)
            for one in verdict.because
            if one.is_met is None
        }
        if unknown & {"qualification", "level", "track", "left"}:
            self.flags.add(fill_in(_("Fill in school and qualification"), self.schools.edit_last))
        if "training" in unknown:
            self.flags.add(fill_in(_("Fill in the situation"), self.situation.edit_present))

    def _show_okot(self, found: FollowUpView, view: CaseView) -> None:
        left = found.standing.schooling.is_enrolled is False
        self.okot.setVisible(left or (view.head.age or 0) >= OKOT_FROM)
        self.okot.clear()
        labels = {one.code: one.label.said() for one in okot_rules().conditions}
        said = {
            True: _("Every condition is met."),
            False: _("Not every condition is met."),
            None: _("Not everything is known yet."),
        }[found.okot.answer]
        self.okot.add(Label(said, role="strong", wrap=True))
        for one in found.okot.conditions:
            self.okot.add_row(condition_row(labels[one.code], one), line=False)
        if not found.pathway_id:
            self.okot.add(small(_("Start a pathway to keep the answers."), wrap=True))
        self.okot.add(source_note(found.okot.basis))
