"""The disk that fails on demand: arms the shim of faults.c that was loaded into this process."""

import ctypes
from enum import IntEnum
from pathlib import Path


class Mode(IntEnum):
    """What happens at the chosen call; the numbers are those of faults.c."""

    COUNT = 1
    KILL = 2
    TORN = 3
    FULL_ONCE = 4
    FULL_FROM = 5
    EIO_ONCE = 6
    EIO_FROM = 7
    EACCES_ONCE = 8

    @property
    def kills(self) -> bool:
        """Tell whether the process dies at the call instead of seeing an error."""
        return self in (Mode.KILL, Mode.TORN)


_shim = ctypes.CDLL(None)


def is_loaded() -> bool:
    """Tell whether this process was started with the shim."""
    return hasattr(_shim, "faults_arm")


def arm(folder: Path, mode: Mode, number: int, log: Path | None = None) -> None:
    """Let the call with this number, of those that change files below folder, go wrong."""
    _shim.faults_arm(str(folder).encode(), int(mode), ctypes.c_long(number), str(log or "").encode())


def disarm() -> None:
    """Let every call pass again."""
    _shim.faults_disarm()


def fired() -> bool:
    """Tell whether a call was made to fail since arming."""
    return bool(_shim.faults_fired())


def count() -> int:
    """Return how many calls were seen since arming."""
    return int(_shim.faults_count())
