"""Keep the journal of a case file: an HMAC chain over every change."""

import hmac
import json
from dataclasses import dataclass, field
from typing import Any

from eletdesk.errors import DamagedFileError
from eletdesk.storage.change_capture import RowChange

_COLUMNS = "sequence, operation_id, operation, table_name, row_id, before, after, worker, at"


@dataclass
class Journal:
    """The chain of one case file: the head stands in the seal and in the desk file."""

    connection: Any
    key: bytes
    case_id: str
    sequence: int = 0
    head: str = ""
    _waiting: list[RowChange] = field(default_factory=list)

    def note(self, change: RowChange) -> None:
        """Remember a change until the transaction is written."""
        self._waiting.append(change)

    def forget(self) -> None:
        """Drop changes that were rolled back."""
        self._waiting.clear()

    def _link(self, head: str, entry: tuple[Any, ...]) -> str:
        text = json.dumps([self.case_id, head, *entry], ensure_ascii=False, separators=(",", ":"))
        return hmac.digest(self.key, text.encode(), "sha256").hex()

    def write(self, operation_id: str, operation: str, worker: str, at: str) -> tuple[int, str]:
        """Write the waiting changes inside the running transaction; return the new sequence and head."""
        sequence, head = self.sequence, self.head
        for change in self._waiting:
            sequence += 1
            entry = (
                sequence, operation_id, operation, change.table, change.row_id,
                change.before, change.after, worker, at,
            )  # fmt: skip
            head = self._link(head, entry)
            self.connection.execute(
                f"INSERT INTO journal_entry ({_COLUMNS}, mac)"  # noqa: S608
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (*entry, head),
            )
        return sequence, head

    def keep(self, sequence: int, head: str) -> None:
        """Take over the head after the commit."""
        self.sequence, self.head = sequence, head
        self._waiting.clear()

    def verify(self, sequence: int, head: str) -> None:
        """Walk the whole chain; raise DamagedFileError when a link is cut, changed, swapped or missing."""
        at, link = 0, ""
        rows = self.connection.execute(f"SELECT {_COLUMNS}, mac FROM journal_entry ORDER BY sequence")  # noqa: S608
        for *entry, mac in rows:
            at += 1
            link = self._link(link, tuple(entry))
            if entry[0] != at or not hmac.compare_digest(mac, link):
                raise DamagedFileError
        if (at, link) != (sequence, head):
            raise DamagedFileError
        self.sequence, self.head = sequence, head

    def operations_since(self, sequence: int) -> list[tuple[str, str]]:
        """Return id and name of each operation after a sequence number, in order."""
        rows = self.connection.execute(
            "SELECT operation_id, operation FROM journal_entry WHERE sequence > ?"
            " GROUP BY operation_id ORDER BY min(sequence)",
            (sequence,),
        )
        return [(operation_id, operation) for operation_id, operation in rows]

    def link_at(self, sequence: int) -> str:
        """Return the chain's value at an earlier sequence number; empty where there is none."""
        found = self.connection.execute(
            "SELECT mac FROM journal_entry WHERE sequence = ?", (sequence,)
        ).fetchone()
        return str(found[0]) if found else ""
