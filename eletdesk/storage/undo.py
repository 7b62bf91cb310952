"""Take back an operation by putting the old rows back, from its journal entries; attachments are binned."""

import json
from typing import Any

from sqlcipher3 import dbapi2

from eletdesk import clock
from eletdesk.errors import EletdeskError
from eletdesk.storage.change_capture import canonical, columns_of
from eletdesk.translation import _


class ChangedSinceError(EletdeskError):
    """A later change stands on the one that should be undone."""

    def __init__(self) -> None:
        super().__init__(_("Something was changed since. Undo that first."))


def reverse(connection: Any, operation_id: str) -> None:
    """Put back what every row was before an operation, the last change first.

    Raises ChangedSinceError when a row is no longer as the operation left it.
    """
    for table, row_id, before, after in _entries(connection, operation_id):
        if _present(connection, table, row_id) != after:
            raise ChangedSinceError
        try:
            _put_back(connection, table, row_id, before, after)
        except dbapi2.IntegrityError:  # a later row names this one
            raise ChangedSinceError from None


def check_reversible(connection: Any, operation_id: str) -> None:
    """Raise ChangedSinceError when the rows an operation left last are no longer so; change nothing."""
    seen: set[tuple[str, str]] = set()
    for table, row_id, _before, after in _entries(connection, operation_id):
        if (table, row_id) not in seen and _present(connection, table, row_id) != after:
            raise ChangedSinceError
        seen.add((table, row_id))


def _entries(connection: Any, operation_id: str) -> list[tuple[str, str, str | None, str | None]]:
    """Return table, row, before and after of an operation's changes, the last one first."""
    entries: list[tuple[str, str, str | None, str | None]] = connection.execute(
        "SELECT table_name, row_id, before, after FROM journal_entry WHERE operation_id = ?"
        " ORDER BY sequence DESC",
        (operation_id,),
    ).fetchall()
    if not entries:
        raise EletdeskError(_("There is nothing to undo."))
    return entries


def _present(connection: Any, table: str, row_id: str) -> str | None:
    row = connection.execute(f'SELECT * FROM "{table}" WHERE id = ?', (row_id,)).fetchone()  # noqa: S608
    return None if row is None else canonical(columns_of(connection, table), row)


def _put_back(connection: Any, table: str, row_id: str, before: str | None, after: str | None) -> None:
    if before is None and _holds_attachment(after):
        # The journal keeps only a digest: removed from the table, the attachment would be gone for good.
        at = clock.now().isoformat(sep=" ", timespec="microseconds")
        connection.execute(f'UPDATE "{table}" SET deleted_at = ? WHERE id = ?', (at, row_id))  # noqa: S608
        return
    if before is None:
        connection.execute(f'DELETE FROM "{table}" WHERE id = ?', (row_id,))  # noqa: S608
        return
    old = json.loads(before)
    if after is None:
        values = {name: _storable(value) for name, value in old.items()}
        names = ", ".join(f'"{name}"' for name in values)
        marks = ", ".join("?" for _name in values)
        connection.execute(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', tuple(values.values()))  # noqa: S608
        return
    new = json.loads(after)
    changed = {name: _storable(old[name]) for name in old if old[name] != new.get(name)}
    if changed:
        assignments = ", ".join(f'"{name}" = ?' for name in changed)
        connection.execute(
            f'UPDATE "{table}" SET {assignments} WHERE id = ?',  # noqa: S608
            (*changed.values(), row_id),
        )


def _holds_attachment(row: str | None) -> bool:
    values = json.loads(row).values() if row else ()
    return any(isinstance(value, dict) and value.get("size", 0) > 0 and "sha256" in value for value in values)


def _storable(value: Any) -> Any:
    """Refuse bytes: the journal keeps only their digest, and attachments are binned, not deleted."""
    if isinstance(value, dict):
        if value.get("size") == 0:
            return b""
        raise EletdeskError(_("An attachment cannot be put back this way. Take it from the bin."))
    return value
