"""One window at a time: a second start knocks, the first window comes to the front, the second ends.

The knock is a file that the first window watches: eletdesk has no network code, not even a local socket.
"""

from contextlib import suppress

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, Signal

from eletdesk import clock
from eletdesk.locations import settings_folder


class SingleInstance(QObject):
    """The right to be the one running program of this person; `raised` when somebody starts it again."""

    raised = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        folder = settings_folder()
        with suppress(OSError):  # a place that cannot be written costs only this convenience
            folder.mkdir(parents=True, exist_ok=True)
        self._lock = QLockFile(str(folder / "eletdesk.running"))
        self._lock.setStaleLockTime(0)
        self._door = folder / "eletdesk.knock"
        self._watcher: QFileSystemWatcher | None = None

    def acquire(self) -> bool:
        """Take the right; False when another window runs, which was then asked to come to the front."""
        if self._lock.tryLock(0):
            return True
        try:
            self._door.write_text(clock.now().isoformat(), "ascii")
        except OSError:
            return True  # the lock of the desk itself still keeps two programs apart
        return False

    def listen(self) -> None:
        """Wait for later starts."""
        with suppress(OSError):
            self._door.touch(0o600)
        self._watcher = QFileSystemWatcher([str(self._door)], self)
        self._watcher.fileChanged.connect(self._hear)

    def release(self) -> None:
        """Give the right back: before the process is replaced and at the end."""
        if self._watcher is not None:
            self._watcher.fileChanged.disconnect(self._hear)
            self._watcher.deleteLater()
            self._watcher = None
        self._lock.unlock()

    def _hear(self, _path: str) -> None:
        self.raised.emit()
