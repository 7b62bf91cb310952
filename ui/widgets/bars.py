"""Compare amounts as horizontal bars; a hidden amount is hatched and says so."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import current
from ui.widgets.column_chart import ColumnChart, ColumnValue
from ui.widgets.hatched import paint_hatched
from ui.widgets.stacked_bar import Part, StackedBar

__all__ = ["Bar", "ColumnChart", "ColumnValue", "HorizontalBars", "Part", "StackedBar"]


@dataclass(frozen=True)
class Bar:
    """One bar. `amount` None means hidden: `shown` then says why ('< 5', 'hidden, protects Aftercare')."""

    text: str
    amount: int | None
    shown: str = ""
    second: str = ""
    colour: str = "s3"


def _paint_name(painter: QPainter, rect: QRectF, text: str) -> None:
    """Paint a name on one line, else in smaller letters on two, else shortened."""
    middle, breaks = Qt.AlignmentFlag.AlignVCenter, Qt.TextFlag.TextWordWrap
    if QFontMetrics(painter.font()).horizontalAdvance(text) > rect.width():
        painter.setFont(current().font("caption"))
        needed = painter.boundingRect(rect, int(middle | breaks), text)
        if needed.height() <= rect.height() and needed.width() <= rect.width():
            painter.drawText(rect, int(middle | breaks), text)
            return
        text = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()))
    painter.drawText(rect, int(middle | Qt.TextFlag.TextSingleLine), text)


class HorizontalBars(QWidget):
    """Bars under each other with name on the left and number beside the bar."""

    def __init__(self, label: str, bars: Sequence[Bar] = (), *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label
        self._bars: list[Bar] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        current().changed.connect(self.updateGeometry)
        self.set_bars(bars)

    def set_bars(self, bars: Sequence[Bar]) -> None:
        """Show other bars."""
        self._bars = list(bars)
        said = "; ".join(
            f"{bar.text}: {bar.shown or (bar.amount if bar.amount is not None else '')} {bar.second}".strip()
            for bar in self._bars
        )
        self.setAccessibleName(f"{self._label}: {said}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for one line per bar."""
        return QSize(current().px(380), len(self._bars) * current().px(38))

    def minimumSizeHint(self) -> QSize:
        """Keep the height; the bars may shrink."""
        return QSize(current().px(220), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        names = self._name_width()
        most = max((bar.amount or 0 for bar in self._bars), default=0) or 1
        for row, bar in enumerate(self._bars):
            rect = QRectF(0, row * theme.px(38), self.width(), theme.px(38))
            self._paint_bar(painter, rect, bar, names, most)

    def _name_width(self) -> int:
        theme = current()
        measure = QFontMetrics(theme.font("small"))
        widest = max((measure.horizontalAdvance(bar.text) for bar in self._bars), default=0)
        return min(widest + theme.px(14), int(self.width() * 0.38))

    def _paint_bar(self, painter: QPainter, rect: QRectF, bar: Bar, names: int, most: int) -> None:
        theme = current()
        small = theme.font("small")
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
        painter.setFont(small)
        painter.setPen(theme.colour("text2"))
        _paint_name(painter, QRectF(rect.left(), rect.top(), names - theme.px(8), rect.height()), bar.text)
        height = theme.px(22)
        top = rect.center().y() - height / 2
        room = rect.width() - names - theme.px(100)
        if bar.amount is None:
            plate = QRectF(names, top, theme.px(46), height)
            paint_hatched(painter, plate)
            painter.setFont(small)
            painter.setPen(theme.colour("text2"))
            words = rect.adjusted(plate.right() + theme.px(8), 0, 0, 0)
            text = QFontMetrics(small).elidedText(bar.shown, Qt.TextElideMode.ElideRight, int(words.width()))
            painter.drawText(words, middle, text)
            return
        long = max(2.0 if bar.amount else 0.0, room * bar.amount / most)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(bar.colour))
        painter.drawRoundedRect(QRectF(names, top, long, height), theme.px(4), theme.px(4))
        words = rect.adjusted(names + long + theme.px(8), 0, 0, 0)
        bold = theme.font("body", bold=True)
        painter.setFont(bold)
        painter.setPen(theme.colour("text"))
        shown = bar.shown or str(bar.amount)
        painter.drawText(words, middle, shown)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("text2"))
        painter.drawText(
            words.adjusted(QFontMetrics(bold).horizontalAdvance(shown) + theme.px(8), 0, 0, 0),
            middle,
            bar.second,
        )
