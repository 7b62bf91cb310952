"""Figures: exact numbers for the own screen, and per table whether a report may say them."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.desk.changes import Changes
from eletdesk.desk.summaries import ExportedSummary
from eletdesk.domain.spoken_dates import describe_date, numeric_date, parse_date
from eletdesk.statistics.facts import Period
from eletdesk.translation import _, ngettext
from ui.background import BackgroundWork, Progress, run_in_background
from ui.figures.explanation import open_explanation
from ui.figures.periods import OWN, in_words, named_periods
from ui.figures.reading import Figures, read_figures
from ui.figures.report_dialog import ReportDialog
from ui.figures.table_card import TableCard
from ui.figures.tiles import Tile, weeks_card
from ui.open_desk import OpenDesk
from ui.widgets.banner import Banner
from ui.widgets.buttons import primary
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.date_field import DateField
from ui.widgets.form import Form
from ui.widgets.layouts import Column, Grid, Row, clear_layout
from ui.widgets.page import Page


def _past_day(text: str) -> date | None:
    return parse_date(text, clock.today(), "back").on if text.strip() else None


class FiguresPage(Page):
    """One period at a time; counted in the background, told as bars, exported as files."""

    toast_requested = Signal(str, bool)
    problem_requested = Signal(str)

    def __init__(self, desk: OpenDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(_("Figures"), parent=parent)
        self._desk = desk
        self._stale, self._again = True, False
        self._work: BackgroundWork | None = None
        self.figures: Figures | None = None
        self.cards: list[TableCard] = []
        self._periods = named_periods(clock.today())
        self.choice = ChoiceBox([(each.key, each.text) for each in self._periods])
        self.choice.setAccessibleName(_("Period"))
        self.report = primary(_("Make a &report"), self.make_report, icon_name="export")
        self.report.setEnabled(False)
        self.add_action(self.choice)
        self.add_action(self.report)
        self.dates = self._make_dates()
        self.add(self.dates)
        self.banner = Banner(
            _(
                "Only you see these exact numbers. A report has no names, and a table that would show "
                "1 to 4 young people stays here as a whole."
            ),
            action=_("How does this work?"),
            on_action=partial(open_explanation, self),
        )
        self.add(self.banner)
        self._tiles, self._sides = Grid(gap=12), (Column(gap=12), Column(gap=12))
        beside = Row(gap=12)
        for side in self._sides:
            beside.addLayout(side, 1)
        self.add(self._tiles)
        self.add(beside)
        self.main.addStretch(1)
        self.choice.currentIndexChanged.connect(self._period_changed)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.read)
        desk.changed.connect(self._hear)
        self.layout_changed.connect(self._place_cards)

    def _make_dates(self) -> QWidget:
        today = clock.today()
        describe = partial(_describe, today)
        self.first = DateField(_past_day, describe, value=today.replace(day=1), write=numeric_date)
        self.last = DateField(_past_day, describe, value=today, write=numeric_date)
        self.form = Form()
        self.form.add_pair(("first", _("&From"), self.first), ("last", _("&Up to and including"), self.last))
        self.first.day_changed.connect(self._dates_changed)
        self.last.day_changed.connect(self._dates_changed)
        self.form.hide()
        return self.form

    def period(self) -> Period | None:
        """Return the period chosen; None while own dates are not right yet."""
        for each in self._periods:
            if each.key == self.choice.value() and each.period is not None:
                return each.period
        first, last = self.first.day(), self.last.day()
        return Period(first, last) if first and last and first <= last else None

    def focus_first(self) -> None:
        """Start with the period."""
        self.choice.setFocus()

    def print_page(self) -> None:
        """Paper leaves too: it goes through the report."""
        self.make_report()

    def is_counting(self) -> bool:
        """Tell whether figures are on their way."""
        return self._work is not None or self._soon.isActive()

    def read(self) -> None:
        """Count the period in the background and show it."""
        period = self.period()
        if period is None:
            return
        if self._work is not None:
            self._again = True
            return
        self._stale = False
        desk = self._desk.desk

        def work(_progress: Progress) -> Figures:
            return read_figures(desk, period)

        owner = QCoreApplication.instance()
        assert owner is not None
        self._work = run_in_background(owner, work, self._counted, self._refused)

    def make_report(self) -> None:
        """Ask where the report goes, and make it."""
        if self.figures is None:
            return
        dialog = ReportDialog(self.window(), self._desk, self.figures)
        dialog.made.connect(self._made)
        dialog.open(dialog.first_field())

    def showEvent(self, event: QShowEvent) -> None:
        """Count when the page is first seen, and when something changed meanwhile."""
        super().showEvent(event)
        if self._stale:
            self._soon.start()

    def _hear(self, _changes: Changes) -> None:
        self._stale = True
        if self.isVisible():
            self._soon.start()

    def _period_changed(self, _at: int) -> None:
        self.form.setVisible(self.choice.value() == OWN)
        if self.choice.value() == OWN:
            self.first.setFocus()
        self._soon.start()

    def _dates_changed(self, _day: object) -> None:
        first, last = self.first.day(), self.last.day()
        wrong = first is not None and last is not None and first > last
        self.form.box("last").show_error(_("The end is before the start.") if wrong else "")
        self._soon.start()

    def _counted(self, figures: Figures) -> None:
        self._work = None
        self.figures = figures
        self.report.setEnabled(True)
        count = ngettext("{count} young person", "{count} young people", figures.people)
        self.set_title(
            _("Figures"),
            " · ".join((in_words(figures.period), count.format(count=figures.people), _("stays here"))),
        )
        self._fill(figures)
        self._count_again()

    def _refused(self, error: Exception) -> None:
        self._work = None
        self.problem_requested.emit(str(error) or _("The figures could not be counted."))
        self._count_again()

    def _count_again(self) -> None:
        if self._again:
            self._again = False
            self._soon.start()

    def _fill(self, figures: Figures) -> None:
        clear_layout(self._tiles)
        for side in self._sides:
            clear_layout(side)
        leaving = _("{count} of {all}").format(count=len(figures.release.tables), all=len(figures.tables))
        hours = _("{hours} hours").format(hours=round(figures.minutes / 60))
        self._tile_row = [
            Tile(_("Young people in guidance"), str(figures.people), _("with a pathway in this period")),
            Tile(_("Sessions held"), str(figures.sessions), hours),
            Tile(_("Pathways closed"), str(figures.closed), _("in this period")),
            Tile(_("Tables that may leave"), leaving, _("in a report")),
        ]
        tables = [table for table in figures.tables if len(table.rows) > 1]
        self.cards = [TableCard(table, figures.refusal(table.code)) for table in tables]
        self._weeks = weeks_card(figures)
        self._place_cards(self.columns())

    def _place_cards(self, columns: int) -> None:
        """Put two cards beside each other, or one under the other."""
        if self.figures is None:
            return
        wide = columns == 2
        for number, tile in enumerate(self._tile_row):
            across = 4 if wide else 2
            self._tiles.addWidget(tile, number // across, number % across)
        for side in self._sides:
            _take_all(side)
        heights = [0, 0]
        for card in [*self.cards, self._weeks]:
            lower = heights.index(min(heights)) if wide else 0
            heights[lower] += len(card.table.rows) + 3 if isinstance(card, TableCard) else 8
            self._sides[lower].addWidget(card)
        for side in self._sides:
            side.addStretch(1)

    def _made(self, folder: Path, exported: ExportedSummary) -> None:
        count = len(exported.release.tables)
        tables = ngettext("{count} table", "{count} tables", count).format(count=count)
        said = [_("The report is in {folder}: {tables}.").format(folder=folder.name, tables=tables)]
        stayed = [refusal.title for refusal in exported.release.refusals]
        if stayed:
            said.append(_("Stayed here: {tables}.").format(tables=", ".join(stayed)))
        self.toast_requested.emit(" ".join(said), False)
        self._soon.start()


def _take_all(column: Column) -> None:
    """Take cards out of a column without throwing them away."""
    while column.count():
        column.takeAt(0)


def _describe(today: date, day: date) -> str:
    return describe_date(day, today)
