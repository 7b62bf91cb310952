"""What has to be done, by hand or asked by a rule."""

from datetime import date

from pydantic import NaiveDatetime
from sqlmodel import Field

from eletdesk.domain.case_row import NAME_LENGTH, CaseRow


class Task(CaseRow, table=True):
    """One thing to do; rule names the rule that asked for it."""

    __tablename__ = "task"

    title: str = Field(max_length=NAME_LENGTH * 2)
    due_on: date | None = None
    done_at: NaiveDatetime | None = None
    rule: str = Field(default="", max_length=120)
    #: What set the rule off, so that the same cause never makes a second task.
    cause: str = Field(default="", max_length=120)
