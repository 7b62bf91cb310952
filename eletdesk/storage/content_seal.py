"""Seal the content of a file: a keyed hash over all rows, kept up to date with each change.

The pages of an encrypted file are authentic one by one, but a lost rollback journal or an old page put
back gives a mix of old and new rows that no check of the engine finds. The seal is written in the same
transaction as the rows and compared when the file is opened. It is a sum of keyed hashes (a multiset
hash), so a change costs two hashes.
"""

import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from eletdesk.errors import DamagedFileError
from eletdesk.storage.change_capture import RowChange, rows_of

_WIDTH = 1 << 256

SEAL_TABLE = """CREATE TABLE seal (
    id INTEGER PRIMARY KEY CHECK (id = 1), generation INTEGER NOT NULL, content TEXT NOT NULL,
    sequence INTEGER NOT NULL, head TEXT NOT NULL, mac TEXT NOT NULL)"""


@dataclass(frozen=True)
class SealState:
    """What a seal says: how often the file changed, the hash of its rows, the head of its journal."""

    generation: int
    content: str
    sequence: int
    head: str


class ContentSeal:
    """The seal of one open file."""

    def __init__(self, connection: Any, key: bytes, subject: str, tables: Iterable[str]) -> None:
        self._connection = connection
        self._key = key
        self._subject = subject
        self._tables = tuple(tables)
        self._content = 0
        self.state = SealState(0, _text(0), 0, "")

    def _term(self, table: str, row: str) -> int:
        return int.from_bytes(hmac.digest(self._key, f"{table}\0{row}".encode(), "sha256"), "big")

    def _mac(self, state: SealState) -> str:
        text = f"{self._subject}|{state.generation}|{state.content}|{state.sequence}|{state.head}"
        return hmac.digest(self._key, b"seal\0" + text.encode(), "sha256").hex()

    def create(self) -> None:
        """Make the seal of an empty file."""
        self._connection.execute(SEAL_TABLE)
        self._connection.execute(
            "INSERT INTO seal VALUES (1, 0, ?, 0, '', ?)", (self.state.content, self._mac(self.state))
        )

    def verify(self) -> None:
        """Compare the seal with every row; raise DamagedFileError when they do not belong together."""
        found = self._connection.execute(
            "SELECT generation, content, sequence, head, mac FROM seal WHERE id = 1"
        ).fetchone()
        if found is None:
            raise DamagedFileError
        state = SealState(*found[:4])
        total = sum(
            self._term(table, row) for table in self._tables for row in rows_of(self._connection, table)
        )
        if not hmac.compare_digest(found[4], self._mac(state)) or state.content != _text(total % _WIDTH):
            raise DamagedFileError
        self._content = total % _WIDTH
        self.state = state

    def note(self, change: RowChange) -> None:
        """Take one change into the running hash."""
        if change.before is not None:
            self._content -= self._term(change.table, change.before)
        if change.after is not None:
            self._content += self._term(change.table, change.after)
        self._content %= _WIDTH

    def write(self, sequence: int, head: str) -> SealState:
        """Write the seal of the present content inside the running transaction."""
        state = SealState(self.state.generation + 1, _text(self._content), sequence, head)
        self._connection.execute(
            "UPDATE seal SET generation = ?, content = ?, sequence = ?, head = ?, mac = ? WHERE id = 1",
            (state.generation, state.content, state.sequence, state.head, self._mac(state)),
        )
        return state

    def keep(self, state: SealState) -> None:
        """Take over a state after its transaction was committed."""
        self.state = state

    def roll_back(self) -> None:
        """Forget changes that were not committed."""
        self._content = int(self.state.content, 16)


def _text(content: int) -> str:
    return f"{content:064x}"
