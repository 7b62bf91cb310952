"""Choose one of some values from a list that opens: a combo box with its own caret and plain values."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from ui.theme import current
from ui.theme.icons import paint_icon


class ChoiceBox(QComboBox):
    """A combo box over (value, text) pairs; `value()` is the chosen value."""

    def __init__(
        self,
        choices: Iterable[tuple[object, str]] = (),
        *,
        value: object = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.set_choices(choices, value=value)

    def set_choices(self, choices: Iterable[tuple[object, str]], *, value: object = None) -> None:
        """Offer other values; the given value, or else the first, is chosen."""
        self.clear()
        for each, text in choices:
            self.addItem(text, each)
        self.set_value(value)

    def value(self) -> object:
        """Return the chosen value."""
        return self.currentData()

    def set_value(self, value: object) -> None:
        """Choose a value when it is offered."""
        for position in range(self.count()):
            if self.itemData(position) == value:
                self.setCurrentIndex(position)
                return

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, then the caret."""
        super().paintEvent(event)
        side = current().px(14)
        x = self.width() - side - current().px(9)
        rect = QRectF(x, (self.height() - side) / 2, side, side)
        paint_icon(QPainter(self), rect, "down", "text2" if self.isEnabled() else "text3")
