"""The young person that a case file is about."""

from datetime import date
from enum import StrEnum

from sqlmodel import Field

from eletdesk.domain.case_row import NAME_LENGTH, TEXT_LENGTH, CaseRow, list_field


class Gender(StrEnum):
    """Gender as it is counted; the member names are file format."""

    female = "female"
    male = "male"
    other = "other"
    unknown = "unknown"


class YoungPerson(CaseRow, table=True):
    """Who the case is about; the national number is never stored (Act of 8 August 1983, art. 8)."""

    __tablename__ = "young_person"

    given_name: str = Field(max_length=NAME_LENGTH)
    family_name: str = Field(default="", max_length=NAME_LENGTH)
    birth_on: date | None = None
    gender: Gender = Gender.unknown
    is_belgian: bool | None = None
    home_language: str = Field(default="", max_length=NAME_LENGTH)
    needs_interpreter: bool = False
    interpreter: str = Field(default="", max_length=NAME_LENGTH)
    street: str = Field(default="", max_length=NAME_LENGTH)
    postcode: str = Field(default="", max_length=20)
    place: str = Field(default="", max_length=NAME_LENGTH)
    municipality_nis: str = Field(default="", max_length=10)
    phone: str = Field(default="", max_length=60)
    email: str = Field(default="", max_length=NAME_LENGTH)
    school_record_number: str = Field(default="", max_length=20)
    #: The four indicators of educational disadvantage, each yes, no or not known.
    has_school_allowance: bool | None = None
    has_low_educated_mother: bool | None = None
    has_other_home_language: bool | None = None
    has_lagging_neighbourhood: bool | None = None
    is_newcomer: bool | None = None
    #: The worker's own words to find cases again.
    tags: list[str] = list_field()
    strengths: str = Field(default="", max_length=TEXT_LENGTH)
    remarks: str = Field(default="", max_length=TEXT_LENGTH)
