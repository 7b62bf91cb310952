"""Group activities: recorded once, in every participant's case, as one step; counted as rule 4 says."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from eletdesk import clock
from eletdesk.desk import steps
from eletdesk.desk.changes import Changes
from eletdesk.desk.desk import Desk
from eletdesk.desk.groups.activities import (
    change_activity,
    participants_of,
    record_activity,
)
from eletdesk.desk.groups.views import activities, activity, totals
from eletdesk.desk.opening import open_desk
from eletdesk.domain.group_activity import Participant
from eletdesk.domain.guidance_session import Attendance, SessionPlace
from eletdesk.errors import InvalidInputError
from tests.desks import PASSPHRASE, add_noor, make_desk
from tests.workshop import NOW, ON, WORKSHOP, contacts, mother, record_three, sessions


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    clock.use_clock(lambda: NOW)
    made = make_desk(tmp_path / "desk")
    yield made
    made.close()


@pytest.fixture
def people(desk: Desk) -> list[str]:
    return [add_noor(desk, name) for name in ("Noor", "Ilyas", "Mathis")]


def test_each_participant_has_one_session_and_the_parent_a_contact(desk: Desk, people: list[str]) -> None:
    kept = record_three(desk, people)
    came = [sessions(desk, case_id)[0] for case_id in people]
    assert [row.attendance for row in came] == ["attended", "attended", "no_show"]
    assert [row.parents_present for row in came] == [1, 0, 0]
    assert [row.half_days for row in came] == [0.5, 0.5, 0.0]
    for row in came:
        assert (row.activity_id, row.held_on, row.minutes, row.level) == (kept.id, ON, 90, "group")
        assert (row.title, row.place, row.is_in_lesson_time) == ("Toneel", SessionPlace.school, False)
    (contact,) = contacts(desk, people[0])
    assert (contact.activity_id, contact.member_id) == (kept.id, mother(desk, people[0]))
    assert contacts(desk, people[1]) == []
    assert activity(desk, kept.id) == kept


def test_a_class_activity_needs_no_young_person(desk: Desk) -> None:
    kept = record_activity(desk, replace(WORKSHOP, level="class", participants_without_case=22))
    assert totals(desk).total.without_case == 22
    assert desk.file.rows("SELECT id FROM intent") == []
    steps.undo(desk)
    assert activity(desk, kept.id) is None
    steps.redo(desk)
    assert activity(desk, kept.id) == kept


def test_one_undo_takes_all_of_it_back_and_redo_brings_it_again(desk: Desk, people: list[str]) -> None:
    kept = record_three(desk, people)
    step = steps.undo(desk)
    assert step is not None
    assert step.operation == "record_activity"
    assert activities(desk) == []
    assert [sessions(desk, case_id) for case_id in people] == [[], [], []]
    assert contacts(desk, people[0]) == []
    steps.redo(desk)
    assert [fact.activity for fact in activities(desk)] == [kept]
    assert totals(desk).total.presences == 2
    assert len(contacts(desk, people[0])) == 1


def test_a_change_touches_only_the_cases_it_is_about(desk: Desk, people: list[str]) -> None:
    kept = record_three(desk, people)
    before = {case_id: desk.case(case_id).seal.state.generation for case_id in people}
    parts = participants_of(desk, kept.id)
    assert parts[0] == Participant(people[0], member_ids=(mother(desk, people[0]),))
    change_activity(desk, kept.id, replace(kept, note="Goed verlopen", objective="Overgang"), parts)
    assert {case_id: desk.case(case_id).seal.state.generation for case_id in people} == before
    changed = change_activity(desk, kept.id, kept, [parts[0], replace(parts[1], has_attended=False)])
    assert desk.case(people[0]).seal.state.generation == before[people[0]]
    assert changed.note == ""
    assert sessions(desk, people[1])[0].attendance is Attendance.no_show
    assert sessions(desk, people[2]) == []
    steps.undo(desk)
    assert len(sessions(desk, people[2])) == 1
    assert sessions(desk, people[1])[0].attendance is Attendance.attended
    steps.undo(desk)
    assert activity(desk, kept.id) == kept


def test_another_day_moves_every_part_and_who_returns_gets_the_same_session(
    desk: Desk, people: list[str]
) -> None:
    kept = record_three(desk, people)
    parts = participants_of(desk, kept.id)
    first = sessions(desk, people[1])[0].id
    change_activity(desk, kept.id, replace(kept, held_on=ON - timedelta(days=1), minutes=60), parts[:1])
    assert sessions(desk, people[0])[0].held_on == ON - timedelta(days=1)
    assert contacts(desk, people[0])[0].minutes == 60
    change_activity(desk, kept.id, kept, parts)
    assert sessions(desk, people[1])[0].id == first
    assert [part.case_id for part in participants_of(desk, kept.id)] == people


def test_a_parent_who_was_not_there_after_all(desk: Desk, people: list[str]) -> None:
    kept = record_three(desk, people)
    parts = [replace(part, member_ids=()) for part in participants_of(desk, kept.id)]
    change_activity(desk, kept.id, kept, parts)
    assert contacts(desk, people[0]) == []
    assert totals(desk).total.parents == 2
    assert totals(desk).total.families == 0


def test_more_participants_than_files_are_kept_open(desk: Desk) -> None:
    many = [add_noor(desk, f"Naam {number}") for number in range(12)]
    record_activity(desk, WORKSHOP, [Participant(case_id) for case_id in many])
    assert totals(desk).total.presences == 12
    steps.undo(desk)
    assert totals(desk).total.presences == 0
    assert desk.file.rows("SELECT id FROM group_presence") == []


def test_what_cannot_be_written_in_one_case_is_written_nowhere(desk: Desk, people: list[str]) -> None:
    desk.close_case(people[2])
    path = desk.case_path(people[2])
    path.write_bytes(b"\0" * path.stat().st_size)
    with pytest.raises(Exception, match=r"\S"):
        record_activity(desk, WORKSHOP, [Participant(case_id) for case_id in people])
    assert activities(desk) == []
    assert sessions(desk, people[0]) == []
    assert desk.file.rows("SELECT id FROM group_presence") == []
    record_activity(desk, WORKSHOP, [Participant(case_id) for case_id in people[:2]])
    assert totals(desk).total.presences == 2


def test_national_numbers_are_taken_out_and_told(desk: Desk) -> None:
    told: list[Changes] = []
    desk.subscriptions.subscribe(told.append)
    kept = record_activity(
        desk, replace(WORKSHOP, note="over 85.07.30-033.28 gesproken", leader="85073003328")
    )
    assert kept.note == "over … gesproken"
    assert kept.leader == "…"
    assert told[-1].national_numbers == 2
    kept_rows = repr(desk.file.rows("SELECT note, leader FROM group_activity"))
    assert not any(digit in kept_rows for digit in "0123456789")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"title": " ", "project": ""}, "title"),
        ({"title": "x" * 201}, "title"),
        ({"minutes": 1500}, "minutes"),
        ({"participants_without_case": -1}, "participants_without_case"),
        ({"costs_cents": -5}, "costs_cents"),
        ({"level": "both"}, "level"),
    ],
)
def test_what_cannot_be_kept_names_its_field(desk: Desk, change: dict[str, object], field: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        record_activity(desk, replace(WORKSHOP, **change))  # type: ignore[arg-type]
    assert refused.value.field == field
    assert activities(desk) == []


def test_nobody_is_in_an_activity_twice(desk: Desk, people: list[str]) -> None:
    with pytest.raises(InvalidInputError):
        record_activity(desk, WORKSHOP, [Participant(people[0]), Participant(people[0])])


def test_hostile_text_can_be_kept_and_read_again(desk: Desk) -> None:
    text = "<b>x</b> \0 \ud83d =1+1 {name} %s 'DROP"
    kept = record_activity(desk, replace(WORKSHOP, title=text, note=text))
    folder = desk.folder
    desk.close()
    again = open_desk(folder, PASSPHRASE)
    found = activity(again, kept.id)
    again.close()
    assert found == kept
    assert "\0" not in kept.title
