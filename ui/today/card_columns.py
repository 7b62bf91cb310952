"""The four cards of Today in two columns, or in one where there is little room."""

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

from PySide6.QtWidgets import QGridLayout, QWidget

from eletdesk.translation import _, ngettext
from ui.theme import current
from ui.today.attention_card import AttentionCard
from ui.today.day_card import DayCard
from ui.today.reading import TodayFacts
from ui.today.tasks_card import TasksCard
from ui.widgets.bars import Part, StackedBar
from ui.widgets.card import Card
from ui.widgets.layouts import Column

_SIDE_WIDTH = 344
_NO_LIMIT = 16777215


class CardColumns(QWidget):
    """Attention and tasks on the left, day and caseload on the right; in one column the day is first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.attention, self.tasks, self.day = AttentionCard(), TasksCard(), DayCard()
        self._caseload = Card(_("My caseload"))
        self._bar = StackedBar(_("Young people by stage"))
        self._caseload.add(self._bar)
        self._wide = True
        self._before: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._left_box, self._right_box = QWidget(), QWidget()
        self._left, self._right = Column(self._left_box, gap=12), Column(self._right_box, gap=12)
        self.attention.drawn.connect(self.order_tabs)
        self.tasks.drawn.connect(self.order_tabs)
        current().changed.connect(self._measure)

    def show_facts(self, facts: TodayFacts, now: datetime) -> None:
        """Show what was read."""
        self.attention.show_items(facts.attention, facts.waiting, facts.next_said)
        self.tasks.show_tasks(facts.tasks, facts.today)
        self.day.show_day(facts, now)
        people = ngettext("{count} young person", "{count} young people", facts.people)
        self._caseload.set_title(_("My caseload"), people.format(count=facts.people))
        self._bar.set_parts([Part(share.text, share.count, share.colour) for share in facts.shares])

    def arrange(self, columns: int) -> None:
        """Set two columns, or one with today's sessions first: what one comes for on a small screen."""
        self._wide = columns == 2
        for column in (self._left, self._right):
            while column.count():
                column.takeAt(0)
        left = [self.attention, self.tasks] if self._wide else [self.day, self.attention, self.tasks]
        right = [self.day, self._caseload] if self._wide else [self._caseload]
        for column, cards in ((self._left, left), (self._right, right)):
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
        self._grid.addWidget(self._left_box, 0, 0)
        self._grid.addWidget(self._right_box, *((0, 1) if self._wide else (1, 0)))
        self._grid.setColumnStretch(0, 1)
        self._measure()
        self.order_tabs()

    def follow(self, before: Sequence[QWidget]) -> None:
        """Let Tab come here after these."""
        self._before = list(before)
        self.order_tabs()

    def order_tabs(self) -> None:
        """Let Tab go as one reads; rows that were drawn again would come last."""
        lists = [*self.attention.stops(), *self.tasks.stops()]
        cards = [*lists, self.day.list] if self._wide else [self.day.list, *lists]
        for before, after in pairwise([*self._before, *cards]):
            if before.window() is after.window():  # while the page is being built they are not
                self.setTabOrder(before, after)

    def _measure(self) -> None:
        theme = current()
        self._grid.setSpacing(theme.px(16 if self._wide else 12))
        self._right_box.setMinimumWidth(theme.px(_SIDE_WIDTH) if self._wide else 0)
        self._right_box.setMaximumWidth(theme.px(_SIDE_WIDTH) if self._wide else _NO_LIMIT)
