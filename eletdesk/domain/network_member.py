"""The people around a young person."""

from enum import StrEnum

from sqlmodel import Field

from eletdesk.domain.case_row import NAME_LENGTH, TEXT_LENGTH, CaseRow


class MemberRole(StrEnum):
    """What somebody is to the young person; the member names are file format."""

    mother = "mother"
    father = "father"
    guardian = "guardian"
    family = "family"
    school_contact = "school_contact"
    clb_counsellor = "clb_counsellor"
    youth_help = "youth_help"
    employment_service = "employment_service"
    school_godparent = "school_godparent"
    interpreter = "interpreter"
    other = "other"


class NetworkMember(CaseRow, table=True):
    """A parent, another relative, or somebody who works with the young person."""

    __tablename__ = "network_member"

    name: str = Field(max_length=NAME_LENGTH)
    role: MemberRole = MemberRole.other
    organisation: str = Field(default="", max_length=NAME_LENGTH)
    has_authority: bool = False
    is_confidant: bool = False
    is_bound_by_secrecy: bool = False
    language: str = Field(default="", max_length=NAME_LENGTH)
    phone: str = Field(default="", max_length=60)
    email: str = Field(default="", max_length=NAME_LENGTH)
    reach_note: str = Field(default="", max_length=TEXT_LENGTH)
