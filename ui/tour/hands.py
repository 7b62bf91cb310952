"""Somebody at the keyboard: keys go to the window as the system sends them; shortcuts and focus are real."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QWidget

T = TypeVar("T")
_MODIFIERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}
_NAP_S = 0.005
_MOST_TABS = 120
_PRESSED_MS = 120
"""An Alt letter shows the button pressed for 100 ms before anything happens."""


class LostError(Exception):
    """What was waited for did not come, or what was looked for cannot be reached with keys."""


class Hands:
    """Presses keys and waits; `keys` counts all of them but those of `write`, the text one wants to keep."""

    def __init__(self) -> None:
        self.keys = 0

    def press(self, *chords: str) -> None:
        """Press keys as a keyboard map writes them: `Ctrl+N`, `Return`, `Alt+Left`."""
        for chord in chords:
            self.keys += 1
            QTest.keyClick(_window(), *_key_of(chord))
            self.settle()

    def type(self, text: str) -> None:
        """Type short words that count as keys."""
        self.keys += len(text)
        self.write(text)

    def write(self, text: str) -> None:
        """Type text that is wanted for itself."""
        for letter in text:
            if letter == "\n":
                QTest.keyClick(_window(), Qt.Key.Key_Return)
                continue
            _send(_window(), letter)
        self.settle()

    def go_to(self, name: str, *, back: bool = False) -> QWidget:
        """Press Tab until the focus is on something whose name begins like this."""
        reached: dict[str, None] = {}
        for _number in range(_MOST_TABS):
            focus = QApplication.focusWidget()
            spoken = spoken_name(focus) if focus is not None else ""
            if focus is not None and spoken.startswith(name):
                return focus
            reached[spoken] = None
            self.press("Shift+Tab" if back else "Tab")
        raise LostError(f"Tab does not reach “{name}”, only: {'; '.join(reached)}.")

    def focus(self) -> QWidget | None:
        """Return what has the keyboard."""
        return QApplication.focusWidget()

    def press_button(self, text: str) -> None:
        """Press the button with this text by its Alt letter."""
        for button in _active().findChildren(QAbstractButton):
            if button.isVisible() and button.text().replace("&", "").strip().startswith(text):
                at = button.text().replace("&&", "  ").find("&")
                if at < 0:
                    raise LostError(f"“{text}” has no Alt letter.")
                self.press(f"Alt+{button.text()[at + 1]}")
                QTest.qWait(_PRESSED_MS)
                return
        raise LostError(f"There is no button “{text}”.")

    def until(self, seen: Callable[[], T | None], what: str, seconds: float = 30) -> T:
        """Let the program work until something is seen."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            QApplication.processEvents()
            found = seen()
            if found:
                return found
            time.sleep(_NAP_S)
        raise LostError(f"This did not happen: {what}.")

    def settle(self, rounds: int = 3) -> None:
        """Let the program do what it has to do now."""
        for _number in range(rounds):
            QApplication.processEvents()

    def answer_file_window(self, path: Path, open_it: Callable[[], object]) -> None:
        """Do what opens a file window, type a path into it and press Enter."""
        timer = QTimer()
        timer.setInterval(20)

        def answer() -> None:
            asking = QApplication.activeModalWidget()
            if isinstance(asking, QFileDialog) and asking.isActiveWindow():
                timer.stop()
                self._answer(asking, path)

        timer.timeout.connect(answer)
        timer.start()
        open_it()
        try:
            self.until(lambda: not timer.isActive(), "a file window opens", 5)
        finally:
            timer.stop()
        self.until(lambda: QApplication.activeModalWidget() is None, "the file window closes")

    def _answer(self, asking: QFileDialog, path: Path) -> None:
        """Type the path; the keys go to the file window also while it shows what the path could become."""
        window = asking.windowHandle()
        QTest.keyClick(window, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        for letter in str(path):
            _send(window, letter)
        self.keys += 1
        QTest.keyClick(window, Qt.Key.Key_Return)
        if asking.isVisible():
            asking.reject()


def spoken_name(widget: QWidget) -> str:
    """Return what a screen reader calls a widget."""
    if widget.accessibleName():
        return widget.accessibleName().strip()
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface is not None else ""


def _send(window: QWindow, letter: str) -> None:
    key = Qt.Key(ord(letter.upper())) if letter.isascii() else Qt.Key.Key_unknown
    QTest.sendKeyEvent(QTest.KeyAction.Click, window, key, letter, Qt.KeyboardModifier.NoModifier)


def _window() -> QWindow:
    handle = _active().windowHandle()
    if handle is None:
        raise LostError("No window has the keyboard.")
    return handle


def _active() -> QWidget:
    """Return the window with the keyboard; without a screen nobody hands it on when a window closes."""
    if QApplication.activeWindow() is None:
        for window in QApplication.topLevelWidgets():
            if window.isVisible():
                window.activateWindow()
                QTest.qWaitForWindowActive(window)
                break
    active = QApplication.activeWindow()
    if active is None:
        raise LostError("No window has the keyboard.")
    return active


def _key_of(chord: str) -> tuple[Qt.Key, Qt.KeyboardModifier]:
    """Return the key and the modifiers of `Ctrl+Shift+N`."""
    *held, name = chord.split("+")
    modifiers = Qt.KeyboardModifier.NoModifier
    for each in held:
        modifiers |= _MODIFIERS[each]
    key = Qt.Key(ord(name.upper())) if len(name) == 1 else Qt.Key[f"Key_{name}"]
    return key, modifiers
