"""What stands in the agenda, and in which group a task is, on the days around an edge."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from eletdesk import clock
from eletdesk.desk.desk import Desk
from eletdesk.domain.guidance_session import Attendance
from eletdesk.operations.contacts import record_contact
from eletdesk.operations.sessions import plan_session, record_session
from eletdesk.operations.tasks import add_task, finish_task
from eletdesk.operations.time_outs import record_time_out
from eletdesk.queries.agenda import agenda_between
from eletdesk.queries.register.views import DueTask, done_tasks, due_tasks, index_card
from eletdesk.queries.task_groups import GROUPS, group_of, grouped
from tests.desks import add_noor, make_desk

MONDAY, SUNDAY = date(2026, 11, 23), date(2026, 11, 29)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Give a desk with one case on 23 November 2026."""
    clock.use_clock(lambda: datetime(2026, 11, 23, 9, 0))  # noqa: DTZ001 - the wall clock of the test
    opened = make_desk(tmp_path / "desk")
    yield opened
    opened.close()


def kinds(desk: Desk, *, only_planned: bool = False) -> list[tuple[str, str]]:
    found = desk.ask(agenda_between, MONDAY, SUNDAY, only_planned=only_planned)
    return [(one.kind, one.on) for one in found]


@pytest.mark.parametrize(("days", "is_there"), [(-1, False), (0, True), (6, True), (7, False)])
def test_both_days_of_the_span_count(desk: Desk, days: int, is_there: bool) -> None:
    on = MONDAY + timedelta(days=days)
    desk.run(add_noor(desk), plan_session, held_on=on, starts_at=time(9, 0), minutes=45)
    assert bool(kinds(desk)) is is_there


def test_a_confidential_title_stands_in_no_list(desk: Desk) -> None:
    """Lists are seen by others and may leave as a workbook; the file itself still says what it is about."""
    case = add_noor(desk)
    desk.run(case, plan_session, held_on=MONDAY, minutes=45, title="Over de politie", is_confidential=True)
    desk.run(case, record_contact, happened_on=MONDAY, with_whom="Inspecteur Bos", is_confidential=True)
    card = index_card(desk.register, case)
    assert card is not None
    assert (card.next_on, card.next_step) == (MONDAY.isoformat(), "school")
    assert [one.title for one in desk.ask(agenda_between, MONDAY, SUNDAY)] == ["school"]
    titles = {title for (title,) in desk.register.connection.execute("SELECT title FROM moment")}
    assert titles == {"school", ""}


def test_everything_of_a_week_is_there_in_its_order(desk: Desk) -> None:
    case = add_noor(desk)
    desk.run(case, plan_session, held_on=MONDAY, starts_at=time(14, 0), minutes=45)
    desk.run(case, plan_session, held_on=MONDAY, minutes=45)
    desk.run(case, record_session, held_on=MONDAY, minutes=30, attendance=Attendance.no_show)
    task = desk.run(case, add_task, title="bellen", due_on=MONDAY)
    desk.run(
        case, record_time_out,
        starts_on=MONDAY - timedelta(days=3), ends_on=MONDAY + timedelta(days=2),
        return_meeting_on=MONDAY + timedelta(days=3),
    )  # fmt: skip
    assert kinds(desk) == [
        ("session", "2026-11-23"), ("time_out", "2026-11-23"), ("task", "2026-11-23"),
        ("session", "2026-11-23"), ("session", "2026-11-23"),
        ("time_out", "2026-11-25"), ("return_meeting", "2026-11-26"),
    ]  # fmt: skip
    assert kinds(desk, only_planned=True).count(("session", "2026-11-23")) == 2
    desk.run(case, finish_task, task.id)
    assert ("task", "2026-11-23") not in kinds(desk)


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [(-10, -1, []), (-10, 0, ["2026-11-23"]), (0, 0, ["2026-11-23"]), (6, 9, ["2026-11-29"]),
     (-9, 20, ["2026-11-23"]), (7, 9, [])],
)  # fmt: skip
def test_a_time_out_is_told_on_its_first_day_here_and_its_last(
    desk: Desk, first: int, last: int, days: list[str]
) -> None:
    starts, ends = MONDAY + timedelta(days=first), MONDAY + timedelta(days=last)
    desk.run(add_noor(desk), record_time_out, starts_on=starts, ends_on=ends)
    assert [on for kind, on in kinds(desk) if kind == "time_out"] == days


@pytest.mark.parametrize(
    ("due", "group"),
    [("", "undated"), ("2026-11-22", "overdue"), ("2026-11-23", "today"), ("2026-11-24", "week"),
     ("2026-11-29", "week"), ("2026-11-30", "later")],
)  # fmt: skip
def test_groups_of_a_monday(due: str, group: str) -> None:
    assert group_of(DueTask("a", "Noor", "t", "bellen", due), MONDAY) == group


def test_on_a_sunday_the_week_is_over() -> None:
    assert group_of(DueTask("a", "Noor", "t", "bellen", "2026-11-30"), SUNDAY) == "later"
    assert list(grouped([], SUNDAY)) == list(GROUPS)


def test_done_tasks_are_known_since_a_day(desk: Desk) -> None:
    case = add_noor(desk)
    before = len(desk.ask(due_tasks))
    task = desk.run(case, add_task, title="bellen", due_on=MONDAY)
    desk.run(case, finish_task, task.id)
    assert [one.title for one in desk.ask(done_tasks, MONDAY)] == ["bellen"]
    assert desk.ask(done_tasks, MONDAY + timedelta(days=1)) == []
    assert len(desk.ask(due_tasks)) == before
