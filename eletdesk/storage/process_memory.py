"""Keep keys and texts in this process: no core dumps, and no other program of the user reads its memory."""

import sys
from contextlib import suppress

_PR_SET_DUMPABLE = 4  # linux/prctl.h


def keep_memory_private() -> None:
    """Switch core dumps and (on Linux) reading by other processes off; call once, before a key exists.

    Windows writes a dump only where an administrator has asked for it, and gives no switch for one process.
    An administrator can still read everything.
    """
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on Windows

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415

        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
