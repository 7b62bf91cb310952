"""Show a key as a small key cap, with what it does beside it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import current


def paint_key(painter: QPainter, rect: QRectF, keys: str, *, ink: str = "", ground: str = "") -> None:
    """Paint a key cap."""
    theme = current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(ink or theme.colours.hatch), 1))
    painter.setBrush(QColor(ground or theme.colours.sunken))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(5), theme.px(5))
    painter.setPen(QColor(ink or theme.colours.text2))
    painter.setFont(theme.font("caption"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, keys)
    painter.restore()


def key_width(keys: str) -> int:
    """Return the width of a key cap in pixels."""
    theme = current()
    return max(theme.px(22), QFontMetrics(theme.font("caption")).horizontalAdvance(keys) + theme.px(12))


class KeyHint(QWidget):
    """A key cap ('Ctrl ↵') and, when given, the word for what it does; never takes focus."""

    def __init__(self, keys: str, does: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys, self._does = keys, does
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{keys} {does}".strip())
        current().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Ask for cap plus word."""
        theme = current()
        width = key_width(self._keys)
        if self._does:
            width += QFontMetrics(theme.font("caption")).horizontalAdvance(self._does) + theme.px(8)
        return QSize(width, theme.px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint cap and word."""
        theme = current()
        painter = QPainter(self)
        cap = QRectF(0, 0, key_width(self._keys), self.height())
        paint_key(painter, cap, self._keys)
        painter.setPen(theme.colour("text2"))
        painter.setFont(theme.font("caption"))
        rest = QRectF(self.rect()).adjusted(cap.width() + theme.px(6), 0, 0, 0)
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, self._does)
