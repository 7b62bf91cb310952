"""Where and since when the young person is enrolled."""

from datetime import date
from enum import StrEnum

from sqlmodel import Field

from eletdesk.domain.case_row import NAME_LENGTH, CaseRow, list_field
from eletdesk.domain.school_calendar import Community


class Finality(StrEnum):
    """Finality of a study option in the second and third grade; the member names are file format."""

    transfer = "transfer"
    dual = "dual"
    labour_market = "labour_market"
    none = "none"


class TrainingForm(StrEnum):
    """Training form of special secondary education; the member names are file format."""

    none = "none"
    ov1 = "ov1"
    ov2 = "ov2"
    ov3 = "ov3"
    ov4 = "ov4"


class Enrolment(CaseRow, table=True):
    """One school and one study option; the community decides calendar and absence rules."""

    __tablename__ = "enrolment"

    school: str = Field(max_length=NAME_LENGTH)
    community: Community = Community.flemish
    year_label: str = Field(default="", max_length=NAME_LENGTH)
    study: str = Field(default="", max_length=NAME_LENGTH)
    finality: Finality = Finality.none
    started_on: date | None = None
    ended_on: date | None = None
    grade: int = Field(default=0, ge=0, le=4)
    grade_year: int = Field(default=0, ge=0, le=4)
    study_domain: str = Field(default="", max_length=60)
    training_form: TrainingForm = TrainingForm.none
    is_individual_curriculum: bool = False
    exit_position: str = Field(default="", max_length=40)
    qualification: str = Field(default="", max_length=60)
    school_number: str = Field(default="", max_length=20)
    municipality_nis: str = Field(default="", max_length=10)
    attest: str = Field(default="", max_length=40)
    repeated_years: int = Field(default=0, ge=0, le=10)
    free_days: list[str] = list_field()
