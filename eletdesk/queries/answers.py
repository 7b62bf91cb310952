"""What was answered to the questions of a programme, and what is still asked."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from eletdesk.domain.answer import Answer
from eletdesk.domain.answer_words import said_answer
from eletdesk.programmes.definition import Programme, Question


@dataclass(frozen=True)
class AnsweredQuestion:
    """One question with what was answered; the words are empty when nothing was."""

    question: Question
    kept: str
    said: str
    answered_on: date | None
    row_id: str = ""


def answers_of(session: Session, pathway_id: str) -> dict[str, Answer]:
    """Return the answers of one pathway by the code of their question."""
    rows = session.exec(
        select(Answer)
        .where(col(Answer.deleted_at).is_(None), Answer.pathway_id == pathway_id)
        .order_by(col(Answer.id))
    )
    return {row.question: row for row in rows}


def answered_questions(
    session: Session, pathway_id: str, programme: Programme
) -> tuple[AnsweredQuestion, ...]:
    """Return every question of a programme in its order, with its answer for this pathway."""
    known = answers_of(session, pathway_id)
    found = []
    for question in programme.questions:
        answer = known.get(question.code)
        kept = answer.value if answer else ""
        on = answer.answered_on if answer and kept else None
        said = said_answer(question, kept)
        found.append(AnsweredQuestion(question, kept, said, on, answer.id if answer else ""))
    return tuple(found)


def asked_in_stage(found: tuple[AnsweredQuestion, ...], stage: str) -> tuple[AnsweredQuestion, ...]:
    """Return what a stage asks and nobody answered yet."""
    return tuple(one for one in found if one.question.stage == stage and not one.kept)
