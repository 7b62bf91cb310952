"""A moment at which somebody must look how the young person is doing, and what was found."""

from datetime import date

from sqlmodel import Field

from eletdesk.domain.case_row import TEXT_LENGTH, CaseRow


class FollowUp(CaseRow, table=True):
    """One term of a clock: the offer of the Youth Guarantee, the look after 6, 12 or 18 months.

    clock and outcome are codes of the rule data or of the programme; a second start counts anew.
    """

    __tablename__ = "follow_up"

    pathway_id: str | None = Field(default=None, foreign_key="pathway.id")
    clock: str = Field(max_length=60)
    starts_on: date
    due_on: date
    done_on: date | None = None
    outcome: str = Field(default="", max_length=60)
    note: str = Field(default="", max_length=TEXT_LENGTH)
