"""The sessions of today in a card, with how many are logged."""

from datetime import datetime

from PySide6.QtWidgets import QWidget

from eletdesk.translation import _
from ui.today.day_list import DayList
from ui.today.reading import TodayFacts
from ui.widgets.card import Card
from ui.widgets.labels import Label


class DayCard(Card):
    """The list under its title; `list` is what the keyboard goes to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Today"), parent=parent)
        self.list = DayList()
        self.add_row(self.list)
        self._nothing = Label(_("Nothing planned today."), tone="text2", wrap=True)
        self._nothing.setContentsMargins(16, 4, 16, 14)
        self.add_row(self._nothing, line=False)

    def show_day(self, facts: TodayFacts, now: datetime) -> None:
        """Show the day as it is at this moment."""
        self.list.show_rows(facts.day, now)
        self._nothing.setVisible(not facts.day)
        logged = _("{done} of {all} logged").format(done=facts.recorded, all=facts.planned)
        self.set_title(_("Today"), logged if facts.planned else "")

    def logged(self) -> str:
        """Return what is said about how much of the day is logged."""
        return self.count_label.text()
