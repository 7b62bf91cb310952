"""Write a small file so that after a crash either the old or the new content is there, whole."""

import os
import secrets
import sys
import time
from contextlib import suppress
from pathlib import Path

from eletdesk.errors import CannotWriteError
from eletdesk.storage.os_errors import translate_os_error

LEFTOVER_SUFFIX = ".eletdesk-new"
_SHARING_TRIES = 12
# ERROR_ACCESS_DENIED, ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION: a virus scanner is reading the file
_SHARING_VIOLATIONS = frozenset({5, 32, 33})


def atomic_write(path: Path, content: bytes) -> None:
    """Replace the file at path by content, durably, readable by its owner only.

    A power cut leaves the old or the new content, never a mixture and never an empty file. When this
    returns, the new content is on the disk. After an error the old content stands, except when only the
    last sync of the folder failed: then the new content stands but may not survive a power cut.
    """
    waiting = leftover_name(path)
    try:
        _write_new(waiting, content)
        put_in_place(waiting, path)
    except FileNotFoundError:
        raise CannotWriteError from None  # the folder is gone, not a file of the desk
    except OSError as error:
        _forget(waiting)
        raise translate_os_error(error) from None
    except BaseException:
        _forget(waiting)
        raise


def leftover_name(path: Path) -> Path:
    """Return an unguessable name beside path for content that is not complete yet."""
    return path.with_name(f".{secrets.token_hex(8)}{LEFTOVER_SUFFIX}")


def put_in_place(waiting: Path, path: Path) -> None:
    """Rename a complete and synced file over path and make the rename durable."""
    try:
        _rename(waiting, path)
        fsync_folder(path.parent)
    except OSError as error:
        raise translate_os_error(error) from None


def remove_file(path: Path) -> None:
    """Remove a file that may be gone already, so that no power cut brings it back."""
    try:
        path.unlink(missing_ok=True)
        fsync_folder(path.parent)
    except OSError as error:
        raise translate_os_error(error) from None


def create_private_file(path: Path) -> int:
    """Create a file that only its owner may read, refuse an existing one, and return its descriptor."""
    flags = os.O_CREAT | os.O_EXCL | os.O_RDWR
    for name in ("O_CLOEXEC", "O_NOFOLLOW", "O_BINARY"):
        flags |= getattr(os, name, 0)
    return os.open(path, flags, 0o600)


def fsync_file(descriptor: int) -> None:
    """Bring a file's content to the disk itself, past the cache of the drive where macOS keeps one."""
    if sys.platform == "darwin":
        import fcntl  # noqa: PLC0415

        with suppress(OSError):  # not every volume knows F_FULLFSYNC
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def fsync_folder(folder: Path) -> None:
    """Make new, renamed and removed names in a folder durable; Windows does this by itself."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        fsync_file(descriptor)
    finally:
        os.close(descriptor)


def private_folder(path: Path) -> Path:
    """Make a folder, and the missing ones above it, for its owner only; leave existing ones as they are."""
    missing = [folder for folder in (path, *path.parents) if not folder.exists()]
    try:
        for folder in reversed(missing):
            folder.mkdir(mode=0o700, exist_ok=True)
            fsync_folder(folder.parent)
    except OSError as error:
        raise translate_os_error(error) from None
    return path


def remove_leftovers(folder: Path) -> int:
    """Remove what a crash left of unfinished writes in a folder and return how many there were."""
    removed = 0
    for leftover in folder.glob(f".*{LEFTOVER_SUFFIX}*"):
        with suppress(OSError):
            leftover.unlink()
            removed += 1
    return removed


def _rename(waiting: Path, path: Path) -> None:
    """Rename, and wait for a while when a virus scanner holds one of the two."""
    for attempt in range(_SHARING_TRIES):
        try:
            waiting.replace(path)
            return
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _SHARING_VIOLATIONS or attempt == _SHARING_TRIES - 1:
                raise
            time.sleep(0.01 * 1.5**attempt)


def _write_new(path: Path, content: bytes) -> None:
    """Create path, write all of content into it and sync it."""
    descriptor = create_private_file(path)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        fsync_file(descriptor)
    finally:
        os.close(descriptor)


def _forget(path: Path) -> None:
    """Remove a file if it is there, whatever happens."""
    with suppress(OSError):
        path.unlink()
