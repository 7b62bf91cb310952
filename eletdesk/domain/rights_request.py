"""A request of the young person or a parent about the file itself, and the term that runs for it."""

from datetime import date
from enum import StrEnum

from sqlmodel import Field

from eletdesk.domain.case_row import NAME_LENGTH, TEXT_LENGTH, CaseRow


class RequestKind(StrEnum):
    """What is asked; the member names are file format."""

    inspection = "inspection"
    copy = "copy"
    correction = "correction"
    transfer_objection = "transfer_objection"


class RightsRequest(CaseRow, table=True):
    """One request; due_on follows from the rule data and may be changed by hand."""

    __tablename__ = "rights_request"

    kind: RequestKind = RequestKind.inspection
    asked_by: str = Field(default="", max_length=NAME_LENGTH)
    is_young_person: bool = True
    received_on: date
    due_on: date | None = None
    handled_on: date | None = None
    decision: str = Field(default="", max_length=TEXT_LENGTH)
    note: str = Field(default="", max_length=TEXT_LENGTH)
