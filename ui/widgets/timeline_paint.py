"""Measure and paint one timeline item: heading, rail, disc, title line, text and chips."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme import current
from ui.theme.icons import paint_icon
from ui.theme.tokens import tone_pair
from ui.widgets.chip import paint_chip_ground
from ui.widgets.timeline_items import Index, TimelineItem, TimelineModel
from ui.widgets.wrapped import line_height, paint_lines, wrapped_lines

_HEADING, _TOP, _FOOT, _INDENT, _CHIP = 30, 4, 18, 46, 24
MOST_LINES = 12


def _text_width(width: int) -> int:
    return width - current().px(_INDENT + 10)


def item_height(item: TimelineItem, *, with_heading: bool, width: int) -> int:
    """Return the height of an item in pixels at a list width."""
    px = current().px
    height = px(_TOP + _FOOT) + line_height("body")
    if with_heading:
        height += px(_HEADING)
    if item.text:
        height += px(3) + len(
            wrapped_lines(item.text, "body", _text_width(width), most=MOST_LINES)
        ) * line_height("body")
    if item.chips:
        height += px(6) + _chip_rows(item, _text_width(width)) * px(_CHIP + 4)
    return max(height, px(_TOP + 32 + 10) + (px(_HEADING) if with_heading else 0))


def _chip_width(item: TimelineItem, position: int) -> int:
    theme = current()
    chip = item.chips[position]
    words = QFontMetrics(theme.font("caption", bold=True)).horizontalAdvance(chip.text)
    return words + theme.px(16) + (theme.px(20) if chip.icon else 0)


def _chip_rows(item: TimelineItem, width: int) -> int:
    rows, x = 1, 0
    for position in range(len(item.chips)):
        wide = _chip_width(item, position)
        if x and x + wide > width:
            rows, x = rows + 1, 0
        x += wide + current().px(8)
    return rows


class TimelineDelegate(QStyledItemDelegate):
    """Paint items of a TimelineModel inside a QListView."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height that the words need at the width of the list."""
        model = index.model()
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else 0
        if not isinstance(model, TimelineModel):
            return QSize(width, 0)
        row = index.row()
        return QSize(
            width - 2, item_height(model.item(row), with_heading=model.begins_group(row), width=width)
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one item."""
        model = index.model()
        if not isinstance(model, TimelineModel):
            return
        theme = current()
        row, item = index.row(), model.item(index.row())
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if model.begins_group(row):
            painter.setFont(theme.font("caption", bold=True))
            painter.setPen(theme.colour("text3"))
            head = QRectF(rect.left(), rect.top(), rect.width(), theme.px(22))
            painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, item.group)
            rect.setTop(rect.top() + theme.px(_HEADING))
        view = option.widget
        if isinstance(view, QListView) and view.hasFocus() and index == view.currentIndex():
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(theme.colour("accent_softer"))
            ring = rect.adjusted(theme.px(37), 1, -2, -theme.px(5))
            painter.drawRoundedRect(ring, theme.px(8), theme.px(8))
        self._paint_rail(painter, rect, item, ends=model.ends_group(row))
        self._paint_words(painter, rect, item)
        painter.restore()

    def _paint_rail(self, painter: QPainter, rect: QRectF, item: TimelineItem, *, ends: bool) -> None:
        theme = current()
        ink, ground = tone_pair(theme.colours, item.tone)
        side = theme.px(30)
        disc = QRectF(rect.left() + theme.px(2), rect.top() + theme.px(1), side, side)
        style = Qt.PenStyle.DotLine if item.is_draft else Qt.PenStyle.SolidLine
        if not ends:
            x = disc.center().x()
            painter.setPen(QPen(theme.colour("border_strong" if item.is_draft else "border"), 2, style))
            painter.drawLine(int(x), int(disc.bottom() + 3), int(x), int(rect.bottom()))
        painter.setBrush(QColor(ground))
        plain = not (item.is_draft or theme.colours.is_high_contrast)
        painter.setPen(Qt.PenStyle.NoPen if plain else QPen(QColor(ink), 1.5, style))
        painter.drawEllipse(disc)
        inset = theme.px(7)
        paint_icon(painter, disc.adjusted(inset, inset, -inset, -inset), item.icon, ink)

    def _paint_words(self, painter: QPainter, rect: QRectF, item: TimelineItem) -> None:
        theme = current()
        left = rect.left() + theme.px(_INDENT)
        top = rect.top() + theme.px(_TOP)
        line = QRectF(left, top, rect.right() - left - theme.px(10), line_height("body"))
        self._paint_title(painter, line, item)
        y = line.bottom() + theme.px(3)
        if item.text:
            lines = wrapped_lines(item.text, "body", _text_width(int(rect.width()) + 2), most=MOST_LINES)
            paint_lines(painter, QRectF(left, y, line.width(), 0), lines, "body", "text")
            y += len(lines) * line_height("body")
        if item.chips:
            self._paint_chips(painter, left, y + theme.px(6), int(line.width()), item)

    def _paint_title(self, painter: QPainter, line: QRectF, item: TimelineItem) -> None:
        theme = current()
        small, bold = theme.font("small"), theme.font("body", bold=True)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(small)
        painter.setPen(theme.colour("text2"))
        painter.drawText(line, int(middle | Qt.AlignmentFlag.AlignRight), item.when)
        room = line.width() - QFontMetrics(small).horizontalAdvance(item.when) - theme.px(12)
        painter.setFont(bold)
        painter.setPen(theme.colour("text"))
        shown = QFontMetrics(bold).elidedText(item.title, Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(line, int(middle), shown)
        used = QFontMetrics(bold).horizontalAdvance(shown) + theme.px(9)
        if item.subtitle and room - used > theme.px(24):
            painter.setFont(small)
            painter.setPen(theme.colour("text2"))
            rest = QFontMetrics(small).elidedText(
                item.subtitle, Qt.TextElideMode.ElideRight, int(room - used)
            )
            painter.drawText(line.adjusted(used, 0, 0, 0), int(middle), rest)

    def _paint_chips(
        self, painter: QPainter, left: float, top: float, width: int, item: TimelineItem
    ) -> None:
        theme = current()
        x, y = 0, top
        for position, chip in enumerate(item.chips):
            ink, ground = tone_pair(theme.colours, chip.tone)
            wide = _chip_width(item, position)
            if x and x + wide > width:
                x, y = 0, y + theme.px(_CHIP + 4)
            rect = QRectF(left + x, y, min(wide, width), theme.px(_CHIP))
            paint_chip_ground(painter, rect, theme.px(7), ink, ground)
            inner = rect.adjusted(theme.px(8), 0, -theme.px(4), 0)
            if chip.icon:
                side = theme.px(14)
                paint_icon(
                    painter, QRectF(inner.left(), rect.center().y() - side / 2, side, side), chip.icon, ink
                )
                inner.setLeft(inner.left() + theme.px(20))
            font = theme.font("caption", bold=True)
            painter.setFont(font)
            painter.setPen(QColor(ink))
            text = QFontMetrics(font).elidedText(
                chip.text, Qt.TextElideMode.ElideRight, int(inner.width()) + 4
            )
            painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), text)
            x += wide + theme.px(8)
