"""All rows of a subject that are not in the bin."""

from typing import TypeVar

from sqlmodel import Session, col, select

from eletdesk.domain.case_row import CaseRow

Subject = TypeVar("Subject", bound=CaseRow)


def live_rows(session: Session, subject: type[Subject]) -> list[Subject]:
    """Return all rows of a subject that are not in the bin, the oldest first."""
    return list(
        session.exec(select(subject).where(col(subject.deleted_at).is_(None)).order_by(col(subject.id)))
    )
