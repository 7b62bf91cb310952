"""Show a count on its way to a threshold: a bar with the figure in words beside it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import current

_TONES = {"": "accent", "near": "warn", "reached": "danger", "told": "info"}


class CounterBar(QWidget):
    """`words` is the figure as people say it (3 of 5 half-days); the bar is full from `most` on."""

    def __init__(self, name: str, words: str, count: int, most: int, *, state: str = "") -> None:
        super().__init__()
        self._words, self._count, self._most, self._state = words, count, most, state
        self.setAccessibleName(f"{name}: {words}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        current().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        return QSize(current().px(260), current().px(24))

    def minimumSizeHint(self) -> QSize:
        """Keep the room of the figure and a short bar."""
        return QSize(self._words_width() + current().px(60), current().px(24))

    def _words_width(self) -> int:
        measure = QFontMetrics(current().font("small", bold=True))
        return measure.horizontalAdvance(self._words) + current().px(12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, the bar and the figure."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height, round_ = theme.px(10), theme.px(5)
        room = self.width() - self._words_width()
        top = (self.height() - height) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("border"))
        painter.drawRoundedRect(QRectF(0, top, room, height), round_, round_)
        if self._count:
            part = min(1.0, self._count / max(1, self._most))
            painter.setBrush(theme.colour(_TONES[self._state]))
            painter.drawRoundedRect(QRectF(0, top, max(height, room * part), height), round_, round_)
        painter.setFont(theme.font("small", bold=True))
        painter.setPen(theme.colour("text"))
        where = QRectF(room, 0, self.width() - room, self.height())
        painter.drawText(where, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), self._words)
