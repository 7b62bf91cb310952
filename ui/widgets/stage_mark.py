"""Draw where somebody stands as a shape: a ring that fills, or a pause sign."""

from math import isclose

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ui.theme import current


def paint_stage(painter: QPainter, rect: QRectF, filled: float, *, paused: bool = False) -> None:
    """Paint a ring filled from 0 to 1, or two bars for somebody who pauses."""
    theme = current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if paused:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("s_out"))
        bar, round_ = rect.width() * 0.30, rect.width() * 0.1
        top, height = rect.top() + rect.height() * 0.08, rect.height() * 0.84
        painter.drawRoundedRect(QRectF(rect.left() + rect.width() * 0.1, top, bar, height), round_, round_)
        painter.drawRoundedRect(QRectF(rect.left() + rect.width() * 0.6, top, bar, height), round_, round_)
        painter.restore()
        return
    ink = theme.colour("s4")
    thick = max(1.5, rect.width() * 0.13)
    painter.setPen(QPen(ink, thick))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    ring = rect.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
    painter.drawEllipse(ring)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    inner = rect.adjusted(thick * 1.6, thick * 1.6, -thick * 1.6, -thick * 1.6)
    if isclose(filled, 1.0) or filled > 1:
        painter.drawEllipse(rect.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2))
    elif filled > 0:
        painter.drawPie(inner, 90 * 16, -round(filled * 360 * 16))
    painter.restore()
