"""Every contact with parents and network, also the unanswered ones."""

from datetime import date, time
from enum import StrEnum

from sqlmodel import Field

from eletdesk.domain.case_row import NAME_LENGTH, TEXT_LENGTH, CaseRow, list_field


class ContactMedium(StrEnum):
    """How contact was sought; the member names are file format."""

    phone = "phone"
    message = "message"
    email = "email"
    meeting = "meeting"
    visit = "visit"
    letter = "letter"
    unknown = "unknown"


class ContactDirection(StrEnum):
    """Who sought it; the member names are file format."""

    outgoing = "outgoing"
    incoming = "incoming"


class ContactMoment(CaseRow, table=True):
    """One attempt or one contact; with_whom says who when no network member was chosen."""

    __tablename__ = "contact_moment"

    happened_on: date
    happened_at: time | None = None
    member_id: str | None = Field(default=None, foreign_key="network_member.id")
    with_whom: str = Field(default="", max_length=NAME_LENGTH)
    medium: ContactMedium = ContactMedium.phone
    direction: ContactDirection = ContactDirection.outgoing
    is_reached: bool = True
    minutes: int = Field(default=0, ge=0, le=24 * 60)
    note: str = Field(default="", max_length=TEXT_LENGTH)
    topics: list[str] = list_field()
    is_confidential: bool = False
    activity_id: str = Field(default="", max_length=40)
    #: Grounds on which it stays out of an inspection copy: codes of the rule data (rule 15).
    exclusions: list[str] = list_field()
