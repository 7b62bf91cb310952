"""One young person's encrypted file: the one way to read it and the one way to change it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool, StaticPool
from sqlmodel import Session

from eletdesk import clock
from eletdesk.domain.row_id import new_id
from eletdesk.errors import OlderCopyError
from eletdesk.storage.case_history import CaseHistory
from eletdesk.storage.case_schema import NOT_JOURNALLED, SCHEMA_VERSION, SEALED, create_tables
from eletdesk.storage.change_capture import ChangeCapture, RowChange
from eletdesk.storage.connection import FileKind, check_integrity, connect, create
from eletdesk.storage.content_seal import ContentSeal, SealState
from eletdesk.storage.driver_errors import classify, plain_errors
from eletdesk.storage.in_place import FilePlace, put_back
from eletdesk.storage.journal import Journal
from eletdesk.storage.keys import DeskKey, derive
from eletdesk.storage.row_validation import validate_rows


@dataclass(frozen=True)
class CaseKeys:
    """The three keys of one case file: for its pages, its seal and its journal."""

    pages: bytes
    seal: bytes
    journal: bytes

    def __repr__(self) -> str:
        """Show nothing."""
        return "<CaseKeys>"

    @classmethod
    def of(cls, case_id: str, case_key: bytes) -> "CaseKeys":
        """Derive all three from the one key that the desk keeps for this case."""
        root = DeskKey(case_id, case_key)
        return cls(case_key, derive(root, "seal"), derive(root, "journal"))


@dataclass(frozen=True)
class Commit:
    """What one finished transaction did."""

    case_id: str
    operation_id: str
    operation: str
    rows: frozenset[tuple[str, str]]
    journalled: bool
    state: SealState
    national_numbers: int = 0

    @property
    def tables(self) -> frozenset[str]:
        """Return the names of the tables that changed."""
        return frozenset(table for table, _ in self.rows)


_STATEMENTS: dict[Any, Any] = {}


@cache
def _model_engine() -> Engine:
    """Return what all case files share: with one dialect a statement is compiled once, not once a file."""
    engine = create_engine("sqlite+pysqlite://", module=driver, poolclass=NullPool, hide_parameters=True)
    with engine.connect():  # the dialect asks the driver once what it can do
        return engine


class CaseFile:
    """An open case file; only its transaction commits, and each commit is journalled and sealed."""

    def __init__(self, path: Path, case_id: str, connection: Any, keys: CaseKeys) -> None:
        self.path = path
        self.case_id = case_id
        self.connection = connection
        self.seal = ContentSeal(connection, keys.seal, case_id, SEALED)
        self.journal = Journal(connection, keys.journal, case_id)
        self.on_commit: Callable[[Commit], None] = lambda commit: None
        self._keys = keys
        self._place = FilePlace.of(path)
        self.history = CaseHistory(self)
        self._changed: set[tuple[str, str]] = set()
        self._engine: Engine | None = None
        #: After an error of the disk nobody knows what was kept: close the file and open it again.
        self.is_unsure = False

    @classmethod
    def create(cls, path: Path, case_id: str, keys: CaseKeys) -> "CaseFile":
        """Make a new file with empty tables; the first transaction fills it."""
        connection = create(path, keys.pages, kind=FileKind.CASE, version=SCHEMA_VERSION, one_thread=False)
        case = cls(path, case_id, connection, keys)
        try:
            with plain_errors(path):
                connection.execute("BEGIN IMMEDIATE")
                create_tables(connection, case.seal)
                connection.execute("COMMIT")
                case._watch()
        except BaseException:
            connection.close()
            raise
        return case

    @classmethod
    def open(cls, path: Path, case_id: str, keys: CaseKeys) -> "CaseFile":
        """Open a file and check pages, rows, seal and journal before anything is read from it."""
        connection = connect(path, keys.pages, kind=FileKind.CASE, version=SCHEMA_VERSION, one_thread=False)
        case = cls(path, case_id, connection, keys)
        try:
            check_integrity(connection)
            with plain_errors(path):
                case.seal.verify()
                case.journal.verify(case.seal.state.sequence, case.seal.state.head)
                case._watch()
        except BaseException:
            connection.close()
            raise
        return case

    def _watch(self) -> None:
        ChangeCapture(self.connection, SEALED, self._note)

    def _note(self, change: RowChange) -> None:
        self.seal.note(change)
        self._changed.add((change.table, change.row_id))
        if change.table not in NOT_JOURNALLED:
            self.journal.note(change)

    def check_not_older(self, known: SealState) -> None:
        """Raise OlderCopyError when the desk has seen a later state, or another history, of this file."""
        now = self.seal.state
        same_history = known.sequence == 0 or self.journal.link_at(known.sequence) == known.head
        if now.generation < known.generation or not same_history:
            raise OlderCopyError
        if now.generation == known.generation and now.content != known.content:
            raise OlderCopyError

    @property
    def is_in_place(self) -> bool:
        """Tell whether what is written here is in the file that stands at the path."""
        return self._place.still_holds()

    def put_back(self) -> None:
        """Copy the open content to the path again; what another program put there is kept beside it."""
        put_back(self.connection, self.path, self._keys.pages)

    @property
    def engine(self) -> Engine:
        """Return the engine of this file's one connection."""
        if self._engine is None:
            model = _model_engine()
            pool = StaticPool(lambda: self.connection, dialect=model.dialect)
            engine = Engine(pool, model.dialect, model.url, hide_parameters=True)
            event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
            self._engine = engine.execution_options(compiled_cache=_STATEMENTS)
        return self._engine

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a session that only reads."""
        with plain_errors(self.path), Session(self.engine, expire_on_commit=False) as session:
            session.info["case_id"] = self.case_id
            yield session
            session.expunge_all()  # rows stay readable after the session: they are what the query gave
            session.rollback()

    @contextmanager
    def transaction(self, operation: str, worker: str, operation_id: str | None = None) -> Iterator[Session]:
        """Give a session whose changes are validated, journalled, sealed and committed as one."""
        operation_id = operation_id or new_id()
        with Session(self.engine, expire_on_commit=False) as session:
            session.info.update(case_id=self.case_id, worker=worker, operation_id=operation_id)
            event.listen(session, "before_flush", validate_rows)
            try:
                yield session
                session.flush()
                commit = self._write(operation_id, operation, worker, session)
            except (DBAPIError, driver.Error) as error:
                self.is_unsure = True
                with suppress(DBAPIError, driver.Error):
                    session.rollback()
                told = classify(error, self.path)
                if told is error:
                    raise
                raise told from None
            finally:
                self._forget()
        if commit is not None:
            self.on_commit(commit)

    def _write(self, operation_id: str, operation: str, worker: str, session: Session) -> Commit | None:
        if not self._changed:
            session.rollback()
            return None
        rows = frozenset(self._changed)
        before = self.journal.sequence
        at = clock.now().isoformat(sep=" ", timespec="microseconds")
        sequence, head = self.journal.write(operation_id, operation, worker, at)
        state = self.seal.write(sequence, head)
        session.commit()
        self.journal.keep(sequence, head)
        self.seal.keep(state)
        removed = session.info.get("national_numbers", 0)
        return Commit(self.case_id, operation_id, operation, rows, sequence > before, state, removed)

    def _forget(self) -> None:
        """Bring the running seal and journal back to the last committed state."""
        self._changed.clear()
        self.journal.forget()
        self.seal.roll_back()

    def note_reading(self, worker: str, count: int) -> None:
        """Journal that a worker was shown so many confidential notes; no row changes."""
        with self.transaction("read", worker) as session:
            session.connection()
            change = RowChange("reading", self.case_id, None, f'{{"confidential":{count}}}')
            self._changed.add((change.table, change.row_id))
            self.journal.note(change)

    def kept(self, name: str) -> str | None:
        """Return a text that travels with the case, such as a programme definition."""
        found = self.connection.execute("SELECT value FROM kept WHERE id = ?", (name,)).fetchone()
        return None if found is None else str(found[0])

    def close(self) -> None:
        """Close the file; nothing stays open."""
        if self._engine is not None:
            self._engine.dispose()
        self.connection.close()
