"""Every score over time: a small line for each domain on one axis of days, with its figures printed."""

from datetime import date

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen

from eletdesk.domain.spoken_dates import numeric_date
from ui.goals.change_chart import ChartRow, RowChart
from ui.goals.score_track import HIGHEST, paint_dot
from ui.theme import current


class CourseChart(RowChart):
    """The rows share one axis: the same day lies on the same place in each."""

    row_height = 82

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines and the days below them."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        names = self.names_width()
        left, right = names + theme.px(22), self.width() - theme.px(22)
        days = sorted({point.on for row in self.rows for point in row.change.points})
        for at, row in enumerate(self.rows):
            rect = self.row_rect(at)
            self.paint_name(painter, QRectF(0, rect.top(), names, rect.height()), row.name)
            painter.setPen(QPen(theme.colour("border"), 1))
            painter.drawLine(QLineF(0, rect.bottom(), self.width(), rect.bottom()))
            area = QRectF(left, rect.top() + theme.px(22), right - left, rect.height() - theme.px(32))
            self._paint_course(painter, area, row, days)
        self._paint_days(painter, left, right, days)

    def _paint_course(self, painter: QPainter, area: QRectF, row: ChartRow, days: list[date]) -> None:
        theme = current()
        places = [
            QPointF(_x(point.on, days, area), area.bottom() - area.height() * point.score / HIGHEST)
            for point in row.change.points
        ]
        painter.setPen(QPen(theme.colour("accent"), theme.px(2)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(places)
        free_from = -1.0
        for place, point in zip(places, row.change.points, strict=True):
            paint_dot(painter, place, 0)
            font = theme.font("caption", bold=point is row.change.last)
            painter.setFont(font)
            painter.setPen(theme.colour("text"))
            text = str(point.score)
            wide = QFontMetrics(font).horizontalAdvance(text)
            if place.x() - wide / 2 < free_from and point is not row.change.last:
                continue  # no room: the words beside the picture say every score
            above = QRectF(place.x() - wide, place.y() - theme.px(24), wide * 2, theme.px(18))
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter, text)
            free_from = place.x() + wide / 2 + theme.px(4)

    def _paint_days(self, painter: QPainter, left: float, right: float, days: list[date]) -> None:
        theme = current()
        if not days:
            return
        top = self.row_rect(len(self.rows)).top()
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("text2"))
        room, shift, high = theme.px(120), theme.px(22), theme.px(30)
        middle = Qt.AlignmentFlag.AlignVCenter
        first, last = QRectF(left - shift, top, room, high), QRectF(right + shift - room, top, room, high)
        painter.drawText(first, Qt.AlignmentFlag.AlignLeft | middle, numeric_date(days[0]))
        if len(days) > 1:
            painter.drawText(last, Qt.AlignmentFlag.AlignRight | middle, numeric_date(days[-1]))


def _x(on: date, days: list[date], area: QRectF) -> float:
    """Return where a day lies; a single day lies at the start."""
    span = (days[-1] - days[0]).days
    return area.left() + (area.width() * (on - days[0]).days / span if span else 0)
