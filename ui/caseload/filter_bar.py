"""The bar above the caseload: words, chips with counts, and the order of the rows."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from eletdesk.queries.index_card import IndexCard
from eletdesk.translation import _
from ui.caseload.filters import FILTERS, matches
from ui.theme import current
from ui.widgets.chip import Chip
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.flow import Flow
from ui.widgets.form import TextField
from ui.widgets.layouts import Grid

_SEARCH_WIDTH, _ANY_WIDTH = 300, 16_777_215


class FilterBar(QWidget):
    """Say who is seen and in which order; `changed` comes after each choice, `left` with Down or Enter."""

    changed = Signal()
    left = Signal()
    sorted_by = Signal(int)

    def __init__(self, orders: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen = FILTERS[0].key
        self.search = TextField(placeholder=_("Filter by name, school, task ..."))
        self.search.setAccessibleName(_("Filter"))
        self.search.textChanged.connect(lambda _text: self.changed.emit())
        self.search.installEventFilter(self)
        self.order = ChoiceBox(
            [(-1, _("By name")), *((place, text) for place, text in enumerate(orders) if place)]
        )
        self.order.setAccessibleName(_("Order"))
        self.order.currentIndexChanged.connect(lambda _index: self.sorted_by.emit(self.order.value()))
        self._chips = Flow(gap=8)
        self._chip_of = {kind.key: Chip(_(kind.text), pressable=True) for kind in FILTERS}
        for key, chip in self._chip_of.items():
            chip.pressed.connect(lambda key=key: self.choose(key))
            self._chips.add(chip)
        self._grid = Grid(self, gap=12)

    def choose(self, key: str) -> None:
        """Show who passes one filter."""
        self.chosen = key
        self.changed.emit()

    def passes(self, today: date) -> Callable[[IndexCard], bool]:
        """Return who is seen."""
        kind = next(kind for kind in FILTERS if kind.key == self.chosen)
        words = self.search.text()
        return lambda card: kind.passes(card, today) and matches(card, words)

    def show_counts(self, cards: Sequence[IndexCard], today: date) -> None:
        """Show on each chip how many pass."""
        for kind in FILTERS:
            count = sum(kind.passes(card, today) for card in cards)
            tone = "accent" if kind.key == self.chosen else "neutral"
            self._chip_of[kind.key].set_content(f"{_(kind.text)}  {count}", tone=tone)

    def reflow(self, *, narrow: bool) -> None:
        """Words and order stand above the chips; with little room they share the line between them."""
        width = current().px(_SEARCH_WIDTH)
        self.search.setMaximumWidth(_ANY_WIDTH if narrow else width)
        self.search.setMinimumWidth(0 if narrow else width)
        self._grid.addWidget(self.search, 0, 0)
        self._grid.addWidget(self.order, 0, 2)
        self._grid.addWidget(self._chips, 1, 0, 1, 3)
        self._grid.setColumnStretch(0, 1 if narrow else 0)
        self._grid.setColumnStretch(1, 0 if narrow else 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the words with Down or Enter, clear them with Esc."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.left.emit()
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)
