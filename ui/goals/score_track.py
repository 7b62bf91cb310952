"""One line from 0 to 10 on which a score moved: a ring where it began, a dot where it is, an arrow."""

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from eletdesk.domain.change_picture import Change, say_by
from ui.theme import current

HIGHEST = 10
#: Room for "10 → 10" in bold and the difference behind it.
FIGURES = 108


def x_of(score: int, track: QRectF) -> float:
    """Return where a score lies on the track."""
    return track.left() + track.width() * score / HIGHEST


def paint_track(painter: QPainter, track: QRectF, change: Change) -> None:
    """Paint the line with the way that a score went."""
    theme = current()
    middle = track.center().y()
    painter.setPen(QPen(theme.colour("border_strong"), 1))
    painter.drawLine(QLineF(track.left(), middle, track.right(), middle))
    for score in range(HIGHEST + 1):
        long = theme.px(5 if score % 5 == 0 else 3)
        x = x_of(score, track)
        painter.drawLine(QLineF(x, middle - long, x, middle + long))
    first, last = (
        QPointF(x_of(change.first.score, track), middle),
        QPointF(x_of(change.last.score, track), middle),
    )
    if change.has_moved and change.by:
        _paint_arrow(painter, first, last, change.by)
    if change.has_moved:
        paint_ring(painter, first)
    paint_dot(painter, last, change.by)


def tone_of(by: int) -> str:
    """Return the colour that goes with a difference; the figure and the arrow say the same."""
    return "warn" if by < 0 else "accent"


def paint_ring(painter: QPainter, at: QPointF) -> None:
    """Paint where a score began."""
    theme = current()
    painter.setPen(QPen(theme.colour("text2"), theme.px(2)))
    painter.setBrush(theme.colour("surface"))
    painter.drawEllipse(at, theme.px(5), theme.px(5))


def paint_dot(painter: QPainter, at: QPointF, by: int) -> None:
    """Paint where a score is."""
    theme = current()
    painter.setPen(QPen(theme.colour("surface"), 1))
    painter.setBrush(theme.colour(tone_of(by)))
    painter.drawEllipse(at, theme.px(6), theme.px(6))


def _paint_arrow(painter: QPainter, first: QPointF, last: QPointF, by: int) -> None:
    theme = current()
    painter.setPen(QPen(theme.colour(tone_of(by)), theme.px(3)))
    painter.drawLine(first, last)
    ahead = 1 if by > 0 else -1
    tip = last.x() - ahead * theme.px(7)
    back = tip - ahead * theme.px(7)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(tone_of(by)))
    if abs(last.x() - first.x()) > theme.px(16):
        high = theme.px(5)
        painter.drawPolygon(
            QPolygonF(
                [QPointF(tip, last.y()), QPointF(back, last.y() - high), QPointF(back, last.y() + high)]
            )
        )


def paint_figures(painter: QPainter, rect: QRectF, change: Change) -> None:
    """Print the scores beside the line: 4 → 7, and +3 behind it."""
    theme = current()
    flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
    shown = str(change.last.score)
    if change.has_moved:
        shown = f"{change.first.score} → {shown}"
    bold = theme.font("small", bold=True)
    painter.setFont(bold)
    painter.setPen(theme.colour("text"))
    painter.drawText(rect, flags, shown)
    wide = max(QFontMetrics(bold).horizontalAdvance(shown), QFontMetrics(bold).horizontalAdvance("10 → 10"))
    painter.setFont(theme.font("small"))
    painter.setPen(theme.colour("warn" if change.by < 0 else "text2"))
    painter.drawText(rect.adjusted(wide + theme.px(8), 0, 0, 0), flags, say_by(change))


class ScoreTrack(QWidget):
    """The line of one goal with its figures; says is the same thing in words."""

    def __init__(self, change: Change, says: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._change = change
        self.setAccessibleName(says)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        current().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        return QSize(current().px(320), current().px(26))

    def minimumSizeHint(self) -> QSize:
        """Keep the figures; the line may shrink."""
        return QSize(current().px(60 + FIGURES), current().px(26))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint line and figures."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        figures = theme.px(FIGURES)
        long = min(self.width() - figures - theme.px(16), theme.px(420))
        track = QRectF(theme.px(8), 0, long, self.height())
        paint_track(painter, track, self._change)
        paint_figures(painter, QRectF(track.right() + theme.px(16), 0, figures, self.height()), self._change)
