"""The picture of change: the first and the last score in each domain of life, with the figures beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from eletdesk.domain.change_picture import Change
from eletdesk.translation import _
from ui.goals.score_track import FIGURES, HIGHEST, paint_dot, paint_figures, paint_ring, paint_track, x_of
from ui.theme import current

_ROW, _HEAD, _FOOT = 40, 24, 30


@dataclass(frozen=True)
class ChartRow:
    """One domain: its name, its scores, and the sentence that says the same."""

    name: str
    change: Change
    says: str


class RowChart(QWidget):
    """A chart with one row for each domain: names at the left, a line of scores, room at the right."""

    row_height = _ROW

    def __init__(self, label: str, rows: Sequence[ChartRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = tuple(rows)
        said = " ".join(row.says for row in rows)
        self.setAccessibleName(f"{label}. {said}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        current().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Ask for one row for each domain, a scale above and a line below."""
        high = _HEAD + len(self.rows) * self.row_height + _FOOT
        return QSize(current().px(520), current().px(high))

    def minimumSizeHint(self) -> QSize:
        """Keep the height; the lines may shrink."""
        return QSize(current().px(220 + FIGURES), self.sizeHint().height())

    def names_width(self) -> int:
        """Return the room for the names: what the longest asks, a third at the most."""
        measure = QFontMetrics(current().font("small"))
        widest = max((measure.horizontalAdvance(row.name) for row in self.rows), default=0)
        return min(widest + current().px(12), int(self.width() * 0.34))

    def row_rect(self, at: int) -> QRectF:
        """Return the place of one row."""
        theme = current()
        high = theme.px(self.row_height)
        return QRectF(0, theme.px(_HEAD) + at * high, self.width(), high)

    def paint_name(self, painter: QPainter, rect: QRectF, name: str) -> None:
        """Print a name on one line, or on two where it is long."""
        theme = current()
        wraps = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
        painter.setPen(theme.colour("text"))
        font = theme.font("small")
        if QFontMetrics(font).horizontalAdvance(name) > rect.width():
            font = theme.font("caption")
        painter.setFont(font)
        needed = painter.boundingRect(rect, wraps, name)
        if needed.height() > rect.height() or needed.width() > rect.width():
            name = QFontMetrics(font).elidedText(name, Qt.TextElideMode.ElideRight, int(rect.width()))
        painter.drawText(rect, wraps, name)


class ChangeChart(RowChart):
    """A ring at the first score, a dot at the last, an arrow between; never by colour alone."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint scale, rows and legend."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        names, figures = self.names_width(), theme.px(FIGURES)
        left = names + theme.px(10)
        long = self.width() - left - figures - theme.px(18)
        self._paint_scale(painter, QRectF(left, 0, long, theme.px(_HEAD)))
        for at, row in enumerate(self.rows):
            rect = self.row_rect(at)
            self.paint_name(painter, QRectF(0, rect.top(), names, rect.height()), row.name)
            track = QRectF(left, rect.top(), long, rect.height())
            paint_track(painter, track, row.change)
            beside = QRectF(track.right() + theme.px(16), rect.top(), figures, rect.height())
            paint_figures(painter, beside, row.change)
        self._paint_legend(painter, left)

    def _paint_scale(self, painter: QPainter, rect: QRectF) -> None:
        theme = current()
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("text2"))
        for score in (0, 5, HIGHEST):
            x = x_of(score, rect)
            place = QRectF(x - theme.px(16), rect.top(), theme.px(32), rect.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(score))

    def _paint_legend(self, painter: QPainter, left: float) -> None:
        theme = current()
        top = self.row_rect(len(self.rows)).top()
        middle = top + theme.px(_FOOT) / 2
        font = theme.font("caption")
        x = left + theme.px(6)
        for paint, text in ((paint_ring, _("first")), (_plain_dot, _("last"))):
            paint(painter, QPointF(x, middle))
            painter.setFont(font)
            painter.setPen(theme.colour("text2"))
            wide = QFontMetrics(font).horizontalAdvance(text)
            place = QRectF(x + theme.px(11), top, wide + 2, theme.px(_FOOT))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)
            x += wide + theme.px(34)


def _plain_dot(painter: QPainter, at: QPointF) -> None:
    paint_dot(painter, at, 0)
