"""Rules 7, 8 and 12 on a real case: time-outs counted, coded for the school, and guarded."""

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from eletdesk.desk.desk import Desk
from eletdesk.domain.enrolment import Enrolment
from eletdesk.domain.guidance_session import Attendance, SessionPlace
from eletdesk.domain.school_calendar import Community, DayPart, HalfDay, SchoolYear
from eletdesk.domain.time_out import TimeOut, TimeOutKind
from eletdesk.errors import ReasonNeededError
from eletdesk.operations.people import change_enrolment, enrol
from eletdesk.operations.sessions import record_session
from eletdesk.operations.time_outs import change_time_out, record_time_out
from eletdesk.queries.live_rows import live_rows
from eletdesk.queries.time_out_count import time_out_count
from eletdesk.queries.time_out_ledger import time_out_ledger
from tests.desks import add_noor, make_desk

YEAR = SchoolYear(2026, Community.flemish)
Case = tuple[Desk, str]


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    desk = make_desk(tmp_path / "desk")
    yield desk, add_noor(desk)
    desk.close()


@pytest.mark.parametrize(
    ("kind", "last_allowed", "first_refused"),
    [
        # 15 lesson days from Monday 14 September 2026 are three weeks, 10 are two
        (TimeOutKind.temporary_exclusion, date(2026, 10, 4), date(2026, 10, 5)),
        (TimeOutKind.preventive_suspension, date(2026, 9, 27), date(2026, 9, 28)),
    ],
)
def test_rule_12_a_longer_measure_asks_why_and_keeps_the_reason(
    case: Case, kind: TimeOutKind, last_allowed: date, first_refused: date
) -> None:
    """Source: vlaanderen.be, schorsing op school: 1 to 15 and at most 10 consecutive lesson days."""
    desk, case_id = case
    starts = date(2026, 9, 14)
    row = desk.run(case_id, record_time_out, kind=kind, starts_on=starts, ends_on=last_allowed)
    with pytest.raises(ReasonNeededError) as asked:
        desk.run(case_id, change_time_out, row.id, ends_on=first_refused)
    assert asked.value.field == "limit_reason"
    assert desk.read(case_id, live_rows, TimeOut)[0].ends_on == last_allowed
    desk.run(case_id, change_time_out, row.id, ends_on=first_refused, limit_reason="zo beslist")
    kept = desk.read(case_id, live_rows, TimeOut)[0]
    assert (kept.ends_on, kept.limit_reason) == (first_refused, "zo beslist")


def test_rule_12_part_time_education_has_longer_terms(case: Case) -> None:
    """Source: vlaanderen.be, schorsing op school: part-time 21."""
    desk, case_id = case
    (school,) = desk.read(case_id, live_rows, Enrolment)
    desk.run(case_id, change_enrolment, school.id, exit_position="dbso")
    span: dict[str, Any] = {"kind": TimeOutKind.temporary_exclusion, "starts_on": date(2026, 9, 14)}
    desk.run(case_id, record_time_out, ends_on=date(2026, 10, 12), **span)
    with pytest.raises(ReasonNeededError):
        desk.run(case_id, record_time_out, ends_on=date(2026, 10, 13), **span)


def test_rule_12_two_that_follow_each_other_are_one(case: Case) -> None:
    """Source: vlaanderen.be, schorsing op school: a temporary exclusion cannot be extended."""
    desk, case_id = case
    kind = TimeOutKind.temporary_exclusion
    desk.run(case_id, record_time_out, kind=kind, starts_on=date(2026, 10, 12), ends_on=date(2026, 10, 30))
    with pytest.raises(ReasonNeededError, match="16"):
        # the autumn holiday lies between: the next lesson day is Monday 9 November
        desk.run(case_id, record_time_out, kind=kind, starts_on=date(2026, 11, 9), ends_on=date(2026, 11, 9))
    desk.run(case_id, record_time_out, kind=kind, starts_on=date(2026, 11, 12), ends_on=date(2026, 11, 13))


