"""Everything that was changed in a case, the newest first: read from the journal of its file."""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from eletdesk.domain.journal_entry import JournalEntry
from eletdesk.queries.row_history import RowChange, change_of

#: What the file itself writes, not a change by the worker.
_SILENT = ("draft", "kept")


@dataclass(frozen=True)
class CaseChange:
    """One change of one row of the case."""

    table: str
    row_id: str
    change: RowChange


def case_history(session: Session, *, table: str = "", most: int = 200, skip: int = 0) -> list[CaseChange]:
    """Return the newest changes, of one subject when it is named; skip those that were shown already."""
    wanted = select(JournalEntry).where(col(JournalEntry.table_name).not_in(_SILENT))
    if table:
        wanted = wanted.where(JournalEntry.table_name == table)
    entries = session.exec(wanted.order_by(col(JournalEntry.sequence).desc()).offset(skip).limit(most))
    return [CaseChange(entry.table_name, entry.row_id, change_of(entry)) for entry in entries]
