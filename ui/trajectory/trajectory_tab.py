"""The tab with the whole trajectory: which period, the picture, the same in words, and a PDF of it."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.domain.school_calendar import Community, SchoolYear, school_year_of
from eletdesk.domain.spoken_dates import numeric_date
from eletdesk.domain.trajectory import SchoolWeek, Trajectory, day_of, lane_name
from eletdesk.queries.trajectory import trajectory, trajectory_start
from eletdesk.translation import _
from ui.case.reading import CaseView
from ui.open_case import OpenCase
from ui.trajectory.page_dialog import PageDialog
from ui.trajectory.picture import TrajectoryPicture
from ui.widgets.buttons import quiet, secondary
from ui.widgets.card import Card
from ui.widgets.labels import Label, small
from ui.widgets.layouts import Column, Row
from ui.widgets.segmented import Segmented

_FIRST_WEEKS = 12


class TrajectoryTab(QWidget):
    """`row_requested(table, row_id)` when a part of the picture is clicked."""

    toast_requested = Signal(str, bool)
    problem_requested = Signal(str)
    row_requested = Signal(str, str)

    def __init__(self, case: OpenCase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self._view: CaseView | None = None
        self._shows_all = False
        self.shown: Trajectory | None = None
        self.periods = Segmented(_("Which period"))
        for key, text in (
            ("whole", _("Whole trajectory")),
            ("year", _("This school year")),
            ("before", _("Last school year")),
        ):
            self.periods.add(key, text)
        self.page_button = secondary(_("One page as PDF"), self.make_page, icon_name="export", sz="s")
        self.picture = TrajectoryPicture()
        self.card, self.words = Card(_("Trajectory over school weeks")), Card(_("The same in words"))
        self.card.add(self.picture)
        column = Column(self, gap=14)
        bar = Row(gap=12)
        bar.addWidget(self.periods)
        bar.addStretch(1)
        bar.addWidget(self.page_button)
        column.addLayout(bar)
        column.addWidget(self.card)
        column.addWidget(self.words)
        self.periods.choose("whole")
        self.periods.chosen.connect(self._turn)
        self.picture.opened.connect(self.row_requested)

    def show_case(self, view: CaseView) -> None:
        """Read the trajectory again."""
        self._view = view
        self._read()

    def _turn(self, _key: str) -> None:
        self._shows_all = False
        self._read()

    def period(self) -> tuple[date, date]:
        """Return the first and the last day that are shown."""
        today = clock.today()
        if self.periods.key() == "whole":
            return min(self._case.read(trajectory_start, today), today), today
        enrolment = self._view.head.enrolment if self._view else None
        community = enrolment.community if enrolment else Community.flemish
        year = school_year_of(today, community)
        if self.periods.key() == "before":
            before = SchoolYear(year.first_year - 1, community)
            return before.starts_on, before.ends_on
        return year.starts_on, min(today, year.ends_on)

    def _read(self) -> None:
        self.shown = self._case.read(trajectory, *self.period())
        self.picture.show_trajectory(self.shown, clock.today())
        self._say(self.shown)

    def _say(self, found: Trajectory) -> None:
        """Say what the picture shows, the newest week first."""
        self.words.clear()
        weeks = [week for week in reversed(found.weeks) if week.holiday or found.of_week(week)]
        shown = weeks if self._shows_all else weeks[:_FIRST_WEEKS]
        for week in shown:
            self.words.add_row(self._week_row(found, week))
        if not weeks:
            self.words.add(small(_("Nothing happened in this period."), wrap=True))
        if len(shown) < len(weeks):
            self.words.add(quiet(_("Show all weeks"), partial(self._show_all, found)))

    def _show_all(self, found: Trajectory) -> None:
        self._shows_all = True
        self._say(found)

    def _week_row(self, found: Trajectory, week: SchoolWeek) -> QWidget:
        box = QWidget()
        column = Column(box, gap=2, margins=(16, 8, 16, 8))
        name = _("Week {number}, from {date}").format(number=week.number, date=numeric_date(week.starts_on))
        column.addWidget(
            Label(f"{name} · {week.holiday}" if week.holiday else name, role="strong", wrap=True)
        )
        for part in found.of_week(week):
            line = f"{numeric_date(day_of(part))} · {lane_name(part.lane)}: {part.text}"
            column.addWidget(Label(line, role="small", tone="text2", wrap=True))
        return box

    def make_page(self) -> None:
        """Make the page that leaves."""
        dialog = PageDialog(self.window(), self._case, *self.period())
        dialog.made.connect(self._page_made)
        dialog.open()

    def _page_made(self, path: Path) -> None:
        self.toast_requested.emit(_("{name} is made").format(name=path.name), False)
