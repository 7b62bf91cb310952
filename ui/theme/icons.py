"""Paint Phosphor icons by meaning, in a token's colour that is looked up again at every paint."""

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

from ui.theme.icon_names import PICTURE_OF
from ui.theme.theme import current

_FONT_FILE = "phosphor-1.3.0.ttf"
_CHARACTERS = "phosphor-charmap-1.3.0.json"


@cache
def _folder() -> Path:
    """Find qtawesome's fonts without importing it: importing costs 0.2 s that the first window needs."""
    spec = find_spec("qtawesome")
    if spec is None or spec.origin is None:
        raise RuntimeError("the package qtawesome is not installed")
    return Path(spec.origin).parent / "fonts"


@cache
def _characters() -> dict[str, str]:
    read: dict[str, str] = json.loads((_folder() / _CHARACTERS).read_text(encoding="ascii"))
    return read


@cache
def _family() -> str:
    number = QFontDatabase.addApplicationFont(str(_folder() / _FONT_FILE))
    return QFontDatabase.applicationFontFamilies(number)[0]


def picture(name: str) -> str:
    """Return the Phosphor picture of a meaning, or the name itself when it is a picture already."""
    found = PICTURE_OF.get(name, name)
    if found not in _characters():
        raise KeyError(name)
    return found


def paint_icon(painter: QPainter, rect: QRectF, name: str, colour: str = "text2") -> None:
    """Paint an icon centred in a rectangle; colour is a token name or #rrggbb."""
    theme = current()
    size = int(min(rect.width(), rect.height()))
    font = QFont(_family())
    font.setPixelSize(max(1, size))
    painter.save()
    painter.setFont(font)
    painter.setPen(theme.colour(colour) if not colour.startswith("#") else colour)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, chr(int(_characters()[picture(name)], 16)))
    painter.restore()


class _GlyphEngine(QIconEngine):
    """Paint one glyph; the colour is asked from the theme each time, so a theme change needs nothing."""

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self._name = name
        self._colour = colour

    def clone(self) -> QIconEngine:
        return _GlyphEngine(self._name, self._colour)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        colour = "text3" if mode == QIcon.Mode.Disabled else self._colour
        paint_icon(painter, QRectF(rect), self._name, colour)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        drawn = QPixmap(size)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return drawn


def icon(name: str, colour: str = "text2") -> QIcon:
    """Return an icon by meaning (icon_names.py) or Phosphor name, in the colour of a token."""
    picture(name)
    return _icon(name, colour)


@cache
def _icon(name: str, colour: str) -> QIcon:
    return QIcon(_GlyphEngine(name, colour))


def icon_pixmap(name: str, pixels: int, colour: str = "text2", ratio: float = 1.0) -> QPixmap:
    """Return an icon as a picture of pixels x pixels for a screen with this device pixel ratio."""
    real = round(pixels * ratio)
    drawn = QPixmap(real, real)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    paint_icon(painter, QRectF(0, 0, real, real), name, colour)
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn
