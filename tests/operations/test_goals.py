"""Goals, their reviews and their end; assessments; steps of care: what is kept and what is refused."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from eletdesk import clock
from eletdesk.domain.care_step import CareActor, CareStep
from eletdesk.domain.goal import Goal, GoalReview, GoalState, Perspective
from eletdesk.domain.pathway import Pathway
from eletdesk.domain.task import Task
from eletdesk.errors import InvalidInputError, NotFoundError
from eletdesk.operations import goals
from eletdesk.operations.assessments import change_assessment, record_assessment
from eletdesk.operations.bin import delete_row, empty_bin
from eletdesk.operations.care_steps import change_care_step, record_care_step
from eletdesk.operations.pathways import change_pathway, move_stage
from eletdesk.operations.sessions import record_session
from eletdesk.programmes.law.life_domains import life_domains
from eletdesk.queries.goals import assessments_of_case, goals_of_case, goals_to_tick
from eletdesk.queries.live_rows import live_rows
from eletdesk.queries.pathway_facts import pathway_facts
from eletdesk.queries.present_rows import pathways_in_order
from eletdesk.storage.case_file import CaseFile
from tests.desks import add_noor, make_desk
from tests.referral_case import TODAY, filled_case, run


@pytest.fixture
def case(tmp_path: Path) -> Iterator[CaseFile]:
    yield from filled_case(tmp_path)


def rows(case: CaseFile, subject: Any) -> list[Any]:
    with case.reading() as session:
        found = live_rows(session, subject)
        for row in found:
            session.expunge(row)
        return found


def refused(case: CaseFile, operation: Any, *args: Any, **details: Any) -> str:
    with pytest.raises(InvalidInputError) as caught:
        run(case, operation, *args, **details)
    return caught.value.field


def test_a_goal_belongs_to_the_pathway_that_runs(case: CaseFile) -> None:
    goal = run(case, goals.add_goal, text="  Vier voormiddagen aanwezig ", life_domain="school")
    assert (goal.text, goal.agreed_on, goal.state) == (
        "Vier voormiddagen aanwezig",
        TODAY,
        GoalState.open,
    )
    assert goal.pathway_id == rows(case, Pathway)[0].id
    assert refused(case, goals.add_goal, text=" ") == "text"
    assert refused(case, goals.change_goal, goal.id, text="") == "text"


def test_a_goal_ends_on_a_day_and_opens_again(case: CaseFile) -> None:
    goal = run(case, goals.add_goal, text="Beroep verkennen", agreed_on=date(2026, 11, 16))
    run(case, goals.end_goal, goal.id, state=GoalState.partly_reached, ended_on=date(2026, 11, 20))
    (kept,) = rows(case, Goal)
    assert (kept.state, kept.ended_on) == (GoalState.partly_reached, date(2026, 11, 20))
    run(case, goals.end_goal, goal.id, state=GoalState.open)
    assert rows(case, Goal)[0].ended_on is None
    early = {"state": GoalState.reached, "ended_on": date(2026, 11, 15)}
    assert refused(case, goals.end_goal, goal.id, **early) == "ended_on"
    with pytest.raises(TypeError):
        run(case, goals.change_goal, goal.id, state=GoalState.reached)


def test_reviews_keep_score_day_and_view(case: CaseFile) -> None:
    goal = run(case, goals.add_goal, text="Op tijd", agreed_on=date(2026, 11, 1))
    run(case, goals.review_goal, goal.id, score=3, reviewed_on=date(2026, 11, 5))
    last = run(
        case, goals.review_goal, goal.id, score=10, seen_by=Perspective.school, state=GoalState.reached
    )
    assert [row.score for row in rows(case, GoalReview)] == [3, 10]
    assert rows(case, Goal)[0].ended_on == TODAY
    for score in (-1, 11, "7", None):
        assert refused(case, goals.review_goal, goal.id, score=score) == "score"
    assert refused(case, goals.change_review, last.id, score=11) == "score"
    before = date(2026, 10, 31)
    assert refused(case, goals.review_goal, goal.id, score=5, reviewed_on=before) == "reviewed_on"
    assert refused(case, goals.change_review, last.id, reviewed_on=before) == "reviewed_on"
    run(case, goals.change_review, last.id, score=9)
    assert rows(case, GoalReview)[1].score == 9


def test_lines_of_the_pathway_become_goals_once_and_stay_as_text(case: CaseFile) -> None:
    pathway = rows(case, Pathway)[0]
    run(case, goals.add_goal, text="een beroep verkennen.")
    with case.reading() as session:
        assert goals_of_case(session).lines == ("Vier voormiddagen aanwezig.",)
    made = run(case, goals.make_goals_of_lines, pathway.id)
    assert [(goal.text, goal.agreed_on) for goal in made] == [
        ("Vier voormiddagen aanwezig.", date(2026, 11, 11))
    ]
    assert run(case, goals.make_goals_of_lines, pathway.id) == []
    assert rows(case, Pathway)[0].goals == pathway.goals


def test_a_goal_counts_as_a_goal_of_the_plan(case: CaseFile) -> None:
    """Rule 2: a plan has goals; typed lines or a goal that was not dropped."""

    def has_goals() -> object:
        with case.reading() as session:
            return pathway_facts(session, live_rows(session, Pathway)[0], TODAY)["plan_goals"]

    pathway = rows(case, Pathway)[0]
    run(case, change_pathway, pathway.id, goals="")
    assert has_goals() is False
    goal = run(case, goals.add_goal, text="Op tijd")
    assert has_goals() is True
    run(case, goals.end_goal, goal.id, state=GoalState.dropped)
    assert has_goals() is False
    run(case, goals.end_goal, goal.id, state=GoalState.reached)
    assert has_goals() is True
    run(case, delete_row, "goal", goal.id)
    assert has_goals() is False


def test_a_session_ticks_goals_and_a_goal_knows_its_sessions(case: CaseFile) -> None:
    goal = run(case, goals.add_goal, text="Op tijd")
    over = run(case, goals.add_goal, text="Sporten")
    run(case, goals.end_goal, over.id, state=GoalState.reached)
    held = run(case, record_session, held_on=TODAY, minutes=45, title="Huisbezoek", goal_ids=[goal.id])
    with case.reading() as session:
        (line,) = goals_of_case(session).open
        assert [(one.session_id, one.title) for one in line.sessions] == [(held.id, "Huisbezoek")]
        assert goals_to_tick(session, []) == [(goal.id, "Op tijd")]
        assert {one for one, _text in goals_to_tick(session, [over.id])} == {goal.id, over.id}


def test_an_assessment_keeps_what_was_talked_about_and_refuses_the_rest(case: CaseFile) -> None:
    row = run(case, record_assessment, scores={"leisure": 0, "school": 10}, note=" ok ")
    assert (list(row.scores), row.note) == (["school", "leisure"], "ok")
    for scores in ({}, {"school": 11}, {"school": -1}, {"astrology": 5}, {"school": "5"}):
        assert refused(case, record_assessment, scores=scores) == "scores"
    assert refused(case, change_assessment, row.id, scores={}) == "scores"
    run(case, change_assessment, row.id, scores={"school": 4}, seen_by=Perspective.parent)
    with case.reading() as session:
        found = assessments_of_case(session)
        assert [(change.code, change.last.score) for change in found.changes[Perspective.parent]] == [
            ("school", 4)
        ]


def test_each_view_has_its_own_picture(case: CaseFile) -> None:
    for on, view, score in (
        (date(2026, 9, 10), Perspective.young_person, 3),
        (date(2026, 9, 10), Perspective.school, 1),
        (date(2026, 11, 10), Perspective.young_person, 6),
    ):
        run(case, record_assessment, scores={"school": score}, assessed_on=on, seen_by=view)
    with case.reading() as session:
        found = assessments_of_case(session).changes
    assert list(found) == [Perspective.young_person, Perspective.school]
    assert found[Perspective.young_person][0].by == 3
    assert not found[Perspective.school][0].has_moved


def test_a_step_of_care_says_what_was_tried(case: CaseFile) -> None:
    step = run(
        case, record_care_step,
        phase="phase_1", actor=CareActor.school, what="Volgkaart", effect="Hielp twee weken.",
    )  # fmt: skip
    assert (step.started_on, step.effect) == (TODAY, "Hielp twee weken.")
    assert refused(case, record_care_step, phase="phase_9", actor="school", what="x") == "phase"
    assert refused(case, record_care_step, phase="phase_1", actor="school", what=" ") == "what"
    assert refused(case, change_care_step, step.id, phase="phase_9") == "phase"
    assert refused(case, change_care_step, step.id, ended_on=TODAY - timedelta(days=1)) == "ended_on"
    assert rows(case, CareStep)[0].ended_on is None


def test_after_thirty_days_a_goal_leaves_the_bin_with_its_reviews(case: CaseFile) -> None:
    goal = run(case, goals.add_goal, text="Op tijd")
    run(case, goals.review_goal, goal.id, score=4)
    run(case, delete_row, "goal", goal.id)
    with pytest.raises(NotFoundError):
        run(case, goals.review_goal, goal.id, score=4)
    clock.use_clock(lambda: datetime(2026, 12, 25, 12, 0))  # noqa: DTZ001
    assert run(case, empty_bin) == 2
    assert rows(case, GoalReview) == []


def test_every_domain_can_be_scored(case: CaseFile) -> None:
    codes = [domain.code for domain in life_domains()]
    row = run(case, record_assessment, scores=dict.fromkeys(codes, 5))
    assert list(row.scores) == codes


def test_a_goal_ticks_the_task_that_asked_for_one(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "other")
    case_id = add_noor(desk)
    pathway = desk.read(case_id, pathways_in_order)[0]
    programme = desk.programme_of(case_id, pathway.programme_code, pathway.programme_version)
    desk.run(
        case_id, move_stage, pathway.id,
        programme=programme, to_stage="uitvoering", on=date(2026, 11, 2), reason="Dringend.",
    )  # fmt: skip
    asked = [task for task in desk.read(case_id, live_rows, Task) if task.cause.endswith(":plan_goals")]
    assert [task.done_at for task in asked] == [None]
    desk.run(case_id, goals.add_goal, text="Op tijd komen", agreed_on=date(2026, 11, 3))
    (task,) = [one for one in desk.read(case_id, live_rows, Task) if one.id == asked[0].id]
    assert task.done_at is not None
    desk.close()
