"""What was being typed when the work was interrupted."""

from pydantic import NaiveDatetime
from sqlmodel import Field

from eletdesk.domain.case_row import CaseRow, mapping_field


class Draft(CaseRow, table=True):
    """One unfinished form; a draft is not part of the history and leaves no journal entry."""

    __tablename__ = "draft"

    form: str = Field(max_length=60)
    saved_at: NaiveDatetime
    values: dict[str, str] = mapping_field()
