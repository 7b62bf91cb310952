"""Lists of documents and of what was shared, without reading the files themselves."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session, col, select

from eletdesk.domain.document import Document
from eletdesk.domain.referral import Disclosure
from eletdesk.errors import NotFoundError


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One document without its content; size in bytes."""

    id: str
    name: str
    added_on: date
    size: int
    is_confidential: bool


@dataclass(frozen=True, slots=True)
class DisclosureLine:
    """One export that left, without the file."""

    id: str
    kind: str
    recipient: str
    is_recipient_bound: bool
    purpose: str
    sent_at: datetime
    is_draft: bool
    has_password: bool
    sha256: str


def document_lines(session: Session) -> list[DocumentLine]:
    """Return the documents, the newest first."""
    columns = (
        col(Document.id),
        col(Document.name),
        col(Document.added_on),
        col(Document.size),
        col(Document.is_confidential),
    )
    rows = session.exec(select(*columns).where(col(Document.deleted_at).is_(None)))  # type: ignore[call-overload]
    return sorted(
        (DocumentLine(*row) for row in rows), key=lambda line: (line.added_on, line.id), reverse=True
    )


def document_content(session: Session, document_id: str) -> bytes:
    """Return the content of one document, for a copy that leaves the desk."""
    row = session.get(Document, document_id)
    if row is None or row.deleted_at is not None:
        raise NotFoundError
    return row.content


def disclosure_lines(session: Session) -> list[DisclosureLine]:
    """Return what was shared, the newest first."""
    columns = (
        col(Disclosure.id),
        col(Disclosure.kind),
        col(Disclosure.recipient),
        col(Disclosure.is_recipient_bound),
        col(Disclosure.purpose),
        col(Disclosure.sent_at),
        col(Disclosure.is_draft),
        col(Disclosure.has_password),
        col(Disclosure.sha256),
    )
    rows = session.exec(select(*columns).where(col(Disclosure.deleted_at).is_(None)))  # type: ignore[call-overload]
    return sorted((DisclosureLine(*row) for row in rows), key=lambda line: line.sent_at, reverse=True)
