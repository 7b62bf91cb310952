"""The desk file: what cannot be rebuilt from the case files, in plain SQL because it is needed at once."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import Any

from sqlcipher3 import dbapi2

from eletdesk.storage.change_capture import ChangeCapture
from eletdesk.storage.connection import FileKind, check_integrity, connect, create
from eletdesk.storage.content_seal import ContentSeal, SealState
from eletdesk.storage.driver_errors import plain_errors
from eletdesk.storage.in_place import FilePlace, put_back
from eletdesk.storage.keys import DeskKey, derive

DESK_VERSION = 1

TABLES = {
    "setting": "id TEXT PRIMARY KEY, value TEXT NOT NULL",
    "case_key": "id TEXT PRIMARY KEY, wrapped BLOB NOT NULL, state TEXT NOT NULL, created_at TEXT NOT NULL,"
    " binned_at TEXT, generation INTEGER NOT NULL, content TEXT NOT NULL, sequence INTEGER NOT NULL,"
    " head TEXT NOT NULL",
    "step": "id INTEGER PRIMARY KEY, kind TEXT NOT NULL, case_id TEXT, operation_id TEXT NOT NULL,"
    " operation TEXT NOT NULL, at TEXT NOT NULL, payload TEXT NOT NULL, is_undone INTEGER NOT NULL",
    "intent": "id TEXT PRIMARY KEY, kind TEXT NOT NULL, payload TEXT NOT NULL, started_at TEXT NOT NULL",
    "release": "id TEXT PRIMARY KEY, made_at TEXT NOT NULL, kind TEXT NOT NULL, payload TEXT NOT NULL",
    "desk_draft": "id TEXT PRIMARY KEY, saved_at TEXT NOT NULL, content TEXT NOT NULL",
    "programme": "id TEXT PRIMARY KEY, code TEXT NOT NULL, version INTEGER NOT NULL, text TEXT NOT NULL,"
    " changed_at TEXT NOT NULL",
    "erasure": "id TEXT PRIMARY KEY, erased_at TEXT NOT NULL, reason TEXT NOT NULL",
    "organisation": "id TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, number TEXT NOT NULL,"
    " site TEXT NOT NULL, detail TEXT NOT NULL, network TEXT NOT NULL, community TEXT NOT NULL,"
    " address TEXT NOT NULL, postcode TEXT NOT NULL, place TEXT NOT NULL, municipality_nis TEXT NOT NULL,"
    " phone TEXT NOT NULL, email TEXT NOT NULL, website TEXT NOT NULL, language TEXT NOT NULL,"
    " note TEXT NOT NULL, clb TEXT NOT NULL, source TEXT NOT NULL, contacts TEXT NOT NULL,"
    " own TEXT NOT NULL, is_ended INTEGER NOT NULL, is_removed INTEGER NOT NULL, changed_at TEXT NOT NULL",
    "group_activity": "id TEXT PRIMARY KEY, created_at TEXT NOT NULL, deleted_at TEXT, held_on TEXT NOT NULL,"
    " starts_at TEXT, minutes INTEGER NOT NULL, title TEXT NOT NULL, level TEXT NOT NULL,"
    " programme_code TEXT NOT NULL, programme_version INTEGER NOT NULL, project TEXT NOT NULL,"
    " call_period TEXT NOT NULL, objective TEXT NOT NULL, place TEXT NOT NULL, is_in_school INTEGER NOT NULL,"
    " is_in_school_time INTEGER NOT NULL, school TEXT NOT NULL, municipality_nis TEXT NOT NULL,"
    " leader TEXT NOT NULL, note TEXT NOT NULL, participants_without_case INTEGER NOT NULL,"
    " parents_present INTEGER NOT NULL, costs_cents INTEGER, is_planned INTEGER NOT NULL",
    "group_presence": "id TEXT PRIMARY KEY, activity_id TEXT NOT NULL, case_id TEXT NOT NULL,"
    " attendance TEXT NOT NULL, parents INTEGER NOT NULL, is_binned INTEGER NOT NULL",
    "group_erased": "id TEXT PRIMARY KEY, attended INTEGER NOT NULL, no_show INTEGER NOT NULL,"
    " parents INTEGER NOT NULL",
}


@dataclass(frozen=True)
class CaseKeyRow:
    """What the desk keeps of a case: its wrapped key, whether it counts, and the last state it saw."""

    case_id: str
    wrapped: bytes
    state: str
    created_at: str
    binned_at: str | None
    known: SealState


_KEY_COLUMNS = "id, wrapped, state, created_at, binned_at, generation, content, sequence, head"


def _key_row(row: tuple[Any, ...]) -> CaseKeyRow:
    case_id, wrapped, state, created_at, binned_at, generation, content, sequence, head = row
    known = SealState(generation, content, sequence, head)
    return CaseKeyRow(case_id, wrapped, state, created_at, binned_at, known)


class DeskFile:
    """The open desk file; small statements inside `transaction`, sealed like a case file."""

    def __init__(self, path: Path, connection: Any, key: DeskKey) -> None:
        self._key = key
        self._using = RLock()
        self._take(path, connection)

    def _take(self, path: Path, connection: Any) -> None:
        self.connection = connection
        self.place = FilePlace.of(path)
        self.seal = ContentSeal(connection, derive(self._key, "desk seal"), self._key.desk_id, TABLES)
        #: After an error of the disk nobody knows what was kept: the next transaction looks first.
        self._is_unsure = False

    @classmethod
    def create(cls, path: Path, key: DeskKey) -> "DeskFile":
        """Make a new, empty desk file."""
        connection = create(
            path, derive(key, "desk.db"), kind=FileKind.DESK, version=DESK_VERSION, one_thread=False
        )
        desk = cls(path, connection, key)
        try:
            with plain_errors(path):
                connection.execute("BEGIN IMMEDIATE")
                for name, columns in TABLES.items():
                    connection.execute(f"CREATE TABLE {name} ({columns})")
                desk.seal.create()
                connection.execute("COMMIT")
        except BaseException:
            connection.close()
            raise
        desk._watch()
        return desk

    @classmethod
    def open(cls, path: Path, key: DeskKey) -> "DeskFile":
        """Open the desk file and check pages and seal."""
        desk = cls(path, _connected(path, key), key)
        desk._verify()
        return desk

    def _verify(self) -> None:
        try:
            check_integrity(self.connection)
            with plain_errors(self.place.path):
                self.seal.verify()
        except BaseException:
            self.connection.close()
            raise
        self._watch()

    def _watch(self) -> None:
        ChangeCapture(self.connection, TABLES, self.seal.note)

    def _see_to_place(self) -> None:
        """Put the file back when another program took it away or replaced it: case keys stand only here."""
        if not self.place.still_holds():
            path = self.place.path
            put_back(self.connection, path, derive(self._key, "desk.db"))
            self.connection.close()
            self._take(path, _connected(path, self._key))
            self._verify()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep the connection for one thread.

        Writing calls back into Python (ChangeCapture). A second thread inside the driver then would hold the
        interpreter and wait for the connection, while the first holds the connection and waits for the
        interpreter: for ever.
        """
        with self._using:
            yield

    @contextmanager
    def transaction(self) -> Iterator[Callable[..., Any]]:
        """Give an execute function; all of it is committed with the seal, or nothing."""
        with self.alone(), plain_errors(self.place.path):
            self._see_to_place()
            if self._is_unsure:
                self.seal.verify()
                self._is_unsure = False
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection.execute
                state = self.seal.write(0, "")
                self.connection.execute("COMMIT")
                self.seal.keep(state)
            except BaseException as error:
                self._is_unsure = isinstance(error, dbapi2.Error)
                self.seal.roll_back()
                if self.connection.in_transaction:
                    with suppress(dbapi2.Error):
                        self.connection.execute("ROLLBACK")
                raise

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """Read rows."""
        with self.alone(), plain_errors():
            return list(self.connection.execute(sql, values))

    def setting(self, name: str, default: Any = None) -> Any:
        """Return a setting of this desk, such as the worker's name."""
        found = self.rows("SELECT value FROM setting WHERE id = ?", name)
        return json.loads(found[0][0]) if found else default

    def keep_setting(self, name: str, value: Any) -> None:
        """Keep a setting inside the desk, where settings that identify somebody belong."""
        with self.transaction() as execute:
            execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (name, json.dumps(value)))

    def case_keys(self) -> list[CaseKeyRow]:
        """Return all cases, also those in the bin and those that were never finished."""
        rows = self.rows(
            f"SELECT {_KEY_COLUMNS} FROM case_key"  # noqa: S608
        )
        return [_key_row(row) for row in rows]

    def case_key(self, case_id: str) -> CaseKeyRow | None:
        """Return one case's key and last known state."""
        rows = self.rows(
            f"SELECT {_KEY_COLUMNS} FROM case_key WHERE id = ?",  # noqa: S608
            case_id,
        )
        return _key_row(rows[0]) if rows else None

    def close(self) -> None:
        """Close the file."""
        self.connection.close()


def _connected(path: Path, key: DeskKey) -> Any:
    return connect(path, derive(key, "desk.db"), kind=FileKind.DESK, version=DESK_VERSION, one_thread=False)


def anchor(execute: Callable[..., Any], case_id: str, state: SealState) -> None:
    """Keep the newest state of a case in the desk file, so that an older copy of it is noticed."""
    execute(
        "UPDATE case_key SET generation = ?, content = ?, sequence = ?, head = ? WHERE id = ?",
        (state.generation, state.content, state.sequence, state.head, case_id),
    )
