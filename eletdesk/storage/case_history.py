"""Turn operations of a case back and forth, from its journal."""

from contextlib import AbstractContextManager
from typing import Any, Protocol

from sqlmodel import Session

from eletdesk.storage.undo import check_reversible, reverse


class Transacting(Protocol):
    """What the history needs of a case file."""

    connection: Any

    def transaction(
        self, operation: str, worker: str, operation_id: str | None = None
    ) -> AbstractContextManager[Session]:
        """Give a session whose changes are committed as one."""


class CaseHistory:
    """Undo and redo of one case file; the journal keeps both."""

    def __init__(self, case: Transacting) -> None:
        self._case = case

    def undo(self, operation_id: str, worker: str) -> None:
        """Take back one operation."""
        self._reverse(operation_id, f"undo:{operation_id}", worker)

    def redo(self, operation_id: str, worker: str) -> None:
        """Put an operation that was taken back in place again."""
        self._reverse(self._undone_by(operation_id)[-1], f"undo:{operation_id}", worker)

    def check_turn(self, operation_id: str, *, is_undone: bool) -> None:
        """Raise ChangedSinceError when undo (or redo) of an operation would not go through."""
        if self.has_operation(operation_id) == is_undone:
            check_reversible(
                self._case.connection, operation_id if is_undone else self._undone_by(operation_id)[-1]
            )

    def has_operation(self, operation_id: str) -> bool:
        """Tell whether an operation is in the journal and stands."""
        found = self._case.connection.execute(
            "SELECT 1 FROM journal_entry WHERE operation_id = ? LIMIT 1", (operation_id,)
        ).fetchone()
        return found is not None and len(self._undone_by(operation_id)) % 2 == 0

    def _reverse(self, operation_id: str, name: str, worker: str) -> None:
        with self._case.transaction(name, worker) as session:
            session.connection()  # begins the transaction
            reverse(self._case.connection, operation_id)

    def _undone_by(self, operation_id: str) -> list[str]:
        rows = self._case.connection.execute(
            "SELECT operation_id FROM journal_entry WHERE operation = ? GROUP BY operation_id"
            " ORDER BY min(sequence)",
            (f"undo:{operation_id}",),
        )
        return [row[0] for row in rows]
