"""Check every new and changed row before it is written (SQLModel tables do not check themselves)."""

from typing import Any

from pydantic import ValidationError
from sqlmodel import Session

from eletdesk.domain.case_row import CaseRow
from eletdesk.errors import InvalidInputError
from eletdesk.translation import _


def validate_rows(session: Session, *_ignored: Any) -> None:
    """Validate new and dirty rows; raise InvalidInputError that names the field and never shows its value."""
    for row in [*session.new, *session.dirty]:
        if isinstance(row, CaseRow):
            _validate(row)


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
