"""Tell what was done, with Undo, for ten seconds at the foot of the window; toasts stack."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPropertyAnimation, QSize, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QEnterEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QGraphicsOpacityEffect, QWidget
from shiboken6 import isValid

from eletdesk.translation import _
from ui.theme import current
from ui.theme.tokens import DARK, LIGHT, Colours
from ui.widgets.below import top_layers
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.layouts import Row

SECONDS = 10
MOST = 3
"""More at once would cover the page; what older ones tell of can still be undone with Ctrl+Z."""
_GAP = 8
_FADE_MS = 120


def announce(widget: QWidget, sentence: str) -> None:
    """Let a screen reader say a sentence without moving the focus."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


def _opposite() -> Colours:
    """Return the other palette: a toast stands out by being dark on light, or light on dark."""
    return LIGHT if current().colours.is_dark else DARK


class Toast(QWidget):
    """One sentence with, when given, an Undo button and the key for it."""

    def __init__(self, window: QWidget, sentence: str, undo: Callable[[], object] | None, key: str) -> None:
        super().__init__(window)
        self._undo = undo
        self.is_gone = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(sentence)
        row = Row(self, gap=12, margins=(16, 6, 12, 6))
        colours = _opposite()
        self.label = Label(sentence)
        self.label.setStyleSheet(f"color: {colours.text};")
        row.addWidget(self.label)
        self.button: Button | None = None
        if undo is not None:
            self.button = Button(_("Undo"), kind="quiet", sz="s", on_click=self.undo)
            self.button.setStyleSheet(
                f"QPushButton {{ color: {colours.accent}; font-weight: 700; }}"
                f"QPushButton:hover {{ background: {colours.accent_soft}; }}"
                f"QPushButton:focus {{ border: 2px solid {colours.focus}; }}"
            )
            row.addWidget(self.button)
            hint = Label(key, role="caption")
            hint.setStyleSheet(
                f"color: {colours.text2}; border: 1px solid {colours.border_strong};"
                f"border-radius: 5px; padding: 1px 6px;"
            )
            row.addWidget(hint)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.go)

    def fit(self, widest: int) -> None:
        """Take the width of the words, or break lines when that is wider than the window."""
        self.label.setWordWrap(False)
        hint = self.sizeHint()
        if hint.width() > widest:
            self.label.setWordWrap(True)
            hint = QSize(widest, self.heightForWidth(widest))
        self.resize(hint)

    def start(self, seconds: int) -> None:
        """Show for this many seconds; the mouse over it or focus in it keeps it."""
        self._timer.setInterval(seconds * 1000)
        self._timer.start()

    def undo(self) -> None:
        """Undo what was done and leave."""
        do, self._undo = self._undo, None
        self.go()
        if do is not None:
            do()

    def go(self) -> None:
        """Leave, unless somebody is on the Undo button."""
        if self.button is not None and self.button.hasFocus() and self._undo is not None:
            self._timer.start()
            return
        self.leave()

    def leave(self) -> None:
        """Leave now."""
        self.is_gone = True
        self._timer.stop()
        self.hide()
        self.setParent(None)
        self.deleteLater()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while the mouse is on it."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Count again when the mouse has gone."""
        self._timer.start()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc."""
        if event.key() == Qt.Key.Key_Escape and self.button is not None:
            self.button.clearFocus()
            self.go()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the plate."""
        colours = _opposite()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(colours.border))
        painter.setBrush(QColor(colours.raised))
        radius = current().px(10)
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), radius, radius)


class Toasts(QObject):
    """The toasts of one window, newest below; `undo_newest()` is what Ctrl+Z calls outside editors."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._shown: list[Toast] = []
        window.installEventFilter(self)

    def tell(
        self,
        sentence: str,
        *,
        undo: Callable[[], object] | None = None,
        key: str = "Ctrl Z",
        seconds: int = SECONDS,
    ) -> Toast:
        """Show a sentence, with Undo when there is something to undo."""
        toast = Toast(self._window, sentence, undo, key)
        for old in self.shown()[: -(MOST - 1)]:
            old.leave()
        self._shown.append(toast)
        toast.installEventFilter(self)
        toast.destroyed.connect(self._place)
        self._place()
        toast.show()
        toast.start(seconds)
        self._fade(toast)
        announce(self._window, sentence)
        return toast

    def shown(self) -> list[Toast]:
        """Return the toasts in sight, oldest first."""
        self._shown = [toast for toast in self._shown if _lives(toast)]
        return list(self._shown)

    def undo_newest(self) -> bool:
        """Undo what the newest toast with Undo tells of; False when there is none."""
        for toast in reversed(self.shown()):
            if toast.button is not None:
                toast.undo()
                return True
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot of the window."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._place()
        if event.type() == QEvent.Type.LayoutRequest and watched in self._shown:
            self._place()
        return super().eventFilter(watched, event)

    def _fade(self, toast: Toast) -> None:
        if not current().may_move():
            return
        effect = QGraphicsOpacityEffect(toast)
        toast.setGraphicsEffect(effect)
        fade = QPropertyAnimation(effect, b"opacity", toast)
        fade.setDuration(_FADE_MS)
        fade.setStartValue(0.0)
        fade.setEndValue(1.0)
        fade.finished.connect(lambda: toast.setGraphicsEffect(None))  # type: ignore[arg-type]
        fade.start(QPropertyAnimation.DeletionPolicy.DeleteWhenStopped)

    def _place(self) -> None:
        bottom = self._window.height() - current().px(20)
        for toast in reversed(self.shown()):
            widest = self._window.width() - current().px(32)
            toast.fit(widest)
            toast.move((self._window.width() - toast.width()) // 2, bottom - toast.height())
            toast.raise_()
            layers = top_layers(self._window)
            if layers:
                toast.stackUnder(layers[0])
            bottom -= toast.height() + current().px(_GAP)


def _lives(toast: Toast) -> bool:
    return isValid(toast) and not toast.is_gone
