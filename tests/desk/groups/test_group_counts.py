"""Group activities: what counts and how often, and the bin."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from eletdesk import clock
from eletdesk.desk import steps
from eletdesk.desk.cases import bin_case, erase_case, restore_case
from eletdesk.desk.desk import Desk
from eletdesk.desk.groups.activities import (
    bin_activity,
    change_activity,
    participants_of,
    record_activity,
    restore_activity,
)
from eletdesk.desk.groups.views import ActivityFilter, activities, binned_activities, totals
from eletdesk.desk.opening import open_desk
from eletdesk.desk.refresh import rebuild_register, refresh_case
from eletdesk.domain.group_activity import Participant
from eletdesk.domain.guidance_session import Attendance
from eletdesk.errors import NotFoundError
from eletdesk.operations.bin import delete_row
from eletdesk.operations.sessions import change_session, hold_planned_session
from eletdesk.queries.register.views import index_card
from eletdesk.queries.timeline import timeline
from eletdesk.statistics.facts import Period
from tests.desks import PASSPHRASE, add_noor, make_desk
from tests.workshop import NOW, ON, WORKSHOP, contacts, record_three, sessions


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    clock.use_clock(lambda: NOW)
    made = make_desk(tmp_path / "desk")
    yield made
    made.close()


@pytest.fixture
def people(desk: Desk) -> list[str]:
    return [add_noor(desk, name) for name in ("Noor", "Ilyas", "Mathis")]


def test_rule_4_a_group_session_counts_once_for_the_provider_and_once_for_each(
    desk: Desk, people: list[str]
) -> None:
    """Rule 4 (onderwijs.vlaanderen.be, NAFT): one session, one level, N participants."""
    record_three(desk, people)
    total = totals(desk).total
    assert (total.activities, total.minutes, total.participant_minutes) == (1, 90, 180)
    assert (total.people, total.presences, total.no_shows, total.without_case) == (2, 2, 1, 4)
    assert (total.parents, total.families) == (3, 1)
    assert total.attendance == pytest.approx(2 / 3)


def test_bin_and_restore(desk: Desk, people: list[str]) -> None:
    kept = record_three(desk, people)
    bin_activity(desk, kept.id)
    assert activities(desk) == []
    assert [row.id for row in binned_activities(desk)] == [kept.id]
    assert [sessions(desk, case_id) for case_id in people] == [[], [], []]
    with pytest.raises(NotFoundError):
        bin_activity(desk, kept.id)
    restore_activity(desk, kept.id)
    assert totals(desk).total.presences == 2
    assert len(contacts(desk, people[0])) == 1
    steps.undo(desk)
    assert activities(desk) == []
    steps.undo(desk)
    assert totals(desk).total.no_shows == 1


def test_who_was_taken_out_before_does_not_come_back_from_the_bin(desk: Desk, people: list[str]) -> None:
    kept = record_three(desk, people)
    change_activity(desk, kept.id, kept, participants_of(desk, kept.id)[:2])
    clock.use_clock(lambda: NOW + timedelta(hours=1))
    bin_activity(desk, kept.id)
    restore_activity(desk, kept.id)
    assert [part.case_id for part in participants_of(desk, kept.id)] == people[:2]
    steps.undo(desk)
    steps.redo(desk)
    assert totals(desk).total.presences == 2


def test_the_bin_of_activities_is_emptied_after_30_days(desk: Desk, people: list[str]) -> None:
    kept = record_three(desk, people)
    bin_activity(desk, kept.id)
    folder = desk.folder
    desk.close()
    clock.use_clock(lambda: NOW + timedelta(days=29))
    open_desk(folder, PASSPHRASE).close()
    clock.use_clock(lambda: NOW + timedelta(days=31))
    later = open_desk(folder, PASSPHRASE)
    assert binned_activities(later) == []
    assert later.file.rows("SELECT id FROM step WHERE payload LIKE '%Toneel%'") == []
    later.close()


def test_an_erased_case_stays_only_as_a_number(desk: Desk, people: list[str]) -> None:
    kept = record_three(desk, people)
    bin_case(desk, people[0])
    assert totals(desk).total.presences == 2
    erase_case(desk, people[0], "bin")
    total = totals(desk).total
    assert (total.presences, total.people, total.parents, total.participant_minutes) == (2, 1, 3, 180)
    assert [part.case_id for part in participants_of(desk, kept.id)] == people[1:]
    for table in ("group_presence", "group_erased", "group_activity", "step"):
        rows = desk.file.rows(f"SELECT * FROM {table}")
        assert people[0] not in repr(rows)


def test_changes_made_in_the_case_itself_are_counted(desk: Desk, people: list[str]) -> None:
    kept = record_three(desk, people)
    row = sessions(desk, people[2])[0]
    desk.run(people[2], change_session, row.id, attendance=Attendance.attended)
    assert totals(desk).total.presences == 3
    desk.run(people[2], delete_row, "guidance_session", row.id)
    assert totals(desk).total.presences == 2
    assert [part.case_id for part in participants_of(desk, kept.id)] == people[:2]
    steps.undo(desk)
    assert totals(desk).total.presences == 3


def test_planned_activities_do_not_count_until_they_were_held(desk: Desk, people: list[str]) -> None:
    kept = record_activity(
        desk, replace(WORKSHOP, held_on=date(2026, 11, 25)), [Participant(case_id) for case_id in people]
    )
    assert kept.is_planned
    assert sessions(desk, people[0])[0].attendance is Attendance.planned
    assert totals(desk).total.activities == 0
    clock.use_clock(lambda: NOW + timedelta(days=3))
    held = change_activity(desk, kept.id, kept, participants_of(desk, kept.id))
    assert not held.is_planned
    assert totals(desk).total.presences == 3


def test_the_timeline_and_the_list_of_young_people_know_it(desk: Desk, people: list[str]) -> None:
    record_three(desk, people)
    assert desk.read(people[1], timeline)[0].title == "Toneel"
    card = desk.ask(index_card, people[1])
    assert card is not None
    assert card.last_contact_on == ON.isoformat()
    rebuild_register(desk)
    assert desk.ask(index_card, people[1]) == card


def test_filters(desk: Desk) -> None:
    record_activity(desk, WORKSHOP)
    record_activity(desk, replace(WORKSHOP, project="Ander", programme_code="dasc", held_on=date(2026, 9, 1)))
    assert len(activities(desk)) == 2
    assert len(activities(desk, ActivityFilter(project="Ander"))) == 1
    assert len(activities(desk, ActivityFilter(programme="dasc"))) == 1
    assert len(activities(desk, ActivityFilter(Period(date(2026, 9, 2), ON)))) == 1
    assert [fact.activity.held_on for fact in activities(desk)] == [ON, date(2026, 9, 1)]


def test_a_binned_case_keeps_its_part_when_the_activity_changes(desk: Desk, people: list[str]) -> None:
    kept = record_three(desk, people)
    bin_case(desk, people[1])
    change_activity(desk, kept.id, replace(kept, minutes=45), participants_of(desk, kept.id))
    restore_case(desk, people[1])
    assert sessions(desk, people[1])[0].minutes == 45


def test_a_change_that_the_desk_did_not_hear_of_is_counted_at_the_next_start(
    desk: Desk, people: list[str]
) -> None:
    """An error of the disk after a save is swallowed: what was done is kept, and the copies catch up."""
    record_three(desk, people)
    row = sessions(desk, people[2])[0]
    desk.case(people[2]).on_commit = lambda _commit: None
    desk.run(people[2], change_session, row.id, attendance=Attendance.attended)
    refresh_case(desk, people[2], None)
    folder = desk.folder
    desk.close()
    again = open_desk(folder, PASSPHRASE)
    presences = totals(again).total.presences
    again.close()
    assert presences == 3


def test_a_planned_activity_counts_once_a_session_in_it_was_logged_elsewhere(
    desk: Desk, people: list[str]
) -> None:
    record_activity(
        desk, replace(WORKSHOP, held_on=date(2026, 11, 25)), [Participant(case_id) for case_id in people]
    )
    clock.use_clock(lambda: NOW + timedelta(days=2))
    desk.run(people[0], hold_planned_session, sessions(desk, people[0])[0].id)
    total = totals(desk).total
    assert (total.activities, total.presences, total.no_shows) == (1, 1, 0)
