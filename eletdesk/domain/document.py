"""A file that is kept inside the case file."""

from datetime import date

from sqlmodel import Field

from eletdesk.domain.case_row import NAME_LENGTH, CaseRow


class Document(CaseRow, table=True):
    """An attachment: name, kind, content and its SHA-256."""

    __tablename__ = "document"

    name: str = Field(max_length=NAME_LENGTH)
    media_type: str = Field(default="application/octet-stream", max_length=100)
    added_on: date
    size: int = Field(default=0, ge=0)
    sha256: str = Field(default="", max_length=64)
    content: bytes = b""
    is_confidential: bool = False
