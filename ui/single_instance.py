"""One window at a time: a second start raises the first window and ends."""

from contextlib import suppress
from hashlib import sha256

from PySide6.QtCore import QLockFile, QObject, Signal

from eletdesk.locations import settings_folder

_WAIT_MS = 500


class SingleInstance(QObject):
    """The right to be the one running program of this person; `raised` when somebody starts it again."""

    raised = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        folder = settings_folder()
        with suppress(OSError):  # a place that cannot be written costs only this convenience
            folder.mkdir(parents=True, exist_ok=True)
        self._name = "eletdesk-" + sha256(str(folder).encode()).hexdigest()[:16]
        self._lock = QLockFile(str(folder / "eletdesk.running"))
        self._lock.setStaleLockTime(0)
        self._server: QObject | None = None

    def acquire(self) -> bool:
        """Take the right; False when another window runs, which was then asked to come to the front."""
        if self._lock.tryLock(0):
            return True
        return not self._call_the_first()

    def listen(self) -> None:
        """Wait for later starts; without Qt's local sockets the lock of the desk says it instead."""
        try:
            from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415
        except ImportError:
            return
        QLocalServer.removeServer(self._name)
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._answer)
        server.listen(self._name)
        self._server = server

    def release(self) -> None:
        """Give the right back: before the process is replaced and at the end."""
        if self._server is not None:
            self._server.close()  # type: ignore[attr-defined]
            self._server = None
        self._lock.unlock()

    def _call_the_first(self) -> bool:
        try:
            from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415
        except ImportError:
            return False
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        answered = socket.waitForConnected(_WAIT_MS)
        socket.disconnectFromServer()
        return answered

    def _answer(self) -> None:
        while connection := self._server.nextPendingConnection():  # type: ignore[union-attr]
            connection.deleteLater()
        self.raised.emit()
