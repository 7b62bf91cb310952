"""Read a list in: choose a file, see what would be written and what not, then write all of it as one step."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from eletdesk.desk.caseload_import import ImportResult, import_caseload, plan_import, read_in_on
from eletdesk.domain.spoken_dates import numeric_date
from eletdesk.imports.describe import describe
from eletdesk.imports.mapping import ColumnMapping
from eletdesk.imports.plan import CaseloadPlan
from eletdesk.translation import _, ngettext
from ui.background import BackgroundWork, Progress, run_in_background
from ui.caseload.import_columns import ColumnsPanel
from ui.caseload.import_people import PeoplePanel
from ui.caseload.import_unread import UnreadPanel
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


class ImportPage(Page):
    """The plan of an import; nothing is written before the button is pressed."""

    page_requested = Signal(str)
    toast_requested = Signal(str, bool)
    problem_requested = Signal(str)
    left = Signal()

    def __init__(self, desk: OpenDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(_("Read a list"), _("Nothing is written before you say so."), parent=parent)
        self._desk = desk
        self._file: Path | None = None
        self._work: BackgroundWork | None = None
        self.plan: CaseloadPlan | None = None
        self.choose = secondary(_("&Choose a file"), self.choose_file, icon_name="import")
        self.write = primary(_("&Read in"), self.start, icon_name="import")
        self.stop = quiet(_("S&top"), self._stop)
        for button in (self.stop, self.choose, self.write):
            self.add_action(button)
        self.problem = Banner("", tone="danger", close_says=_("Close this message"))
        self.progress = Banner("", tone="info")
        self.absences = Banner(
            _("This is a list of absences. Read it as such: then each half-day is looked at."),
            tone="info", icon_name="absence", action=_("Read as absences"), on_action=self._read_absences,
        )  # fmt: skip
        self.add(self.absences)
        self.add(self.problem)
        self.add(self.progress)
        self._build_plan()
        self._show_plan(None)

    def _build_plan(self) -> None:
        self.empty = EmptyState(
            _("Choose your list"),
            _("Excel, LibreOffice or CSV. You see first what is recognised; nothing disappears."),
            icon_name="import",
            other=(_("Read a list of absences"), lambda: self.page_requested.emit("absences")),
        )
        self.summary = Card(_("What would happen"))
        self.tabs = TabStrip(_("Parts of the plan"))
        self.people = PeoplePanel()
        self.columns_panel = ColumnsPanel()
        self.unread = UnreadPanel()
        self._panels: dict[str, QWidget] = {
            "people": self.people, "unread": self.unread, "columns": self.columns_panel,
        }  # fmt: skip
        for key, text in (
            ("people", _("Young people")), ("unread", _("To look at")), ("columns", _("Columns")),
        ):  # fmt: skip
            self.tabs.add(key, text)
        self.tabs.chosen.connect(self._show_panel)
        self.tabs.follow_keys(self)
        self.people.plan_changed.connect(self._show_plan)
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
        if file != self._file:
            self._show_plan(None)  # what is seen and what would be written are of one list
        self._file = file
        self.problem.hide()
        self.progress.set_text(_("The list is being read ..."))
        self.progress.show()
        self._work = run_in_background(
            self,
            lambda _report: plan_import(self._desk.desk, file, file.name, mapping),
            self._planned,
            self._refused,
        )

    def _planned(self, plan: CaseloadPlan) -> None:
        self._work = None
        self.progress.hide()
        self._show_plan(plan)
        before = read_in_on(self._desk.desk, self._file) if self._file is not None else None
        if before is not None:
            text = _("You read this very list in on {date} already. Undo is safer than reading it in twice.")
            self.problem.set_text(text.format(date=numeric_date(before)))
            self.problem.show()
        self.people.focus_first()

    def _read_absences(self) -> None:
        """Hand the list over to the page that asks about every half-day."""
        self._desk.list_to_read = self._file
        self.page_requested.emit("absences")

    def _read_again(self, mapping: ColumnMapping) -> None:
        if self._file is not None:
            self.read_file(self._file, mapping)

    def _refused(self, error: Exception) -> None:
        self._work = None
        self.progress.hide()
        self.write.setEnabled(self.plan is not None)
        self.problem.set_text(str(error) or _("Stopped. Nothing was written."))
        self.problem.show()

    def _show_plan(self, plan: CaseloadPlan | None) -> None:
        self.plan = plan
        has_plan = plan is not None
        self.absences.setVisible(plan is not None and plan.mapping.is_absence_list())
        self.empty.setVisible(not has_plan)
        self.summary.setVisible(has_plan)
        self.tabs.setVisible(has_plan)
        self.write.setVisible(plan is not None and bool(plan.people))
        self.stop.hide()
        if self._work is None:
            self.problem.hide()
            self.progress.hide()
        self._show_panel(self.tabs.key() if has_plan else "")
        if plan is None:
            return
        self.summary.clear()
        grid = Grid(gap=8)
        for number, sentence in enumerate(describe(plan)):
            grid.addWidget(Label(sentence, wrap=True), number // 2, number % 2)
        self.summary.add(grid)
        self.people.show_plan(plan)
        self.columns_panel.show_plan(plan)
        self.unread.show_plan(plan)
        self.tabs.set_count("people", str(len(plan.people)))
        self.tabs.set_count("unread", str(self.unread.count()))

    def _show_panel(self, key: str) -> None:
        shown = [panel for panel in self._panels.values() if not panel.isHidden()]
        had_focus = any(panel.isAncestorOf(QApplication.focusWidget() or self) for panel in shown)
        for name, panel in self._panels.items():
            panel.setVisible(name == key)
        if had_focus and key:
            self.tabs.setFocus()

    def start(self) -> None:
        """Write the plan in the background; it can be stopped and then nothing is written."""
        plan = self.plan
        if plan is None or self._work is not None:
            return
        self.write.setEnabled(False)
        self.stop.show()
        self.problem.hide()
        self.progress.show()

        def work(report: Progress) -> ImportResult:
            return import_caseload(self._desk.desk, plan, report, self._file)

        self._work = run_in_background(self, work, self._written, self._refused, self._progressed)

    def _progressed(self, done: int, total: int) -> None:
        self.progress.set_text(_("{done} of {total} written ...").format(done=done, total=total))

    def _stop(self) -> None:
        if self._work is not None:
            self._work.stop()

    def _written(self, result: ImportResult) -> None:
        self._work = None
        self.write.setEnabled(True)
        count = len(result.new_cases)
        told = ngettext("{count} young person is read in.", "{count} young people are read in.", count)
        self._show_plan(None)
        self.toast_requested.emit(told.format(count=count), True)
        self.page_requested.emit("caseload")

    def focus_first(self) -> None:
        """Put the focus on the button that begins, or on the plan."""
        if self.plan is None:
            self.choose.setFocus()
        else:
            self.people.focus_first()
