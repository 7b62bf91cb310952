"""One made-up word for each text field of each table, so that a leak names the field it came from."""

import types
import typing
from datetime import date
from enum import Enum
from typing import Any

from eletdesk.domain.case_row import CaseRow
from eletdesk.domain.tables import SUBJECTS

#: Eight letters that no language and no file format holds by chance.
STEM = "Zqkanari"
_SIGNS = "0123456789abcdefghijklmnopqrstuvwxyz"

#: Text that the program chooses itself from its own lists and ids; nobody can type into it.
CODES = {
    "*": {"id", "sha256"},
    "pathway": {"programme_code", "stage", "outcome"},
    "stage_change": {"pathway_id", "from_stage", "to_stage"},
    "guidance_session": {"pathway_id"},
    "contact_moment": {"member_id"},
    "enrolment": {"free_days"},
    "referral": {"kind", "language", "picked", "not_shared"},
    "disclosure": {"referral_id", "consent_id", "kind", "language", "sections"},
    "document": {"media_type"},
}
#: Text that is kept outside the tables of a case.
DESK_TEXTS = (
    "owner_name", "owner_role", "organisation", "desk_name", "passphrase", "pdf_password", "desk_draft",
    "erasure_reason", "cell", "heading", "refused_note", "wrong_type", "wrong_key", "logged", "warned",
    "uncaught", "new_passphrase", "binned", "later", "half_written",
)  # fmt: skip


def table_of(subject: type[CaseRow]) -> str:
    return str(subject.__tablename__)


def is_text(annotation: Any) -> bool:
    """Tell whether a field can hold text: str, bytes, a list or mapping, or one of these or nothing."""
    if isinstance(annotation, types.UnionType) or typing.get_origin(annotation) is typing.Union:
        return any(is_text(part) for part in typing.get_args(annotation))
    if typing.get_origin(annotation) in (list, dict):
        return True
    return (
        isinstance(annotation, type)
        and issubclass(annotation, str | bytes)
        and not issubclass(annotation, Enum)
    )


def text_fields(subject: type[CaseRow]) -> list[str]:
    """Name the fields of a table that somebody can type into."""
    codes = CODES["*"] | CODES.get(table_of(subject), set())
    return [
        name
        for name, field in subject.model_fields.items()
        if is_text(field.annotation) and name not in codes
    ]


PLACES = [f"{table_of(s)}.{name}" for s in SUBJECTS for name in text_fields(s)] + list(DESK_TEXTS)


def word(place: str) -> str:
    """Return the word of one place, ten signs long: the shortest field holds ten."""
    tens, ones = divmod(PLACES.index(place), len(_SIGNS))
    return f"{STEM}{_SIGNS[tens]}{_SIGNS[ones]}"


def words_for(subject: type[CaseRow], *left_out: str, **given: Any) -> dict[str, Any]:
    """Return a word for each text field of a table, for an operation that takes fields by name."""
    found: dict[str, Any] = {}
    for name in text_fields(subject):
        if name in left_out:
            continue
        text = word(f"{table_of(subject)}.{name}")
        kind = typing.get_origin(subject.model_fields[name].annotation)
        found[name] = [text] if kind is list else text
    return found | given


def a_day(day: int) -> date:
    return date(2026, 11, day)
