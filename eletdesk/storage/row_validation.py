"""Check every new and changed row before it is written (SQLModel tables do not check themselves).

The national number may not be kept (Act of 8 August 1983, art. 8), so here, where every row passes, each
valid one is taken out of every text; the count is told to the worker.
"""

from typing import Any

from pydantic import ValidationError
from sqlmodel import Session

from eletdesk.domain.case_row import CaseRow
from eletdesk.domain.national_number import without_national_numbers
from eletdesk.domain.writable_text import writable
from eletdesk.errors import InvalidInputError
from eletdesk.translation import _

#: Fields that hold digests, ids and names of forms, where eleven digits in a row mean nothing.
_CODES = frozenset({"sha256", "picked", "form"})


def validate_rows(session: Session, *_ignored: Any) -> None:
    """Validate new and dirty rows; raise InvalidInputError that names the field and never shows its value."""
    for row in [*session.new, *session.dirty]:
        if isinstance(row, CaseRow):
            removed = sum(_clean(row, name) for name in type(row).model_fields)
            session.info["national_numbers"] = session.info.get("national_numbers", 0) + removed
            _validate(row)


def _clean(row: CaseRow, name: str) -> int:
    """Take out of a field what may not or cannot be kept; return how many national numbers it held."""
    if name in _CODES or name.endswith("id"):
        return 0
    value = getattr(row, name)
    cleaned, count = _cleaned(value)
    if cleaned != value:
        setattr(row, name, cleaned)
    return count


def _cleaned(value: Any) -> tuple[Any, int]:
    """Return a text, a list or a mapping of texts without national numbers, and how many it held."""
    if isinstance(value, str):
        return without_national_numbers(writable(value))
    if isinstance(value, list):
        parts = [_cleaned(part) for part in value]
        return [part for part, _count in parts], sum(count for _part, count in parts)
    if isinstance(value, dict):
        named = {key: _cleaned(part) for key, part in value.items()}
        return {key: part for key, (part, _c) in named.items()}, sum(count for _p, count in named.values())
    return value, 0


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
