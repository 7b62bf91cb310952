"""Half-days missed in a real case file: one or a span, never one twice, never silently another code."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from eletdesk.desk.desk import Desk
from eletdesk.desk.steps import undo
from eletdesk.domain.absence import Absence
from eletdesk.domain.enrolment import Enrolment
from eletdesk.domain.school_calendar import Community, DayPart, SchoolYear
from eletdesk.domain.task import Task
from eletdesk.errors import InvalidInputError, ReasonNeededError
from eletdesk.operations.absences import change_absence, make_threshold_task, record_absences
from eletdesk.operations.bin import delete_row
from eletdesk.operations.people import change_enrolment, enrol
from eletdesk.programmes.law.absence_rules import absence_rules
from eletdesk.queries.absence_list import absence_counters, absence_list
from eletdesk.queries.live_rows import live_rows
from tests.desks import add_noor, make_desk

TODAY = date(2026, 11, 23)
Case = tuple[Desk, str]


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    desk = make_desk(tmp_path / "desk")
    yield desk, add_noor(desk)
    desk.close()


def codes(case: Case) -> list[tuple[date, str, str]]:
    desk, case_id = case
    found = desk.read(case_id, absence_list)
    return sorted((one.on, "am" if one.part is DayPart.morning else "pm", one.letter) for one in found)


def test_one_half_day_has_the_school_and_community_of_that_day(case: Case) -> None:
    desk, case_id = case
    (row,) = desk.run(case_id, record_absences, absent_on=date(2026, 11, 16), code=" b ")
    assert (row.code, row.part, row.school, row.community) == (
        "B", DayPart.morning, "TA De Linde", Community.flemish,
    )  # fmt: skip
    assert codes(case) == [(date(2026, 11, 16), "am", "B")]


def test_a_span_is_written_on_lesson_half_days_only(case: Case) -> None:
    """Rule 7: nine half-days a week; the autumn holiday and 11 November are no lessons."""
    desk, case_id = case
    rows = desk.run(
        case_id, record_absences, absent_on=date(2026, 10, 29), until_on=date(2026, 11, 12), code="Z"
    )
    assert len(rows) == 2 + 2 + 4 + 2
    assert {row.absent_on for row in rows} == {
        date(2026, 10, 29), date(2026, 10, 30), date(2026, 11, 9), date(2026, 11, 10), date(2026, 11, 12),
    }  # fmt: skip


def test_free_days_of_the_school_are_left_out_of_a_span(case: Case) -> None:
    desk, case_id = case
    (school,) = desk.read(case_id, live_rows, Enrolment)
    desk.run(case_id, change_enrolment, school.id, free_days=["2026-11-17"])
    span: dict[str, Any] = {"absent_on": date(2026, 11, 16), "until_on": date(2026, 11, 18)}
    rows = desk.run(case_id, record_absences, code="B", **span)
    assert {row.absent_on.day for row in rows} == {16, 18}


@pytest.mark.parametrize("on", [date(2026, 11, 21), date(2026, 11, 11), date(2026, 11, 3)])
def test_a_day_without_lessons_asks_why_and_is_written_with_the_reason(case: Case, on: date) -> None:
    desk, case_id = case
    with pytest.raises(ReasonNeededError) as asked:
        desk.run(case_id, record_absences, absent_on=on, code="B")
    assert asked.value.field == "reason"
    assert codes(case) == []
    (row,) = desk.run(case_id, record_absences, absent_on=on, code="B", reason="uitstap")
    assert row.note == "uitstap"
    assert desk.read(case_id, absence_list)[0].no_lesson


def test_the_same_half_day_twice_is_never_doubled(case: Case) -> None:
    desk, case_id = case
    for _again in range(2):
        desk.run(case_id, record_absences, absent_on=date(2026, 11, 16), code="B")
    assert codes(case) == [(date(2026, 11, 16), "am", "B")]


def test_another_code_is_asked_about_and_the_first_stays_in_the_note(case: Case) -> None:
    desk, case_id = case
    desk.run(case_id, record_absences, absent_on=date(2026, 11, 16), code="B", note="niet verwittigd")
    with pytest.raises(ReasonNeededError, match="16/11/2026"):
        desk.run(case_id, record_absences, absent_on=date(2026, 11, 16), code="Z")
    assert codes(case)[0][2] == "B"
    desk.run(case_id, record_absences, absent_on=date(2026, 11, 16), code="Z", reason="attest kwam later")
    (row,) = desk.read(case_id, live_rows, Absence)
    assert row.code == "Z"
    for words in ("attest kwam later", "B", "niet verwittigd"):
        assert words in row.note


def test_a_change_onto_another_half_day_asks_and_bins_the_other(case: Case) -> None:
    desk, case_id = case
    (first,) = desk.run(case_id, record_absences, absent_on=date(2026, 11, 16), code="B")
    (second,) = desk.run(case_id, record_absences, absent_on=date(2026, 11, 17), code="Z")
    with pytest.raises(ReasonNeededError):
        desk.run(case_id, change_absence, second.id, absent_on=date(2026, 11, 16))
    desk.run(case_id, change_absence, second.id, absent_on=date(2026, 11, 16), reason="verkeerde dag")
    assert codes(case) == [(date(2026, 11, 16), "am", "Z")]
    undo(desk)
    assert codes(case) == [(date(2026, 11, 16), "am", "B"), (date(2026, 11, 17), "am", "Z")]
    desk.run(case_id, delete_row, "absence", first.id)
    assert codes(case) == [(date(2026, 11, 17), "am", "Z")]


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("code", {"code": " "}),
        ("code", {"code": "X" * 11}),
        ("periods", {"code": "B", "periods": 13}),
        ("until_on", {"code": "B", "until_on": date(2026, 11, 13)}),
        ("until_on", {"code": "B", "until_on": date(2028, 11, 13)}),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(case: Case, field: str, values: dict[str, Any]) -> None:
    desk, case_id = case
    with pytest.raises(InvalidInputError) as refused:
        desk.run(case_id, record_absences, absent_on=date(2026, 11, 16), **values)
    assert refused.value.field == field
    assert codes(case) == []


def two_schools(case: Case, second: Community = Community.flemish) -> None:
    """Let Noor change school on 1 November."""
    desk, case_id = case
    (school,) = desk.read(case_id, live_rows, Enrolment)
    desk.run(case_id, change_enrolment, school.id, started_on=date(2026, 9, 1), ended_on=date(2026, 10, 31))
    desk.run(case_id, enrol, school="Sint-Jan", community=second, started_on=date(2026, 11, 1))


def test_rule_9_the_threshold_is_reached_on_the_right_day_across_two_schools(case: Case) -> None:
    """Source: agodi.be, Discimus FAQ: B half-days follow the pupil between schools within the year."""
    desk, case_id = case
    two_schools(case)
    span: dict[str, Any] = {
        "absent_on": date(2026, 10, 12),
        "until_on": date(2026, 10, 13),
        "until_part": DayPart.morning,
    }
    desk.run(case_id, record_absences, code="B", **span)
    desk.run(case_id, record_absences, absent_on=date(2026, 11, 16), code="B")
    counters = desk.read(case_id, absence_counters, TODAY)
    assert counters.years[0].half_days == 4
    assert {state.threshold.code: state.reached_on for state in counters.years[0].states}["flemish_5"] is None
    desk.run(case_id, record_absences, absent_on=date(2026, 11, 17), part=DayPart.afternoon, code="B")
    counters = desk.read(case_id, absence_counters, TODAY)
    states = {state.threshold.code: state.reached_on for state in counters.years[0].states}
    assert states["flemish_5"] == date(2026, 11, 17)
    assert {one.school for one in desk.read(case_id, absence_list)} == {"TA De Linde", "Sint-Jan"}


def test_each_day_follows_the_calendar_and_codes_of_its_school(case: Case) -> None:
    """Rule 7: two calendars; 20 October 2026 is a holiday in the French Community only."""
    desk, case_id = case
    two_schools(case, Community.french)
    (row,) = desk.run(case_id, record_absences, absent_on=date(2026, 10, 20), code="B")
    assert row.community is Community.flemish
    (row,) = desk.run(case_id, record_absences, absent_on=date(2026, 11, 3), code="O", periods=4)
    assert row.community is Community.french
    years = desk.read(case_id, absence_counters, TODAY).years
    assert sorted((one.year.community, one.half_days) for one in years) == [("flemish", 1), ("french", 1)]


def test_a_span_over_two_schools_follows_each_calendar_in_its_days(case: Case) -> None:
    """Rule 7: the French autumn holiday of 2026 begins on 19 October, the Flemish one on 2 November."""
    desk, case_id = case
    (school,) = desk.read(case_id, live_rows, Enrolment)
    desk.run(case_id, change_enrolment, school.id, community=Community.french, ended_on=date(2026, 10, 31))
    desk.run(case_id, enrol, school="Sint-Jan", started_on=date(2026, 11, 1))
    rows = desk.run(
        case_id, record_absences, absent_on=date(2026, 10, 15), until_on=date(2026, 11, 9), code="B"
    )
    assert {row.absent_on for row in rows} == {
        date(2026, 10, 15), date(2026, 10, 16), date(2026, 11, 9),
    }  # fmt: skip


def test_rule_9_the_task_of_a_threshold_is_made_once_a_year(case: Case) -> None:
    """Source: agodi.be, rapport leerplicht: report to the CLB and keep a guidance file."""
    desk, case_id = case
    desk.run(case_id, record_absences, absent_on=date(2026, 11, 16), until_on=date(2026, 11, 18), code="B")
    counters = desk.read(case_id, absence_counters, TODAY)
    state = next(one for one in counters.years[0].states if one.threshold.code == "flemish_5")
    year = counters.years[0].year
    wanted: dict[str, Any] = {
        "threshold": state.threshold,
        "year": year,
        "title": state.threshold.label.said(),
    }
    for _again in range(2):
        desk.run(case_id, make_threshold_task, **wanted)
    assert [task.rule for task in desk.read(case_id, live_rows, Task)] == ["absence_threshold"]
    assert desk.read(case_id, absence_counters, TODAY).tasks == frozenset({"flemish_5:2026"})
    other = SchoolYear(2025, Community.flemish)
    desk.run(case_id, make_threshold_task, **(wanted | {"year": other}))
    assert len(desk.read(case_id, live_rows, Task)) == 2


def test_the_counters_follow_the_thresholds_of_the_organisation(case: Case) -> None:
    desk, case_id = case
    desk.run(case_id, record_absences, absent_on=date(2026, 11, 16), code="B")
    own = {"flemish_5": {"half_days": 1}, "flemish_30": {"is_on": False}}
    states = desk.read(case_id, absence_counters, TODAY, own).years[0].states
    assert [(one.threshold.code, one.reached_on is not None) for one in states] == [
        ("flemish_1", True), ("flemish_5", True),
    ]  # fmt: skip
    assert absence_rules().threshold("flemish_5").half_days == 5


def test_a_half_day_moved_to_the_time_of_another_school_is_of_that_school(case: Case) -> None:
    """Rule 9: the school of the day, with its calendar and codes."""
    desk, case_id = case
    (first,) = desk.read(case_id, live_rows, Enrolment)
    desk.run(case_id, change_enrolment, first.id, started_on=date(2026, 9, 1), ended_on=date(2026, 11, 8))
    desk.run(case_id, enrol, school="Athénée", community=Community.french, started_on=date(2026, 11, 9))
    (row,) = desk.run(case_id, record_absences, absent_on=date(2026, 11, 10), code="B")
    assert (row.school, row.community) == ("Athénée", Community.french)
    moved = desk.run(case_id, change_absence, row.id, absent_on=date(2026, 10, 6), school="Athénée")
    assert (moved.school, moved.community) == ("TA De Linde", Community.flemish)
