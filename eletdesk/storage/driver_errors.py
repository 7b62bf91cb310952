"""Turn an error of the SQLite driver into the kind of error that has a sentence."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2

from eletdesk.errors import (
    CannotWriteError,
    DamagedFileError,
    DeskInUseError,
    DiskFullError,
    EletdeskError,
    MissingFileError,
    ReadOnlyPlaceError,
)
from eletdesk.storage.os_errors import has_no_room, translate_os_error
from eletdesk.translation import _

# Result codes: https://www.sqlite.org/rescode.html
_PERM, _BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT = 3, 5, 6, 8, 10, 11
_FULL, _CANTOPEN, _PROTOCOL, _AUTH, _NOTADB = 13, 14, 15, 23, 26
_IOERR_READS = frozenset({266, 522, 1802, 3594, 8202, 8458})  # read, short read, stat, access, data, fs


def classify(
    error: BaseException, path: Path | None = None, *, owner: str = "", since: str = ""
) -> Exception:
    """Return the error of ours for a driver's error, or the same error if it is a bug and no accident.

    Takes errors of the driver and of SQLAlchemy around it. The key is known to be right whenever a file
    is opened, so "not a database" is damage and never a wrong passphrase. With path, an error that hides
    its cause is told as a full disk when the disk is full.
    """
    cause = getattr(error, "orig", None) or error
    code = getattr(cause, "sqlite_errorcode", None)
    if not isinstance(cause, dbapi2.Error) or not isinstance(code, int):
        return error if isinstance(error, Exception) else CannotWriteError()
    if code & 0xFF in (_BUSY, _LOCKED, _PROTOCOL):
        return DeskInUseError(owner or _("another program"), since or "?")
    return _kind(code, no_room=path is not None and has_no_room(path)) or cause


def _kind(code: int, *, no_room: bool) -> EletdeskError | None:
    """Return the kind of error that an extended result code stands for."""
    primary = code & 0xFF
    if primary in (_NOTADB, _CORRUPT):
        return DamagedFileError()
    if primary == _FULL or (no_room and primary in (_IOERR, _CANTOPEN)):
        return DiskFullError()
    if code in _IOERR_READS:
        return MissingFileError(_("This file cannot be read now. Is the disk or network drive still there?"))
    if primary == _IOERR:
        return CannotWriteError()
    if primary in (_READONLY, _PERM, _AUTH, _CANTOPEN):
        return ReadOnlyPlaceError()
    return None


@contextmanager
def plain_errors(path: Path | None = None, *, owner: str = "", since: str = "") -> Iterator[None]:
    """Let errors of driver and system leave this block as errors of ours, without values and traceback."""
    try:
        yield
    except OSError as error:
        raise translate_os_error(error) from None
    except Exception as error:
        told = classify(error, path, owner=owner, since=since)
        if told is error:
            raise
        raise told from None
