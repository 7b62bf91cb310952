"""Show shares of a whole as one bar of parts, with a legend that gives every number."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import current


@dataclass(frozen=True)
class Part:
    """One part: name, amount, and the token of its colour (s1 to s5, s_out, s_closed)."""

    text: str
    amount: int
    colour: str = "s3"
    shown: str = ""


class StackedBar(QWidget):
    """A bar of parts and a legend in two columns (one when it is narrow)."""

    def __init__(self, label: str, parts: Sequence[Part] = (), *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label
        self._parts: list[Part] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        current().changed.connect(self.updateGeometry)
        self.set_parts(parts)

    def set_parts(self, parts: Sequence[Part]) -> None:
        """Show other parts."""
        self._parts = list(parts)
        said = ", ".join(f"{part.text} {part.shown or part.amount}" for part in self._parts)
        self.setAccessibleName(f"{self._label}: {said}")
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Say that a narrow legend is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of bar and legend."""
        return self._legend_top() + self._rows(width) * current().px(26)

    def sizeHint(self) -> QSize:
        """Ask for the room of two columns."""
        width = current().px(300)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Allow one narrow column."""
        return QSize(current().px(140), self.heightForWidth(max(self.width(), 1)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint bar and legend."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        self._paint_bar(painter)
        columns = self._columns(self.width())
        rows = self._rows(self.width())
        wide = (self.width() - theme.px(24) * (columns - 1)) / columns
        for position, part in enumerate(self._parts):
            column, row = (position % columns, position // columns) if rows else (0, 0)
            rect = QRectF(
                column * (wide + theme.px(24)), self._legend_top() + row * theme.px(26), wide, theme.px(26)
            )
            self._paint_legend(painter, rect, part)

    def _paint_bar(self, painter: QPainter) -> None:
        theme = current()
        whole = sum(part.amount for part in self._parts)
        gap, height = theme.px(3), theme.px(10)
        present = [part for part in self._parts if part.amount]
        room = self.width() - gap * max(0, len(present) - 1)
        x = 0.0
        if not whole:
            painter.setBrush(theme.colour("border"))
            painter.drawRoundedRect(QRectF(0, 0, self.width(), height), 3, 3)
        for part in present:
            wide = room * part.amount / whole
            painter.setBrush(theme.colour(part.colour))
            painter.drawRoundedRect(QRectF(x, 0, wide, height), theme.px(3), theme.px(3))
            x += wide + gap

    def _paint_legend(self, painter: QPainter, rect: QRectF, part: Part) -> None:
        theme = current()
        side = theme.px(9)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(part.colour))
        painter.drawRoundedRect(QRectF(rect.left(), rect.center().y() - side / 2, side, side), 2, 2)
        amount = part.shown or str(part.amount)
        bold = theme.font("small", bold=True)
        painter.setFont(bold)
        painter.setPen(theme.colour("text"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect, int(middle | Qt.AlignmentFlag.AlignRight), amount)
        words = rect.adjusted(
            side + theme.px(8), 0, -QFontMetrics(bold).horizontalAdvance(amount) - theme.px(8), 0
        )
        small = theme.font("small")
        painter.setFont(small)
        painter.setPen(theme.colour("text2"))
        text = QFontMetrics(small).elidedText(part.text, Qt.TextElideMode.ElideRight, int(words.width()))
        painter.drawText(words, int(middle), text)

    def _legend_top(self) -> int:
        return current().px(20)

    def _columns(self, width: int) -> int:
        return 2 if width >= current().px(260) else 1

    def _rows(self, width: int) -> int:
        return -(-len(self._parts) // self._columns(width))
