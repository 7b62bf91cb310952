"""Find the row an operation works on, and write named changes to it."""

from typing import Any, TypeVar

from sqlmodel import Session

from eletdesk.domain.case_row import CaseRow
from eletdesk.errors import NotFoundError

Subject = TypeVar("Subject", bound=CaseRow)


def row_of(session: Session, subject: type[Subject], row_id: str) -> Subject:
    """Return one row that is not in the bin; raise NotFoundError otherwise."""
    row = session.get(subject, row_id)
    if row is None or row.deleted_at is not None:
        raise NotFoundError
    return row


def write_changes(row: CaseRow, changes: dict[str, Any]) -> None:
    """Write only what differs, so that the journal shows what really changed."""
    for name, value in changes.items():
        if name not in type(row).model_fields or name in ("id", "created_at", "deleted_at"):
            raise TypeError("no such field")
        if getattr(row, name) != value:
            setattr(row, name, value)
