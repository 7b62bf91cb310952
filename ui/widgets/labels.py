"""Make labels: plain text only, so that nothing a user typed is ever read as HTML."""

import re
from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QStyleOption, QWidget

from ui.theme import current, icon_pixmap
from ui.widgets.tooltips import set_tooltip

Role = Literal[
    "hero", "title", "h2", "heading", "lead", "strong", "body", "small", "caption", "overline", "figure"
]


_BREAK = "\u200b"
_LONG_WORD = re.compile(r"\S{25,}")
_PIECE = re.compile(r"(.{12})(?=.)")


def _breakable(word: re.Match[str]) -> str:
    return _PIECE.sub(rf"\1{_BREAK}", word.group())


class Label(QLabel):
    """Show plain text in a role (size, weight) and a tone (colour)."""

    def __init__(
        self,
        text: str = "",
        *,
        role: Role = "body",
        tone: str = "",
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        if tone:
            self.setProperty("tone", tone)
        if wrap:
            self.setWordWrap(True)
            policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show another text; where lines break, a very long word may break too."""
        super().setText(_LONG_WORD.sub(_breakable, text) if self.wordWrap() else text)

    def text(self) -> str:
        """Return the text without the places where a long word may break."""
        return super().text().replace(_BREAK, "")

    def set_tone(self, tone: str) -> None:
        """Change the colour: text2, text3, accent, danger, warn, ok, info, on_accent or empty."""
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)


class ElidedLabel(Label):
    """Show one line, cut with an ellipsis when there is no room; the whole text stays in the tooltip."""

    def __init__(
        self, text: str = "", *, role: Role = "body", tone: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, role=role, tone=tone, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Allow shrinking to a few letters."""
        return QSize(QFontMetrics(self.font()).horizontalAdvance("MMM…"), super().minimumSizeHint().height())

    def is_elided(self) -> bool:
        """Tell whether the text does not fit now."""
        return QFontMetrics(self.font()).horizontalAdvance(self.text()) > self.contentsRect().width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text as a tooltip exactly when it is cut."""
        super().resizeEvent(event)
        set_tooltip(self, self.text() if self.is_elided() else "")

    def setText(self, text: str) -> None:
        """Show another text; line breaks become spaces."""
        super().setText(" ".join(text.split()))
        if self.isVisible():
            set_tooltip(self, self.text() if self.is_elided() else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the text, elided on the right."""
        painter = QPainter(self)
        option = QStyleOption()
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        shown = QFontMetrics(self.font()).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width()
        )
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), int(self.alignment() | Qt.TextFlag.TextSingleLine), shown)


class IconLabel(QLabel):
    """Show a decorative icon; a screen reader passes over it unless it gets an accessible name."""

    def __init__(self, name: str, *, size: int = 18, colour: str = "text2", says: str = "") -> None:
        super().__init__()
        self._drawn = (name, size, colour)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAccessibleName(says)
        self._draw()
        current().changed.connect(self._draw)

    def set_icon(self, name: str, colour: str = "text2") -> None:
        """Show another icon."""
        self._drawn = (name, self._drawn[1], colour)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw again when the window moves to a sharper screen."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._draw()

    def _draw(self) -> None:
        name, size, colour = self._drawn
        pixels = current().px(size)
        self.setPixmap(icon_pixmap(name, pixels, colour, self.devicePixelRatioF()))
        self.setFixedSize(pixels, pixels)


def title(text: str = "", *, wrap: bool = False) -> Label:
    """Make the one big heading of a page."""
    return Label(text, role="title", wrap=wrap)


def heading(text: str = "") -> Label:
    """Make the heading of a card or part."""
    return Label(text, role="heading")


def small(text: str = "", *, wrap: bool = False) -> Label:
    """Make a second line in the quieter text colour."""
    return Label(text, role="small", tone="text2", wrap=wrap)


def caption(text: str = "", *, wrap: bool = False) -> Label:
    """Make the smallest text: hints and dates."""
    return Label(text, role="caption", tone="text3", wrap=wrap)


def overline(text: str = "") -> Label:
    """Make the small bold line above a group."""
    return Label(text, role="overline")
