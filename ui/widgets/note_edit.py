"""Write notes: plain text that grows with the words, never traps Tab and reports edits after a pause."""

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from ui.theme import current


class NoteEdit(QPlainTextEdit):
    """A plain-text editor; `edited` comes `pause_ms` after the last key, `submitted` on Ctrl+Enter."""

    edited = Signal(str)
    submitted = Signal()

    def __init__(
        self,
        text: str = "",
        *,
        placeholder: str = "",
        min_lines: int = 3,
        max_lines: int = 14,
        pause_ms: int = 2000,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lines = (min_lines, max_lines)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setPlainText(text)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(pause_ms)
        self._pause.timeout.connect(self.flush)
        self.textChanged.connect(self._pause.start)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        current().changed.connect(self._grow)
        self._grow()

    def text(self) -> str:
        """Return the words as they were typed."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Show other words without reporting an edit."""
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
        self._pause.stop()
        self._grow()

    def flush(self) -> None:
        """Report the words now, without waiting for the pause (on lock, on leaving, on closing)."""
        self._pause.stop()
        self.edited.emit(self.toPlainText())

    def is_waiting(self) -> bool:
        """Tell whether words were typed that have not been reported yet."""
        return self._pause.isActive()

    def word_count(self) -> int:
        """Return the number of words."""
        return len(self.toPlainText().split())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Submit on Ctrl+Enter."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submitted.emit()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words only."""
        if source.hasText():
            self.insertPlainText(source.text())

    def sizeHint(self) -> QSize:
        """Ask for the room of the words."""
        return QSize(current().px(360), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow when a narrower field needs more lines."""
        super().resizeEvent(event)
        self._grow()

    def focusOutEvent(self, event: QEvent) -> None:
        """Report what was typed when the field is left."""
        super().focusOutEvent(event)  # type: ignore[arg-type]
        if self._pause.isActive():
            self.flush()

    def _grow(self) -> None:
        theme = current()
        line = QFontMetrics(theme.font("body")).lineSpacing()
        fewest, most = self._lines
        lines = max(fewest, min(most, round(self.document().size().height())))
        height = lines * line + theme.px(16) + 2 * round(self.document().documentMargin()) + 4
        if height != self.height():
            self.setFixedHeight(height)
