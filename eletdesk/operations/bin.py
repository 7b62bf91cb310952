"""Delete to the bin, bring back, and empty what is 30 days old."""

from datetime import timedelta

from sqlmodel import Session, col, select

from eletdesk import clock
from eletdesk.domain.case_row import CaseRow
from eletdesk.domain.tables import BY_TABLE
from eletdesk.errors import NotFoundError
from eletdesk.operations.finding import row_of

BIN_DAYS = 30


def delete_row(session: Session, table: str, row_id: str) -> CaseRow:
    """Move one row to the bin, where it stays 30 days."""
    row = row_of(session, BY_TABLE[table], row_id)
    row.deleted_at = clock.now()
    return row


def restore_row(session: Session, table: str, row_id: str) -> CaseRow:
    """Take one row out of the bin."""
    row = session.get(BY_TABLE[table], row_id)
    if row is None:
        raise NotFoundError
    row.deleted_at = None
    return row


def empty_bin(session: Session) -> int:
    """Remove for good what has been in the bin for 30 days; return how many rows."""
    limit = clock.now() - timedelta(days=BIN_DAYS)
    count = 0
    for subject in BY_TABLE.values():
        for row in session.exec(select(subject).where(col(subject.deleted_at) < limit)):
            session.delete(row)
            count += 1
    return count
