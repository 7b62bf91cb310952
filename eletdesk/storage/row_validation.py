"""Check every new and changed row before it is written (SQLModel tables do not check themselves).

The national number may not be kept (Act of 8 August 1983, art. 8), so here, where every row passes, each
valid one is taken out of every text; the count is told to the worker.
"""

from typing import Any

from pydantic import ValidationError
from sqlmodel import Session

from eletdesk.domain.case_row import CaseRow
from eletdesk.domain.national_number import without_national_numbers
from eletdesk.errors import InvalidInputError
from eletdesk.translation import _

#: Fields that hold a digest, where eleven digits in a row mean nothing.
_CODES = frozenset({"sha256"})


def validate_rows(session: Session, *_ignored: Any) -> None:
    """Validate new and dirty rows; raise InvalidInputError that names the field and never shows its value."""
    for row in [*session.new, *session.dirty]:
        if isinstance(row, CaseRow):
            removed = sum(_take_out_numbers(row, name) for name in type(row).model_fields)
            session.info["national_numbers"] = session.info.get("national_numbers", 0) + removed
            _validate(row)


def _take_out_numbers(row: CaseRow, name: str) -> int:
    value = getattr(row, name)
    if name in _CODES or name.endswith("id"):
        return 0
    if isinstance(value, str):
        cleaned, count = without_national_numbers(value)
        if count:
            setattr(row, name, cleaned)
        return count
    if isinstance(value, dict):
        texts = {key: without_national_numbers(str(text)) for key, text in value.items()}
        if any(count for _text, count in texts.values()):
            setattr(row, name, {key: text for key, (text, _count) in texts.items()})
        return sum(count for _text, count in texts.values())
    return 0


def _validate(row: CaseRow) -> None:
    names = list(type(row).model_fields)
    try:
        checked = type(row).model_validate({name: getattr(row, name) for name in names})
    except ValidationError as error:
        problem = error.errors(include_input=False, include_url=False, include_context=False)[0]
        field = str(problem["loc"][0]) if problem["loc"] else ""
        raise InvalidInputError(field, _sentence(str(problem["type"]))) from None
    for name in names:
        value = getattr(checked, name)
        if type(value) is not type(getattr(row, name)):
            setattr(row, name, value)


def _sentence(kind: str) -> str:
    if kind == "string_too_long":
        return _("This text is too long for this field.")
    if kind.startswith(("date", "time")):
        return _("This is not a date that exists.")
    if kind.startswith(("less", "greater")):
        return _("This number is outside what is possible here.")
    return _("This cannot be kept in this field.")
