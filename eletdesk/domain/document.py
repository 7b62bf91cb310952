"""A file that is kept inside the case file."""

from datetime import date
from typing import Any

from sqlmodel import Field

from eletdesk.domain.case_row import NAME_LENGTH, CaseRow, list_field


class Document(CaseRow, table=True):
    """An attachment: name, kind, content and its SHA-256."""

    __tablename__ = "document"
    # Contents of many megabytes lie better in a table of the usual kind.
    __table_args__: Any = {"sqlite_with_rowid": True}  # noqa: RUF012 - SQLAlchemy's own name

    name: str = Field(max_length=NAME_LENGTH)
    media_type: str = Field(default="application/octet-stream", max_length=100)
    added_on: date
    size: int = Field(default=0, ge=0)
    sha256: str = Field(default="", max_length=64)
    content: bytes = b""
    is_confidential: bool = False
    #: Grounds on which it stays out of an inspection copy: codes of the rule data (rule 15).
    exclusions: list[str] = list_field()
