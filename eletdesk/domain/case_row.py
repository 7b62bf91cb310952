"""The ground that every table of a case file stands on."""

from typing import Any

from pydantic import ConfigDict, NaiveDatetime
from sqlalchemy import JSON, Column
from sqlmodel import Field, SQLModel

from eletdesk import clock
from eletdesk.domain.row_id import new_id

NAME_LENGTH = 200
TEXT_LENGTH = 200_000


class CaseRow(SQLModel):
    """One row of a case file; deleted rows stay 30 days in the bin."""

    #: Rows lie in the order of their id itself: an index beside each table would cost a third of the file.
    __table_args__: Any = {"sqlite_with_rowid": False}

    model_config = ConfigDict(hide_input_in_errors=True)  # type: ignore[assignment]

    id: str = Field(default_factory=new_id, primary_key=True)
    created_at: NaiveDatetime = Field(default_factory=clock.now)
    deleted_at: NaiveDatetime | None = None

    def __repr__(self) -> str:
        """Show the id only: rows end up in tracebacks."""
        return f"<{type(self).__name__} {self.id}>"

    __str__ = __repr__


def list_field() -> Any:
    """Make a column that holds a short list of codes or words."""
    return Field(default_factory=list, sa_column=Column(JSON, nullable=False))


def mapping_field() -> Any:
    """Make a column that holds a small mapping."""
    return Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
