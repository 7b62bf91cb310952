"""Break plain text into lines for painting, and remember the result: long lists ask often."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextOption

from ui.theme import current


@lru_cache(maxsize=4000)
def _lines(text: str, family: str, pixels: int, width: int, most: int) -> tuple[str, ...]:
    font = QFont(family)
    font.setPixelSize(pixels)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    found: list[str] = []
    for paragraph in text.strip().splitlines():
        layout = QTextLayout(paragraph, font)
        layout.setTextOption(option)
        layout.beginLayout()
        while len(found) <= most:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            start, length = line.textStart(), line.textLength()
            found.append(_utf16(paragraph, start, length).rstrip())
        layout.endLayout()
        if len(found) > most:
            break
    if len(found) > most:
        cut = found[most - 1] + " …"
        last = QFontMetrics(font).elidedText(cut, Qt.TextElideMode.ElideRight, width)
        found = [*found[: most - 1], last]
    return tuple(found)


def _utf16(text: str, start: int, length: int) -> str:
    """Cut by UTF-16 positions, which is how Qt counts."""
    raw = text.encode("utf-16-le", "surrogatepass")
    return raw[2 * start : 2 * (start + length)].decode("utf-16-le", "replace")


def wrapped_lines(text: str, role: str, width: float, *, most: int = 8) -> tuple[str, ...]:
    """Return the lines of a text in a size role at a width in pixels, at most so many."""
    font = current().font(role)
    return _lines(text, font.family(), font.pixelSize(), max(20, int(width)), most)


def line_height(role: str) -> int:
    """Return the distance of lines in running text, in pixels."""
    return round(QFontMetrics(current().font(role)).height() * 1.1)


def paint_lines(painter: QPainter, rect: QRectF, lines: tuple[str, ...], role: str, colour: str) -> None:
    """Paint lines from the top of a rectangle."""
    theme = current()
    font = theme.font(role)
    painter.setFont(font)
    painter.setPen(theme.colour(colour))
    ascent = QFontMetrics(font).ascent()
    for number, line in enumerate(lines):
        painter.drawText(QPointF(rect.left(), rect.top() + ascent + number * line_height(role)), line)
