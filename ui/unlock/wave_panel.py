"""Paint the quiet side of the unlock window: waves that rise, with three people on their way."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from eletdesk.translation import _
from ui.logo import Logo
from ui.theme import current
from ui.widgets.labels import Label
from ui.widgets.layouts import Column, Row

_WAVES = 10
# (wave, place along it from 0 to 1, colour): where the three dots stand
_DOTS = ((2, 0.26, "s3"), (4, 0.5, "s4"), (8, 0.6, "s4"))


class WavePanel(QWidget):
    """The left side: name, one promise and the painted waves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = Column(self, gap=0, margins=(48, 44, 32, 32))
        name = Row(gap=12)
        name.addWidget(Logo(size=34))
        name.addWidget(Label("eletdesk", role="h2"))
        name.addStretch(1)
        column.addLayout(name)
        column.addSpacing(current().px(46))
        column.addWidget(Label(_("Every young person,\none calm overview."), role="hero", wrap=True))
        column.addSpacing(current().px(14))
        text = _("Everything is locked away on this computer.\nIt works without internet, also on the train.")
        column.addWidget(Label(text, role="lead", tone="text2", wrap=True))
        column.addStretch(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, waves and dots."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.colour("accent_softer"))
        for number in range(_WAVES):
            share = number / (_WAVES - 1)
            ink = QColor(theme.colour("s2"))
            ink.setAlphaF(0.16 + 0.5 * share)
            painter.setPen(QPen(ink, 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(self._wave(share))
        radius = theme.px(6)
        for number, along, colour in _DOTS:
            point = self._wave(number / (_WAVES - 1)).pointAtPercent(along)
            painter.setPen(QPen(theme.colour("accent_softer"), theme.px(4)))
            painter.setBrush(theme.colour(colour))
            painter.drawEllipse(point, radius + theme.px(2), radius + theme.px(2))

    def _wave(self, share: float) -> QPainterPath:
        """Return one wave; share 0 is the flat one on top, 1 the steep one below."""
        width, height = float(self.width()), float(self.height())
        left = QPointF(0, height * (0.45 + 0.60 * share))
        top = QPointF(width * (0.75 - 0.33 * share), height * (0.40 + 0.45 * share))
        right = QPointF(width * 1.02, height * (0.45 + 0.80 * share))
        path = QPainterPath(left)
        rise = (left.y() - top.y()) * 0.42
        path.cubicTo(
            QPointF(top.x() * 0.4, left.y() - rise),
            QPointF(top.x() * 0.62, top.y()),
            QPointF(top.x(), top.y()),
        )
        rest = right.x() - top.x()
        path.cubicTo(
            QPointF(top.x() + rest * 0.38, top.y()),
            QPointF(top.x() + rest * 0.62, right.y() - rest * 0.34),
            right,
        )
        return path
