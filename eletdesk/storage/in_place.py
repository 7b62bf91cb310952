"""Notice that another program took an open file away or put another in its place, and put it back.

The engine goes on writing into a file that has lost its name: all that would be gone when it is closed.
"""

import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eletdesk.storage.connection import backup
from eletdesk.storage.driver_errors import plain_errors

REPLACED_SUFFIX = ".replaced"


@dataclass(frozen=True)
class FilePlace:
    """The file that stood at a path when it was opened."""

    path: Path
    device: int
    inode: int

    @classmethod
    def of(cls, path: Path) -> "FilePlace":
        """Remember which file stands at a path now."""
        with plain_errors(path):
            stat = os.stat(path)  # noqa: PTH116 - before each piece of work
        return cls(path, stat.st_dev, stat.st_ino)

    def still_holds(self) -> bool:
        """Tell whether the same file still stands there."""
        with suppress(OSError):
            stat = os.stat(self.path)  # noqa: PTH116
            return (stat.st_dev, stat.st_ino) == (self.device, self.inode)
        return False


def put_back(connection: Any, path: Path, key: bytes) -> None:
    """Copy an open file to its old path again; what stands there now is kept beside it."""
    with plain_errors(path):
        if path.exists():
            path.rename(path.with_name(f"{path.name}.{secrets.token_hex(4)}{REPLACED_SUFFIX}"))
    backup(connection, path, key)
