"""The lines of the palette under their titles; the keyboard stays in the field above."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.palette.entry import Entry, choosable
from ui.theme import current
from ui.theme.icons import paint_icon
from ui.widgets.key_hint import key_width, paint_key
from ui.widgets.toast import announce

Index = QModelIndex | QPersistentModelIndex
_ENTRY = Qt.ItemDataRole.UserRole
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_LINE, _TITLE = 36, 30
ENTER = "Enter"


class _EntryModel(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (entry.text, entry.second, entry.keys) if part)
        return entry if role == _ENTRY else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.entries[index.row()].is_title:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _EntryDelegate(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        entry: Entry = index.data(_ENTRY)
        return QSize(current().px(200), current().px(_TITLE if entry.is_title else _LINE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current()
        entry: Entry = index.data(_ENTRY)
        rect = QRectF(option.rect).adjusted(theme.px(9), 0, -theme.px(9), 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry.is_title:
            painter.setFont(theme.font("caption", bold=True))
            painter.setPen(theme.colour("text2"))
            painter.drawText(rect.adjusted(theme.px(12), theme.px(6), 0, 0), int(_MIDDLE), entry.text)
        else:
            chosen = isinstance(option.widget, EntryList) and option.widget.currentIndex() == index
            _paint_entry(painter, rect, entry, chosen=chosen)
        painter.restore()


def _paint_entry(painter: QPainter, rect: QRectF, entry: Entry, *, chosen: bool) -> None:
    theme = current()
    if chosen:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("sel"))
        painter.drawRoundedRect(rect, theme.px(8), theme.px(8))
    side = theme.px(18)
    mark = QRectF(rect.left() + theme.px(12), rect.center().y() - side / 2, side, side)
    paint_icon(painter, mark, entry.icon or "next", "accent" if chosen else "text2")
    right = rect.right() - theme.px(12)
    keys = entry.keys or (ENTER if chosen else "")
    if keys:
        cap = QRectF(right - key_width(keys), rect.center().y() - theme.px(10), key_width(keys), theme.px(20))
        paint_key(painter, cap, keys)
        right = cap.left() - theme.px(8)
    words = QRectF(
        mark.right() + theme.px(12), rect.top(), right - mark.right() - theme.px(12), rect.height()
    )
    font = theme.font("body", bold=bool(entry.second))
    painter.setFont(font)
    painter.setPen(theme.colour("text"))
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(entry.text, Qt.TextElideMode.ElideRight, int(words.width()))
    painter.drawText(words, int(_MIDDLE), shown)
    rest = words.adjusted(metrics.horizontalAdvance(shown) + theme.px(12), 0, 0, 0)
    small = theme.font("small")
    painter.setFont(small)
    painter.setPen(theme.colour("text2"))
    second = QFontMetrics(small).elidedText(entry.second, Qt.TextElideMode.ElideRight, int(rest.width()))
    painter.drawText(rest, int(_MIDDLE), second)


class EntryList(QListView):
    """The list; `taken(Entry)` on a click or on Enter in the field."""

    taken = Signal(object)

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers = _EntryModel(self)
        self.setAccessibleName(label)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setModel(self._offers)
        self.setItemDelegate(_EntryDelegate(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(lambda index: self._take(index.row()))
        self.entered.connect(self._near)
        current().changed.connect(self.scheduleDelayedItemsLayout)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these, the first one chosen."""
        self._offers.beginResetModel()
        self._offers.entries = list(entries)
        self._offers.endResetModel()
        first = next(choosable(entries), None)
        if first is not None:
            self.setCurrentIndex(self._offers.index(first))
        self.scrollToTop()

    def replace_entry(self, row: int, entry: Entry) -> None:
        """Show a line with more to it; the chosen line stays chosen."""
        self._offers.entries[row] = entry
        index = self._offers.index(row)
        self._offers.dataChanged.emit(index, index)

    def entries(self) -> list[Entry]:
        """Return what is shown."""
        return list(self._offers.entries)

    def chosen(self) -> Entry | None:
        """Return the line that Enter takes."""
        index = self.currentIndex()
        return self._offers.entries[index.row()] if index.isValid() else None

    def step(self, by: int) -> None:
        """Choose the next or previous line, round and round."""
        numbers = list(choosable(self._offers.entries))
        if not numbers:
            return
        at = numbers.index(self.currentIndex().row()) if self.currentIndex().row() in numbers else -1
        index = self._offers.index(numbers[(at + by) % len(numbers)])
        self.setCurrentIndex(index)
        self.scrollTo(index)
        announce(self, str(self._offers.data(index, Qt.ItemDataRole.AccessibleTextRole)))

    def take(self) -> None:
        """Do what the chosen line says."""
        self._take(self.currentIndex().row())

    def wanted_height(self) -> int:
        """Return the height of all lines."""
        px = current().px
        return sum(px(_TITLE if entry.is_title else _LINE) for entry in self._offers.entries)

    def _take(self, row: int) -> None:
        if 0 <= row < len(self._offers.entries) and not self._offers.entries[row].is_title:
            self.taken.emit(self._offers.entries[row])

    def _near(self, index: QModelIndex) -> None:
        if not self._offers.entries[index.row()].is_title:
            self.setCurrentIndex(index)
