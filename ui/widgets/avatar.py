"""Show a person as a disc with initials, in one of four calm tones that stay the same per name."""

from zlib import crc32

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import current
from ui.theme.fonts import make_font
from ui.theme.tokens import tone_pair

_TONES = ("warn", "info", "accent", "ok")


def initials(name: str) -> str:
    """Return one or two capitals of a name: first and last word."""
    words = [word for word in name.replace("-", " ").split() if word[0].isalnum()]
    if not words:
        return "?"
    first, last = words[0][0], words[-1][0] if len(words) > 1 else ""
    return (first + last).upper()


def tone_of(name: str) -> str:
    """Return the tone that a name always gets."""
    return _TONES[crc32(name.encode()) % len(_TONES)]


def paint_avatar(painter: QPainter, rect: QRectF, name: str) -> None:
    """Paint the disc with initials into a square."""
    colours = current().colours
    ink, ground = tone_pair(colours, tone_of(name))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(ink), 2) if colours.is_high_contrast else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawEllipse(rect.adjusted(1, 1, -1, -1) if colours.is_high_contrast else rect)
    painter.setPen(QColor(ink))
    painter.setFont(make_font(max(8, round(rect.height() * 0.36)), bold=True))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, initials(name))
    painter.restore()


class Avatar(QWidget):
    """A disc with the initials of a name; decorative, because the name stands beside it."""

    def __init__(self, name: str, *, size: int = 32, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._size = name, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        current().changed.connect(self.updateGeometry)

    def set_name(self, name: str) -> None:
        """Show another name's initials."""
        self._name = name
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a square."""
        side = current().px(self._size)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the disc."""
        paint_avatar(QPainter(self), QRectF(self.rect()), self._name)
