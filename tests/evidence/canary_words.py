"""One made-up word for each text field of each table, so that a leak names the field it came from."""

import re
import types
import typing
from dataclasses import fields
from datetime import date
from enum import Enum
from typing import Any

from eletdesk.desk.directory import WRITTEN
from eletdesk.domain.case_row import CaseRow
from eletdesk.domain.group_activity import GroupActivity
from eletdesk.domain.organisation import Organisation, OrganisationContact
from eletdesk.domain.tables import SUBJECTS

#: Eight letters that no language and no file format holds by chance.
STEM = "Zqkanari"
_SIGNS = "0123456789abcdefghijklmnopqrstuvwxyz"
_WORD = re.compile(rf"{STEM.lower()}([{_SIGNS}])([{_SIGNS}])")

#: Text that the program chooses itself from its own lists and ids; nobody can type into it.
CODES = {
    "*": {"id", "sha256", "exclusions", "activity_id"},
    "pathway": {"programme_code", "stage", "outcome", "continues_id"},
    "stage_change": {"pathway_id", "from_stage", "to_stage"},
    "guidance_session": {"pathway_id", "level", "goal_ids"},
    "contact_moment": {"member_id"},
    "enrolment": {"free_days"},
    "goal": {"pathway_id", "life_domain"},
    "goal_review": {"goal_id"},
    "assessment": {"scores"},
    "care_step": {"phase"},
    "follow_up": {"pathway_id", "clock", "outcome"},
    "answer": {"pathway_id", "question"},
    "task": {"cause"},
    "referral": {"kind", "language", "picked", "not_shared"},
    "disclosure": {"referral_id", "consent_id", "kind", "language", "sections"},
    "document": {"media_type"},
}
_GROUP_CODES = {"id", "level", "programme_code"}
_DIRECTORY_CODES = {"kind", "municipality_nis"}


def _texts_of(shape: Any, codes: set[str], only: typing.Collection[str] = ()) -> tuple[str, ...]:
    """Name the text fields of a row of the desk file."""
    return tuple(
        field.name
        for field in fields(shape)
        if field.type in ("str", str) and field.name not in codes and (not only or field.name in only)
    )


GROUP_FIELDS = _texts_of(GroupActivity, _GROUP_CODES)
DIRECTORY_FIELDS = _texts_of(Organisation, _DIRECTORY_CODES, WRITTEN)
CONTACT_FIELDS = _texts_of(OrganisationContact, set())
#: Text in rows of the desk file.
DESK_ROWS = (
    *(f"group_activity.{name}" for name in GROUP_FIELDS),
    *(f"organisation.{name}" for name in DIRECTORY_FIELDS),
    *(f"contact.{name}" for name in CONTACT_FIELDS),
)
#: Text in settings and other lists of the desk file, and where a person of the list stands.
DESK_KEPT = (
    "owner_name", "owner_role", "organisation", "desk_name", "desk_draft", "erasure_reason", "heading",
    "put_off_reason", "view_name", "filter_words", "listed_name", "listed_phone", "programme_label",
)  # fmt: skip
#: Text in a case that has a meaning of its own in an export.
CASE_TEXTS = ("third_name", "third_phone", "third_email", "withheld_note", "hidden_title", "listed_remark")
#: Text that is typed and kept nowhere, or not as it was typed.
PASSING_TEXTS = (
    "passphrase", "pdf_password", "cell", "refused_note", "wrong_type", "wrong_key", "logged", "warned",
    "uncaught", "new_passphrase", "binned", "later", "half_written", "destroyed", "broken_file", "asker",
)  # fmt: skip
DESK_TEXTS = (*DESK_ROWS, *DESK_KEPT, *CASE_TEXTS, *PASSING_TEXTS)


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


def places_in(text: str) -> set[str]:
    """Name the places whose words stand in a text, also where a line was broken inside a word."""
    joined = re.sub(r"[\s\u00ad-]+", "", text).lower()
    numbers = [_SIGNS.index(tens) * len(_SIGNS) + _SIGNS.index(ones) for tens, ones in _WORD.findall(joined)]
    return {PLACES[number] for number in numbers}


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
