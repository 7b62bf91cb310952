"""The lines of one day: arrows move, Enter logs, opens or plans, Space ticks, N plans on this half-day."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QListView, QSizePolicy, QWidget

from ui.agenda.painting import HALF_HEIGHT, ITEM_HEIGHT, AgendaDelegate
from ui.agenda.reading import AgendaRow
from ui.agenda.words import Programmes, spoken
from ui.theme import current
from ui.widgets.tooltips import tooltip_text

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
_SIDES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_WEEKS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class _DayModel(QAbstractListModel):
    def __init__(self, programmes: Programmes, parent: QWidget) -> None:
        super().__init__(parent)
        self._programmes = programmes
        self.rows: Sequence[AgendaRow] = ()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        said = spoken(row, self._programmes)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return said
        return tooltip_text(said) if role == Qt.ItemDataRole.ToolTipRole and row.item else None


class AgendaDayList(QListView):
    """One day; the signals carry an AgendaRow, or how far to go: a day aside, a week on."""

    chosen = Signal(object)
    ticked = Signal(object)
    plan_asked = Signal(object)
    key_pressed = Signal(object, str)
    """A letter on a line with a person: t for a task, d for the dossier."""
    side_asked = Signal(int)
    week_asked = Signal(int)
    edge_left = Signal(int)
    """Up on the first line (-1) or Down on the last one (1)."""

    def __init__(self, programmes: Programmes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day = _DayModel(programmes, self)
        self.setModel(self._day)
        self.setItemDelegate(AgendaDelegate(programmes, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(0)
        self.clicked.connect(lambda _index: self._take())
        current().changed.connect(self._fit)

    def sizeHint(self) -> QSize:
        """Ask for any width."""
        return QSize(current().px(80), self.height())

    def show_rows(self, rows: Sequence[AgendaRow]) -> None:
        """Show the lines of a day; the keyboard stays on the same line, or at its place."""
        before, at = self.current_row(), self.currentIndex().row()
        self._day.beginResetModel()
        self._day.rows = tuple(rows)
        self._day.endResetModel()
        if before is not None and not self.go_to(before.key) and rows:
            self.setCurrentIndex(self._day.index(min(at, len(rows) - 1)))
        self._fit()

    def rows(self) -> Sequence[AgendaRow]:
        """Return the lines."""
        return self._day.rows

    def current_row(self) -> AgendaRow | None:
        """Return the line under the keyboard."""
        index = self.currentIndex()
        return self._day.rows[index.row()] if index.isValid() else None

    def go_to(self, key: str) -> bool:
        """Put the keyboard on a line; tell whether it is there."""
        for number, row in enumerate(self._day.rows):
            if row.key == key:
                self.setCurrentIndex(self._day.index(number))
                return True
        return False

    def start_at(self, number: int) -> None:
        """Take the focus at a line counted from the first, or from the last when below zero."""
        if self._day.rows:
            last = len(self._day.rows) - 1
            self.setCurrentIndex(self._day.index(min(number, last) if number >= 0 else last))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Start at the first thing of the day."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._day.rows:
            first = next((n for n, row in enumerate(self._day.rows) if row.item), 0)
            self.setCurrentIndex(self._day.index(first))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move within and out of the day, and do what a key asks of a line."""
        key, row = event.key(), self.current_row()
        if key in _SIDES:
            self.side_asked.emit(_SIDES[Qt.Key(key)])
        elif key in _WEEKS:
            self.week_asked.emit(_WEEKS[Qt.Key(key)])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} or event.text() == "l":
            self._take()
        elif row is not None and event.text() == "n":
            self.plan_asked.emit(row)
        elif row is not None and row.item is not None and event.text() in ("t", "d"):
            self.key_pressed.emit(row, event.text())
        elif key == Qt.Key.Key_Space and row is not None and row.item and row.item.kind == "task":
            self.ticked.emit(row)
        elif (edge := self._edge(key)) != 0:
            self.edge_left.emit(edge)
        else:
            super().keyPressEvent(event)

    def _edge(self, key: int) -> int:
        at = self.currentIndex().row()
        if key == Qt.Key.Key_Up and at <= 0:
            return -1
        return 1 if key == Qt.Key.Key_Down and at >= len(self._day.rows) - 1 else 0

    def _take(self) -> None:
        row = self.current_row()
        if row is not None:
            (self.chosen if row.item else self.plan_asked).emit(row)

    def _fit(self) -> None:
        heights = (ITEM_HEIGHT if row.item else HALF_HEIGHT for row in self._day.rows)
        self.setFixedHeight(sum(current().px(height) for height in heights) + 2)
        self.scheduleDelayedItemsLayout()
