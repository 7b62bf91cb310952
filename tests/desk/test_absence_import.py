"""A list of absences in a real desk: one step, undone as one; thresholds, register and attention follow."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from eletdesk import clock
from eletdesk.desk import steps
from eletdesk.desk.absence_import import choose_pupil, import_absences, plan_absence_import
from eletdesk.desk.absence_thresholds import chosen_thresholds, keep_thresholds
from eletdesk.desk.caseload_import import import_caseload, plan_import
from eletdesk.desk.checking import check_desk
from eletdesk.desk.desk import Desk
from eletdesk.desk.refresh import rebuild_register
from eletdesk.domain.absence import Absence, AbsenceSource
from eletdesk.domain.young_person import YoungPerson
from eletdesk.errors import InvalidInputError
from eletdesk.imports.plan import merge_with
from eletdesk.operations.absences import make_threshold_task, record_absences
from eletdesk.operations.people import change_person
from eletdesk.programmes.law.absence_rules import absence_rules
from eletdesk.queries.attention.absences import absences
from eletdesk.queries.attention.item import Attention
from eletdesk.queries.live_rows import live_rows
from eletdesk.queries.register.absence_facts import facts_by_case, half_days_this_year
from eletdesk.queries.register.views import index_cards
from tests.desks import add_noor, make_desk

TODAY = date(2026, 11, 23)
HEADER = "Stamnummer;Naam;Datum;VM;NM\n"
LIST = f"{HEADER}2600001;Verlinden Noor;16/11/2026;B;B\n2600001;Verlinden Noor;17/11/2026;B;Z\n"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    clock.use_clock(lambda: datetime(2026, 11, 23, 9, 30))  # noqa: DTZ001 - the wall clock has no zone
    made = make_desk(tmp_path / "desk")
    yield made
    made.close()
    clock.use_clock(None)


def read_in(desk: Desk, text: str) -> int:
    return import_absences(desk, plan_absence_import(desk, text.encode(), "lijst.csv")).half_days


def told(desk: Desk, today: date = TODAY) -> list[Attention]:
    return list(absences(desk.register, desk.ask(index_cards), today))


def test_a_list_is_one_step_and_reading_it_twice_doubles_nothing(desk: Desk) -> None:
    noor, other = add_noor(desk), add_noor(desk, "Jef", "Claes")
    text = LIST + "2600002;Claes Jef;16/11/2026;Z;\n"
    assert read_in(desk, text) == 5
    rows = desk.read(noor, live_rows, Absence)
    assert {row.source for row in rows} == {AbsenceSource.school_list}
    assert desk.read(noor, live_rows, YoungPerson)[0].school_record_number == "2600001"
    assert read_in(desk, text) == 0
    steps.undo(desk)
    assert desk.read(noor, live_rows, Absence) == desk.read(other, live_rows, Absence) == []
    assert desk.read(noor, live_rows, YoungPerson)[0].school_record_number == ""
    steps.redo(desk)
    assert len(desk.read(noor, live_rows, Absence)) == 4
    assert check_desk(desk).is_sound


def test_an_open_question_stops_the_reading(desk: Desk) -> None:
    noor = add_noor(desk)
    plan = plan_absence_import(desk, LIST.replace("B;Z", "L;Z").encode(), "lijst.csv")
    with pytest.raises(InvalidInputError):
        import_absences(desk, plan)
    assert desk.read(noor, live_rows, Absence) == []


def test_the_record_number_tells_two_of_one_name_apart(desk: Desk) -> None:
    first, second = add_noor(desk), add_noor(desk)
    desk.run(second, change_person, school_record_number="2600001")
    plan = plan_absence_import(desk, LIST.encode(), "lijst.csv")
    assert plan.pupils[0].chosen == second
    unsure = plan_absence_import(desk, LIST.replace("2600001", "").encode(), "lijst.csv")
    assert unsure.pupils[0].chosen is None
    chosen = choose_pupil(desk, unsure, unsure.pupils[0].place, first)
    assert import_absences(desk, chosen).cases == (first,)


def test_what_changed_since_the_plan_is_not_overwritten(desk: Desk) -> None:
    noor = add_noor(desk)
    plan = plan_absence_import(desk, LIST.encode(), "lijst.csv")
    desk.run(noor, record_absences, absent_on=date(2026, 11, 16), code="R")
    assert import_absences(desk, plan).half_days == 3
    assert {row.code for row in desk.read(noor, live_rows, Absence)} == {"R", "B", "Z"}


def test_the_days_of_an_absence_list_come_with_new_people(desk: Desk) -> None:
    text = LIST + "2600001;Verlinden Noor;18/11/2026;L;\n2600001;Verlinden Noor;21/11/2026;B;\n"
    result = import_caseload(desk, plan_import(desk, text.encode(), "lijst.csv"))
    (case_id,) = result.new_cases
    assert sorted(row.code for row in desk.read(case_id, live_rows, Absence)) == ["B", "B", "B", "Z"]
    remarks = desk.read(case_id, live_rows, YoungPerson)[0].remarks
    assert "18/11/2026" in remarks
    assert "21/11/2026" in remarks
    assert "16/11/2026" not in remarks
    plan = plan_import(desk, text.encode(), "lijst.csv")
    again = import_caseload(desk, plan.with_choice(2, merge_with(case_id)))
    assert again.merged_cases == (case_id,)
    assert len(desk.read(case_id, live_rows, Absence)) == 4


def test_attention_tells_near_and_reached_until_there_is_a_task(desk: Desk) -> None:
    """Rule 9: five half-days are reported to the CLB (agodi.be, rapport leerplicht)."""
    noor = add_noor(desk)
    desk.run(noor, record_absences, absent_on=date(2026, 11, 16), until_on=date(2026, 11, 17), code="B")
    (near,) = told(desk)
    assert (near.tab, near.action, near.tone) == ("absences", "open", "info")
    assert "4" in near.title
    desk.run(noor, record_absences, absent_on=date(2026, 11, 18), code="B")
    (reached,) = told(desk)
    assert (reached.tone, reached.kind) == ("warn", "absence:flemish_5:2026-11-18")
    assert "CLB" in reached.detail
    assert "AGODI" in reached.source
    assert told(desk, date(2026, 12, 18))[0].kind == reached.kind
    assert len(told(desk, date(2027, 1, 15))) == 1  # owed until there is a task
    assert told(desk, date(2027, 9, 1)) == []
    fact = facts_by_case(desk.register)[noor][0]
    desk.run(
        noor, make_threshold_task,
        threshold=absence_rules().threshold("flemish_5"), year=fact.year, title="CLB melden",
    )  # fmt: skip
    assert told(desk) == []  # the school noted the first half-day long ago: the higher one is seen to


def test_a_desk_that_changed_a_threshold_is_told_by_its_own_number(desk: Desk) -> None:
    noor = add_noor(desk)
    desk.run(noor, record_absences, absent_on=date(2026, 11, 16), code="B")
    five = absence_rules().threshold("flemish_5")
    keep_thresholds(desk, {"flemish_5": (1, True), "flemish_30": (30, True)})
    assert chosen_thresholds(desk) == {"flemish_5": {"half_days": 1, "is_on": True}}
    assert [one.kind for one in told(desk)] == ["absence:flemish_5:2026-11-16"]
    rebuild_register(desk)
    assert [one.kind for one in told(desk)] == ["absence:flemish_5:2026-11-16"]
    keep_thresholds(desk, {"flemish_5": (five.half_days, True)})
    assert chosen_thresholds(desk) == {}
    with pytest.raises(InvalidInputError) as refused:
        keep_thresholds(desk, {"flemish_5": (0, True)})
    assert refused.value.field == "flemish_5"


def test_the_register_knows_the_half_days_of_every_case(desk: Desk) -> None:
    noor = add_noor(desk)
    add_noor(desk, "Jef", "Claes")
    desk.run(noor, record_absences, absent_on=date(2026, 11, 16), code="B")
    desk.run(noor, record_absences, absent_on=date(2026, 6, 15), code="B")
    assert half_days_this_year(desk.register, TODAY) == {noor: 1}
    before = facts_by_case(desk.register)
    rebuild_register(desk)
    assert facts_by_case(desk.register) == before
