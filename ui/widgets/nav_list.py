"""Go from page to page: a list with icons and counts, narrow as a rail when there is little room."""

from dataclasses import dataclass, replace

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.theme import current
from ui.theme.icons import paint_icon
from ui.widgets.avatar import paint_avatar
from ui.widgets.tooltips import tooltip_text

Index = QModelIndex | QPersistentModelIndex
_ITEM = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class NavItem:
    """One place to go: with an icon, or with a person's name for an avatar."""

    key: str
    text: str
    icon: str = ""
    count: str = ""
    avatar: str = ""


class _NavModel(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.items: list[NavItem] = []
        self.rail = False

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        item = self.items[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return item.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{item.text}, {item.count}" if item.count else item.text
        if role == Qt.ItemDataRole.ToolTipRole and self.rail:
            return tooltip_text(item.text)
        return item if role == _ITEM else None


class _NavDelegate(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        theme = current()
        return QSize(theme.px(40), theme.px(38))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current()
        view = option.widget
        item: NavItem = index.data(_ITEM)
        if not isinstance(view, NavList):
            return
        shown, rail = view.key() == item.key, view.is_rail()
        focused = view.hasFocus() and index == view.currentIndex()
        rect = QRectF(option.rect).adjusted(1, 1, -1, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, rect, shown=shown, focused=focused, near=_is_near(option))
        side = theme.px(20)
        left = rect.center().x() - side / 2 if rail else rect.left() + theme.px(10)
        mark = QRectF(left, rect.center().y() - side / 2, side, side)
        if item.avatar:
            paint_avatar(painter, mark, item.avatar)
        else:
            paint_icon(painter, mark, item.icon, "accent" if shown else "text2")
        if not rail:
            _paint_words(painter, rect.adjusted(theme.px(41), 0, -theme.px(10), 0), item, shown=shown)
        painter.restore()


def _is_near(option: QStyleOptionViewItem) -> bool:
    return bool(option.state & QStyle.StateFlag.State_MouseOver)


def _paint_ground(painter: QPainter, rect: QRectF, *, shown: bool, focused: bool, near: bool) -> None:
    theme = current()
    if not (shown or focused or near):
        return
    painter.setPen(QPen(theme.colour("border"), 1) if shown else Qt.PenStyle.NoPen)
    if focused:
        painter.setPen(QPen(theme.colour("focus"), 2))
    painter.setBrush(theme.colour("surface" if shown else "bg"))
    painter.drawRoundedRect(rect, theme.px(8), theme.px(8))


def _badge_ground(*, shown: bool) -> QColor:
    theme = current()
    plain = "surface" if theme.colours.is_high_contrast else "border"
    return theme.colour("accent_soft" if shown else plain)


def _paint_words(painter: QPainter, rect: QRectF, item: NavItem, *, shown: bool) -> None:
    theme = current()
    if item.count:
        font = theme.font("caption", bold=True)
        width = max(theme.px(22), QFontMetrics(font).horizontalAdvance(item.count) + theme.px(14))
        badge = QRectF(rect.right() - width, rect.center().y() - theme.px(9), width, theme.px(18))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_badge_ground(shown=shown))
        painter.drawRoundedRect(badge, badge.height() / 2, badge.height() / 2)
        painter.setFont(font)
        painter.setPen(theme.colour("accent" if shown else "text2"))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, item.count)
        rect = rect.adjusted(0, 0, -width - theme.px(6), 0)
    font = theme.font("body", bold=shown)
    painter.setFont(font)
    painter.setPen(theme.colour("text" if shown else "text2"))
    text = QFontMetrics(font).elidedText(item.text, Qt.TextElideMode.ElideRight, int(rect.width()))
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, text)


class NavList(QListView):
    """A list of places; arrows move, Enter, Space or a click goes there (`chosen(key)`)."""

    chosen = Signal(str)

    def __init__(self, label: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places = _NavModel(self)
        self._shown = ""
        self.setAccessibleName(label)
        self.setModel(self._places)
        self.setItemDelegate(_NavDelegate(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.clicked.connect(self._go)
        current().changed.connect(self._fit)

    def set_items(self, items: list[NavItem]) -> None:
        """Offer these places."""
        self._places.beginResetModel()
        self._places.items = list(items)
        self._places.endResetModel()
        self._mark()
        self._fit()

    def set_count(self, key: str, count: str) -> None:
        """Show another count beside a place."""
        items = self._places.items
        for row, item in enumerate(items):
            if item.key == key:
                items[row] = replace(item, count=count)
                self._places.dataChanged.emit(self._places.index(row), self._places.index(row))

    def key(self) -> str:
        """Return the key of the place shown, or nothing."""
        return self._shown

    def show_key(self, key: str) -> None:
        """Mark a place as the one shown, without telling `chosen`; an unknown key marks none."""
        self._shown = key
        self._mark()
        self.viewport().update()

    def is_rail(self) -> bool:
        """Tell whether only icons are shown."""
        return self._places.rail

    def set_rail(self, rail: bool) -> None:
        """Show icons only, with the words as tooltips."""
        self._places.rail = rail
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on Enter and Space; arrows, Home, End and letters only move."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._go(self.currentIndex())
            return
        super().keyPressEvent(event)

    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Keep the mark on the page shown while the arrows move."""
        return QItemSelectionModel.SelectionFlag.NoUpdate

    def _go(self, index: Index) -> None:
        if index.isValid():
            self.show_key(self._places.items[index.row()].key)
            self.chosen.emit(self._shown)

    def _mark(self) -> None:
        for row, item in enumerate(self._places.items):
            if item.key == self._shown:
                flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
                self.selectionModel().setCurrentIndex(self._places.index(row), flag)
                return
        self.selectionModel().clearSelection()

    def _fit(self) -> None:
        rows = len(self._places.items)
        self.setFixedHeight(rows * current().px(38) + 2)
        self.scheduleDelayedItemsLayout()
