"""Show amounts over time as columns with a quiet grid; a hidden amount is hatched."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import current
from ui.widgets.hatched import paint_hatched


@dataclass(frozen=True)
class ColumnValue:
    """One column; `amount` None is hidden, `pale` marks a week of holidays."""

    text: str
    amount: int | None
    pale: bool = False
    says: str = ""


def round_top(most: int) -> int:
    """Return a round number at or above the highest column, divisible by the grid's four or fewer steps."""
    if most <= 4:
        return 4
    size = 1
    while True:
        for step in (1, 2, 3, 4, 5, 6, 8):
            if step * size * 4 >= most:
                return step * size * 4
        size *= 10


class ColumnChart(QWidget):
    """Columns beside each other; every amount is in the accessible text."""

    def __init__(
        self, label: str, values: Sequence[ColumnValue] = (), *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._label = label
        self._values: list[ColumnValue] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        current().changed.connect(self.updateGeometry)
        self.set_values(values)

    def set_values(self, values: Sequence[ColumnValue]) -> None:
        """Show other columns."""
        self._values = list(values)
        said = "; ".join(
            f"{value.text}: {value.says or (value.amount if value.amount is not None else '')}"
            for value in self._values
        )
        self.setAccessibleName(f"{self._label}: {said}")
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the size in the drawing."""
        return QSize(current().px(440), current().px(228))

    def minimumSizeHint(self) -> QSize:
        """Stay readable."""
        return QSize(current().px(200), current().px(150))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint grid, columns and names."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = round_top(max((value.amount or 0 for value in self._values), default=0))
        area = QRectF(theme.px(34), theme.px(10), self.width() - theme.px(36), self.height() - theme.px(34))
        self._paint_grid(painter, area, top)
        count = max(1, len(self._values))
        slot = area.width() / count
        each = max(1, round(count * theme.px(26) / max(1.0, area.width())))
        for position, value in enumerate(self._values):
            left = area.left() + position * slot
            self._paint_column(painter, area, QRectF(left, area.top(), slot, area.height()), value, top)
            if position % each == 0:
                painter.setFont(theme.font("caption"))
                painter.setPen(theme.colour("text2"))
                below = QRectF(left - slot, area.bottom() + theme.px(4), slot * 3, theme.px(18))
                painter.drawText(below, Qt.AlignmentFlag.AlignCenter, value.text)

    def _paint_grid(self, painter: QPainter, area: QRectF, top: int) -> None:
        theme = current()
        painter.setFont(theme.font("caption"))
        for part in range(5):
            y = area.bottom() - area.height() * part / 4
            painter.setPen(QPen(theme.colour("border"), 1))
            painter.drawLine(QLineF(area.left(), y, area.right(), y))
            painter.setPen(theme.colour("text2"))
            rect = QRectF(0, y - theme.px(9), area.left() - theme.px(8), theme.px(18))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(rect, int(right), str(top * part // 4))

    def _paint_column(
        self, painter: QPainter, area: QRectF, slot: QRectF, value: ColumnValue, top: int
    ) -> None:
        theme = current()
        wide = min(slot.width() * 0.6, theme.px(28))
        left = slot.center().x() - wide / 2
        if value.amount is None:
            plate = theme.px(22)
            paint_hatched(painter, QRectF(left, area.bottom() - plate, wide, plate))
            return
        high = area.height() * value.amount / top
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("s1" if value.pale else "s3"))
        radius = min(theme.px(3), wide / 2, high)
        painter.drawRoundedRect(QRectF(left, area.bottom() - high, wide, high), radius, radius)
