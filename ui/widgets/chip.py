"""Show a short fact in a soft coloured chip, with an icon so that colour is never alone."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import HEIGHT, current
from ui.theme.icons import paint_icon
from ui.theme.tokens import tone_pair


class Chip(QWidget):
    """A chip; give `pressable=True` to make it a button (signal `pressed`)."""

    pressed = Signal()

    def __init__(
        self,
        text: str,
        *,
        tone: str = "neutral",
        icon_name: str = "",
        pill: bool = False,
        strong: bool = False,
        pressable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text, self._tone, self._icon = text, tone, icon_name
        self._pill, self._strong, self._pressable = pill, strong, pressable
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if pressable:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(text)
        current().changed.connect(self.updateGeometry)

    def text(self) -> str:
        """Return what the chip says."""
        return self._text

    def set_content(self, text: str, *, tone: str = "neutral", icon_name: str = "") -> None:
        """Show another fact."""
        self._text, self._tone, self._icon = text, tone, icon_name
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the room of text and icon."""
        theme = current()
        font = theme.font("small" if self._pressable else "caption", bold=True)
        width = QFontMetrics(font).horizontalAdvance(self._text) + 2 * theme.px(self._inset())
        if self._icon:
            width += theme.px(20)
        return QSize(width + 2, theme.px(HEIGHT.small if self._pressable else 24))

    def _inset(self) -> int:
        return 11 if self._pressable else 8

    def minimumSizeHint(self) -> QSize:
        """Never be smaller than the text."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, icon and text in the tone."""
        theme = current()
        ink, ground = tone_pair(theme.colours, self._tone)
        if self._strong:
            ink, ground = theme.colours.on_accent, theme.colours.accent
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = rect.height() / 2 if self._pill else theme.px(7)
        paint_chip_ground(painter, rect, radius, ink, ground)
        if self._pressable and self._tone == "neutral":
            painter.setPen(QPen(theme.colour("border"), 1))
            painter.setBrush(theme.colour("surface"))
            painter.drawRoundedRect(rect, radius, radius)
        inset = theme.px(self._inset())
        inner = rect.adjusted(inset, 0, -inset, 0)
        if self._icon:
            side = theme.px(15)
            paint_icon(
                painter, QRectF(inner.left(), rect.center().y() - side / 2, side, side), self._icon, ink
            )
            inner.setLeft(inner.left() + theme.px(20))
        painter.setFont(theme.font("small" if self._pressable else "caption", bold=True))
        painter.setPen(ink)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, self._text)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press from the keyboard."""
        if self._pressable and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.pressed.emit()
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Press with the mouse."""
        if self._pressable and event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()
            return
        super().mouseReleaseEvent(event)


def paint_chip_ground(painter: QPainter, rect: QRectF, radius: float, ink: str, ground: str) -> None:
    """Fill a chip; in high contrast the fill is replaced by a 2 px border."""
    if current().colours.is_high_contrast:
        painter.setPen(QPen(QColor(ink), 2))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(rect, radius, radius)
