"""Show which desk will be opened: its name, where it lies and when it was last used."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from eletdesk.translation import _
from ui.widgets.buttons import quiet
from ui.widgets.labels import ElidedLabel, IconLabel
from ui.widgets.layouts import Column, Row


class DeskCard(QFrame):
    """One line with the desk and a way to another one."""

    switch_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        row = Row(self, gap=12, margins=(14, 8, 8, 8))
        row.addWidget(IconLabel("desk", size=22, colour="accent"))
        words = Column(gap=0)
        self.name = ElidedLabel(role="strong")
        self.place = ElidedLabel(role="caption", tone="text2")
        words.addWidget(self.name)
        words.addWidget(self.place)
        row.addLayout(words, 1)
        self.switch = quiet(_("S&witch"), self.switch_requested.emit, sz="s")
        row.addWidget(self.switch)

    def set_desk(self, name: str, place: str, last_used: str) -> None:
        """Show a desk."""
        self.name.setText(name)
        self.place.setText("  ·  ".join(part for part in (place, last_used) if part))
        self.setAccessibleName(f"{name}, {place}, {last_used}")
