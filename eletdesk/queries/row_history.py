"""Who changed a row, when, and from what to what: read from the journal of the case file."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from eletdesk.domain.journal_entry import JournalEntry

_SILENT = frozenset({"id", "created_at", "pathway_id", "sha256", "content"})


@dataclass(frozen=True)
class FieldChange:
    """One field before and after, as it stands in the file."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True)
class RowChange:
    """One change of a row: kind is new, changed, binned or restored."""

    at: datetime
    worker: str
    kind: str
    fields: tuple[FieldChange, ...]


def row_history(session: Session, table: str, row_id: str) -> list[RowChange]:
    """Return what happened to one row, the newest change first."""
    entries = session.exec(
        select(JournalEntry)
        .where(JournalEntry.table_name == table, JournalEntry.row_id == row_id)
        .order_by(col(JournalEntry.sequence).desc())
    )
    return [change_of(entry) for entry in entries]


def change_of(entry: JournalEntry) -> RowChange:
    """Return one entry of the journal as a change of a row."""
    before, after = _values(entry.before), _values(entry.after)
    names = [name for name in {**before, **after} if name not in _SILENT]
    fields = tuple(
        FieldChange(name, before.get(name), after.get(name))
        for name in names
        if name != "deleted_at" and (before.get(name) or None) != (after.get(name) or None)
    )
    return RowChange(entry.at, entry.worker, _kind(before, after), fields)


def _kind(before: dict[str, Any], after: dict[str, Any]) -> str:
    if not before:
        return "new"
    was_binned, is_binned = bool(before.get("deleted_at")), not after or bool(after.get("deleted_at"))
    if was_binned != is_binned:
        return "binned" if is_binned else "restored"
    return "changed"


def _values(text: str | None) -> dict[str, Any]:
    return dict(json.loads(text)) if text else {}
