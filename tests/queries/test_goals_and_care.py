"""Goals and care as the screen reads them: tabs, timeline, bin, search."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from eletdesk.domain.goal import GoalState
from eletdesk.domain.pathway import Pathway
from eletdesk.operations import goals
from eletdesk.operations.assessments import record_assessment
from eletdesk.operations.bin import delete_row, restore_row
from eletdesk.operations.care_steps import record_care_step
from eletdesk.queries.bin_rows import binned_rows
from eletdesk.queries.care import CareOfCase, care_of_case
from eletdesk.queries.goals import GoalsOfCase, goals_of_case
from eletdesk.queries.live_rows import live_rows
from eletdesk.queries.register.search_text import searchable_rows
from eletdesk.queries.timeline import TimelineItem, timeline
from eletdesk.storage.case_file import CaseFile
from tests.referral_case import TODAY, filled_case, run


@pytest.fixture
def case(tmp_path: Path) -> Iterator[CaseFile]:
    yield from filled_case(tmp_path)


def care(case: CaseFile) -> CareOfCase:
    with case.reading() as session:
        return care_of_case(session)


def items(case: CaseFile, table: str) -> list[TimelineItem]:
    with case.reading() as session:
        return [item for item in timeline(session) if item.table == table]


def found_goals(case: CaseFile) -> GoalsOfCase:
    with case.reading() as session:
        return goals_of_case(session)


def try_step(case: CaseFile, phase: str, on: date = TODAY, **details: Any) -> Any:
    details = {"actor": "school", "what": "Volgkaart"} | details
    return run(case, record_care_step, phase=phase, started_on=on, **details)


def test_goals_that_are_worked_on_stand_before_those_that_ended(case: CaseFile) -> None:
    first = run(case, goals.add_goal, text="Op tijd", agreed_on=date(2026, 10, 1))
    second = run(case, goals.add_goal, text="Sporten", agreed_on=date(2026, 9, 1))
    over = run(case, goals.add_goal, text="Stage", agreed_on=date(2026, 9, 1))
    run(case, goals.review_goal, over.id, score=8, state=GoalState.reached)
    run(case, goals.review_goal, first.id, score=2, reviewed_on=date(2026, 10, 20))
    run(case, goals.review_goal, first.id, score=6, reviewed_on=date(2026, 11, 20))
    found = found_goals(case)
    assert [line.goal.id for line in found.open] == [second.id, first.id]
    assert [line.goal.id for line in found.ended] == [over.id]
    progress = found.open[1].progress
    assert progress is not None
    assert (progress.first.score, progress.last.score, progress.by) == (2, 6, 4)
    assert found.open[0].progress is None


def test_the_present_phase_is_the_highest_in_which_something_was_tried(case: CaseFile) -> None:
    assert [part.state for part in care(case).continuum] == ["later"] * 4
    assert care(case).is_empty
    try_step(case, "phase_1", date(2026, 2, 2))
    try_step(case, "phase_2", date(2026, 5, 4))
    try_step(case, "phase_1", date(2026, 1, 5))
    found = care(case)
    assert [part.state for part in found.continuum] == ["later", "done", "now", "later"]
    assert found.continuum[1].since == date(2026, 1, 5)
    assert [phase.code for phase in found.skipped] == ["phase_0"]


def test_a_phase_of_hgd_means_extension_of_care(case: CaseFile) -> None:
    """Source: prodia.mijnclb.be: the CLB directs the HGD path in phase 2."""
    try_step(case, "hgd_strategy", actor="clb")
    found = care(case)
    assert [part.state for part in found.continuum] == ["later", "later", "now", "later"]
    assert [part.state for part in found.assessment] == ["later", "now", "later", "later", "later"]
    assert [phase.code for phase in found.skipped] == ["phase_0", "phase_1"]


def test_the_timeline_shows_goals_reviews_assessments_and_care(case: CaseFile) -> None:
    goal = run(case, goals.add_goal, text="Op tijd", agreed_on=date(2026, 10, 1), life_domain="school")
    assert [(one.title, one.detail, one.on) for one in items(case, "goal")] == [
        ("Doel afgesproken", "School en leren", date(2026, 10, 1))
    ]
    run(case, goals.review_goal, goal.id, score=7, note="Goed bezig.", state=GoalState.partly_reached)
    (ended,) = items(case, "goal")
    assert (ended.title, ended.on, ended.text) == ("Doel deels bereikt", TODAY, "Op tijd")
    (review,) = items(case, "goal_review")
    assert (review.detail, review.text) == ("7 op 10 · De jongere", "Op tijd\nGoed bezig.")
    run(case, record_assessment, scores={"school": 3}, note="Moe.", is_confidential=True)
    (asked,) = items(case, "assessment")
    assert (asked.detail, asked.text, asked.is_confidential) == ("De jongere · 1 domein", "Moe.", True)
    try_step(case, "phase_1", by_whom="Mevr. Peeters", effect="Hielp.", is_confidential=True)
    (step,) = items(case, "care_step")
    assert (step.detail, step.text) == ("Verhoogde zorg · School, Mevr. Peeters", "Volgkaart\nHielp.")
    assert step.is_confidential
    run(case, delete_row, "goal", goal.id)
    assert items(case, "goal") == items(case, "goal_review") == []


def test_the_bin_names_them_and_gives_them_back(case: CaseFile) -> None:
    goal = run(case, goals.add_goal, text="Op tijd")
    review = run(case, goals.review_goal, goal.id, score=7, note="Goed bezig.")
    asked = run(case, record_assessment, scores={"school": 3}, note="Moe.")
    step = try_step(case, "phase_1")
    tables = (("goal", goal), ("goal_review", review), ("assessment", asked), ("care_step", step))
    for table, row in tables:
        run(case, delete_row, table, row.id)
    with case.reading() as session:
        assert {(one.what, one.detail) for one in binned_rows(session)} == {
            ("Doel", "Op tijd"),
            ("Terugblik op doel", "Goed bezig."),
            ("Hoe het gaat", "Moe."),
            ("Zorgstap", "Volgkaart"),
        }
    for table, row in tables:
        run(case, restore_row, table, row.id)
    assert len(items(case, "goal_review")) == 1


def test_every_subject_with_words_can_be_searched(case: CaseFile) -> None:
    from eletdesk.domain.absence import Absence
    from eletdesk.domain.answer import Answer
    from eletdesk.domain.follow_up import FollowUp
    from eletdesk.domain.rights_request import RightsRequest
    from eletdesk.domain.situation import Situation

    goal = run(case, goals.add_goal, text="waaiboom", note="kruiwagen")
    run(case, goals.review_goal, goal.id, score=7, note="zandloper")
    run(case, record_assessment, scores={"school": 3}, note="vuurtoren")
    try_step(case, "phase_1", what="lantaarn", effect="trommel", by_whom="molenaar")
    with case.transaction("fill", "An") as session:
        pathway = live_rows(session, Pathway)[0]
        session.add(Answer(pathway_id=pathway.id, question="why", value="ladder", answered_on=TODAY))
        session.add(FollowUp(clock="c", starts_on=TODAY, due_on=TODAY, note="anker"))
        session.add(Situation(since_on=TODAY, registered_with="kompas", note="parasol"))
        session.add(Absence(absent_on=TODAY, note="sleutel"))
        session.add(RightsRequest(received_on=TODAY, asked_by="tante", decision="roeiboot", note="emmer"))
    with case.reading() as session:
        connection = session.connection().connection.dbapi_connection
        said = {(one.table, word) for one in searchable_rows(connection) for word in one.body.split()}
    assert said >= {
        ("goal", "waaiboom"), ("goal", "kruiwagen"), ("goal_review", "zandloper"),
        ("assessment", "vuurtoren"), ("care_step", "lantaarn"), ("care_step", "trommel"),
        ("care_step", "molenaar"), ("answer", "ladder"), ("follow_up", "anker"), ("situation", "kompas"),
        ("situation", "parasol"), ("absence", "sleutel"), ("rights_request", "tante"),
        ("rights_request", "roeiboot"), ("rights_request", "emmer"),
    }  # fmt: skip
