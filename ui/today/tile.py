"""A soft square with an icon: what kind of thing a row is about."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import RADIUS, current
from ui.theme.icons import paint_icon
from ui.theme.tokens import tone_pair


class IconTile(QWidget):
    """A decorative tile in a tone; the words beside it say the same."""

    def __init__(self, icon_name: str, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._tone = icon_name, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for a square."""
        side = current().px(36)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and icon."""
        theme = current()
        ink, ground = tone_pair(theme.colours, self._tone)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        contrast = theme.colours.is_high_contrast
        painter.setPen(QPen(QColor(ink), 2) if contrast else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(rect, theme.px(RADIUS.tile), theme.px(RADIUS.tile))
        side = theme.px(19)
        mark = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
        paint_icon(painter, mark, self._icon, ink)
