"""One course of a young person through one programme, and the stages it went through."""

from datetime import date

from sqlmodel import Field

from eletdesk.domain.case_row import NAME_LENGTH, TEXT_LENGTH, CaseRow, list_field


class Pathway(CaseRow, table=True):
    """A pathway keeps the code and version of its programme, so that old cases keep their rules.

    mode, reasons, stage and outcome are codes of that programme.
    """

    __tablename__ = "pathway"

    programme_code: str = Field(max_length=40)
    programme_version: int
    stage: str = Field(max_length=60)
    started_on: date
    closed_on: date | None = None
    #: The pathway that this one goes on with: a closed case that was reopened is a new spell.
    continues_id: str | None = Field(default=None, foreign_key="pathway.id")
    mode: str = Field(default="", max_length=60)
    is_compulsory: bool = False
    reasons: list[str] = list_field()
    question: str = Field(default="", max_length=TEXT_LENGTH)
    goals: str = Field(default="", max_length=TEXT_LENGTH)
    referrer: str = Field(default="", max_length=NAME_LENGTH)
    referrer_centre: str = Field(default="", max_length=NAME_LENGTH)
    referred_on: date | None = None
    round_table_on: date | None = None
    closing_round_table_on: date | None = None
    outcome: str = Field(default="", max_length=60)
    outcome_note: str = Field(default="", max_length=TEXT_LENGTH)


class StageChange(CaseRow, table=True):
    """One step from stage to stage; a reason is kept where the programme asks for one."""

    __tablename__ = "stage_change"

    pathway_id: str = Field(foreign_key="pathway.id")
    from_stage: str = Field(default="", max_length=60)
    to_stage: str = Field(max_length=60)
    changed_on: date
    reason: str = Field(default="", max_length=TEXT_LENGTH)
