"""Paint the lines of the agenda: half-days as quiet headings, the rest with icon, hour and name."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from eletdesk import clock
from eletdesk.queries.agenda import AgendaItem
from ui.agenda.reading import AgendaRow
from ui.agenda.words import ICONS, Programmes, half_name, what_it_is
from ui.theme import current
from ui.theme.icons import paint_icon

ITEM_HEIGHT, HALF_HEIGHT = 46, 28
_MARKS = {"attended": ("done", "ok"), "no_show": ("absence", "warn"), "cancelled": ("close", "text3")}
_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
Index = QModelIndex | QPersistentModelIndex


class AgendaDelegate(QStyledItemDelegate):
    """Paints one line; what is under the keyboard has a frame."""

    def __init__(self, programmes: Programmes, parent: QWidget) -> None:
        super().__init__(parent)
        self._programmes = programmes

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Ask for the height of a heading or of two lines."""
        row: AgendaRow = index.data(Qt.ItemDataRole.UserRole)
        return QSize(current().px(60), current().px(ITEM_HEIGHT if row.item else HALF_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the line."""
        theme, view = current(), option.widget
        row: AgendaRow = index.data(Qt.ItemDataRole.UserRole)
        focused = isinstance(view, QListView) and view.hasFocus() and view.currentIndex() == index
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = rect.adjusted(theme.px(10), theme.px(3), -theme.px(8), -theme.px(3))
        if row.item is None:
            _paint_half(painter, inner, row, focused=focused)
        else:
            _paint_item(painter, inner, row.item, what_it_is(row.item, self._programmes))
        if focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRoundedRect(rect.adjusted(3, 2, -3, -2), theme.px(7), theme.px(7))
        painter.restore()


def _paint_half(painter: QPainter, rect: QRectF, row: AgendaRow, *, focused: bool) -> None:
    theme = current()
    painter.setFont(theme.font("caption", bold=True))
    painter.setPen(theme.colour("text3"))
    _draw(painter, rect, half_name(row))
    if focused:
        side = theme.px(16)
        mark = QRectF(rect.right() - side, rect.center().y() - side / 2, side, side)
        paint_icon(painter, mark, "plan", "accent")


def _paint_item(painter: QPainter, rect: QRectF, item: AgendaItem, what: str) -> None:
    theme = current()
    icon, colour = _picture(item)
    side = theme.px(16)
    first, second = _halves(rect)
    paint_icon(painter, QRectF(first.left(), first.center().y() - side / 2, side, side), icon, colour)
    words = first.adjusted(side + theme.px(6), 0, 0, 0)
    is_over = item.kind == "session" and not item.is_planned
    if item.at:
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text2"))
        painter.drawText(words, int(_LINE), item.at)
        words.setLeft(words.left() + QFontMetrics(painter.font()).horizontalAdvance(item.at) + theme.px(6))
    painter.setFont(theme.font("body", bold=not is_over))
    painter.setPen(theme.colour("text2" if is_over else "text"))
    _draw(painter, words, item.name)
    painter.setFont(theme.font("small"))
    painter.setPen(theme.colour("text2"))
    _draw(painter, second.adjusted(side + theme.px(6), 0, 0, 0), what)


def _picture(item: AgendaItem) -> tuple[str, str]:
    if item.kind == "session" and not item.is_planned:
        return _MARKS.get(item.state, ("done", "ok"))
    icon, colour = ICONS[item.kind]
    is_late = item.on < clock.today().isoformat()
    if is_late and item.kind in ("session", "task", "follow_up"):
        return "attention", "danger" if item.kind != "session" else "warn"
    return icon, colour


def _halves(rect: QRectF) -> tuple[QRectF, QRectF]:
    half = rect.height() / 2
    return rect.adjusted(0, 0, 0, -half), rect.adjusted(0, half, 0, 0)


def _draw(painter: QPainter, rect: QRectF, text: str) -> None:
    metrics = QFontMetrics(painter.font())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()))
    painter.drawText(rect, int(_LINE), shown)
