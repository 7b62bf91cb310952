"""The list of sections at the left: state by icon and word, Space lets a section go along or keeps it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme import current
from ui.theme.icons import paint_icon
from ui.widgets.tooltips import tooltip_text

Index = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole
_HEIGHT = 34
_ONE_LINE = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


@dataclass(frozen=True)
class SectionRow:
    """One line: icon and tone say the state, `end` says it in words, `why` is the whole sentence."""

    key: str
    text: str
    icon: str
    tone: str
    end: str = ""
    why: str = ""
    may_toggle: bool = False

    def spoken(self) -> str:
        """Return what a screen reader says."""
        return ", ".join(part for part in (self.text, self.end, self.why) if part)


class _Rows(QAbstractListModel):
    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self.rows: list[SectionRow] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        return {
            Qt.ItemDataRole.DisplayRole: row.text,
            Qt.ItemDataRole.AccessibleTextRole: row.spoken(),
            Qt.ItemDataRole.ToolTipRole: tooltip_text(row.spoken()),
            _ROW: row,
        }.get(Qt.ItemDataRole(role))


class _Painter(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(current().px(80), current().px(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current()
        row: SectionRow = index.data(_ROW)
        view = option.widget
        chosen = isinstance(view, SectionList) and view.currentIndex() == index
        near = bool(option.state & QStyle.StateFlag.State_MouseOver)
        rect = QRectF(option.rect).adjusted(1, 1, -1, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or near:
            focused = chosen and isinstance(view, SectionList) and view.hasFocus()
            painter.setPen(QPen(theme.colour("focus"), 2) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("sel" if chosen else "sunken"))
            painter.drawRoundedRect(rect, theme.px(8), theme.px(8))
        side = theme.px(18)
        mark = QRectF(rect.left() + theme.px(9), rect.center().y() - side / 2, side, side)
        pencil = chosen and row.tone == "ok"
        paint_icon(painter, mark, "write" if pencil else row.icon, "accent" if pencil else row.tone)
        _paint_words(painter, rect.adjusted(theme.px(35), 0, -theme.px(8), 0), row, chosen=chosen)
        painter.restore()


def _paint_words(painter: QPainter, rect: QRectF, row: SectionRow, *, chosen: bool) -> None:
    theme = current()
    font = theme.font("body", bold=chosen)
    small = theme.font("caption")
    width = QFontMetrics(small).horizontalAdvance(row.end) if row.end else 0
    if width and QFontMetrics(font).horizontalAdvance(row.text) + width + theme.px(8) <= rect.width():
        painter.setFont(small)
        painter.setPen(theme.colour(row.tone))
        painter.drawText(rect, _ONE_LINE | int(Qt.AlignmentFlag.AlignRight), row.end)
        rect = rect.adjusted(0, 0, -width - theme.px(8), 0)
    painter.setFont(font)
    painter.setPen(theme.colour("text3" if row.tone == "text3" and not chosen else "text"))
    words = QFontMetrics(font).elidedText(row.text, Qt.TextElideMode.ElideRight, int(rect.width()))
    painter.drawText(rect, _ONE_LINE, words)


class SectionList(QListView):
    """The sections. Arrows show one, Enter goes into its text, Space asks to share or keep it."""

    chosen = Signal(str)
    entered = Signal(str)
    toggle_asked = Signal(str)

    def __init__(self, label: str) -> None:
        super().__init__()
        self._rows = _Rows(self)
        self._quiet = False
        self.setAccessibleName(label)
        self.setModel(self._rows)
        self.setItemDelegate(_Painter(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.selectionModel().currentChanged.connect(self._moved)
        current().changed.connect(self._fit)

    def set_rows(self, rows: Sequence[SectionRow]) -> None:
        """Show these lines; the line chosen stays chosen."""
        key, self._quiet = self.key(), True
        self._rows.beginResetModel()
        self._rows.rows = list(rows)
        self._rows.endResetModel()
        self.choose(key)
        self._quiet = False
        self._fit()

    def rows(self) -> list[SectionRow]:
        """Return the lines in order."""
        return list(self._rows.rows)

    def key(self) -> str:
        """Return the key of the line chosen."""
        index = self.currentIndex()
        return self._rows.rows[index.row()].key if index.isValid() else ""

    def choose(self, key: str) -> None:
        """Choose a line; an unknown key changes nothing."""
        for position, row in enumerate(self._rows.rows):
            if row.key == key:
                self.setCurrentIndex(self._rows.index(position))

    def step(self, by: int) -> bool:
        """Choose the next or previous line; False at the end."""
        position = self.currentIndex().row() + by
        if not 0 <= position < len(self._rows.rows):
            return False
        self.setCurrentIndex(self._rows.index(position))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Toggle on Space, go into the text on Enter."""
        if event.key() == Qt.Key.Key_Space:
            self.toggle_asked.emit(self.key())
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.entered.emit(self.key())
            return
        super().keyPressEvent(event)

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        self.viewport().update()
        if now.isValid() and not self._quiet:
            self.chosen.emit(self._rows.rows[now.row()].key)

    def _fit(self) -> None:
        self.setFixedHeight(len(self._rows.rows) * current().px(_HEIGHT) + 2)
        self.scheduleDelayedItemsLayout()
