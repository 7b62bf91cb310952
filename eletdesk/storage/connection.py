"""Open, create, check and copy encrypted SQLite files, always with the same strict settings."""

import os
from contextlib import closing, suppress
from enum import Enum
from pathlib import Path
from urllib.parse import quote

from sqlcipher3 import dbapi2

from eletdesk.errors import (
    CannotWriteError,
    DamagedFileError,
    DiskFullError,
    MissingFileError,
    NewerFileError,
)
from eletdesk.storage.atomic_write import create_private_file, fsync_folder, leftover_name, put_in_place
from eletdesk.storage.driver_errors import plain_errors
from eletdesk.storage.os_errors import has_no_room

PAGE_BYTES = 4096
KEY_BYTES = 32
_BUSY_SECONDS = 2.0  # a virus scanner may look at a file for a moment

# Before the first page is read.
_FIRST_SETTINGS = (
    "locking_mode=EXCLUSIVE",
    "temp_store=MEMORY",
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "secure_delete=ON",
    "synchronous=EXTRA",
    "fullfsync=ON",
    "auto_vacuum=0",
    # With an exclusive lock the journal is kept until the file is closed: keep it empty, without old pages.
    "journal_size_limit=0",
)


class FileKind(Enum):
    """What a file is for; the value is its application_id, four letters of ASCII."""

    CASE = 0x454C5443  # ELTC
    DESK = 0x454C5444  # ELTD
    REGISTER = 0x454C5452  # ELTR


def connect(
    path: Path, key: bytes, *, kind: FileKind, version: int, may_write: bool = True, one_thread: bool = True
) -> dbapi2.Connection:
    """Open an existing file with its raw key; version is the newest format that the caller knows.

    Never creates a file. The first read rolls back what a crash left unfinished. Raises MissingFileError,
    DamagedFileError, NewerFileError, DeskInUseError or ReadOnlyPlaceError. `check_integrity` comes next.
    """
    _check_size(path)
    mode = "rw" if may_write else "ro"
    with plain_errors(path):
        connection = _open(path, key, mode, one_thread=one_thread)
    try:
        with plain_errors(path):
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            if may_write:
                connection.execute("PRAGMA journal_mode=DELETE").fetchone()
                connection.execute("BEGIN EXCLUSIVE")  # takes the lock now and keeps it; writes nothing
                connection.execute("COMMIT")
            _check_header(connection, path, kind, version)
    except BaseException:
        connection.close()
        raise
    return connection


def create(
    path: Path, key: bytes, *, kind: FileKind, version: int, one_thread: bool = True
) -> dbapi2.Connection:
    """Create an encrypted file without tables, for its owner only; refuse to touch an existing one."""
    with plain_errors(path):
        os.close(create_private_file(path))
        connection = None
        try:
            connection = _open(path, key, "rw", one_thread=one_thread)
            connection.execute("PRAGMA journal_mode=DELETE").fetchone()
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute(f"PRAGMA application_id={kind.value}")
            connection.execute(f"PRAGMA user_version={version:d}")
            connection.execute("COMMIT")
            fsync_folder(path.parent)
        except BaseException:
            if connection is not None:
                connection.close()
            _remove_with_journal(path)
            raise
        return connection


def check_integrity(connection: dbapi2.Connection) -> None:
    """Raise DamagedFileError unless each page is authentic and the whole is well-formed.

    Both checks are needed: the first does not see a file cut at a page boundary, the second believes a
    page of noise. Neither sees an older page put back: that is what the content seal is for.
    """
    with plain_errors():
        # Rolls a hot journal back first: the cipher check reads the raw file.
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if connection.execute("PRAGMA cipher_integrity_check").fetchone() is not None:
            raise DamagedFileError
        if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            raise DamagedFileError


def backup(connection: dbapi2.Connection, to_path: Path, key: bytes) -> None:
    """Copy an open file to a new place under key, open the copy, check it, and only then name it to_path."""
    waiting = leftover_name(to_path)
    try:
        with plain_errors(to_path):
            kind = FileKind(connection.execute("PRAGMA application_id").fetchone()[0])
            version: int = connection.execute("PRAGMA user_version").fetchone()[0]
            os.close(create_private_file(waiting))
            with closing(_open(waiting, key, "rw")) as target:
                _copy(connection, target, to_path)
        with plain_errors(to_path), closing(connect(waiting, key, kind=kind, version=version)) as copy:
            check_integrity(copy)
        with plain_errors(to_path):
            put_in_place(waiting, to_path)
    except BaseException:
        _remove_with_journal(waiting)
        raise


def _copy(connection: dbapi2.Connection, target: dbapi2.Connection, to_path: Path) -> None:
    """Copy page by page; the driver gives errors of a backup without their code."""
    try:
        connection.backup(target)
    except dbapi2.OperationalError as error:
        if isinstance(getattr(error, "sqlite_errorcode", None), int):
            raise
        raise (DiskFullError if has_no_room(to_path) else CannotWriteError)() from None


def _open(path: Path, key: bytes, mode: str, *, one_thread: bool = True) -> dbapi2.Connection:
    """Open the driver on a file with its key and the settings that come before the first read."""
    if len(key) != KEY_BYTES:
        raise ValueError("a file key has 32 bytes")
    connection = dbapi2.connect(
        _uri(path, mode),
        uri=True,
        isolation_level=None,
        cached_statements=256,
        timeout=_BUSY_SECONDS,
        check_same_thread=one_thread,
    )
    try:
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
        for setting in _FIRST_SETTINGS:
            connection.execute(f"PRAGMA {setting}")
    except BaseException:
        connection.close()
        raise
    return connection


def _uri(path: Path, mode: str) -> str:
    """Return the address of a file; mode rw or ro never creates one."""
    posix = path.absolute().as_posix()
    return f"file://{'' if posix.startswith('/') else '/'}{quote(os.fsencode(posix))}?mode={mode}"


def _check_size(path: Path) -> None:
    """Refuse what cannot be a file of ours before SQLite sees it: it takes 0 bytes for an empty database."""
    with plain_errors(path):
        if not path.is_file():
            if path.exists():
                raise DamagedFileError
            raise MissingFileError
        size = path.stat().st_size
        waits_for_rollback = path.with_name(f"{path.name}-journal").exists()
    if size < PAGE_BYTES or (size % PAGE_BYTES and not waits_for_rollback):
        raise DamagedFileError


def _check_header(connection: dbapi2.Connection, path: Path, kind: FileKind, version: int) -> None:
    """Refuse a file of another kind, without a version, with other page settings or from the future."""
    found = {
        name: connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("application_id", "user_version", "auto_vacuum", "page_size")
    }
    if found["application_id"] != kind.value or found["user_version"] < 1:
        raise DamagedFileError
    if found["user_version"] > version:
        raise NewerFileError
    if found["auto_vacuum"] != 0 or int(found["page_size"]) != PAGE_BYTES or path.stat().st_size % PAGE_BYTES:
        raise DamagedFileError


def _remove_with_journal(path: Path) -> None:
    """Remove an unfinished file and its journal, if they are there."""
    for leftover in (path, path.with_name(f"{path.name}-journal")):
        with suppress(OSError):
            leftover.unlink()
