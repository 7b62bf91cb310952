"""Answer the questions that a programme asks."""

from collections.abc import Mapping
from datetime import date

from sqlmodel import Session

from eletdesk import clock
from eletdesk.domain.answer import Answer
from eletdesk.domain.pathway import Pathway
from eletdesk.errors import NotFoundError
from eletdesk.operations.finding import row_of
from eletdesk.programmes.answers import kept_answer
from eletdesk.programmes.definition import Programme
from eletdesk.queries.answers import answers_of
from eletdesk.translation import _


def answer_question(
    session: Session,
    pathway_id: str,
    *,
    programme: Programme,
    question: str,
    value: object,
    on: date | None = None,
) -> Answer | None:
    """Keep one answer, checked against its question; an empty one takes an earlier answer away.

    Raises InvalidInputError with the field of the question when the answer is not of its kind.
    """
    row_of(session, Pathway, pathway_id)
    asked = programme.question(question)
    if asked is None:
        raise NotFoundError(_("This programme does not ask that."))
    kept, known = kept_answer(asked, value), answers_of(session, pathway_id).get(question)
    if known is None and not kept:
        return None
    if known is None:
        known = Answer(pathway_id=pathway_id, question=question, answered_on=on or clock.today())
        session.add(known)
    if known.value != kept:
        known.value, known.answered_on = kept, on or clock.today()
    return known


def answer_questions(
    session: Session, pathway_id: str, *, programme: Programme, values: Mapping[str, object]
) -> int:
    """Keep several answers as one step; return how many are known now. All of them, or none."""
    for question, value in values.items():
        answer_question(session, pathway_id, programme=programme, question=question, value=value)
    session.flush()
    return sum(1 for answer in answers_of(session, pathway_id).values() if answer.value)
