"""Show that a number is hidden: hatching, so that it never looks like zero or like nothing."""

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import current


def paint_hatched(painter: QPainter, rect: QRectF, text: str = "") -> None:
    """Paint a hatched plate with a short text ('< 5', '–') in the middle."""
    theme = current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addRoundedRect(rect, theme.px(5), theme.px(5))
    painter.setClipPath(path)
    painter.fillRect(rect, theme.colour("sunken"))
    painter.setPen(QPen(theme.colour("hatch"), 1))
    step, x = theme.px(5), rect.left() - rect.height()
    while x < rect.right():
        painter.drawLine(QLineF(x, rect.bottom(), x + rect.height(), rect.top()))
        x += step
    if text:
        font = theme.font("caption", bold=True)
        width = QFontMetrics(font).horizontalAdvance(text) + theme.px(8)
        plate = QRectF(rect.center().x() - width / 2, rect.top(), width, rect.height())
        painter.fillRect(plate, theme.colour("surface"))
        painter.setFont(font)
        painter.setPen(theme.colour("text2"))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


class Hatched(QWidget):
    """A hatched plate; `says` is what a screen reader hears ('hidden')."""

    def __init__(self, text: str = "", *, says: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setAccessibleName(says or text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        current().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Ask for the size of a table cell's plate."""
        theme = current()
        words = QFontMetrics(theme.font("caption", bold=True)).horizontalAdvance(self._text)
        return QSize(max(theme.px(24), words + theme.px(32) if self._text else 0), theme.px(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the plate."""
        paint_hatched(QPainter(self), QRectF(self.rect()), self._text)
