"""Keep a file inside the case file."""

import hashlib
import mimetypes

from sqlmodel import Session

from eletdesk import clock
from eletdesk.domain.document import Document
from eletdesk.errors import InvalidInputError
from eletdesk.operations.finding import row_of
from eletdesk.translation import _

LARGEST = 50 * 1024 * 1024


def add_document(session: Session, *, name: str, content: bytes, is_confidential: bool = False) -> Document:
    """Keep a copy of a file in the case; the original stays where it is."""
    if not content:
        raise InvalidInputError("content", _("This file is empty."))
    if len(content) > LARGEST:
        raise InvalidInputError("content", _("This file is larger than 50 MB."))
    document = Document(
        name=name,
        media_type=mimetypes.guess_type(name)[0] or "application/octet-stream",
        added_on=clock.today(),
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        content=content,
        is_confidential=is_confidential,
    )
    session.add(document)
    return document


def rename_document(session: Session, document_id: str, name: str) -> Document:
    """Give a document another name."""
    document = row_of(session, Document, document_id)
    document.name = name
    return document


def change_document(session: Session, document_id: str, *, name: str, is_confidential: bool) -> Document:
    """Give a document another name, or say whether it is confidential."""
    if not name.strip():
        raise InvalidInputError("name", _("Give the document a name."))
    document = row_of(session, Document, document_id)
    if (document.name, document.is_confidential) != (name.strip(), is_confidential):
        document.name, document.is_confidential = name.strip(), is_confidential
    return document
