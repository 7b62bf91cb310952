"""The register: a projection of all case files that can be deleted and rebuilt at any time."""

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import astuple, fields
from datetime import date
from operator import attrgetter
from pathlib import Path
from typing import Any

from eletdesk.domain.names import fold
from eletdesk.errors import DamagedFileError, EletdeskError
from eletdesk.log import note_error
from eletdesk.queries.register.index_card import CaseIndex, IndexCard
from eletdesk.queries.register.search_text import SearchText
from eletdesk.storage.connection import FileKind, check_integrity, connect, create
from eletdesk.storage.driver_errors import plain_errors
from eletdesk.storage.keys import DeskKey, derive

REGISTER_VERSION = 5
_CARD_COLUMNS = tuple(field.name for field in fields(IndexCard))
_SMALL = 20 * 1024 * 1024

_TABLES = (
    f"CREATE TABLE card ({', '.join(_CARD_COLUMNS)},"
    " generation, file_size, file_time, PRIMARY KEY (case_id))",
    "CREATE TABLE moment (case_id, row_id, kind, on_date, at_time, minutes, half_days, level, state, title)",
    "CREATE TABLE open_task (case_id, row_id, title, due_on, rule)",
    "CREATE TABLE done_task (case_id, row_id, title, done_on)",
    "CREATE TABLE due (case_id, row_id, table_name, on_date, title_code)",
    "CREATE TABLE pathway_fact"
    " (case_id, pathway_id, programme, version, started_on, closed_on, outcome, reasons)",
    "CREATE TABLE stage_fact (case_id, pathway_id, stage, entered_on)",
    "CREATE TABLE absence_fact (case_id, community, first_year, half_days, last_on, counted_on, tasks)",
    "CREATE TABLE choice (name PRIMARY KEY, value)",
    "CREATE TABLE search_row (id INTEGER PRIMARY KEY, case_id, table_name, row_id, on_date)",
    "CREATE VIRTUAL TABLE search_text USING fts5(body, content='', contentless_delete=1,"
    " tokenize='unicode61 remove_diacritics 2', prefix='2 3')",
    "INSERT INTO search_text(search_text, rank) VALUES ('secure-delete', 1)",
    "CREATE INDEX moment_case ON moment(case_id)",
    "CREATE INDEX moment_day ON moment(on_date)",
    "CREATE INDEX task_case ON open_task(case_id)",
    "CREATE INDEX done_case ON done_task(case_id)",
    "CREATE INDEX due_case ON due(case_id)",
    "CREATE INDEX due_day ON due(on_date)",
    "CREATE INDEX search_case ON search_row(case_id, table_name, row_id)",
    "CREATE INDEX pathway_case ON pathway_fact(case_id)",
    "CREATE INDEX stage_case ON stage_fact(case_id)",
    "CREATE INDEX absence_case ON absence_fact(case_id)",
    "CREATE TABLE use_mark (id INTEGER PRIMARY KEY CHECK (id = 1), is_open INTEGER NOT NULL)",
    "INSERT INTO use_mark VALUES (1, 0)",
)
_BY_CASE = ("card", "moment", "open_task", "done_task", "due", "pathway_fact", "stage_fact", "absence_fact")


