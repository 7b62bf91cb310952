"""A programme is added by a file only, and an old case is worked with its own text when that file is gone."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from eletdesk import clock
from eletdesk.desk.cases import open_case
from eletdesk.desk.desk import Desk
from eletdesk.desk.new_case import NewCase, fill_case
from eletdesk.desk.opening import open_desk
from eletdesk.domain.follow_up import FollowUp
from eletdesk.domain.guidance_session import GuidanceSession
from eletdesk.domain.pathway import Pathway
from eletdesk.domain.task import Task
from eletdesk.errors import InvalidInputError, ReasonNeededError
from eletdesk.operations.answers import answer_question
from eletdesk.operations.pathways import close_pathway, move_stage
from eletdesk.operations.sessions import record_session
from eletdesk.programmes.definition import Programme
from eletdesk.programmes.reading import load_programmes
from eletdesk.queries.live_rows import live_rows
from tests.desks import PASSPHRASE, make_desk
from tests.programmes.definitions import FOLDER

DAY = date(2026, 11, 2)


@pytest.fixture
def atelier() -> Programme:
    """Read the programme from a folder with one file more: no other line of the program knows it."""
    return load_programmes(FOLDER)["atelier", 3]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    clock.use_clock(lambda: datetime(2026, 11, 2, 9, 0))  # noqa: DTZ001 - the wall clock of the test
    opened = make_desk(tmp_path / "desk")
    yield opened
    opened.close()


def test_a_case_is_worked_with_a_programme_that_came_as_a_file(desk: Desk, atelier: Programme) -> None:
    noor = NewCase({"given_name": "Noor"})
    case = open_case(desk, lambda session: fill_case(session, noor, atelier, DAY))
    pathway = desk.read(case, live_rows, Pathway)[0]
    assert (pathway.programme_code, pathway.stage, pathway.is_compulsory) == ("atelier", "start", True)

    with pytest.raises(ReasonNeededError) as caught:
        desk.run(case, move_stage, pathway.id, programme=atelier, to_stage="work", on=DAY)
    assert str(caught.value) == atelier.stage("work").gates[0].asks.said()
    desk.run(case, answer_question, pathway.id, programme=atelier, question="occupation", value="cook")
    desk.run(case, move_stage, pathway.id, programme=atelier, to_stage="work", on=DAY)
    assert [
        (task.title, task.due_on) for task in desk.read(case, live_rows, Task) if task.done_at is None
    ] == [("Naar huis bellen", date(2026, 11, 5))]

    desk.run(case, record_session, held_on=DAY, minutes=75, programme=atelier, level="pupil")
    (held,) = desk.read(case, live_rows, GuidanceSession)
    assert (held.minutes, held.half_days) == (75, 0)

    desk.run(case, close_pathway, pathway.id, programme=atelier, outcome="goes_on", on=DAY)
    (closed,) = desk.read(case, live_rows, Pathway)
    assert (closed.stage, closed.closed_on, closed.outcome) == ("end", DAY, "goes_on")
    (look,) = desk.read(case, live_rows, FollowUp)
    assert (look.clock, look.due_on) == ("look_later", date(2027, 1, 2))


def test_an_outcome_of_another_programme_is_refused(desk: Desk, atelier: Programme) -> None:
    case = open_case(desk, lambda session: fill_case(session, NewCase({"given_name": "Ada"}), atelier, DAY))
    (pathway,) = desk.read(case, live_rows, Pathway)
    with pytest.raises(InvalidInputError):
        desk.run(case, close_pathway, pathway.id, programme=atelier, outcome="lost", on=DAY)


def test_a_case_keeps_its_rules_when_their_file_is_gone(tmp_path: Path, atelier: Programme) -> None:
    """Issue 3: opening an old case whose programme version is gone from disk: its rules travel with it."""
    desk = make_desk(tmp_path / "desk")
    case = open_case(desk, lambda session: fill_case(session, NewCase({"given_name": "Noor"}), atelier, DAY))
    desk.close()
    again = open_desk(tmp_path / "desk", PASSPHRASE)
    try:
        assert ("atelier", 3) not in again.programmes
        kept = again.programme_of(case, "atelier", 3)
        assert kept == atelier
        (pathway,) = again.read(case, live_rows, Pathway)
        again.run(case, move_stage, pathway.id, programme=kept, to_stage="work", on=DAY, reason="so agreed")
        assert again.read(case, live_rows, Pathway)[0].stage == "work"
        with pytest.raises(KeyError):
            again.programme_of(case, "atelier", 2)
    finally:
        again.close()
