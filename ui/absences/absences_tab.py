"""The tab on absences: counters on the way to thresholds, the half-days, the time-outs of the school year."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eletdesk.desk.absence_thresholds import chosen_thresholds
from eletdesk.domain.absence import Absence
from eletdesk.domain.absence_count import ThresholdState
from eletdesk.domain.school_calendar import SchoolYear
from eletdesk.domain.time_out import TimeOut
from eletdesk.errors import EletdeskError
from eletdesk.operations.absences import make_threshold_task
from eletdesk.operations.finding import row_of
from eletdesk.queries.absence_list import AbsenceItem, absence_counters, absence_list
from eletdesk.queries.time_out_ledger import time_out_ledger
from eletdesk.translation import _
from ui.absences.absence_dialog import AbsenceDialog, ChangeAbsenceDialog
from ui.absences.codes_dialog import CodesDialog
from ui.absences.counters_card import CountersCard
from ui.absences.half_days_card import HalfDaysCard
from ui.absences.ledger_card import LedgerCard
from ui.absences.threshold_dialog import ThresholdDialog
from ui.case.dialogs.time_out_dialog import TimeOutDialog
from ui.case.reading import CaseView
from ui.case.sheet_opener import SheetOpener
from ui.open_case import OpenCase
from ui.widgets.layouts import Column

_TASK_DAYS = 2
"""How soon the task of a threshold is due (our choice)."""


class AbsencesTab(QWidget):
    """Everything by keyboard; `page_requested` leads to the list of a school."""

    toast_requested = Signal(str, bool)
    problem_requested = Signal(str)
    page_requested = Signal(str)

    def __init__(self, case: OpenCase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self._view: CaseView | None = None
        self._items: list[AbsenceItem] = []
        self.sheets = SheetOpener(self, case, self._shown)
        self.sheets.told.connect(self.toast_requested)
        self.sheets.refused.connect(self.problem_requested)
        self.counters, self.half_days, self.ledger = CountersCard(), HalfDaysCard(), LedgerCard()
        column = Column(self, gap=14)
        for card in (self.counters, self.half_days, self.ledger):
            column.addWidget(card)
        self._connect()

    def _connect(self) -> None:
        self.counters.year_chosen.connect(lambda _key: self.read())
        self.counters.task_asked.connect(self.make_task)
        self.counters.thresholds_asked.connect(self.change_thresholds)
        self.half_days.add_asked.connect(self.add_absence)
        self.half_days.list_asked.connect(lambda: self.page_requested.emit("absences"))
        self.half_days.opened.connect(self.edit_absence)
        self.half_days.erase_asked.connect(lambda row_id, what: self.sheets.erase("absence", row_id, what))
        self.ledger.opened.connect(self.edit_time_out)
        self.ledger.codes_asked.connect(self.give_codes)

    def show_case(self, view: CaseView) -> None:
        """Read absences and time-outs again; year, code and row stay chosen."""
        self._view = view
        self.read()

    def read(self) -> None:
        """Read everything for the school year that is shown."""
        if self._view is None:
            return
        today = self._view.today
        own = chosen_thresholds(self._case.desk.desk)
        self.counters.show_counters(self._case.read(absence_counters, today, own), today)
        self._items = self._case.read(absence_list)
        year = self.shown_year()
        self.half_days.show_items(self._items, year)
        if year is not None:
            self.ledger.show_ledger(self._case.read(time_out_ledger, year))

    def shown_year(self) -> SchoolYear | None:
        """Return the school year that is looked at."""
        shown = self.counters.shown_year()
        return shown.year if shown else None

    def show_row(self, row_id: str) -> None:
        """Go to one half-day, in its school year."""
        item = next((one for one in self._items if one.row_id == row_id), None)
        if item is not None:
            self.counters.choose_year(item.year)
            self.half_days.show_row(row_id)

    def open_draft(self, sheet: str, row_id: str) -> None:
        """Open the sheet again that something was typed in."""
        if sheet == "ChangeAbsenceDialog" and row_id:
            self.edit_absence(row_id)
        else:
            self.add_absence()

    def add_absence(self) -> None:
        """Note a half-day."""
        self.sheets.open_form(AbsenceDialog(self.window(), self._case))

    def edit_absence(self, row_id: str) -> None:
        """Change a half-day."""

        def opened() -> None:
            row = self._case.read(row_of, Absence, row_id)
            self.sheets.open_form(ChangeAbsenceDialog(self.window(), self._case, row), row_id)

        self._try(opened)

    def edit_time_out(self, row_id: str) -> None:
        """Change a time-out."""

        def opened() -> None:
            row = self._case.read(row_of, TimeOut, row_id)
            self.sheets.open_form(TimeOutDialog(self.window(), self._case, row), row_id)

        self._try(opened)

    def give_codes(self) -> None:
        """Make the lines for the school."""
        year = self.shown_year()
        if year is not None:
            dialog = CodesDialog(self.window(), self._case, year)
            dialog.saved.connect(lambda sentence: self.toast_requested.emit(sentence, False))
            dialog.open()

    def make_task(self, state: ThresholdState) -> None:
        """Make the task that a threshold asks for."""
        year = self.shown_year()
        if year is None or self._view is None:
            return
        title = state.threshold.label.said()
        if self.sheets.attempt(
            make_threshold_task,
            threshold=state.threshold,
            year=year,
            title=title,
            due_on=self._view.today + timedelta(days=_TASK_DAYS),
        ):
            self.toast_requested.emit(_("Task added: {task}").format(task=title), True)

    def change_thresholds(self) -> None:
        """Change the thresholds of the desk."""
        dialog = ThresholdDialog(self.window(), self._case.desk)
        dialog.saved.connect(lambda sentence: self.toast_requested.emit(sentence, False))
        dialog.saved.connect(lambda _sentence: self.read())
        dialog.open()

    def _try(self, opens: Callable[[], object]) -> None:
        try:
            opens()
        except EletdeskError as error:
            self.problem_requested.emit(str(error))

    def _shown(self) -> CaseView:
        assert self._view is not None
        return self._view
