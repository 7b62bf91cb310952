"""Lock the desk when nobody is there, or when asked; what was being typed is kept first."""

from collections.abc import Callable
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow

from eletdesk import clock
from eletdesk.translation import N_, _

IDLE_MINUTES = 10
WARN_SECONDS = 30
_LOOK_MS, _COUNT_MS = 5000, 1000
_INPUT = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
}


class LockReason(StrEnum):
    """Why the desk was locked; it travels to the next process as a word."""

    asked = "asked"
    idle = "idle"


_SENTENCES = {
    LockReason.asked: N_("You locked the desk. What you were typing is kept."),
    LockReason.idle: N_("Locked because nothing was done for a while. What you were typing is kept."),
}

LockStrategy = Callable[[Path, LockReason], None]
"""Called with the folder of the closed desk: forget everything and ask for the passphrase again."""


def reason_sentence(reason: LockReason) -> str:
    """Say why it was locked."""
    return _(_SENTENCES[reason])


class IdleWatch(QObject):
    """Counts the time since the last key or movement, by the clock on the wall: a closed lid counts too."""

    warned = Signal(int)
    """So many seconds are left; 0: somebody is there again."""
    idle = Signal()

    def __init__(self, minutes: int, parent: QObject) -> None:
        super().__init__(parent)
        self._last = clock.now()
        self._is_warning = False
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self.allow(minutes)

    def watch(self, window: QWindow) -> None:
        """Listen to the keys and the mouse of a window."""
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that somebody is there."""
        if event.type() in _INPUT:
            self.touch()
        return super().eventFilter(watched, event)

    def touch(self) -> None:
        """Begin to count again."""
        self._last = clock.now()
        if self._is_warning:
            self._is_warning = False
            self._timer.setInterval(_LOOK_MS)
            self.warned.emit(0)

    def look(self) -> None:
        """Compare with the clock: go on, warn or tell that nobody is there."""
        left = self._left(clock.now())
        if left <= 0:
            self._timer.stop()
            self.idle.emit()
        elif left <= WARN_SECONDS:
            self._is_warning = True
            self._timer.setInterval(_COUNT_MS)
            self.warned.emit(left)

    def allow(self, minutes: int) -> None:
        """Lock after another number of minutes; 0 is never."""
        self._limit = timedelta(minutes=minutes)
        if minutes > 0:
            self._timer.start()
        else:
            self._timer.stop()

    def stop(self) -> None:
        """Stop counting."""
        self._timer.stop()

    def _left(self, now: datetime) -> int:
        return int((self._last + self._limit - now).total_seconds())
