"""What was agreed to work on, and how far it is."""

from datetime import date
from enum import StrEnum

from sqlmodel import Field

from eletdesk.domain.case_row import TEXT_LENGTH, CaseRow


class GoalState(StrEnum):
    """How a goal stands; the member names are file format."""

    open = "open"
    reached = "reached"
    partly_reached = "partly_reached"
    dropped = "dropped"


class Perspective(StrEnum):
    """Whose view it is; the member names are file format."""

    young_person = "young_person"
    parent = "parent"
    school = "school"
    worker = "worker"
    other = "other"


class Goal(CaseRow, table=True):
    """A goal from the round table, of one pathway; life_domain is a code of the rule data."""

    __tablename__ = "goal"

    pathway_id: str | None = Field(default=None, foreign_key="pathway.id")
    text: str = Field(max_length=TEXT_LENGTH)
    life_domain: str = Field(default="", max_length=60)
    asked_by: Perspective = Perspective.young_person
    agreed_on: date
    state: GoalState = GoalState.open
    ended_on: date | None = None
    note: str = Field(default="", max_length=TEXT_LENGTH)


class GoalReview(CaseRow, table=True):
    """How far a goal was on a day: 0 not at all, 10 reached."""

    __tablename__ = "goal_review"

    goal_id: str = Field(foreign_key="goal.id")
    reviewed_on: date
    score: int = Field(ge=0, le=10)
    seen_by: Perspective = Perspective.young_person
    note: str = Field(default="", max_length=TEXT_LENGTH)
