"""How many problematic half-days of a school year, on the way to each threshold, with its source."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eletdesk.domain.absence_count import AbsenceYear, ThresholdState
from eletdesk.domain.school_calendar import SchoolYear
from eletdesk.queries.absence_list import AbsenceCounters
from eletdesk.queries.register.absence_facts import cause_of
from eletdesk.translation import _, ngettext
from ui.absences.counter_bar import CounterBar
from ui.absences.words import count_lines, reached_text, state_text, threshold_text, year_text
from ui.case.source_note import source_note
from ui.widgets.buttons import quiet, soft
from ui.widgets.card import Card
from ui.widgets.labels import Label
from ui.widgets.layouts import Column, Row, clear_layout
from ui.widgets.segmented import Segmented


class CountersCard(Card):
    """Bars of one school year; another year with the arrow keys. `task_asked(state)` makes the task."""

    year_chosen = Signal(object)
    task_asked = Signal(object)
    thresholds_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Problematic half-days"), parent=parent)
        self.change = quiet(_("Thresholds"), self.thresholds_asked.emit, icon_name="settings", sz="s")
        self.add_action(self.change)
        self.years = Segmented(_("School year"))
        self._place, self._lines = QWidget(), QWidget()
        self._years_row, self._column = Column(self._place), Column(self._lines, gap=10)
        self._years_row.addWidget(self.years)
        self.add(self._place, self._lines)
        self._counters: AbsenceCounters | None = None
        self._keys: list[str] = []
        self._chosen = ""

    def shown_year(self) -> AbsenceYear | None:
        """Return the school year that is shown."""
        found = {_key(one): one for one in self._counters.years} if self._counters else {}
        return found.get(self._chosen)

    def choose_year(self, year: SchoolYear) -> None:
        """Show another school year."""
        key = _year_key(year)
        if key in self._keys:
            self.years.choose(key)

    def show_counters(self, counters: AbsenceCounters, today: date) -> None:
        """Show the counters; the chosen year stays chosen."""
        self._counters = counters
        keys = [_key(one) for one in counters.years]
        if self._chosen not in keys:
            present = [_key(one) for one in counters.years if one.year == counters.present]
            self._chosen = (present or keys)[0]
        if keys != self._keys:
            self._build_years(counters, keys)
        clear_layout(self._column)
        shown = self.shown_year()
        if shown is not None:
            self._show_year(shown, counters, today)

    def _build_years(self, counters: AbsenceCounters, keys: list[str]) -> None:
        self._keys = keys
        clear_layout(self._years_row)
        self.years = Segmented(_("School year"))
        several = len({one.year.community for one in counters.years}) > 1
        for one in counters.years:
            self.years.add(_key(one), year_text(one.year, with_community=several))
        self.years.choose(self._chosen)
        self.years.chosen.connect(self._choose)
        self._years_row.addWidget(self.years)
        self._place.setVisible(len(keys) > 1)

    def _choose(self, key: str) -> None:
        self._chosen = key
        self.year_chosen.emit(key)

    def _show_year(self, one: AbsenceYear, counters: AbsenceCounters, today: date) -> None:
        text = ngettext("{count} half-day", "{count} half-days", one.half_days).format(count=one.half_days)
        said = f"{year_text(one.year)} · {text}"
        self._column.addWidget(Label(said, tone="text2", wrap=True))
        for state in one.states:
            self._column.addWidget(self._bar(state, one, counters, today))
        if not one.states:
            none = _("No thresholds are in use for this school year.")
            self._column.addWidget(Label(none, tone="text2", wrap=True))
        self._column.addWidget(Label(" ".join(count_lines(one)), role="small", tone="text2", wrap=True))

    def _bar(
        self, state: ThresholdState, one: AbsenceYear, counters: AbsenceCounters, today: date
    ) -> QWidget:
        whole = QWidget()
        column = Column(whole, gap=3, margins=(0, 2, 0, 4))
        name = threshold_text(state.threshold)
        column.addWidget(Label(name, role="strong", wrap=True))
        mark = _state(state)
        column.addWidget(
            CounterBar(name, state_text(state), state.half_days, state.threshold.reached_at, state=mark)
        )
        line = Row(gap=8)
        line.addWidget(Label(reached_text(state), role="small", tone="text2", wrap=True), 1)
        has_task = cause_of(state.threshold.code, one.year) in counters.tasks
        if has_task:
            line.addWidget(Label(_("task made"), role="small", tone="ok"))
        elif state.reached_on and state.threshold.action != "note" and one.year.ends_on >= today:
            button = soft(_("Make the task"), lambda: self.task_asked.emit(state), icon_name="task", sz="s")
            button.setAccessibleName(f"{_('Make the task')}: {name}")
            line.addWidget(button)
        column.addLayout(line)
        column.addWidget(source_note(state.threshold.basis))
        return whole


def _state(state: ThresholdState) -> str:
    if state.reached_on is not None:
        return "told" if state.threshold.action == "note" else "reached"
    return "near" if state.left <= max(1, state.threshold.reached_at // 10) else ""


def _key(one: AbsenceYear) -> str:
    return _year_key(one.year)


def _year_key(year: SchoolYear) -> str:
    return f"{year.community.value}:{year.first_year}"
