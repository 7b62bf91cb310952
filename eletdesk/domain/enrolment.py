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
    attest: str = Field(default="", max_length=40)
    repeated_years: int = Field(default=0, ge=0, le=10)
    free_days: list[str] = list_field()
