"""Tick things: a painted check box, a painted radio button and a row with a second line."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QRadioButton, QStyle, QStyleOptionButton, QWidget

from ui.theme import current
from ui.widgets.labels import ElidedLabel
from ui.widgets.layouts import TOP, Column, Row


class CheckBox(QCheckBox):
    """A check box with a drawn tick in the accent colour; Space ticks, Enter is left to the page."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box by style sheet, then the tick."""
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = QRectF(self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self))
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent" if self.isEnabled() else "text3"))
        painter.drawRoundedRect(box, theme.px(5), theme.px(5))
        painter.setPen(
            QPen(
                theme.colour("on_accent"), box.width() * 0.11, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap
            )
        )
        points = ((0.25, 0.52), (0.43, 0.70), (0.76, 0.33))
        x, y, w = box.left(), box.top(), box.width()
        painter.drawPolyline([QPointF(x + a * w, y + b * w) for a, b in points])


class RadioButton(QRadioButton):
    """A radio button with a drawn dot in the accent colour."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring by style sheet, then the dot."""
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        ring = QRectF(self.style().subElementRect(QStyle.SubElement.SE_RadioButtonIndicator, option, self))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current().colour("accent"))
        painter.drawEllipse(ring.adjusted(1, 1, -1, -1))
        painter.setBrush(current().colour("on_accent"))
        third = ring.width() * 0.32
        painter.drawEllipse(ring.adjusted(third, third, -third, -third))


class CheckRow(QWidget):
    """A tick box with one bold or plain line, a quieter second line and a widget at the right end."""

    toggled = Signal(bool)

    def __init__(
        self,
        text: str,
        second: str = "",
        *,
        checked: bool = False,
        end: QWidget | None = None,
        margins: tuple[int, int, int, int] = (0, 2, 0, 2),
    ) -> None:
        super().__init__()
        row = Row(self, gap=8, margins=margins)
        self.box = CheckBox()
        self.box.setChecked(checked)
        self.box.setAccessibleName(text)
        self.box.setAccessibleDescription(second)
        self.box.setMinimumSize(28, 28)
        self.box.toggled.connect(self.toggled)
        self.setFocusProxy(self.box)
        words = Column(gap=1)
        words.addWidget(ElidedLabel(text))
        if second:
            words.addWidget(ElidedLabel(second, role="small", tone="text2"))
        row.addWidget(self.box, 0, TOP if second else Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        if end is not None:
            row.addWidget(end)

    def is_checked(self) -> bool:
        """Tell whether it is ticked."""
        return self.box.isChecked()
