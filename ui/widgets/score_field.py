"""Give a score from 0 to 10 with one key, or leave it out: eleven cells in a row."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from eletdesk.translation import _
from ui.theme import current

_HIGHEST = 10
_NONE = -1


class ScoreField(QSlider):
    """A digit gives the score (1 and then 0 is 10), arrows move it, Delete leaves it out."""

    score_changed = Signal(object)

    def __init__(self, score: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(_NONE, _HIGHEST)
        self.setPageStep(2)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._last_digit = ""
        current().changed.connect(self.updateGeometry)
        self.set_score(score)
        self._describe()
        self.valueChanged.connect(self._tell)

    def score(self) -> int | None:
        """Return the score; None when it is left out."""
        return None if self.value() == _NONE else self.value()

    def set_score(self, score: int | None) -> None:
        """Give a score, or leave it out."""
        self.setValue(_NONE if score is None else score)

    def text(self) -> str:
        """Return the score as it is typed; empty when it is left out."""
        return "" if self.score() is None else str(self.value())

    def set_text(self, text: str) -> None:
        """Put a typed score back."""
        self.set_score(int(text) if text.isdigit() and int(text) <= _HIGHEST else None)

    def sizeHint(self) -> QSize:
        """Ask for eleven cells."""
        return QSize(current().px(11 * 30), current().px(32))

    def minimumSizeHint(self) -> QSize:
        """Keep every cell large enough for a finger."""
        return QSize(current().px(11 * 24), current().px(32))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a digit; Delete and Backspace leave the score out; Up and Down leave the field alone."""
        text = event.text()
        if text.isdigit() and text.isascii():
            self.set_score(_HIGHEST if text == "0" and self._last_digit == "1" else int(text))
            self._last_digit = text
            return
        self._last_digit = ""
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.set_score(None)
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End}:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the cell under the pointer; the chosen one again leaves the score out."""
        cell = min(_HIGHEST, max(0, int(event.position().x() // (self.width() / (_HIGHEST + 1)))))
        self.set_score(None if cell == self.score() else cell)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A score is clicked, not dragged."""
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page, so that scrolling changes no score."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the cells; the chosen one is filled and bold."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = self.width() / (_HIGHEST + 1)
        for score in range(_HIGHEST + 1):
            self._paint_cell(painter, QRectF(score * wide, 0, wide, self.height()), score)

    def _paint_cell(self, painter: QPainter, cell: QRectF, score: int) -> None:
        theme = current()
        chosen = score == self.score()
        plate = cell.adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setPen(QPen(theme.colour("focus" if self.hasFocus() else "border_strong"), 1))
        painter.setBrush(theme.colour("accent" if chosen else "surface"))
        painter.drawRoundedRect(plate, theme.px(6), theme.px(6))
        painter.setFont(theme.font("small", bold=chosen))
        painter.setPen(theme.colour("on_accent" if chosen else "text2"))
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(score))
        if chosen and self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(cell.adjusted(1, 1, -1, -1), theme.px(7), theme.px(7))

    def _describe(self) -> None:
        said = _("{score} of 10").format(score=self.value()) if self.score() is not None else _("left out")
        self.setAccessibleDescription(said)

    def _tell(self, _value: int) -> None:
        self._describe()
        self.score_changed.emit(self.score())
        self.update()
