"""Show what happened as a line through time: a list for keyboard and screen reader, painted as drawn."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QScrollArea, QSizePolicy, QWidget

from ui.theme import current
from ui.widgets.timeline_items import TimelineChip, TimelineItem, TimelineModel
from ui.widgets.timeline_paint import TimelineDelegate, item_height

__all__ = ["Timeline", "TimelineChip", "TimelineItem"]


class Timeline(QListView):
    """A list of items. Enter or double click opens, Del asks for the bin, the menu key for a menu.

    With `grows=True` the list is as high as its items and the page scrolls; else it scrolls itself.
    """

    opened = Signal(object)
    erase_requested = Signal(object)
    menu_requested = Signal(object, object)
    current_changed = Signal(object)

    def __init__(self, label: str, *, grows: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grows = grows
        self._model = TimelineModel(self)
        self.setAccessibleName(label)
        self.setModel(self._model)
        self.setItemDelegate(TimelineDelegate(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentChanged.connect(self._moved)
        if grows:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        current().changed.connect(self._lay_out_again)

    def set_items(self, items: list[TimelineItem]) -> None:
        """Show other items; the one that was current stays current when it is still there."""
        key = self.current_key()
        self._model.set_items(items)
        row = self._model.row_of(key) if key is not None else -1
        if row >= 0:
            self.setCurrentIndex(self._model.index(row))
        self._lay_out_again()

    def items(self) -> list[TimelineItem]:
        """Return the items in order."""
        return self._model.items()

    def current_key(self) -> object:
        """Return the key of the current item, or None."""
        index = self.currentIndex()
        return self._model.item(index.row()).key if index.isValid() else None

    def show_key(self, key: object) -> bool:
        """Make an item current and bring it into sight; False when it is not here."""
        row = self._model.row_of(key)
        if row < 0:
            return False
        self.setCurrentIndex(self._model.index(row))
        self._bring_into_sight(self._model.index(row))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter, ask for the bin on Del."""
        key = self.current_key()
        if key is not None and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(key)
            return
        if key is not None and event.key() == Qt.Key.Key_Delete:
            self.erase_requested.emit(key)
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu at the current item."""
        index = (
            self.indexAt(event.pos())
            if event.reason() == QContextMenuEvent.Reason.Mouse
            else self.currentIndex()
        )
        if index.isValid():
            self.setCurrentIndex(index)
            where = event.globalPos()
            if event.reason() != QContextMenuEvent.Reason.Mouse:
                where = self.viewport().mapToGlobal(self.visualRect(index).center())
            self.menu_requested.emit(self._model.item(index.row()).key, where)

    def sizeHint(self) -> QSize:
        """Ask for the height of the items, or a modest one when it scrolls itself."""
        return QSize(current().px(480), self.height() if self._grows else current().px(320))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure again when the width changed."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out_again()

    def _lay_out_again(self) -> None:
        self.scheduleDelayedItemsLayout()
        if self._grows:
            self._fit()

    def _fit(self) -> None:
        width = self.viewport().width()
        rows = range(self._model.rowCount())
        total = sum(
            item_height(self._model.item(row), with_heading=self._model.begins_group(row), width=width)
            for row in rows
        )
        if self.height() != total + 4:
            self.setFixedHeight(total + 4)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._model.item(index.row()).key)

    def _moved(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            self._bring_into_sight(index)
            self.current_changed.emit(self._model.item(index.row()).key)

    def _bring_into_sight(self, index: QModelIndex) -> None:
        """Let the page around follow the keyboard when the list itself does not scroll."""
        if not self._grows:
            self.scrollTo(index)
            return
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        inner = around.widget() if isinstance(around, QScrollArea) else None
        if isinstance(around, QScrollArea) and inner is not None and self.hasFocus():
            rect = self.visualRect(index)
            inside = self.mapTo(inner, rect.center())
            around.ensureVisible(inside.x(), inside.y(), 0, rect.height() // 2 + 12)
