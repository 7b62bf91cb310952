"""Keep what the worker answered to the conditions of OKOT that the file cannot answer."""

from collections.abc import Mapping
from datetime import date

from sqlmodel import Session

from eletdesk.domain.answer import Answer
from eletdesk.domain.pathway import Pathway
from eletdesk.errors import InvalidInputError, NotFoundError
from eletdesk.operations.finding import row_of
from eletdesk.programmes.law.okot import okot_rules
from eletdesk.queries.answers import answers_of
from eletdesk.translation import _

_WORDS = {True: "yes", False: "no", None: ""}


def answer_okot(
    session: Session, /, pathway_id: str, *, answers: Mapping[str, bool | None], on: date
) -> dict[str, Answer]:
    """Keep yes, no or not known for the conditions of OKOT; return the answers that are kept."""
    row_of(session, Pathway, pathway_id)
    known = answers_of(session, pathway_id)
    for question, answer in answers.items():
        if question not in okot_rules().questions:
            raise NotFoundError(_("This is no condition of OKOT."))
        if answer not in _WORDS:
            raise InvalidInputError(question, _("Choose yes, no or not known."))
        value = _WORDS[answer]
        row = known.get(question)
        if row is None and value:
            row = known[question] = Answer(pathway_id=pathway_id, question=question, answered_on=on)
            session.add(row)
        if row is not None and row.value != value:
            row.value, row.answered_on = value, on
    return known
