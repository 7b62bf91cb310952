"""Read a school's list of absences: see who and what, answer what is asked, write all of it as one step."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eletdesk.desk.absence_import import (
    AbsenceImportResult,
    choose_pupil,
    import_absences,
    plan_absence_import,
)
from eletdesk.desk.caseload_import import read_in_on
from eletdesk.domain.spoken_dates import numeric_date
from eletdesk.errors import EletdeskError
from eletdesk.imports.absence_plan import AbsencePlan, UnknownCode
from eletdesk.imports.absence_words import answer_first, describe_absences
from eletdesk.imports.mapping import ColumnMapping
from eletdesk.imports.place import Place
from eletdesk.translation import _, ngettext
from ui.absences.import_lines import LinesPanel
from ui.absences.import_questions import QuestionsPanel
from ui.background import BackgroundWork, Progress, run_in_background
from ui.caseload.import_columns import ColumnsPanel
from ui.files import choose_list
from ui.open_desk import OpenDesk
from ui.widgets.banner import Banner
from ui.widgets.buttons import primary, quiet, secondary
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label
from ui.widgets.layouts import Grid
from ui.widgets.page import Page
from ui.widgets.tab_strip import TabStrip


class AbsenceImportPage(Page):
    """The plan of reading a list of absences; nothing is written before the button is pressed."""

    page_requested = Signal(str)
    toast_requested = Signal(str, bool)
    problem_requested = Signal(str)
    left = Signal()

    def __init__(self, desk: OpenDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Read a list of absences"), _("Nothing is written before you say so."), parent=parent
        )
        self._desk = desk
        self._file: Path | None = None
        self._work: BackgroundWork | None = None
        self.plan: AbsencePlan | None = None
        self.choose = secondary(_("&Choose a file"), self.choose_file, icon_name="import")
        self.write = primary(_("&Read in"), self.start, icon_name="import")
        self.stop = quiet(_("S&top"), self._stop)
        for button in (self.stop, self.choose, self.write):
            self.add_action(button)
        self.problem = Banner("", tone="danger", close_says=_("Close this message"))
        self.progress = Banner("", tone="info")
        self.add(self.problem)
        self.add(self.progress)
        self._build_plan()
        self._show_plan(None, is_new=True)

    def _build_plan(self) -> None:
        self.empty = EmptyState(
            _("Choose the list of the school"),
            _("With a day and the codes of morning and afternoon. What is not sure is asked."),
            icon_name="absence",
        )
        self.summary = Card(_("What would happen"))
        self.tabs = TabStrip(_("Parts of the plan"))
        self.questions, self.lines, self.columns_panel = QuestionsPanel(), LinesPanel(), ColumnsPanel()
        self._panels: dict[str, QWidget] = {
            "questions": self.questions, "lines": self.lines, "columns": self.columns_panel,
        }  # fmt: skip
        for key, text in (
            ("questions", _("To answer")), ("lines", _("Half-days of the list")), ("columns", _("Columns")),
        ):  # fmt: skip
            self.tabs.add(key, text)
        self.tabs.chosen.connect(self._show_panel)
        self.tabs.follow_keys(self)
        self.questions.code_chosen.connect(self._answer_code)
        self.questions.pupil_chosen.connect(self._answer_pupil)
        self.lines.plan_changed.connect(self._show_plan)
        self.columns_panel.mapping_chosen.connect(self._read_again)
        for widget in (self.empty, self.summary, self.tabs):
            self.add(widget)
        for panel in self._panels.values():
            self.add(panel, 1)

    def choose_file(self) -> None:
        """Let the worker choose a file and plan it."""
        chosen = choose_list(self)
        if chosen is not None:
            self.read_file(chosen)

    def read_file(self, file: Path, mapping: ColumnMapping | None = None) -> None:
        """Plan a file in the background."""
        if self._work is not None:
            return
        if file != self._file:
            self._show_plan(None, is_new=True)
        self._file = file
        self.problem.hide()
        self.progress.set_text(_("The list is being read ..."))
        self.progress.show()
        self._work = run_in_background(
            self,
            lambda _report: plan_absence_import(self._desk.desk, file, file.name, mapping),
            self._planned,
            self._refused,
        )

    def _planned(self, plan: AbsencePlan) -> None:
        self._work = None
        self.progress.hide()
        self._show_plan(plan, is_new=True)
        before = read_in_on(self._desk.desk, self._file) if self._file is not None else None
        if before is not None:
            text = _("You read this very list in on {date} already. What is there already is not doubled.")
            self._tell(text.format(date=numeric_date(before)))
        self.tabs.choose("questions" if plan.open_questions else "lines")
        self.focus_first()

    def _read_again(self, mapping: ColumnMapping) -> None:
        if self._file is not None:
            self.read_file(self._file, mapping)

    def _refused(self, error: Exception) -> None:
        self._work = None
        self.progress.hide()
        self.stop.hide()
        self.write.setEnabled(True)
        self._tell(str(error) or _("Stopped. Nothing was written."))

    def _tell(self, sentence: str) -> None:
        self.problem.set_text(sentence)
        self.problem.show()

    def _answer_code(self, unknown: UnknownCode, code: str) -> None:
        if self.plan is not None:
            self._show_plan(self.plan.with_answer(unknown, code))

    def _answer_pupil(self, place: Place, case_id: str) -> None:
        plan = self.plan
        if plan is not None:
            self._attempt(lambda: self._show_plan(choose_pupil(self._desk.desk, plan, place, case_id)))

    def _attempt(self, does: Callable[[], object]) -> None:
        try:
            does()
        except EletdeskError as error:
            self._tell(str(error))

    def _show_plan(self, plan: AbsencePlan | None, *, is_new: bool = False) -> None:
        self.plan = plan
        has_plan = plan is not None
        self.empty.setVisible(not has_plan)
        self.summary.setVisible(has_plan)
        self.tabs.setVisible(has_plan)
        self.write.setVisible(has_plan)
        self.stop.hide()
        if self._work is None:
            self.problem.hide()
            self.progress.hide()
        self._show_panel(self.tabs.key() if has_plan else "")
        if plan is None:
            return
        self.summary.clear()
        grid = Grid(gap=8)
        for number, sentence in enumerate(describe_absences(plan)):
            grid.addWidget(Label(sentence, wrap=True), number // 2, number % 2)
        self.summary.add(grid)
        self.questions.show_plan(plan, is_new=is_new)
        self.lines.show_plan(plan)
        if is_new:
            self.columns_panel.show_plan(plan.caseload)
        self.tabs.set_count("questions", str(plan.open_questions or ""))
        self.tabs.set_count("lines", str(len(plan.half_days)))

    def _show_panel(self, key: str) -> None:
        for name, panel in self._panels.items():
            panel.setVisible(name == key)

    def start(self) -> None:
        """Write the plan in the background; with an open question it says so and goes there."""
        plan = self.plan
        if plan is None or self._work is not None:
            return
        if plan.open_questions:
            self._tell(answer_first(plan))
            self.tabs.choose("questions")
            self.questions.focus_first()
            return
        self.write.setEnabled(False)
        self.stop.show()
        self.problem.hide()
        self.progress.show()

        def work(report: Progress) -> AbsenceImportResult:
            return import_absences(self._desk.desk, plan, report, self._file)

        self._work = run_in_background(self, work, self._written, self._refused, self._progressed)

    def _progressed(self, done: int, total: int) -> None:
        self.progress.set_text(_("{done} of {total} written ...").format(done=done, total=total))

    def _stop(self) -> None:
        if self._work is not None:
            self._work.stop()

    def _written(self, result: AbsenceImportResult) -> None:
        self._work = None
        self.write.setEnabled(True)
        text = ngettext("{count} half-day is read in.", "{count} half-days are read in.", result.half_days)
        self._show_plan(None, is_new=True)
        self.toast_requested.emit(text.format(count=result.half_days), bool(result.half_days))
        self.page_requested.emit("caseload")

    def focus_first(self) -> None:
        """Read the file that another page handed over, or put the focus where work starts."""
        handed, self._desk.list_to_read = self._desk.list_to_read, None
        if handed is not None:
            self.read_file(handed)
        if self.plan is None:
            self.choose.setFocus()
        elif self.plan.open_questions:
            self.questions.focus_first()
        else:
            self.lines.focus_first()
