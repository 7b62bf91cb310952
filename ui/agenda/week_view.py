"""Seven days: five beside each other with the weekend below when it is used, or one under the other."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from eletdesk.translation import _
from ui.agenda.day_list import AgendaDayList
from ui.agenda.reading import AgendaDay
from ui.agenda.words import Programmes, day_name, holiday_line
from ui.theme import current
from ui.widgets.card import Card
from ui.widgets.labels import Label
from ui.widgets.layouts import Grid

_WORKING = 5


class DayCard(Card):
    """One day with its holidays; `list` is what the keyboard goes to."""

    def __init__(self, programmes: Programmes, parent: QWidget | None = None) -> None:
        super().__init__(" ", padding=12, parent=parent)
        self.list = AgendaDayList(programmes)
        self.holidays = Label("", role="caption", tone="info", wrap=True)
        self.holidays.setContentsMargins(12, 0, 8, 6)
        self.holidays.hide()
        self.add_row(self.holidays, line=False)
        self.add_row(self.list, line=False)
        self._outer.addStretch(1)
        self.day: AgendaDay | None = None

    def show_day(self, day: AgendaDay, today: date, *, short: bool) -> None:
        """Show a day."""
        self.day = day
        is_today = day.on == today
        self.set_title(day_name(day.on, short=short), _("today") if is_today else "")
        self.count_label.set_tone("accent")
        self.title_label.set_tone("accent" if is_today else "")
        count = sum(1 for row in day.rows if row.item)
        name = ", ".join(part for part in (day_name(day.on), _("today") if is_today else "") if part)
        self.list.setAccessibleName(f"{name}: {count or _('Nothing')}")
        self.list.show_rows(day.rows)

    def show_holidays(self, names: Sequence[tuple[str, str]]) -> None:
        """Show the holidays of this day."""
        self.holidays.setText(holiday_line(names) if names else "")
        self.holidays.setVisible(bool(names))


class WeekView(QWidget):
    """The days of a week; `week_asked(int)` when the keyboard leaves it, lists are `days`."""

    week_asked = Signal(int)
    left = Signal(int)
    """Left from the first day (-1), or right from the last one (1)."""

    def __init__(self, programmes: Programmes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = [DayCard(programmes) for _number in range(7)]
        self._days: Sequence[AgendaDay] = ()
        self._holidays: Mapping[date, Sequence[tuple[str, str]]] = {}
        self._today = date.min
        self._wide = True
        self._grid = Grid(self, gap=10)
        for number, card in enumerate(self.cards):
            card.list.side_asked.connect(lambda by, number=number: self._aside(number, by))
            card.list.edge_left.connect(lambda by, number=number: self._over_the_edge(number, by))
            card.list.week_asked.connect(self.week_asked)
        self.arrange(2)
        current().changed.connect(self._measure)

    def lists(self) -> list[AgendaDayList]:
        """Return the lists of the days in sight, in their order."""
        return [card.list for card in self.cards if not card.isHidden()]

    def show_days(self, days: Sequence[AgendaDay], today: date) -> None:
        """Show a week; the weekend only when something is there."""
        self._days, self._today = days, today
        for card, day in zip(self.cards, days, strict=True):
            card.show_day(day, today, short=self._wide)
        self._show_weekend()

    def show_holidays(self, holidays: Mapping[date, Sequence[tuple[str, str]]]) -> None:
        """Show holidays by day."""
        self._holidays = holidays
        for card in self.cards:
            if card.day is not None:
                card.show_holidays(holidays.get(card.day.on, ()))
        self._measure()

    def arrange(self, columns: int) -> None:
        """Put the days beside each other, or under each other where there is little room."""
        self._wide = columns == 2
        for number, card in enumerate(self.cards):
            self._grid.removeWidget(card)
            if not self._wide:
                self._grid.addWidget(card, number, 0)
            elif number < _WORKING:
                self._grid.addWidget(card, 0, number)
            else:
                self._grid.addWidget(card, 1, 0 if number == _WORKING else 2, 1, 2)
        for column in range(_WORKING):
            self._grid.setColumnStretch(column, 1 if self._wide or column == 0 else 0)
        if self._days:
            self.show_days(self._days, self._today)
        self._measure()

    def focus_day(self, on: date) -> None:
        """Put the keyboard on a day, or on the nearest that is in sight."""
        lists = self.lists()
        days = [card.day.on for card in self.cards if card.day is not None and not card.isHidden()]
        if lists and len(days) == len(lists):
            lists[min(range(len(days)), key=lambda at: abs(days[at] - on))].setFocus(
                Qt.FocusReason.OtherFocusReason
            )

    def focused(self) -> AgendaDayList | None:
        """Return the list that the keyboard is in."""
        return next((one for one in self.lists() if one.hasFocus()), None)

    def _show_weekend(self) -> None:
        for card in self.cards[_WORKING:]:
            card.setVisible(card.day is not None and not card.day.is_free)

    def _measure(self) -> None:
        """Give the five columns the same width, however long a holiday is."""
        self._grid.setSpacing(current().px(10))
        for column in range(_WORKING):
            self._grid.setColumnMinimumWidth(column, current().px(60) if self._wide else 0)

    def _aside(self, number: int, by: int) -> None:
        target = number + by
        shown = [at for at, card in enumerate(self.cards) if not card.isHidden()]
        if target in shown:
            self.cards[target].list.start_at(self.cards[number].list.currentIndex().row())
        elif by < 0 or target > max(shown):
            self.left.emit(by)

    def _over_the_edge(self, number: int, by: int) -> None:
        """Go on in the day before or after, where the days lie under each other."""
        target = number + by
        if not self._wide and 0 <= target < len(self.cards) and not self.cards[target].isHidden():
            self.cards[target].list.start_at(0 if by > 0 else -1)
