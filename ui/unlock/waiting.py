"""Count wrong tries and hold the next one back a little longer each time."""

from PySide6.QtCore import QObject, QTimer, Signal

FREE_TRIES = 2
LONGEST = 30


def seconds_after(wrong_tries: int) -> int:
    """Return how long to wait after so many wrong tries in a row: 0, 0, 2, 4, 8, 16, 30 seconds."""
    over = wrong_tries - FREE_TRIES
    return 0 if over <= 0 else min(LONGEST, 2**over)


class Waiting(QObject):
    """Tell every second how long is still to wait; 0 means go on."""

    seconds_left = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tries = 0
        self._left = 0
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)

    def add_wrong_try(self) -> int:
        """Count one more wrong try and start waiting; returns the seconds."""
        self._tries += 1
        self._left = seconds_after(self._tries)
        if self._left:
            self._timer.start()
        self.seconds_left.emit(self._left)
        return self._left

    def is_waiting(self) -> bool:
        """Tell whether the next try is still held back."""
        return self._left > 0

    def reset(self) -> None:
        """Forget the wrong tries."""
        self._tries = self._left = 0
        self._timer.stop()
        self.seconds_left.emit(0)

    def _tick(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self._timer.stop()
        self.seconds_left.emit(max(0, self._left))
