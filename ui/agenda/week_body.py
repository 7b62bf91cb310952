"""The week that is shown: read, as columns or as text, with the holidays of both communities."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eletdesk import clock
from ui.agenda.reading import AgendaDay, AgendaRow, holidays_of, monday_of, read_week
from ui.agenda.text_view import WeekText
from ui.agenda.week_view import WeekView
from ui.agenda.words import week_as_text, week_name
from ui.background import run_in_background
from ui.open_desk import OpenDesk
from ui.widgets.layouts import Column

_Holidays = dict[date, list[tuple[str, str]]]


class WeekBody(QWidget):
    """One week at a time; `moved(str)` carries its name."""

    moved = Signal(str)

    def __init__(self, desk: OpenDesk, *, short_names: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._short_names = desk, short_names
        self.monday = monday_of(clock.today())
        self._days: list[AgendaDay] = []
        self._holidays: _Holidays = {}
        self._known: set[date] = set()
        self.week, self.text = WeekView(desk.desk.programmes), WeekText()
        column = Column(self, gap=0)
        column.addWidget(self.week)
        column.addWidget(self.text)
        self.text.hide()
        self.week.week_asked.connect(self.step)
        self.week.left.connect(self._go_on)

    def show_as(self, look: str) -> None:
        """Show the week in columns or as text."""
        self.week.setVisible(look == "week")
        self.text.setVisible(look == "text")

    def read(self) -> None:
        """Read the week and show it; its holidays follow when they are computed."""
        self._days = read_week(self._desk, self.monday, short_names=self._short_names)
        self.week.show_days(self._days, clock.today())
        self._show_holidays()
        self.moved.emit(week_name(self._days, clock.today()))
        if self.monday not in self._known:
            monday = self.monday
            # Computing the first year takes longer than showing a week may take.
            run_in_background(
                self, lambda _progress: (monday, holidays_of(monday)), self._learn, lambda _error: None
            )

    def go(self, monday: date) -> None:
        """Show the week that begins on a Monday."""
        self.monday = monday
        self.read()

    def step(self, weeks: int) -> None:
        """Go so many weeks on or back; the keyboard stays on its day of the week."""
        focused = self.week.focused()
        at = self.week.lists().index(focused) if focused is not None else None
        self.go(self.monday + timedelta(weeks=weeks))
        if at is not None:
            lists = self.week.lists()
            lists[min(at, len(lists) - 1)].setFocus()

    def _go_on(self, by: int) -> None:
        """Go on in the week before or after: at its last day, or at its first."""
        self.go(self.monday + timedelta(weeks=by))
        self.week.lists()[0 if by > 0 else -1].start_at(0)

    def go_to_day(self, on: date) -> None:
        """Show the week of a day and put the keyboard on that day."""
        self.go(monday_of(on))
        self.focus_day(on)

    def focus_day(self, on: date) -> None:
        """Put the keyboard on a day of this week, or in the text."""
        if self.week.isHidden():
            self.text.setFocus()
        else:
            self.week.focus_day(on)

    def current_row(self) -> AgendaRow | None:
        """Return the line under the keyboard."""
        focused = self.week.focused()
        return focused.current_row() if focused else None

    def panes(self) -> list[QWidget]:
        """Return what F6 goes through."""
        return [self.text] if self.week.isHidden() else list(self.week.lists())

    def _learn(self, found: tuple[date, _Holidays]) -> None:
        self._known.add(found[0])
        self._holidays |= found[1]
        if found[0] == self.monday:
            self._show_holidays()

    def _show_holidays(self) -> None:
        self.week.show_holidays(self._holidays)
        self.text.show_text(week_as_text(self._days, self._holidays, self._desk.desk.programmes))
