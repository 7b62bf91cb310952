"""Say one thing about the whole page in a tinted line, with an icon and, when useful, one action."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QWidget

from ui.widgets.buttons import Button, icon_button, quiet
from ui.widgets.labels import IconLabel, Label
from ui.widgets.layouts import Row

_ICON = {"accent": "safe", "ok": "done", "warn": "attention", "danger": "warning", "info": "hint"}


class Banner(QFrame):
    """A tinted line; tone is accent, ok, warn, danger or info."""

    def __init__(
        self,
        text: str,
        *,
        tone: str = "accent",
        icon_name: str = "",
        action: str = "",
        on_action: Callable[[], object] | None = None,
        close_says: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.setProperty("tone", tone)
        row = Row(self, gap=12, margins=(16, 8, 8, 8))
        self.icon_label = IconLabel(icon_name or _ICON.get(tone, "hint"), colour=tone)
        self.label = Label(text, wrap=True)
        row.addWidget(self.icon_label)
        row.addWidget(self.label, 1)
        self.action: Button | None = None
        if action:
            self.action = quiet(action, on_action, sz="s")
            row.addWidget(self.action)
        if close_says:
            row.addWidget(icon_button("close", close_says, self.hide, sz="s"))
        self.setAccessibleName(text)

    def set_text(self, text: str) -> None:
        """Say something else."""
        self.label.setText(text)
        self.setAccessibleName(text)
