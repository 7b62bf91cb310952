"""Paint the trajectory: school weeks from left to right, holidays shaded, one lane under the other."""

from datetime import date

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from eletdesk.domain.date_words import SHORT_MONTHS
from eletdesk.domain.spoken_dates import numeric_date
from eletdesk.domain.trajectory import Mark, Span, Trajectory, day_of, lane_name
from eletdesk.translation import _, language
from ui.theme import current
from ui.widgets.tooltips import tooltip_text

_LABEL, _HEAD, _BAR, _GAP, _LANE_GAP, _DOT = 100, 44, 26, 4, 10, 10


class TrajectoryPicture(QWidget):
    """The picture; `opened(table, row_id)` when a part is clicked. The text beside it says the same."""

    opened = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trajectory: Trajectory | None = None
        self._today: date | None = None
        self._places: list[tuple[QRectF, Span | Mark]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        current().changed.connect(self.updateGeometry)

    def show_trajectory(self, trajectory: Trajectory, today: date) -> None:
        """Show another trajectory."""
        self._trajectory, self._today = trajectory, today
        said = _("Picture of the trajectory from {start} to {end}; the list below says the same in words.")
        self.setAccessibleName(
            said.format(start=numeric_date(trajectory.starts_on), end=numeric_date(trajectory.ends_on))
        )
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the height of all lanes."""
        theme = current()
        return QSize(theme.px(640), round(self._height_of_lanes() + theme.px(_HEAD + 12)))

    def minimumSizeHint(self) -> QSize:
        """Stay readable."""
        return QSize(current().px(320), self.sizeHint().height())

    def _height_of_lanes(self) -> float:
        if self._trajectory is None:
            return 0
        theme = current()
        return sum(self._lane_height(lane) + theme.px(_LANE_GAP) for lane in self._trajectory.lanes)

    def _lane_height(self, lane: str) -> float:
        assert self._trajectory is not None
        rows = len(self._trajectory.rows(lane))
        marks = bool(self._trajectory.marks_of(lane))
        return current().px((_BAR + _GAP) * (rows + marks))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint weeks, lanes and the line of today."""
        found = self._trajectory
        self._places = []
        if found is None:
            return
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(
            theme.px(_LABEL), theme.px(_HEAD), self.width() - theme.px(_LABEL + 8), self._height_of_lanes()
        )
        self._paint_weeks(painter, area, found)
        top = area.top() + theme.px(_LANE_GAP) / 2
        for lane in found.lanes:
            height = self._lane_height(lane)
            self._paint_lane(painter, QRectF(area.left(), top, area.width(), height), lane, found)
            top += height + theme.px(_LANE_GAP)
        self._paint_today(painter, area, found)

    def _paint_weeks(self, painter: QPainter, area: QRectF, found: Trajectory) -> None:
        theme = current()
        width = area.width() / len(found.weeks)
        painter.setFont(theme.font("caption"))
        each = max(1, round(theme.px(24) / width))
        month = 0
        for at, week in enumerate(found.weeks):
            left = area.left() + at * width
            if week.holiday:
                painter.fillRect(QRectF(left, area.top(), width, area.height()), theme.colour("sunken"))
            painter.setPen(theme.colour("text3"))
            if at % each == 0:
                painter.drawText(QPointF(left + theme.px(2), theme.px(36)), str(week.number))
            if week.starts_on.month != month:
                month = week.starts_on.month
                painter.setPen(theme.colour("text2"))
                painter.drawText(
                    QPointF(left + theme.px(2), theme.px(16)), SHORT_MONTHS[language()][month - 1]
                )
                painter.setPen(QPen(theme.colour("border"), 1))
                painter.drawLine(QLineF(left, theme.px(4), left, area.bottom()))

    def _paint_lane(self, painter: QPainter, area: QRectF, lane: str, found: Trajectory) -> None:
        theme = current()
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text2"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        name = QFontMetrics(painter.font()).elidedText(
            lane_name(lane), Qt.TextElideMode.ElideRight, theme.px(_LABEL - 8)
        )
        painter.drawText(QRectF(0, area.top(), theme.px(_LABEL - 8), theme.px(_BAR)), int(flags), name)
        rows = found.rows(lane)
        for at, row in enumerate(rows):
            top = area.top() + at * theme.px(_BAR + _GAP)
            self._paint_row(painter, QRectF(area.left(), top, area.width(), theme.px(_BAR)), row, found)
        middle = area.bottom() - theme.px(_BAR + _GAP) / 2
        for mark in found.marks_of(lane):
            self._paint_mark(painter, area, middle, mark, found)

    def _paint_row(self, painter: QPainter, row: QRectF, spans: list[Span], found: Trajectory) -> None:
        """Paint bars with their words above them; words may run on up to the next bar."""
        starts = [row.left() + row.width() * found.position(span.starts_on) for span in spans]
        for span, left, end in zip(spans, starts, [*starts[1:], row.right()], strict=True):
            right = row.left() + row.width() * (found.position(span.ends_on) + 1 / (7 * len(found.weeks)))
            self._paint_span(painter, row, span, (left, right, end))

    def _paint_span(self, painter: QPainter, row: QRectF, span: Span, at: tuple[float, float, float]) -> None:
        theme = current()
        left, right, end = at
        high = theme.px(6)
        bar = QRectF(left, row.bottom() - high, max(right - left, theme.px(4)), high)
        painter.setPen(QPen(theme.colour("border_strong"), 1) if span.is_open else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(span.colour))
        painter.drawRoundedRect(bar, theme.px(3), theme.px(3))
        self._places.append((QRectF(left, row.top(), bar.width(), row.height()), span))
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("text2"))
        room = max(end, right) - left - theme.px(4)
        words = painter.fontMetrics().elidedText(span.text, Qt.TextElideMode.ElideRight, int(room))
        if len(words) > 2:
            above = QRectF(left, row.top(), room, row.height() - high - 1)
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
            painter.drawText(above, int(flags), words)

    def _paint_mark(
        self, painter: QPainter, area: QRectF, middle: float, mark: Mark, found: Trajectory
    ) -> None:
        theme = current()
        x = area.left() + area.width() * (found.position(mark.on) + 0.5 / (7 * len(found.weeks)))
        side = theme.px(_DOT)
        dot = QRectF(x - side / 2, middle - side / 2, side, side)
        painter.setPen(QPen(theme.colour("accent"), theme.px(2)))
        painter.setBrush(theme.colour("surface" if mark.is_hollow else "accent"))
        painter.drawEllipse(dot)
        self._places.append((dot, mark))

    def _paint_today(self, painter: QPainter, area: QRectF, found: Trajectory) -> None:
        if self._today is None or not found.weeks[0].starts_on <= self._today <= found.weeks[-1].ends_on:
            return
        x = area.left() + area.width() * found.position(self._today)
        painter.setPen(QPen(current().colour("danger"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(x, area.top() - current().px(4), x, area.bottom()))

    def part_at(self, place: QPointF) -> Span | Mark | None:
        """Return what lies under a point; marks lie above spans."""
        return next((part for rect, part in reversed(self._places) if rect.contains(place)), None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open what is clicked."""
        part = self.part_at(event.position())
        if part is not None and part.row[1]:
            self.opened.emit(*part.row)

    def event(self, event: QEvent) -> bool:
        """Say under the mouse what a part is."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            part = self.part_at(QPointF(event.pos()))
            text = f"{numeric_date(day_of(part))}: {part.text}" if part else ""
            QToolTip.showText(event.globalPos(), tooltip_text(text) if text else "", self)
            return True
        return super().event(event)
