"""The journal of a case file: every change, before and after, who and when."""

from pydantic import NaiveDatetime
from sqlalchemy import Column, Integer
from sqlmodel import Field, SQLModel


class JournalEntry(SQLModel, table=True):
    """One change of one row; written by the case file itself, never by an operation."""

    __tablename__ = "journal_entry"

    sequence: int = Field(sa_column=Column(Integer, primary_key=True, autoincrement=False))
    operation_id: str
    operation: str
    table_name: str
    row_id: str
    before: str | None = None
    after: str | None = None
    worker: str
    at: NaiveDatetime
    mac: str

    def __repr__(self) -> str:
        """Show the sequence number only."""
        return f"<JournalEntry {self.sequence}>"

    __str__ = __repr__
