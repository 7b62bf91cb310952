"""Show beside each bar what a report would say: the number, or hatching where the table stays here."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from eletdesk.statistics.tables import Table
from eletdesk.translation import _
from ui.theme import current
from ui.widgets.hatched import paint_hatched

_ROW = 38
"""The height of a line of HorizontalBars."""

_WIDTH = 66


class LeavingColumn(QWidget):
    """One number or plate per row of a table; a screen reader hears them all, or that the table stays."""

    def __init__(self, table: Table, *, leaves: bool) -> None:
        super().__init__()
        self._counts = [row.count for row in table.rows]
        self._leaves = leaves
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if leaves:
            said = "; ".join(f"{row.label}: {row.count}" for row in table.rows)
            self.setAccessibleName(_("In a report: {figures}").format(figures=said))
        else:
            self.setAccessibleName(_("In a report: hidden, this table stays here"))
        current().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Ask for the same lines as the bars."""
        return QSize(current().px(_WIDTH), len(self._counts) * current().px(_ROW))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the numbers or the plates."""
        theme = current()
        painter = QPainter(self)
        for number, count in enumerate(self._counts):
            rect = QRectF(0, number * theme.px(_ROW), self.width(), theme.px(_ROW))
            if not self._leaves:
                high = theme.px(20)
                plate = QRectF(theme.px(10), rect.center().y() - high / 2, rect.width() - theme.px(10), high)
                paint_hatched(painter, plate)
                continue
            painter.setFont(theme.font("body"))
            painter.setPen(theme.colour("text2"))
            side = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
            painter.drawText(rect, side, str(count))
