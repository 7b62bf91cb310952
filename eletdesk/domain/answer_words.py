"""Say the answers to the questions of a programme in words."""

from datetime import date

from eletdesk.domain.spoken_dates import numeric_date
from eletdesk.programmes.answers import NO, YES
from eletdesk.programmes.definition import Question
from eletdesk.translation import _


def said_answer(question: Question, kept: str) -> str:
    """Return a kept answer in words; a code that the programme no longer knows is said as it is."""
    if question.kind == "yes_no":
        return {YES: _("Yes"), NO: _("No")}.get(kept, kept)
    if question.kind == "date":
        return _said_day(kept)
    if question.kind in ("choice", "many"):
        labels = {choice.code: choice.label.said() for choice in question.choices}
        return ", ".join(labels.get(code, code) for code in kept.split(",") if code)
    return kept.replace(".", ",") if question.kind == "number" else kept


def _said_day(kept: str) -> str:
    try:
        return numeric_date(date.fromisoformat(kept))
    except ValueError:
        return kept