def test_rule_12_a_suspension_and_the_exclusion_after_it_are_two_measures(case: Case) -> None:
    """Source: vlaanderen.be, schorsing op school: each has its own term, 10 and 15 lesson days."""
    desk, case_id = case
    suspension, exclusion = TimeOutKind.preventive_suspension, TimeOutKind.temporary_exclusion
    first: dict[str, Any] = {"starts_on": date(2026, 9, 14), "ends_on": date(2026, 9, 25)}
    then: dict[str, Any] = {"starts_on": date(2026, 9, 28), "ends_on": date(2026, 10, 16)}
    assert desk.run(case_id, record_time_out, kind=suspension, **first).half_days == 18
    assert desk.run(case_id, record_time_out, kind=exclusion, **then).half_days == 27


def test_rule_12_a_naft_time_out_has_no_limit(case: Case) -> None:
    """Source: weliswaar.be 29 May 2020: as short as possible and as long as needed."""
    desk, case_id = case
    desk.run(case_id, record_time_out, starts_on=date(2026, 9, 14), ends_on=date(2026, 12, 18))


def test_rule_8_code_p_only_with_the_directors_agreement(case: Case) -> None:
    """Source: agodi.be, codes since 1 September 2019: P with the director's agreement."""
    desk, case_id = case
    row = desk.run(case_id, record_time_out, starts_on=date(2026, 11, 16), ends_on=date(2026, 11, 18))
    ledger = desk.read(case_id, time_out_ledger, YEAR)
    assert (ledger.half_days, ledger.given_out, len(ledger.kept_back)) == (5, (), 5)
    assert ledger.lines[0].why_not
    desk.run(case_id, change_time_out, row.id, is_director_agreed=True)
    ledger = desk.read(case_id, time_out_ledger, YEAR)
    assert [line.code for line in ledger.given_out] == ["P"] * 5
    assert ledger.lines[0].why_not == ""


def test_rule_8_a_no_show_or_cancelled_session_is_never_p(case: Case) -> None:
    """Source: rule 8 of domain-flanders: what is not attended is not covered by P."""
    desk, case_id = case
    programme = desk.programmes[("naft", 1)]
    desk.run(
        case_id, record_time_out,
        starts_on=date(2026, 11, 16), ends_on=date(2026, 11, 19), is_director_agreed=True,
    )  # fmt: skip
    for on, at, attendance in (
        (date(2026, 11, 16), time(9, 0), Attendance.no_show),
        (date(2026, 11, 17), None, Attendance.cancelled),
        (date(2026, 11, 19), time(14, 0), Attendance.no_show),
        (date(2026, 11, 19), time(15, 0), Attendance.attended),
    ):
        desk.run(
            case_id, record_session,
            held_on=on, starts_at=at, minutes=60, programme=programme, attendance=attendance,
        )  # fmt: skip
    ledger = desk.read(case_id, time_out_ledger, YEAR)
    given = {line.half_day for line in ledger.given_out}
    assert HalfDay(date(2026, 11, 16), DayPart.morning) not in given
    assert HalfDay(date(2026, 11, 16), DayPart.afternoon) in given
    assert not {half for half in given if half.on == date(2026, 11, 17)}
    assert HalfDay(date(2026, 11, 19), DayPart.afternoon) in given
    assert len(ledger.kept_back) == 3


def test_rule_8_coming_at_an_unknown_hour_does_not_cover_a_no_show_at_two(case: Case) -> None:
    """Source: rule 8 of domain-flanders: a no-show is never given out as P."""
    desk, case_id = case
    on = date(2026, 11, 16)
    desk.run(case_id, record_time_out, starts_on=on, ends_on=on, is_director_agreed=True)
    desk.run(case_id, record_session, held_on=on, minutes=60)
    missed: dict[str, Any] = {"starts_at": time(14, 0), "attendance": Attendance.no_show}
    desk.run(case_id, record_session, held_on=on, minutes=60, **missed)
    ledger = desk.read(case_id, time_out_ledger, YEAR)
    assert [line.half_day.part for line in ledger.given_out] == [DayPart.morning]


def test_rule_8_a_confidential_time_out_gives_the_school_nothing(case: Case) -> None:
    """What is confidential stays in the file, also as a code (rule 14)."""
    desk, case_id = case
    desk.run(
        case_id, record_time_out,
        starts_on=date(2026, 11, 16), ends_on=date(2026, 11, 16),
        is_director_agreed=True, is_confidential=True,
    )  # fmt: skip
    ledger = desk.read(case_id, time_out_ledger, YEAR)
    assert (ledger.given_out, len(ledger.kept_back)) == ((), 2)


