"""Show rows in a table; sorting and filtering happen in Python, 30 times faster than in a proxy model."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.theme import HEIGHT, current
from ui.widgets.cells import CELL, Cell, CellDelegate
from ui.widgets.tooltips import tooltip_text

RowT = TypeVar("RowT")
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class SheetColumn(Generic[RowT]):
    """One column: title, what a row shows in it, what it sorts by, its share of the width, and its side."""

    title: str
    cell: Callable[[RowT], Cell]
    sort_key: Callable[[RowT], object] | None = None
    share: float = 1.0
    right: bool = False


class SheetModel(QAbstractTableModel, Generic[RowT]):
    """Hold rows, the filter and the order; only rows that pass are seen."""

    def __init__(self, columns: Sequence[SheetColumn[RowT]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = list(columns)
        self._all: list[RowT] = []
        self._seen: list[RowT] = []
        self._passes: Callable[[RowT], bool] | None = None
        self._order: tuple[int, bool] | None = None

    def set_columns(self, columns: Sequence[SheetColumn[RowT]]) -> None:
        """Show other columns; the order in which the rows came is back."""
        self.beginResetModel()
        self.columns = list(columns)
        self._order = None
        self.endResetModel()
        self._refresh()

    def order(self) -> tuple[int, bool] | None:
        """Return the column that sorts and whether it goes down; None when none does."""
        return self._order

    def set_rows(self, rows: Sequence[RowT]) -> None:
        """Hold other rows."""
        self._all = list(rows)
        self._refresh()

    def set_filter(self, passes: Callable[[RowT], bool] | None) -> None:
        """Show only rows that pass; None shows all."""
        self._passes = passes
        self._refresh()

    def row(self, position: int) -> RowT:
        """Return the row at a position as seen."""
        return self._seen[position]

    def rows(self) -> list[RowT]:
        """Return the rows as seen, in order."""
        return list(self._seen)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 gives back the order in which the rows came."""
        self._order = None if column < 0 else (column, order == Qt.SortOrder.DescendingOrder)
        self._refresh()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of rows seen."""
        return 0 if parent.isValid() else len(self._seen)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer for a cell: the Cell itself under CELL, words for copying and for screen readers."""
        roles = {
            CELL,
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        }
        if not index.isValid() or role not in roles:
            return None
        cell = self.columns[index.column()].cell(self._seen[index.row()])
        if role == CELL:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            title = self.columns[index.column()].title
            return f"{title}: {cell.spoken()}" if index.column() else cell.spoken()
        return tooltip_text(cell.spoken())

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Answer for a column title."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self.columns[section].right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _refresh(self) -> None:
        self.beginResetModel()
        passes = self._passes
        self._seen = [row for row in self._all if passes is None or passes(row)]
        if self._order is not None:
            column, down = self._order
            wanted = self.columns[column]
            key = wanted.sort_key or (lambda row: wanted.cell(row).text.casefold())
            self._seen.sort(key=key, reverse=down)  # type: ignore[arg-type]
        self.endResetModel()


class SheetTable(QTableView):
    """A table of whole rows. Enter or double click opens; other keys come as `key_pressed(row, key)`.

    `sorted` follows a click on a title. With a least width for a share of 1, many columns scroll sideways.
    """

    opened = Signal(object)
    erase_requested = Signal(object)
    menu_requested = Signal(object, object)
    current_changed = Signal(object)
    key_pressed = Signal(object, str)
    sorted = Signal()

    def __init__(
        self,
        label: str,
        model: SheetModel[Any],
        *,
        row_height: int = HEIGHT.row,
        least_width: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._sheet = model
        self._least_width = least_width
        self._row_height = row_height
        self.setAccessibleName(label)
        self.setModel(model)
        self.setItemDelegate(CellDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        never, maybe = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setHorizontalScrollBarPolicy(maybe if least_width else never)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setHighlightSections(False)
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(False)
        head.sectionClicked.connect(self._sort_by)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentRowChanged.connect(self._moved)
        self._scale()
        current().changed.connect(self._scale)

    def current_row(self) -> object:
        """Return the current row, or None."""
        index = self.currentIndex()
        return self._sheet.row(index.row()) if index.isValid() else None

    def go_to(self, matches: Callable[[Any], bool]) -> bool:
        """Make the first row that matches current; False when none does."""
        for position, row in enumerate(self._sheet.rows()):
            if matches(row):
                self.selectRow(position)
                self.scrollTo(self._sheet.index(position, 0))
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter, ask for the bin on Del, hand letters to the page."""
        row = self.current_row()
        if row is not None and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(row)
            return
        if row is not None and event.key() == Qt.Key.Key_Delete:
            self.erase_requested.emit(row)
            return
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}
        if row is not None and plain and event.text().isalpha():
            self.key_pressed.emit(row, event.text().lower())
            return
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._push(event)
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu at the current row."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            self.setCurrentIndex(index)
            where = (
                event.globalPos()
                if by_mouse
                else self.viewport().mapToGlobal(self.visualRect(index).center())
            )
            self.menu_requested.emit(self._sheet.row(index.row()), where)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width again."""
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        seen = [place for place in range(len(self._sheet.columns)) if not self.isColumnHidden(place)]
        total = sum(self._sheet.columns[place].share for place in seen) or 1.0
        width = max(self.viewport().width(), int(total * current().px(self._least_width)))
        used = 0
        for place in seen:
            last = place == seen[-1]
            wide = width - used if last else int(width * self._sheet.columns[place].share / total)
            self.setColumnWidth(place, wide)
            used += wide

    def setColumnHidden(self, column: int, hide: bool) -> None:
        """Hide or show a column; the others share its room."""
        super().setColumnHidden(column, hide)
        self._share_width()

    def _scale(self) -> None:
        self.verticalHeader().setDefaultSectionSize(current().px(self._row_height))
        self.verticalHeader().setMinimumSectionSize(current().px(24))
        self._share_width()

    def _push(self, event: QKeyEvent) -> None:
        """Go sideways where there are more columns than room; otherwise leave the key to the page."""
        bar = self.horizontalScrollBar()
        if not bar.maximum():
            event.ignore()
            return
        step = current().px(self._least_width)
        bar.setValue(bar.value() + (step if event.key() == Qt.Key.Key_Right else -step))

    def sort_by(self, column: int, *, down: bool = False) -> None:
        """Sort by a column and mark it; -1 gives back the order in which the rows came."""
        head = self.horizontalHeader()
        order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        head.setSortIndicatorShown(column >= 0)
        if column >= 0:
            head.setSortIndicator(column, order)
        row = self.current_row()
        self._sheet.sort(column, order)
        if row is not None:
            self.go_to(lambda each: each == row)

    def _sort_by(self, column: int) -> None:
        head = self.horizontalHeader()
        same = head.isSortIndicatorShown() and head.sortIndicatorSection() == column
        self.sort_by(column, down=same and head.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder)
        self.sorted.emit()

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._sheet.row(index.row()))

    def _moved(self, index: QModelIndex, _before: QModelIndex) -> None:
        self.current_changed.emit(self._sheet.row(index.row()) if index.isValid() else None)
