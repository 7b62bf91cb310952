"""Answers to the questions of a programme: kept when they are of their kind, refused at their field."""

from datetime import date
from pathlib import Path

import pytest

from eletdesk.domain.answer import Answer
from eletdesk.errors import InvalidInputError, NotFoundError
from eletdesk.operations.answers import answer_question, answer_questions
from eletdesk.operations.bin import delete_row
from eletdesk.programmes.answers import field_of
from eletdesk.queries.answers import answered_questions, answers_of, asked_in_stage
from eletdesk.queries.live_rows import live_rows
from eletdesk.queries.pathway_facts import pathway_facts
from eletdesk.queries.present_rows import present_pathway
from eletdesk.queries.register.views import search_texts
from eletdesk.translation import speaking
from tests.asking_programme import asking_programme
from tests.desks import add_noor, make_desk

ASKING = asking_programme()


@pytest.mark.parametrize(
    ("question", "value", "kept", "said"),
    [
        ("what_helps", "  rust  ", "rust", "rust"),
        ("missed_days", "12,5", "12.5", "12,5"),
        ("missed_days", "7", "7", "7"),
        ("first_visit", date(2026, 11, 3), "2026-11-03", "03/11/2026"),
        ("has_laptop", True, "yes", "Yes"),
        ("has_laptop", "no", "no", "No"),
        ("travels", "bike", "bike", "Bike"),
        ("likes", ["sports", "cooking"], "cooking,sports", "Cooking, Sports"),
    ],
)
def test_an_answer_is_kept_and_said(
    tmp_path: Path, question: str, value: object, kept: str, said: str
) -> None:
    desk = make_desk(tmp_path / "desk")
    noor = add_noor(desk)
    pathway = desk.read(noor, present_pathway)
    assert pathway is not None
    desk.run(noor, answer_question, pathway.id, programme=ASKING, question=question, value=value)
    with speaking("en"):
        found = {one.question.code: one for one in desk.read(noor, answered_questions, pathway.id, ASKING)}
    assert (found[question].kept, found[question].said) == (kept, said)
    assert sum(1 for one in found.values() if one.kept) == 1
    desk.close()


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("missed_days", "veel"),
        ("missed_days", "1e400"),
        ("missed_days", "nan"),
        ("first_visit", "morgen"),
        ("has_laptop", "misschien"),
        ("travels", "plane"),
        ("travels", ["bus", "bike"]),
        ("likes", ["sports", "plane"]),
        ("what_helps", "x" * 20_001),
    ],
)
def test_an_answer_of_another_kind_is_refused_at_its_field(
    tmp_path: Path, question: str, value: object
) -> None:
    desk = make_desk(tmp_path / "desk")
    noor = add_noor(desk)
    pathway = desk.read(noor, present_pathway)
    assert pathway is not None
    with pytest.raises(InvalidInputError) as refused:
        desk.run(
            noor, answer_questions, pathway.id, programme=ASKING,
            values={"has_laptop": True, question: value},
        )  # fmt: skip
    assert refused.value.field == field_of(question)
    assert not desk.read(noor, live_rows, Answer), "all of them are kept, or none"
    desk.close()


def test_one_row_a_question_and_an_empty_answer_takes_it_away(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "desk")
    noor = add_noor(desk)
    pathway = desk.read(noor, present_pathway)
    assert pathway is not None
    for value in ("6", "8"):
        desk.run(noor, answer_question, pathway.id, programme=ASKING, question="missed_days", value=value)
    rows = desk.read(noor, answers_of, pathway.id)
    assert [row.value for row in rows.values()] == ["8"]
    desk.run(noor, answer_question, pathway.id, programme=ASKING, question="missed_days", value="")
    facts = desk.read(noor, pathway_facts, pathway, date(2026, 11, 22))
    assert not facts["answer:missed_days"], "a gate asks for it again"
    desk.close()


def test_what_a_stage_asks_is_what_nobody_answered(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "desk")
    noor = add_noor(desk)
    pathway = desk.read(noor, present_pathway)
    assert pathway is not None
    asked = asked_in_stage(desk.read(noor, answered_questions, pathway.id, ASKING), "plan")
    assert [one.question.code for one in asked] == ["what_helps"]
    desk.run(noor, answer_question, pathway.id, programme=ASKING, question="what_helps", value="koken")
    assert not asked_in_stage(desk.read(noor, answered_questions, pathway.id, ASKING), "plan")
    assert asked_in_stage(desk.read(noor, answered_questions, pathway.id, ASKING), "uitvoering") == ()
    desk.close()


def test_an_answer_is_found_by_searching(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "desk")
    noor = add_noor(desk)
    pathway = desk.read(noor, present_pathway)
    assert pathway is not None
    desk.run(noor, answer_question, pathway.id, programme=ASKING, question="what_helps", value="Boksclub")
    hits = desk.ask(search_texts, "boksclub")
    assert [(hit.table, hit.case_id) for hit in hits] == [("answer", noor)]
    desk.run(noor, delete_row, "answer", hits[0].row_id)
    assert not desk.ask(search_texts, "boksclub")
    desk.close()


def test_a_question_that_is_not_asked(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "desk")
    noor = add_noor(desk)
    pathway = desk.read(noor, present_pathway)
    assert pathway is not None
    with pytest.raises(NotFoundError):
        desk.run(noor, answer_question, pathway.id, programme=ASKING, question="shoe_size", value="44")
    with pytest.raises(NotFoundError):
        desk.run(noor, answer_question, "nobody", programme=ASKING, question="what_helps", value="x")
    desk.close()
