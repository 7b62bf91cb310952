"""Say what an empty place is for, and offer one main and one quiet way on."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import primary, quiet
from ui.widgets.labels import IconLabel, Label
from ui.widgets.layouts import CENTRE, Column

Action = tuple[str, Callable[[], object]]


class EmptyState(QWidget):
    """Icon, one line, one explanation and up to two actions, centred."""

    def __init__(
        self,
        title: str,
        text: str = "",
        *,
        icon_name: str = "hint",
        main: Action | None = None,
        other: Action | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = Column(self, gap=8, margins=24)
        column.addStretch(1)
        column.addWidget(IconLabel(icon_name, size=32, colour="text3"), 0, CENTRE)
        for label in (
            Label(title, role="heading", wrap=True),
            Label(text, role="small", tone="text2", wrap=True),
        ):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
            label.setVisible(bool(label.text()))
        if main is not None:
            column.addWidget(primary(*main), 0, CENTRE)
        if other is not None:
            column.addWidget(quiet(*other), 0, CENTRE)
        column.addStretch(1)
