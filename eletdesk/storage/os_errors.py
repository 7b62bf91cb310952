"""Turn an error of the operating system into the kind of error that has a sentence."""

import errno
import shutil
from pathlib import Path

from eletdesk.errors import (
    CannotWriteError,
    DiskFullError,
    EletdeskError,
    MissingFileError,
    ReadOnlyPlaceError,
)

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_NO_RIGHT = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
# ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL
_WINDOWS_FULL = frozenset({39, 112})
_ALMOST_NOTHING = 256 * 1024


def translate_os_error(error: OSError) -> EletdeskError:
    """Return the error of ours that says what this error of the system means."""
    if error.errno in _FULL or getattr(error, "winerror", None) in _WINDOWS_FULL:
        return DiskFullError()
    if error.errno in _NO_RIGHT:
        return ReadOnlyPlaceError()
    if error.errno == errno.ENOENT:
        return MissingFileError()
    return CannotWriteError()


def has_no_room(path: Path) -> bool:
    """Return whether the disk below path has less room than one small save needs."""
    try:
        return shutil.disk_usage(path if path.is_dir() else path.parent).free < _ALMOST_NOTHING
    except OSError:
        return False
