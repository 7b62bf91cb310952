"""Say what a table cell shows and paint it: avatar, stage, two lines, chip, hatching."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme import current
from ui.theme.icons import paint_icon
from ui.theme.tokens import tone_pair
from ui.widgets.avatar import paint_avatar
from ui.widgets.chip import paint_chip_ground
from ui.widgets.hatched import paint_hatched
from ui.widgets.stage_mark import paint_stage

CELL = Qt.ItemDataRole.UserRole
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


@dataclass(frozen=True)
class Cell:
    """What one cell shows. `chip` gives a tone to a chip, `stage` fills a ring from 0 to 1."""

    text: str
    second: str = ""
    bold: bool = False
    avatar: str = ""
    icon: str = ""
    chip: str = ""
    tone: str = ""
    second_tone: str = ""
    stage: float | None = None
    paused: bool = False
    right: bool = False
    hatched: bool = False
    says: str = ""

    def spoken(self) -> str:
        """Return what a screen reader says for it."""
        return self.says or ", ".join(part for part in (self.text, self.second) if part)


class CellDelegate(QStyledItemDelegate):
    """Paint `Cell` values of any table, with the row of the keyboard in a visible ring."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell."""
        theme = current()
        cell = index.data(CELL)
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, theme.colour("sel"))
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if isinstance(cell, Cell):
            paint_cell(painter, rect.adjusted(theme.px(14), 0, -theme.px(8), 0), cell)
        view = option.widget
        if chosen and isinstance(view, QAbstractItemView) and view.hasFocus():
            _paint_row_ring(painter, rect, index)
        painter.restore()


def _paint_row_ring(painter: QPainter, rect: QRectF, index: QModelIndex | QPersistentModelIndex) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    ink = current().colour("focus")
    painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 2), ink)
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 2, rect.width(), 2), ink)
    if index.column() == 0:
        painter.fillRect(QRectF(rect.left(), rect.top(), 2, rect.height()), ink)
    if index.column() == index.model().columnCount() - 1:
        painter.fillRect(QRectF(rect.right() - 2, rect.top(), 2, rect.height()), ink)


def paint_cell(painter: QPainter, rect: QRectF, cell: Cell) -> None:
    """Paint a cell's content into a rectangle."""
    theme = current()
    if cell.hatched:
        height = theme.px(19)
        plate = QRectF(rect.right() - theme.px(50), rect.center().y() - height / 2, theme.px(48), height)
        paint_hatched(painter, plate, cell.text)
        return
    if cell.chip:
        _paint_chip(painter, rect, cell)
        return
    if cell.avatar:
        side = theme.px(32)
        paint_avatar(painter, QRectF(rect.left(), rect.center().y() - side / 2, side, side), cell.avatar)
        rect = rect.adjusted(side + theme.px(12), 0, 0, 0)
    first, second = _lines_of(rect, two=bool(cell.second))
    if cell.stage is not None or cell.paused:
        side = theme.px(13)
        mark = QRectF(rect.left(), first.center().y() - side / 2, side, side)
        paint_stage(painter, mark, cell.stage or 0.0, paused=cell.paused)
        first, second = first.adjusted(theme.px(21), 0, 0, 0), second.adjusted(theme.px(21), 0, 0, 0)
    elif cell.icon:
        side = theme.px(18)
        mark = QRectF(rect.left(), rect.center().y() - side / 2, side, side)
        paint_icon(painter, mark, cell.icon, cell.tone or "text2")
        first, second = first.adjusted(theme.px(28), 0, 0, 0), second.adjusted(theme.px(28), 0, 0, 0)
    _paint_text(painter, first, cell.text, cell, role="body", colour=cell.tone or "text", bold=cell.bold)
    if cell.second:
        _paint_text(painter, second, cell.second, cell, role="small", colour=cell.second_tone or "text2")


def _lines_of(rect: QRectF, *, two: bool) -> tuple[QRectF, QRectF]:
    theme = current()
    if not two:
        return rect, rect
    half, shift = theme.px(19), theme.px(1)
    middle = rect.center().y()
    return (
        QRectF(rect.left(), middle - half - shift + theme.px(1), rect.width(), half),
        QRectF(rect.left(), middle + shift - theme.px(1), rect.width(), half),
    )


def _paint_text(
    painter: QPainter, rect: QRectF, text: str, cell: Cell, *, role: str, colour: str, bold: bool = False
) -> None:
    theme = current()
    font = theme.font(role, bold=bold)
    painter.setFont(font)
    painter.setPen(theme.colour(colour))
    side = Qt.AlignmentFlag.AlignRight if cell.right else Qt.AlignmentFlag.AlignLeft
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()))
    painter.drawText(rect, int(_MIDDLE | side), shown)


def _paint_chip(painter: QPainter, rect: QRectF, cell: Cell) -> None:
    theme = current()
    font = theme.font("caption", bold=True)
    ink, ground = tone_pair(theme.colours, cell.chip)
    words = QFontMetrics(font).horizontalAdvance(cell.text)
    width = min(rect.width(), words + theme.px(16) + (theme.px(20) if cell.icon else 0))
    height = theme.px(24)
    plate = QRectF(rect.left() - theme.px(2), rect.center().y() - height / 2, width, height)
    paint_chip_ground(painter, plate, theme.px(7), ink, ground)
    inner = plate.adjusted(theme.px(8), 0, -theme.px(6), 0)
    if cell.icon:
        side = theme.px(15)
        paint_icon(painter, QRectF(inner.left(), plate.center().y() - side / 2, side, side), cell.icon, ink)
        inner.setLeft(inner.left() + theme.px(20))
    painter.setFont(font)
    painter.setPen(QColor(ink))
    shown = QFontMetrics(font).elidedText(cell.text, Qt.TextElideMode.ElideRight, int(inner.width()) + 2)
    painter.drawText(inner, int(_MIDDLE), shown)
