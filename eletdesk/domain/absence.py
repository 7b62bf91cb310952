"""A half-day that the young person missed at school, with the code of the school's community."""

from datetime import date
from enum import StrEnum

from sqlmodel import Field

from eletdesk.domain.case_row import NAME_LENGTH, TEXT_LENGTH, CaseRow
from eletdesk.domain.school_calendar import Community, DayPart


class AbsenceSource(StrEnum):
    """Where the absence was read; the member names are file format."""

    by_hand = "by_hand"
    school_list = "school_list"
    young_person = "young_person"


class Absence(CaseRow, table=True):
    """One half-day; periods are the lesson hours missed in it, which the French Community counts.

    The code is one of the rule data of its community (resources/rules), not an enum: lists change.
    """

    __tablename__ = "absence"

    absent_on: date
    part: DayPart = DayPart.morning
    code: str = Field(default="", max_length=10)
    periods: int = Field(default=0, ge=0, le=12)
    community: Community = Community.flemish
    school: str = Field(default="", max_length=NAME_LENGTH)
    source: AbsenceSource = AbsenceSource.by_hand
    note: str = Field(default="", max_length=TEXT_LENGTH)
