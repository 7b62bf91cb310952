"""What a typed line leaves in the case file."""

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest

from eletdesk.desk.desk import Desk
from eletdesk.domain.contact_moment import ContactMedium, ContactMoment
from eletdesk.domain.guidance_session import Attendance, GuidanceSession, SessionPlace
from eletdesk.domain.network_member import MemberRole, NetworkMember
from eletdesk.domain.quick_line import KnownPerson, parse_quick_line
from eletdesk.domain.task import Task
from eletdesk.operations.people import add_member
from eletdesk.operations.quick_entry import record_quick_entry
from eletdesk.operations.sessions import plan_session
from eletdesk.queries.live_rows import live_rows
from tests.desks import add_noor, make_desk

MONDAY = date(2026, 11, 23)
NOOR = KnownPerson("x", "Noor", "Verlinden")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Give an open desk."""
    made = make_desk(tmp_path / "desk")
    yield made
    made.close()


@pytest.fixture
def noor(desk: Desk) -> str:
    """Give Noor's case; her mother is in the network."""
    return add_noor(desk)


def log(desk: Desk, case_id: str, text: str, planned_id: str = "") -> None:
    """Record a line as it is understood on Monday 23 November 2026."""
    line = parse_quick_line(text, [NOOR], MONDAY)
    programme = desk.programmes[("naft", 1)]
    desk.run(case_id, record_quick_entry, line=line, today=MONDAY, programme=programme, planned_id=planned_id)


def sessions(desk: Desk, case_id: str) -> list[GuidanceSession]:
    """Return the sessions of a case."""
    return desk.read(case_id, live_rows, GuidanceSession)


def test_a_session_has_day_length_topics_note_and_half_days(desk: Desk, noor: str) -> None:
    log(desk, noor, "noor gesprek 1u30 vr stage besproken #stage #school")
    [held] = sessions(desk, noor)
    assert (held.held_on, held.minutes, held.attendance) == (date(2026, 11, 20), 90, Attendance.attended)
    assert sorted(held.topics) == ["school", "stage"]
    assert held.note.startswith("stage besproken")
    assert held.half_days == 0.5
    assert held.pathway_id is not None


def test_minutes_that_were_not_said_are_unknown_and_count_for_nothing(desk: Desk, noor: str) -> None:
    log(desk, noor, "noor gesprek kort aan de poort")
    [held] = sessions(desk, noor)
    assert (held.minutes, held.half_days) == (0, 0)


def test_a_home_visit_is_a_session_at_home(desk: Desk, noor: str) -> None:
    log(desk, noor, "noor huisbezoek 60m")
    assert sessions(desk, noor)[0].place is SessionPlace.home


def test_who_did_not_come_is_kept_as_such(desk: Desk, noor: str) -> None:
    log(desk, noor, "noor niet gekomen")
    [missed] = sessions(desk, noor)
    assert missed.attendance is Attendance.no_show
    assert missed.half_days == 0


def test_a_day_to_come_is_planned(desk: Desk, noor: str) -> None:
    log(desk, noor, "noor gesprek 45m morgen")
    [planned] = sessions(desk, noor)
    assert (planned.held_on, planned.attendance) == (date(2026, 11, 24), Attendance.planned)


def test_a_planned_session_becomes_the_recorded_one_and_keeps_its_length(desk: Desk, noor: str) -> None:
    planned = desk.run(noor, plan_session, held_on=MONDAY, starts_at=time(11, 30), minutes=45)
    log(desk, noor, "noor gesprek goed gesprek over de stage", planned.id)
    [held] = sessions(desk, noor)
    assert (held.id, held.starts_at, held.minutes) == (planned.id, time(11, 30), 45)
    assert held.attendance is Attendance.attended
    assert held.half_days > 0
    assert "stage" in held.note


def test_a_call_finds_the_one_mother_in_the_network(desk: Desk, noor: str) -> None:
    log(desk, noor, "noor gebeld met mama 10m opgelucht")
    [call] = desk.read(noor, live_rows, ContactMoment)
    [mother] = desk.read(noor, live_rows, NetworkMember)
    assert (call.medium, call.member_id, call.with_whom) == (ContactMedium.phone, mother.id, "")
    assert call.note == "opgelucht"


def test_a_call_finds_somebody_by_name_before_the_role(desk: Desk, noor: str) -> None:
    desk.run(noor, add_member, name="Koen Peeters", role=MemberRole.school_contact)
    log(desk, noor, "noor mail @koen stageplek gevonden")
    [message] = desk.read(noor, live_rows, ContactMoment)
    koen = desk.read(noor, live_rows, NetworkMember)[1]
    assert (message.medium, message.member_id) == (ContactMedium.message, koen.id)


def test_nobody_is_guessed_between_two_of_the_same_role(desk: Desk, noor: str) -> None:
    desk.run(noor, add_member, name="Els Maes", role=MemberRole.mother)
    log(desk, noor, "noor gebeld met mama")
    [call] = desk.read(noor, live_rows, ContactMoment)
    assert (call.member_id, call.with_whom) == (None, "mama")


def test_an_unanswered_call_is_an_attempt(desk: Desk, noor: str) -> None:
    log(desk, noor, "noor gebeld afwezig")
    [call] = desk.read(noor, live_rows, ContactMoment)
    assert not call.is_reached


def test_a_task_line_makes_only_a_task(desk: Desk, noor: str) -> None:
    log(desk, noor, "noor taak attest stage opvragen vr")
    [task] = desk.read(noor, live_rows, Task)
    assert (task.title, task.due_on) == ("attest stage opvragen", date(2026, 11, 27))
    assert sessions(desk, noor) == []


def test_session_and_task_are_one_step(desk: Desk, noor: str) -> None:
    log(desk, noor, "noor gesprek 45m stage besproken @mama bellen wo")
    assert len(sessions(desk, noor)) == 1
    assert len(desk.read(noor, live_rows, Task)) == 1
    from eletdesk.desk.steps import undo

    undo(desk)
    assert sessions(desk, noor) == []
    assert desk.read(noor, live_rows, Task) == []


@pytest.mark.parametrize("kind", ["gesprek", "huisbezoek", "gebeld", "mail", "overleg", "taak", "nota"])
def test_every_kind_leaves_its_words_somewhere(desk: Desk, noor: str, kind: str) -> None:
    log(desk, noor, f"noor {kind} zeldzaamwoord")
    notes = [row.note for row in sessions(desk, noor)]
    notes += [row.note for row in desk.read(noor, live_rows, ContactMoment)]
    notes += [row.title for row in desk.read(noor, live_rows, Task)]
    assert any("zeldzaamwoord" in note for note in notes)
