"""Keep a checked copy of the desk file: without it no case key could be had back.

The copy is made when a desk is opened and whenever cases were added, so what it may lack is settings and undo
steps, never a key. It is used by itself when the desk file is damaged or gone; the damaged one is kept.
"""

import secrets
from pathlib import Path
from typing import TYPE_CHECKING

from eletdesk.errors import DamagedFileError, EletdeskError, MissingFileError
from eletdesk.log import note_error
from eletdesk.storage.atomic_write import atomic_write
from eletdesk.storage.connection import backup
from eletdesk.storage.desk_file import DeskFile
from eletdesk.storage.driver_errors import plain_errors
from eletdesk.storage.keys import DeskKey, derive

if TYPE_CHECKING:
    from eletdesk.desk.desk import Desk

DESK_FILE, DESK_COPY = "desk.db", "desk.db.bak"


def keep_desk_copy(desk: "Desk") -> None:
    """Copy the desk file and check the copy; a full disk does not stop the work."""
    try:
        with desk.file.alone():
            backup(desk.file.connection, desk.folder / DESK_COPY, derive(desk.key, "desk.db"))
    except EletdeskError as error:
        note_error(error)


def open_desk_file(folder: Path, key: DeskKey) -> tuple[DeskFile, bool]:
    """Open the desk file, or its copy in its place; the second value tells whether the copy was needed."""
    path, copy = folder / DESK_FILE, folder / DESK_COPY
    try:
        return DeskFile.open(path, key), False
    except (DamagedFileError, MissingFileError) as error:
        if not copy.exists():
            raise
        note_error(error)
    DeskFile.open(copy, key).close()  # raises when the copy is damaged too: then nothing is touched
    with plain_errors(path):
        if path.exists():
            path.rename(path.with_name(f"{DESK_FILE}.{secrets.token_hex(4)}.damaged"))
        content = copy.read_bytes()
    atomic_write(path, content)
    return DeskFile.open(path, key), True
