"""A referral and what left the desk with it."""

from datetime import date
from enum import StrEnum
from typing import Any

from pydantic import NaiveDatetime
from sqlmodel import Field

from eletdesk.domain.case_row import NAME_LENGTH, TEXT_LENGTH, CaseRow, list_field, mapping_field


class ReferralStatus(StrEnum):
    """Where a referral stands; the member names are file format."""

    draft = "draft"
    ready = "ready"
    sent = "sent"
    accepted = "accepted"
    rejected = "rejected"
    in_progress = "in_progress"
    done = "done"
    withdrawn = "withdrawn"


class Referral(CaseRow, table=True):
    """One dossier to one receiver; texts belong to the referral, the sources stay as they are."""

    __tablename__ = "referral"

    kind: str = Field(max_length=40)
    kind_version: int = 1
    status: ReferralStatus = ReferralStatus.draft
    recipient: str = Field(default="", max_length=NAME_LENGTH)
    recipient_contact: str = Field(default="", max_length=NAME_LENGTH)
    is_recipient_bound: bool = True
    language: str = Field(default="nl", max_length=2)
    due_on: date | None = None
    sent_on: date | None = None
    answered_on: date | None = None
    answer_reason: str = Field(default="", max_length=TEXT_LENGTH)
    texts: dict[str, str] = mapping_field()
    picked: list[str] = list_field()
    not_shared: list[str] = list_field()


class Disclosure(CaseRow, table=True):
    """One export that left: to whom, why, with which consent, and the file itself."""

    __tablename__ = "disclosure"
    # Contents of many megabytes lie better in a table of the usual kind.
    __table_args__: Any = {"sqlite_with_rowid": True}  # noqa: RUF012 - SQLAlchemy's own name

    referral_id: str | None = Field(default=None, foreign_key="referral.id")
    kind: str = Field(max_length=40)
    recipient: str = Field(default="", max_length=NAME_LENGTH)
    is_recipient_bound: bool = False
    purpose: str = Field(default="", max_length=TEXT_LENGTH)
    sections: list[str] = list_field()
    consent_id: str | None = Field(default=None, foreign_key="consent.id")
    language: str = Field(default="nl", max_length=2)
    is_draft: bool = False
    has_password: bool = False
    sent_at: NaiveDatetime
    sha256: str = Field(max_length=64)
    content: bytes = b""