class Register:
    """The open register."""

    def __init__(self, connection: Any) -> None:
        self.connection = connection
        # A projection: what a power cut takes from it is read again from the case files.
        connection.execute("PRAGMA synchronous = OFF")

    @classmethod
    def create(cls, path: Path, key: DeskKey) -> "Register":
        """Make a new, empty register."""
        connection = create(
            path,
            derive(key, "register.db"),
            kind=FileKind.REGISTER,
            version=REGISTER_VERSION,
            one_thread=False,
        )
        try:
            with plain_errors(path):
                connection.execute("BEGIN IMMEDIATE")
                for statement in _TABLES:
                    connection.execute(statement)
                connection.execute("COMMIT")
        except BaseException:
            connection.close()
            raise
        return cls(connection)

    @classmethod
    def open(cls, path: Path, key: DeskKey) -> "Register":
        """Open the register; it is checked page by page when it is small.

        One that was not closed is refused: what it wrote was never synced, so after a power cut its pages
        may be of different ages, each of them authentic. Nothing in it is the only copy.
        """
        connection = connect(
            path,
            derive(key, "register.db"),
            kind=FileKind.REGISTER,
            version=REGISTER_VERSION,
            one_thread=False,
        )
        try:
            with plain_errors(path):
                if _was_left_open(connection):
                    raise DamagedFileError
            if path.stat().st_size < _SMALL:
                check_integrity(connection)
        except BaseException:
            connection.close()
            raise
        return cls(connection)

    def mark(self, *, is_open: bool) -> None:
        """Remember durably whether the register is in use, so that the next start knows of a crash."""
        # Syncs the whole file: at the end everything that was written since the beginning.
        self.connection.execute("PRAGMA synchronous = EXTRA")
        with self.transaction():
            self.connection.execute("UPDATE use_mark SET is_open = ?", (int(is_open),))
        self.connection.execute("PRAGMA synchronous = OFF")

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Write several changes as one."""
        with plain_errors():
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise

    def put(self, index: CaseIndex, generation: int, file: Path) -> None:
        """Replace what is kept of one case; call inside `transaction`."""
        case_id = index.card.case_id
        self.forget_index(case_id)
        stat = file.stat()
        marks = ", ".join("?" * (len(_CARD_COLUMNS) + 3))
        self.connection.execute(
            f"INSERT INTO card VALUES ({marks})",  # noqa: S608
            (*astuple(index.card), generation, stat.st_size, stat.st_mtime_ns),
        )
        for table, rows in _rows(index).items():
            if rows:
                marks = ", ".join("?" * (len(rows[0]) + 1))
                self.connection.executemany(
                    f"INSERT INTO {table} VALUES ({marks})",  # noqa: S608
                    [(case_id, *row) for row in rows],
                )

    def forget_index(self, case_id: str) -> None:
        """Remove a case's card and facts; call inside `transaction`."""
        for table in _BY_CASE:
            self.connection.execute(f"DELETE FROM {table} WHERE case_id = ?", (case_id,))  # noqa: S608

    def put_texts(
        self, case_id: str, rows: Iterable[tuple[str, str]] | None, texts: Iterable[SearchText]
    ) -> None:
        """Replace the searchable text of the named rows (None: of the whole case); inside `transaction`."""
        execute = self.connection.execute
        if rows is None:
            old = execute("SELECT id FROM search_row WHERE case_id = ?", (case_id,)).fetchall()
        else:
            old = [
                found
                for table, row_id in rows
                for found in execute(
                    "SELECT id FROM search_row WHERE case_id = ? AND table_name = ? AND row_id = ?",
                    (case_id, table, row_id),
                ).fetchall()
            ]
        for (row,) in old:
            execute("DELETE FROM search_text WHERE rowid = ?", (row,))
            execute("DELETE FROM search_row WHERE id = ?", (row,))
        for text in texts:
            row = execute(
                "INSERT INTO search_row (case_id, table_name, row_id, on_date) VALUES (?, ?, ?, ?)",
                (case_id, text.table, text.row_id, text.on),
            ).lastrowid
            execute("INSERT INTO search_text (rowid, body) VALUES (?, ?)", (row, fold(text.body)))

    def generation_of(self, case_id: str) -> int | None:
        """Return which state of a case was read last."""
        with plain_errors():
            found = self.connection.execute(
                "SELECT generation FROM card WHERE case_id = ?", (case_id,)
            ).fetchone()
        return None if found is None else int(found[0])

    def seen_files(self) -> dict[str, tuple[int, int, int]]:
        """Return generation, size and time of each case file as last read."""
        rows = self.connection.execute("SELECT case_id, generation, file_size, file_time FROM card")
        return {case_id: (generation, size, time) for case_id, generation, size, time in rows}

    def turned_cards(self, today: date) -> frozenset[str]:
        """Return the cases whose card says something else from today on: a birthday, a start, an end."""
        rows = self.connection.execute(
            "SELECT case_id FROM card WHERE changes_on <> '' AND changes_on <= ?", (today.isoformat(),)
        )
        return frozenset(case_id for (case_id,) in rows)

    def close(self) -> None:
        """Close the register; where that cannot be written down, the next start makes it again."""
        try:
            self.mark(is_open=False)
        except EletdeskError as error:
            note_error(error)
        finally:
            self.connection.close()


_MOMENT = attrgetter("row_id", "kind", "on", "at", "minutes", "half_days", "level", "state", "title")
_TASK = attrgetter("row_id", "title", "due_on", "rule")
_DONE = attrgetter("row_id", "title", "done_on")
_DUE = attrgetter("row_id", "table", "on", "title_code")
_ABSENCE = attrgetter("community", "first_year", "half_days", "last_on")
_PATHWAY = attrgetter("pathway_id", "programme", "version", "started_on", "closed_on", "outcome")


def _rows(index: CaseIndex) -> dict[str, list[tuple[Any, ...]]]:
    """Return what goes into each table, without the case that begins every row."""
    return {
        "moment": [_MOMENT(one) for one in index.moments],
        "open_task": [_TASK(one) for one in index.tasks],
        "done_task": [_DONE(one) for one in index.done],
        "due": [_DUE(one) for one in index.dues],
        "absence_fact": [
            (*_ABSENCE(one), json.dumps(one.counted_on), json.dumps(one.tasks)) for one in index.absences
        ],
        "pathway_fact": [(*_PATHWAY(one), json.dumps(one.reasons)) for one in index.pathways],
        "stage_fact": [(one.pathway_id, *stage) for one in index.pathways for stage in one.stages],
    }


def _was_left_open(connection: Any) -> bool:
    """Return whether the register was not closed properly; without its tables it was never finished."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not {*_BY_CASE, "search_row", "search_text", "use_mark"} <= tables:
        raise DamagedFileError
    return bool(connection.execute("SELECT is_open FROM use_mark").fetchone()[0])


def same_file(path: Path, seen: tuple[int, int, int]) -> bool:
    """Tell whether a file has the size and time that the register saw."""
    try:
        stat = os.stat(path)  # noqa: PTH116 - one call for 10,000 files
    except OSError:
        return False
    return (stat.st_size, stat.st_mtime_ns) == seen[1:]
