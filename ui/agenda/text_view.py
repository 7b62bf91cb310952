"""The week as text: read aloud line by line, and easy to copy."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from eletdesk.translation import _
from ui.theme import current


class WeekText(QPlainTextEdit):
    """Read-only text as high as what it says; Tab leaves it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(_("The week as text"))
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        current().changed.connect(self._grow)

    def show_text(self, text: str) -> None:
        """Show a week; the cursor stays at its line while the words are the same."""
        if text != self.toPlainText():
            self.setPlainText(text)
            self._grow()

    def _grow(self, _size: object = None) -> None:
        lines = max(3, int(self.document().size().height()))
        room = self.contentsMargins().top() * 2 + current().px(36)
        self.setFixedHeight(lines * QFontMetrics(self.font()).lineSpacing() + room)
