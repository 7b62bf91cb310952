"""A step of the continuum of care at school, or of action-oriented assessment by the CLB."""

from datetime import date
from enum import StrEnum

from sqlmodel import Field

from eletdesk.domain.case_row import NAME_LENGTH, TEXT_LENGTH, CaseRow, list_field


class CareActor(StrEnum):
    """Who takes the step; the member names are file format."""

    school = "school"
    clb = "clb"
    external = "external"


class CareStep(CaseRow, table=True):
    """phase is a code of the rule data: care phases 0 to 3, phases of action-oriented assessment."""

    __tablename__ = "care_step"

    phase: str = Field(max_length=60)
    actor: CareActor = CareActor.school
    by_whom: str = Field(default="", max_length=NAME_LENGTH)
    started_on: date
    ended_on: date | None = None
    what: str = Field(default="", max_length=TEXT_LENGTH)
    effect: str = Field(default="", max_length=TEXT_LENGTH)
    is_confidential: bool = False
    #: Grounds on which it stays out of an inspection copy: codes of the rule data (rule 15).
    exclusions: list[str] = list_field()
