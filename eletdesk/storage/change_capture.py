"""See every change of every watched row, whichever way it was written.

Temporary triggers hand the old and the new values of a row to a Python function. So neither the journal
nor the content seal can be forgotten by an operation, and plain SQL is seen as well as the ORM.
Temporary triggers may call such a function while `trusted_schema` stays OFF.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

Value = str | int | float | bytes | None
Row = dict[str, Any]


@dataclass(frozen=True)
class RowChange:
    """One change of one row: before is None for a new row, after is None for a removed one."""

    table: str
    row_id: str
    before: str | None
    after: str | None


def _plain(value: Value) -> Any:
    """Stand a digest in for bytes, so that an attachment does not fill the journal."""
    if isinstance(value, bytes):
        return {"sha256": hashlib.sha256(value).hexdigest(), "size": len(value)}
    return value


def canonical(columns: Iterable[str], values: Iterable[Value]) -> str:
    """Write a row as one unambiguous text, independent of the database's own number formats."""
    row = {name: _plain(value) for name, value in zip(columns, values, strict=True)}
    return json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def columns_of(connection: Any, table: str) -> list[str]:
    """Return the column names of a table in their stored order."""
    return [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]


def rows_of(connection: Any, table: str) -> Iterator[str]:
    """Yield every row of a table in canonical form."""
    columns = columns_of(connection, table)
    for values in connection.execute(f'SELECT * FROM "{table}"'):  # noqa: S608
        yield canonical(columns, values)


class ChangeCapture:
    """Watch tables of one connection and pass each change to a listener."""

    def __init__(self, connection: Any, tables: Iterable[str], listener: Callable[[RowChange], None]) -> None:
        self._connection = connection
        self._listener = listener
        self._columns = {table: columns_of(connection, table) for table in tables}
        connection.create_function("note_change", -1, self._note)
        # Without it, INSERT OR REPLACE removes a row without telling the triggers.
        connection.execute("PRAGMA recursive_triggers = ON")
        for table in self._columns:
            self._watch(table)

    def _watch(self, table: str) -> None:
        columns = self._columns[table]
        old = ", ".join(f'OLD."{name}"' for name in columns)
        new = ", ".join(f'NEW."{name}"' for name in columns)
        for event, kind, values in (
            ("INSERT", "new", new),
            ("UPDATE", "changed", f"{old}, {new}"),
            ("DELETE", "gone", old),
        ):
            self._connection.execute(
                f'CREATE TEMP TRIGGER "note_{table}_{kind}" AFTER {event} ON main."{table}" '
                f"BEGIN SELECT note_change('{table}', '{kind}', {values}); END"
            )

    def _note(self, table: str, kind: str, *values: Value) -> None:
        columns = self._columns[table]
        half = len(columns)
        before = None if kind == "new" else values[:half]
        after = None if kind == "gone" else values[-half:]
        present = after if after is not None else before
        assert present is not None
        change = RowChange(
            table,
            str(present[0] if "id" not in columns else present[columns.index("id")]),
            None if before is None else canonical(columns, before),
            None if after is None else canonical(columns, after),
        )
        if change.before != change.after:
            self._listener(change)
