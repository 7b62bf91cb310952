"""Choose one of a few words set side by side, as languages are: the chosen one is bold."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eletdesk.translation import _
from ui.widgets.buttons import Button
from ui.widgets.layouts import Row


class WordChoice(QWidget):
    """Words as quiet buttons; `chosen(key)` when another one is pressed."""

    chosen = Signal(str)

    def __init__(
        self, choices: Iterable[tuple[str, str]], key: str = "", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._buttons: dict[str, Button] = {}
        self._key = ""
        row = Row(self, gap=2)
        for each, text in choices:
            button = Button(text, kind="quiet", sz="s")
            button.clicked.connect(lambda _checked=False, taken=each: self._take(taken))
            self._buttons[each] = button
            row.addWidget(button)
        self.show_key(key)

    def key(self) -> str:
        """Return the chosen key."""
        return self._key

    def show_key(self, key: str) -> None:
        """Mark a word as chosen without telling `chosen`."""
        self._key = key
        for each, button in self._buttons.items():
            button.setProperty("state", "chosen" if each == key else "")
            button.setAccessibleDescription(_("chosen") if each == key else "")
            button.style().unpolish(button)
            button.style().polish(button)

    def _take(self, key: str) -> None:
        self.show_key(key)
        self.chosen.emit(key)
