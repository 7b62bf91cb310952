"""The field of the quick line: one line that grows with the words, with the understood words tinted."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QTextEdit, QWidget

from eletdesk.domain.quick_line import Role, Span
from ui.theme import current
from ui.theme.tokens import tone_pair

TONES: dict[Role, str] = {
    "person": "accent",
    "kind": "info",
    "minutes": "neutral",
    "date": "neutral",
    "attendance": "warn",
    "member": "ok",
    "topic": "neutral",
    "task": "warn",
}
_MOST_LINES = 8
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class LineEdit(QPlainTextEdit):
    """Report what the keys mean here; the panel decides what happens."""

    save_asked = Signal(bool)
    """Ctrl+Enter (True: also when something is missing) or Enter (False)."""
    cancel_asked = Signal()
    step_asked = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.takes_tab: Callable[[], bool] = lambda: False
        self.takes_arrows: Callable[[], bool] = lambda: False
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        current().changed.connect(self._dress)
        self._dress()

    def text(self) -> str:
        """Return the words as typed."""
        return self.toPlainText()

    def put(self, text: str, cursor: int | None = None) -> None:
        """Show other words with the cursor at a place counted in characters (None: at the end)."""
        self.selectAll()
        self.insertPlainText(text)
        place = self.textCursor()
        place.setPosition(_units(text[:cursor]))
        self.setTextCursor(place)

    def empty(self) -> None:
        """Forget the words, also for undo: from here on undo is about what was saved."""
        self.setPlainText("")

    def cursor_place(self) -> int:
        """Return where the cursor stands, counted in characters."""
        before = self.textCursor()
        before.movePosition(QTextCursor.MoveOperation.Start, QTextCursor.MoveMode.KeepAnchor)
        return len(before.selectedText())

    def tint(self, spans: Sequence[Span]) -> None:
        """Tint what was understood, in the tone of its chip."""
        text, marks = self.text(), []
        for span in spans:
            ink, ground = tone_pair(current().colours, TONES[span.role])
            look = QTextCharFormat()
            look.setForeground(current().colour("accent") if span.role == "task" else QColor(ink))
            if span.role != "task":
                look.setBackground(QColor(ground))
            cursor = QTextCursor(self.document())
            cursor.setPosition(_units(text[: span.start]))
            cursor.setPosition(_units(text[: span.end]), QTextCursor.MoveMode.KeepAnchor)
            mark = QTextEdit.ExtraSelection()
            mark.cursor, mark.format = cursor, look
            marks.append(mark)
        self.setExtraSelections(marks)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save on Enter, complete on Tab when there is something to complete, leave everything else alone."""
        key, control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in _ENTER and not shift:
            self.save_asked.emit(control)
        elif key == Qt.Key.Key_Escape:
            self.cancel_asked.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.takes_arrows():
            self.step_asked.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Tab while it completes a name, and undo and redo only while they are about words."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and (
                (event.matches(QKeySequence.StandardKey.Undo) and not self.document().isUndoAvailable())
                or (event.matches(QKeySequence.StandardKey.Redo) and not self.document().isRedoAvailable())
            )
        ):
            event.ignore()
            return False
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Tab
            and not event.modifiers()
            and self.takes_tab()
        ):
            return True
        return super().event(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words only."""
        if source.hasText():
            self.insertPlainText(source.text())

    def focusOutEvent(self, event: QEvent) -> None:
        """Tell that the field was left, so that its draft is kept."""
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow when a narrower field needs more lines."""
        super().resizeEvent(event)
        self._grow()

    def minimumSizeHint(self) -> QSize:
        """Allow narrow windows."""
        return QSize(current().px(120), self.height())

    def _dress(self) -> None:
        rule = "QPlainTextEdit {{ border: none; background: transparent; padding: 0; font-size: {size}px; }}"
        self.setStyleSheet(rule.format(size=current().font("lead").pixelSize()))
        self._grow()

    def _grow(self) -> None:
        line = QFontMetrics(current().font("lead")).lineSpacing()
        lines = max(1, min(_MOST_LINES, round(self.document().size().height())))
        height = lines * line + 2 * round(self.document().documentMargin()) + current().px(4)
        if height != self.height():
            self.setFixedHeight(height)


def _units(text: str) -> int:
    """Return the length as Qt counts it: in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
