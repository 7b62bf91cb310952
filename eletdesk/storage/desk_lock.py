"""One writer per desk: a lock that names its owner and that the system frees when the owner dies."""

import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from eletdesk.clock import now
from eletdesk.errors import DeskInUseError
from eletdesk.storage.driver_errors import plain_errors
from eletdesk.translation import _

LOCK_FILE = "desk.lock"
_MOST_BYTES = 4096
# Windows locks bytes, not files, and nobody else may read a locked byte: lock one far behind the text.
_LOCKED_BYTE = 1 << 30


class DeskLock:
    """The right to write in one desk folder; hold it as long as the desk is open."""

    def __init__(self, descriptor: int, path: Path) -> None:
        self._descriptor: int | None = descriptor
        self.path = path

    @classmethod
    def acquire(cls, folder: Path, owner: str) -> "DeskLock":
        """Take the lock at once or raise DeskInUseError; owner is shown to whoever comes second.

        What an earlier owner left in the file means nothing: only the system's lock counts.
        """
        path = folder / LOCK_FILE
        with plain_errors(path):
            flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
            descriptor = os.open(path, flags, 0o600)
            try:
                if not _try_to_lock(descriptor):
                    raise _in_use(descriptor)
                _write_owner(descriptor, owner)
            except BaseException:
                os.close(descriptor)
                raise
        return cls(descriptor, path)

    def release(self) -> None:
        """Give the lock back; a second call does nothing. The file stays, empty."""
        if self._descriptor is None:
            return
        descriptor, self._descriptor = self._descriptor, None
        with suppress(OSError):
            os.ftruncate(descriptor, 0)
        with suppress(OSError):
            _unlock(descriptor)
        os.close(descriptor)

    def __enter__(self) -> "DeskLock":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def _write_owner(descriptor: int, owner: str) -> None:
    """Write who holds the lock since when; a helpful note, so a full disk does not matter."""
    said = {"owner": owner[:200], "since": now().isoformat(sep=" ", timespec="minutes")}
    with suppress(OSError):
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, json.dumps(said).encode())


def _in_use(descriptor: int) -> DeskInUseError:
    """Return the error that names the holder, as far as its note can be read."""
    said: object = None
    with suppress(OSError, ValueError):
        os.lseek(descriptor, 0, os.SEEK_SET)
        said = json.loads(os.read(descriptor, _MOST_BYTES))
    noted = said if isinstance(said, dict) else {}
    return DeskInUseError(str(noted.get("owner") or _("another program")), str(noted.get("since") or "?"))


if sys.platform == "win32":
    import msvcrt

    def _try_to_lock(descriptor: int) -> bool:
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(descriptor: int) -> None:
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try_to_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)
