"""Rule 9: the programme's task for a threshold comes once, on its day, and never beside another."""

from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path

import pytest

from eletdesk import clock
from eletdesk.desk.desk import Desk
from eletdesk.desk.new_case import NewCase, new_case
from eletdesk.domain.absence import Absence
from eletdesk.domain.school_calendar import Community, DayPart, SchoolYear, school_year_of
from eletdesk.domain.task import Task
from eletdesk.operations.absences import make_threshold_task, record_absences
from eletdesk.operations.bin import delete_row
from eletdesk.operations.tasks import finish_task
from eletdesk.programmes.law.absence_rules import absence_rules
from eletdesk.queries.absence_list import absence_counters
from eletdesk.queries.attention.absences import absences
from eletdesk.queries.live_rows import live_rows
from eletdesk.queries.register.views import index_cards
from tests.desks import make_desk

MONDAY = date(2026, 11, 23)
DAYS = (date(2026, 11, 9), date(2026, 11, 10), date(2026, 11, 12), date(2026, 11, 13), date(2026, 11, 16))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    clock.use_clock(lambda: datetime.combine(MONDAY, time(9)))
    opened = make_desk(tmp_path / "desk")
    yield opened
    opened.close()


def case_of(desk: Desk, programme: str) -> str:
    case = NewCase({"given_name": "Noor"}, {"school": "TA De Linde", "started_on": date(2026, 9, 1)})
    return new_case(desk, case, programme, started_on=date(2026, 9, 14))


def titles(desk: Desk, case_id: str) -> list[str]:
    tasks = desk.read(case_id, live_rows, Task)
    return [task.title for task in tasks if "flemish_" in task.cause]


def test_rule_9_the_fifth_half_day_makes_the_task_once(desk: Desk) -> None:
    """agodi.be: from 5 problematic half-days the school reports, and school and CLB keep a guidance file."""
    case_id = case_of(desk, "clb_truancy")
    for day in DAYS[:4]:
        desk.run(case_id, record_absences, absent_on=day, code="B")
    assert titles(desk, case_id) == []
    desk.run(case_id, record_absences, absent_on=DAYS[4], code="B")
    assert titles(desk, case_id) == ["Begeleidingsdossier openen met de school"]
    (task,) = [one for one in desk.read(case_id, live_rows, Task) if ":flemish_5:" in one.cause]
    assert task.due_on == DAYS[4]
    desk.run(case_id, record_absences, absent_on=date(2026, 11, 17), code="B")
    assert len(titles(desk, case_id)) == 1


def test_a_task_in_the_bin_does_not_come_back(desk: Desk) -> None:
    case_id = case_of(desk, "clb_truancy")
    for day in DAYS:
        desk.run(case_id, record_absences, absent_on=day, code="B")
    (task,) = [one for one in desk.read(case_id, live_rows, Task) if ":flemish_5:" in one.cause]
    desk.run(case_id, delete_row, "task", task.id)
    desk.run(case_id, record_absences, absent_on=date(2026, 11, 17), code="B")
    assert titles(desk, case_id) == []


def test_a_task_made_by_hand_is_enough(desk: Desk) -> None:
    case_id = case_of(desk, "clb_truancy")
    year = school_year_of(MONDAY, Community.flemish)
    assert year == SchoolYear(2026, Community.flemish)
    threshold = next(
        one for one in absence_rules().thresholds_on(year.community, MONDAY) if one.code == "flemish_5"
    )
    desk.run(case_id, make_threshold_task, threshold=threshold, year=year, title="CLB melden")
    for day in DAYS:
        desk.run(case_id, record_absences, absent_on=day, code="B")
    assert titles(desk, case_id) == ["CLB melden"]
    assert len(desk.read(case_id, live_rows, Absence)) == 5


def test_a_task_of_the_programme_counts_as_the_task_of_the_threshold(desk: Desk) -> None:
    case_id = case_of(desk, "clb_truancy")
    desk.run(
        case_id, record_absences, absent_on=DAYS[0], until_on=DAYS[2], until_part=DayPart.afternoon, code="B"
    )
    counters = desk.read(case_id, absence_counters, MONDAY)
    assert "flemish_5:2026" in counters.tasks


def test_a_programme_without_such_a_rule_makes_none(desk: Desk) -> None:
    case_id = case_of(desk, "naft")
    for day in DAYS:
        desk.run(case_id, record_absences, absent_on=day, code="B")
    assert titles(desk, case_id) == []


def said_on_today(desk: Desk) -> list[str]:
    cards = desk.ask(index_cards)
    return [one.detail for one in absences(desk.register, cards, MONDAY)]


def test_rule_9_today_tells_the_threshold_until_the_task_of_the_programme_is_done(desk: Desk) -> None:
    """agodi.be: from 5 problematic half-days; who did not add the task must still hear of it, once."""
    case_id = case_of(desk, "clb_truancy")
    for day in DAYS:
        desk.run(case_id, record_absences, absent_on=day, code="B")
    (said,) = said_on_today(desk)
    assert "(5 bereikt op ma 16 nov)" in said
    (task,) = [one for one in desk.read(case_id, live_rows, Task) if ":flemish_5:" in one.cause]
    desk.run(case_id, finish_task, task.id)
    assert said_on_today(desk) == []
