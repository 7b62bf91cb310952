"""Answers to the questions of a programme: checked against their kind and kept as text."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal, InvalidOperation

from eletdesk.errors import InvalidInputError
from eletdesk.programmes.definition import Question
from eletdesk.translation import _

_LONGEST_TEXT = 20_000
YES, NO = "yes", "no"


def field_of(question: str) -> str:
    """Return the name of the field in which a question is answered."""
    return f"answer:{question}"


def kept_answer(question: Question, value: object) -> str:
    """Return an answer as it is kept, empty for none; InvalidInputError names the field of the question."""
    if value is None or value in ("", []):
        return ""
    if question.kind == "yes_no":
        return _yes_no(question, value)
    if question.kind == "number":
        return _number(question, str(value))
    if question.kind == "date":
        return _day(question, value)
    if question.kind in ("choice", "many"):
        return _chosen(question, value)
    text = str(value).strip()
    if len(text) > _LONGEST_TEXT:
        raise _refusal(question, _("This text is too long."))
    return text


def _refusal(question: Question, sentence: str) -> InvalidInputError:
    return InvalidInputError(field_of(question.code), sentence)


def _yes_no(question: Question, value: object) -> str:
    if value in (True, YES):
        return YES
    if value in (False, NO):
        return NO
    raise _refusal(question, _("Answer with yes or no."))


def _number(question: Question, text: str) -> str:
    try:
        number = Decimal(text.strip().replace(" ", "").replace(",", "."))
    except InvalidOperation:
        raise _refusal(question, _("Type a number, for example 12 or 12,5.")) from None
    if not number.is_finite() or len(f"{number:f}") > 20:
        raise _refusal(question, _("Type a number, for example 12 or 12,5."))
    return f"{number:f}"


def _day(question: Question, value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    try:
        return date.fromisoformat(str(value)).isoformat()
    except ValueError:
        raise _refusal(question, _("Type a day.")) from None


def _chosen(question: Question, value: object) -> str:
    is_many = question.kind == "many"
    chosen = (
        [str(one) for one in value] if isinstance(value, Iterable) and not isinstance(value, str) else None
    )
    codes = chosen if chosen is not None else [code for code in str(value).split(",") if code]
    known = [choice.code for choice in question.choices]
    if any(code not in known for code in codes) or (len(codes) > 1 and not is_many):
        raise _refusal(question, _("Choose from the list."))
    return ",".join(code for code in known if code in codes)
