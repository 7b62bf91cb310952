"""A time away from class, counted in lesson half-days."""

from datetime import date
from enum import StrEnum

from sqlmodel import Field

from eletdesk.domain.case_row import NAME_LENGTH, TEXT_LENGTH, CaseRow, list_field
from eletdesk.domain.school_calendar import DayPart


class TimeOutKind(StrEnum):
    """What kind of time-out; the member names are file format."""

    naft = "naft"
    internal = "internal"
    temporary_exclusion = "temporary_exclusion"
    preventive_suspension = "preventive_suspension"
    sas = "sas"


class TimeOut(CaseRow, table=True):
    """From half-day to half-day; half_days is counted on the calendar of the school's community."""

    __tablename__ = "time_out"

    kind: TimeOutKind = TimeOutKind.naft
    starts_on: date
    starts_part: DayPart = DayPart.morning
    ends_on: date
    ends_part: DayPart = DayPart.afternoon
    half_days: int = Field(default=0, ge=0)
    agreed_with: str = Field(default="", max_length=NAME_LENGTH)
    is_director_agreed: bool = False
    school_godparent: str = Field(default="", max_length=NAME_LENGTH)
    has_homework_packs: bool = False
    return_meeting_on: date | None = None
    how_it_ended: str = Field(default="", max_length=TEXT_LENGTH)
    note: str = Field(default="", max_length=TEXT_LENGTH)
    is_confidential: bool = False
    #: Why it is longer than the rule allows (rule 12), where it is.
    limit_reason: str = Field(default="", max_length=TEXT_LENGTH)
    #: Grounds on which it stays out of an inspection copy: codes of the rule data (rule 15).
    exclusions: list[str] = list_field()
