"""The bar above the caseload: words, views, chips with counts, conditions, and the order of the rows."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from eletdesk.desk.case_views import CaseView
from eletdesk.queries.register.index_card import IndexCard
from eletdesk.translation import _
from ui.caseload.filters import ALL, FILTERS, matches
from ui.theme import current
from ui.widgets.buttons import MenuButton, icon_button, quiet
from ui.widgets.chip import Chip
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.flow import Flow
from ui.widgets.form import TextField
from ui.widgets.layouts import Grid, Row

_SEARCH_WIDTH, _ANY_WIDTH = 270, 16_777_215


class FilterBar(QWidget):
    """Say who is seen and in which order; `changed` comes after each choice, `left` with Down or Enter.

    `sorted_by(place, down)` asks for another order, `view_chosen(key)` for a view, and the others for a
    sheet or a deed of the list.
    """

    changed = Signal()
    left = Signal()
    sorted_by = Signal(int, bool)
    view_chosen = Signal(str)
    filter_asked = Signal()
    keep_asked = Signal()
    clear_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen = FILTERS[0].key
        self._is_down = False
        self.search = TextField(placeholder=_("Filter by name, school, task ..."))
        self.search.setAccessibleName(_("Filter"))
        self.search.textChanged.connect(lambda _text: self.changed.emit())
        self.search.installEventFilter(self)
        self.views = MenuButton(_("&View"), icon_name="filter")
        self.order = ChoiceBox()
        self.order.setAccessibleName(_("Order"))
        self.order.currentIndexChanged.connect(lambda _index: self._sort(down=False))
        self.turn = icon_button("sort", _("Turn the order round"), lambda: self._sort(down=not self._is_down))
        self._right = QWidget()
        right = Row(self._right, gap=4)
        right.addWidget(self.order, 1)
        right.addWidget(self.turn)
        self._chips = Flow(gap=8)
        self._chip_of: dict[str, Chip] = {}
        self._own: tuple[tuple[str, str], ...] | None = None
        self._conditions = Flow(gap=6)
        self._grid = Grid(self, gap=12)
        self.show_views((), "")
        self.show_conditions((), is_kept=True)

    def choose(self, key: str) -> None:
        """Show who passes one quick filter."""
        self.chosen = key
        self.changed.emit()

    def passes(self, today: date) -> Callable[[IndexCard], bool]:
        """Return who is seen."""
        kind = next((kind for kind in FILTERS if kind.key == self.chosen), FILTERS[-1])
        words = self.search.text().strip()
        if not words:
            return lambda card: kind.passes(card, today)
        return lambda card: kind.passes(card, today) and matches(card, words)

    def show_counts(self, cards: Sequence[IndexCard], today: date) -> None:
        """Show on each chip how many pass."""
        for kind in FILTERS:
            count = sum(kind.passes(card, today) for card in cards)
            is_meant = kind.key == self.chosen and not (self._has_conditions and kind.key == ALL)
            tone = "accent" if is_meant else "neutral"
            self._chip_of[kind.key].set_content(f"{_(kind.text)}  {count}", tone=tone)

    def show_views(self, views: Sequence[CaseView], active: str) -> None:
        """Show the worker's own views as chips behind the quick filters."""
        own = tuple((view.key, view.said) for view in views)
        if own != self._own:  # a chip that was pressed keeps the focus while nothing but its tone changes
            self._own = own
            self._build_chips()
        for key, text in own:
            tone = "accent" if key == active else "neutral"
            self._chip_of[key].set_content(text, tone=tone, icon_name="filter")

    def _build_chips(self) -> None:
        self._chips.clear()
        self._chip_of = {key: Chip("", pressable=True) for key, _text in (*_quick(), *(self._own or ()))}
        for key, chip in self._chip_of.items():
            is_quick = any(kind.key == key for kind in FILTERS)
            chip.pressed.connect(partial(self.choose if is_quick else self.view_chosen.emit, key))
            self._chips.add(chip)

    def show_conditions(self, sentences: Sequence[str], *, is_kept: bool) -> None:
        """Show the conditions that hold, with what can be done with them."""
        self._has_conditions = bool(sentences)
        self._conditions.clear()
        for sentence in sentences:
            self._conditions.add(Chip(sentence, tone="info", icon_name="filter"))
        if sentences:
            self._conditions.add(quiet(_("Chan&ge"), self.filter_asked.emit, sz="s"))
            if not is_kept:
                self._conditions.add(quiet(_("&Keep as a view"), self.keep_asked.emit, sz="s"))
            self._conditions.add(quiet(_("&Clear"), self.clear_asked.emit, sz="s"))
        self._conditions.setVisible(bool(sentences))

    def show_orders(self, titles: Sequence[str], place: int, *, down: bool) -> None:
        """Offer the columns to sort by, one of them chosen."""
        self._is_down = down
        self.order.blockSignals(True)
        self.order.set_choices([(-1, _("By name")), *enumerate(titles)], value=place)
        self.order.blockSignals(False)

    def _sort(self, *, down: bool) -> None:
        self._is_down = down
        place = self.order.value()
        self.sorted_by.emit(place if isinstance(place, int) else -1, down)

    def reflow(self, *, narrow: bool) -> None:
        """Words and order stand above the chips; with little room they share the line between them."""
        width = current().px(_SEARCH_WIDTH)
        self.search.setMaximumWidth(_ANY_WIDTH if narrow else width)
        self.search.setMinimumWidth(0 if narrow else width)
        self._grid.addWidget(self.search, 0, 0, 1, 2 if narrow else 1)
        self._grid.addWidget(self.views, 1 if narrow else 0, 0 if narrow else 1)
        self._grid.addWidget(self._right, 1 if narrow else 0, 1 if narrow else 3)
        self._grid.addWidget(self._chips, 2, 0, 1, 4)
        self._grid.addWidget(self._conditions, 3, 0, 1, 4)
        self._grid.setColumnStretch(1, 1 if narrow else 0)
        self._grid.setColumnStretch(2, 0 if narrow else 1)

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


def _quick() -> list[tuple[str, str]]:
    return [(kind.key, kind.text) for kind in FILTERS]
