"""Paint the mark of the program: a path that bends upwards, on a petrol tile."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import current


def paint_logo(painter: QPainter, rect: QRectF) -> None:
    """Paint the tile and its path into a square."""
    theme = current()
    side = rect.width()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent"))
    painter.drawRoundedRect(rect, side * 0.25, side * 0.25)
    start, end = _at(rect, 0.22, 0.74), _at(rect, 0.78, 0.26)
    path = QPainterPath(start)
    path.cubicTo(_at(rect, 0.62, 0.74), _at(rect, 0.36, 0.26), end)
    ink = theme.colour("on_accent")
    painter.setPen(QPen(ink, side * 0.085, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    for point in (start, end):
        painter.drawEllipse(point, side * 0.085, side * 0.085)
    painter.restore()


def _at(rect: QRectF, x: float, y: float) -> QPointF:
    return QPointF(rect.left() + rect.width() * x, rect.top() + rect.height() * y)


def window_icon() -> QIcon:
    """Return the mark as the icon of the window."""
    drawn = QPixmap(128, 128)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    paint_logo(painter, QRectF(4, 4, 120, 120))
    painter.end()
    return QIcon(drawn)


class Logo(QWidget):
    """The mark as a decorative widget."""

    def __init__(self, *, size: int = 26, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        current().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Ask for a square."""
        side = current().px(self._size)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark."""
        paint_logo(QPainter(self), QRectF(self.rect()))
