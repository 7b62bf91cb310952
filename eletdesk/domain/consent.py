"""Who agreed to what, and until when."""

from datetime import date
from enum import StrEnum

from sqlmodel import Field

from eletdesk.domain.case_row import NAME_LENGTH, TEXT_LENGTH, CaseRow


class ConsentPurpose(StrEnum):
    """What the consent is for; the member names are file format."""

    guidance = "guidance"
    share_with_naft = "share_with_naft"
    share_with_school = "share_with_school"
    share_with_clb = "share_with_clb"
    share_with_youth_help = "share_with_youth_help"
    share_with_employment_service = "share_with_employment_service"


class ConsentState(StrEnum):
    """How it stands; the member names are file format."""

    given = "given"
    refused = "refused"
    withdrawn = "withdrawn"


class ConsentGiver(StrEnum):
    """Who gave it; a minor of 12 is presumed capable (decree of 7 May 2004, art. 4)."""

    young_person = "young_person"
    parent = "parent"
    both = "both"


class Consent(CaseRow, table=True):
    """One answer to one question for consent; truancy guidance is compulsory and flagged as such."""

    __tablename__ = "consent"

    purpose: ConsentPurpose = ConsentPurpose.guidance
    state: ConsentState = ConsentState.given
    given_by: ConsentGiver = ConsentGiver.young_person
    name: str = Field(default="", max_length=NAME_LENGTH)
    given_on: date
    valid_until: date | None = None
    is_written: bool = False
    is_compulsory: bool = False
    is_assessed_incapable: bool = False
    assessed_by: str = Field(default="", max_length=NAME_LENGTH)
    assessed_on: date | None = None
    assessment_ground: str = Field(default="", max_length=TEXT_LENGTH)
    note: str = Field(default="", max_length=TEXT_LENGTH)