def test_rule_7_a_school_to_come_does_not_change_the_count(case: Case) -> None:
    """Rule 7: the calendar is that of the school of each day; the French autumn holiday is a week longer."""
    desk, case_id = case
    desk.run(
        case_id, enrol, school="Athénée", community=Community.french, started_on=date(2027, 1, 4),
        free_days=["2026-10-13"],
    )  # fmt: skip
    span: dict[str, Any] = {"starts_on": date(2026, 10, 12), "ends_on": date(2026, 10, 30)}
    counted = desk.read(case_id, time_out_count, **span)
    row = desk.run(case_id, record_time_out, **span)
    assert (row.half_days, counted.half_days, counted.weeks) == (27, 27, 3)
    assert counted.community is Community.flemish
    assert (counted.holidays, counted.school_free_days) == ((), 0)


def test_rule_7_a_time_out_over_a_change_of_community_counts_each_day_by_its_school(case: Case) -> None:
    """Rule 7: two communities in one year; as in the ledger, so on the sheet and in the file."""
    desk, case_id = case
    (school,) = desk.read(case_id, live_rows, Enrolment)
    desk.run(case_id, change_enrolment, school.id, started_on=date(2026, 9, 1), ended_on=date(2026, 10, 18))
    desk.run(case_id, enrol, school="Athénée", community=Community.french, started_on=date(2026, 10, 19))
    span: dict[str, Any] = {"starts_on": date(2026, 10, 12), "ends_on": date(2026, 10, 30)}
    row = desk.run(case_id, record_time_out, **span)
    counted = desk.read(case_id, time_out_count, **span)
    ledger = desk.read(case_id, time_out_ledger, YEAR)
    assert (row.half_days, counted.half_days, ledger.half_days) == (9, 9, 9)
    assert counted.holidays


def test_rule_8_discipline_is_r_and_a_time_out_at_school_has_no_code(case: Case) -> None:
    """Source: agodi.be, codes since 1 September 2019: R for a measure when the pupil is not expected."""
    desk, case_id = case
    day: dict[str, Any] = {"starts_on": date(2026, 11, 16), "ends_on": date(2026, 11, 16)}
    desk.run(case_id, record_time_out, kind=TimeOutKind.temporary_exclusion, **day)
    desk.run(
        case_id, record_time_out,
        kind=TimeOutKind.internal, starts_on=date(2026, 11, 17), ends_on=date(2026, 11, 17),
    )  # fmt: skip
    ledger = desk.read(case_id, time_out_ledger, YEAR)
    assert [line.code for line in ledger.given_out] == ["R", "R"]
    assert [line.code for line in ledger.lines] == ["", "R"]


def test_rule_7_a_time_out_over_the_summer_is_counted_in_each_year(case: Case) -> None:
    """Source: rule 6 and 7: the school year ends on 31 August."""
    desk, case_id = case
    desk.run(case_id, record_time_out, starts_on=date(2026, 6, 29), ends_on=date(2026, 9, 2))
    before = desk.read(case_id, time_out_ledger, SchoolYear(2025, Community.flemish))
    after = desk.read(case_id, time_out_ledger, YEAR)
    assert (before.half_days, after.half_days) == (4, 3)
    assert before.lines[0].all_half_days == after.lines[0].all_half_days == 7


def test_rule_8_a_session_in_lesson_time_outside_a_time_out_is_told(case: Case) -> None:
    """Source: rule 8: planned half-days that fall in lesson time must be given to the school."""
    desk, case_id = case
    programme = desk.programmes[("naft", 1)]
    desk.run(case_id, record_time_out, starts_on=date(2026, 11, 16), ends_on=date(2026, 11, 16))
    for on, place in (
        (date(2026, 11, 16), SessionPlace.office),
        (date(2026, 11, 17), SessionPlace.office),
        (date(2026, 11, 19), SessionPlace.school),
    ):
        desk.run(
            case_id, record_session,
            held_on=on, starts_at=time(10, 0), minutes=60, programme=programme, place=place,
            is_in_lesson_time=True,
        )  # fmt: skip
    assert desk.read(case_id, time_out_ledger, YEAR).uncovered == (date(2026, 11, 17),)
