"""Rule 19: the terms that start, what is found at their end, what a situation does to them."""

from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest

from eletdesk import clock
from eletdesk.desk.desk import Desk
from eletdesk.desk.steps import undo
from eletdesk.domain.follow_up import FollowUp
from eletdesk.domain.pathway import Pathway
from eletdesk.domain.situation import Occupation, Situation
from eletdesk.domain.task import Task
from eletdesk.errors import InvalidInputError, NotFoundError
from eletdesk.operations.follow_ups import (
    EXIT,
    LEFT_EDUCATION,
    record_follow_up,
    reopen_follow_up,
    start_follow_ups,
)
from eletdesk.operations.pathways import close_pathway, move_stage, start_pathway
from eletdesk.operations.people import change_person
from eletdesk.operations.situations import change_situation, set_situation
from eletdesk.queries.follow_ups import follow_ups
from eletdesk.queries.live_rows import live_rows
from eletdesk.queries.situations import present_situation, situations_in_order, spells_out_of_education
from tests.desks import add_noor, make_desk

TODAY = date(2026, 11, 23)
Opened = tuple[Desk, str]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    """Open Noor's case on a Monday."""
    clock.use_clock(lambda: datetime.combine(TODAY, time(9, 30)))
    desk = make_desk(tmp_path / "desk")
    yield desk, add_noor(desk)
    desk.close()


def terms(opened: Opened) -> list[tuple[str, date]]:
    desk, case_id = opened
    return [(row.clock, row.due_on) for row in desk.read(case_id, live_rows, FollowUp)]


def test_leaving_education_starts_four_months(opened: Opened) -> None:
    """Rule 19 (Jongerengarantie): 31 October and four months is the end of February."""
    desk, case_id = opened
    desk.run(case_id, start_follow_ups, starts=LEFT_EDUCATION, starts_on=date(2026, 10, 31))
    assert terms(opened) == [("offer", date(2027, 2, 28))]


@pytest.mark.parametrize("place", [{"postcode": "1080"}, {"municipality_nis": "21012"}])
def test_who_lives_in_brussels_must_be_informed_as_well(opened: Opened, place: dict[str, str]) -> None:
    """Rule 19 (be.brussels)."""
    desk, case_id = opened
    desk.run(case_id, change_person, **place)
    desk.run(case_id, start_follow_ups, starts=LEFT_EDUCATION, starts_on=date(2026, 10, 31))
    assert terms(opened) == [("informed", date(2026, 11, 30)), ("offer", date(2027, 2, 28))]


def test_a_second_start_counts_anew_and_the_same_one_only_once(opened: Opened) -> None:
    """Rule 19 (each start is counted, even of the same person)."""
    desk, case_id = opened
    for starts_on in (date(2026, 1, 15), date(2026, 1, 15), date(2026, 9, 1)):
        desk.run(case_id, start_follow_ups, starts=EXIT, starts_on=starts_on)
    assert [due_on for _clock, due_on in terms(opened)] == [
        date(2026, 7, 15), date(2027, 1, 15), date(2027, 7, 15),
        date(2027, 3, 1), date(2027, 9, 1), date(2028, 3, 1),
    ]  # fmt: skip


def test_a_term_cannot_start_in_the_future(opened: Opened) -> None:
    desk, case_id = opened
    with pytest.raises(InvalidInputError) as refused:
        desk.run(case_id, start_follow_ups, starts=EXIT, starts_on=date(2026, 11, 24))
    assert refused.value.field == "starts_on"
    assert terms(opened) == []


def test_what_was_found_is_kept_and_can_be_taken_away(opened: Opened) -> None:
    desk, case_id = opened
    (row,) = desk.run(case_id, start_follow_ups, starts=LEFT_EDUCATION, starts_on=date(2026, 7, 1))
    desk.run(case_id, record_follow_up, row.id, outcome="traineeship", done_on=TODAY, note="bakkerij")
    (line,) = desk.read(case_id, follow_ups, TODAY)
    assert (line.found, line.state, line.done_on, line.note) == ("Stage", "done_late", TODAY, "bakkerij")
    desk.run(case_id, reopen_follow_up, row.id)
    (line,) = desk.read(case_id, follow_ups, TODAY)
    assert (line.state, line.days_left, line.outcome) == ("overdue", -22, "")


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"outcome": "unemployed"}, "outcome"),  # no kind of offer
        ({"outcome": "social_integration"}, "outcome"),  # Brussels only
        ({"outcome": ""}, "outcome"),
        ({"done_on": date(2026, 6, 30)}, "done_on"),
        ({"done_on": date(2026, 11, 24)}, "done_on"),
    ],
)
def test_what_cannot_be_found_is_said_at_the_field(
    opened: Opened, changed: dict[str, object], field: str
) -> None:
    desk, case_id = opened
    (row,) = desk.run(case_id, start_follow_ups, starts=LEFT_EDUCATION, starts_on=date(2026, 7, 1))
    named = {"outcome": "employment", "done_on": TODAY} | changed
    with pytest.raises(InvalidInputError) as refused:
        desk.run(case_id, record_follow_up, row.id, **named)  # type: ignore[arg-type]
    assert refused.value.field == field


def test_a_term_that_is_not_there_is_not_found(opened: Opened) -> None:
    desk, case_id = opened
    with pytest.raises(NotFoundError):
        desk.run(case_id, record_follow_up, "nowhere", outcome="employment", done_on=TODAY)


@pytest.mark.parametrize(
    ("today", "state", "days_left"),
    [
        (date(2026, 10, 15), "later", 17),
        (date(2026, 10, 18), "due", 14),
        (date(2026, 11, 1), "due", 0),  # the last day is not too late
        (date(2026, 11, 2), "overdue", -1),
    ],
)
def test_how_a_term_stands(opened: Opened, today: date, state: str, days_left: int) -> None:
    desk, case_id = opened
    desk.run(case_id, start_follow_ups, starts=LEFT_EDUCATION, starts_on=date(2026, 7, 1))
    (line,) = desk.read(case_id, follow_ups, today)
    assert (line.state, line.days_left, line.label) == (state, days_left, "Aanbod binnen 4 maanden")
    assert line.basis is not None
    assert line.basis.source.code == "jongerengarantie"


def test_a_situation_ends_the_one_before_and_starts_the_clock(opened: Opened) -> None:
    desk, case_id = opened
    school, seeking, work = date(2024, 9, 1), date(2026, 7, 1), date(2026, 10, 1)
    desk.run(case_id, set_situation, occupation=Occupation.in_education, since_on=school)
    desk.run(case_id, set_situation, occupation=Occupation.job_seeker, since_on=seeking, starts_clock=True)
    assert [clock_name for clock_name, _due in terms(opened)] == ["offer"]
    desk.run(case_id, set_situation, occupation=Occupation.in_work, since_on=work, meets_offer=True)
    rows = desk.read(case_id, situations_in_order)
    assert [(row.since_on, row.until_on) for row in rows] == [
        (school, date(2026, 6, 30)),
        (seeking, date(2026, 9, 30)),
        (work, None),
    ]
    (line,) = desk.read(case_id, follow_ups, TODAY)
    assert (line.outcome, line.done_on, line.state) == ("employment", work, "done")


def test_one_step_undoes_situation_and_clock_together(opened: Opened) -> None:
    desk, case_id = opened
    desk.run(
        case_id, set_situation,
        occupation=Occupation.job_seeker, since_on=date(2026, 7, 1), starts_clock=True,
    )  # fmt: skip
    undo(desk)
    assert terms(opened) == []
    assert desk.read(case_id, live_rows, Situation) == []


def test_a_situation_between_two_others_takes_only_its_own_days(opened: Opened) -> None:
    desk, case_id = opened
    desk.run(case_id, set_situation, occupation=Occupation.in_education, since_on=date(2024, 9, 1))
    desk.run(case_id, set_situation, occupation=Occupation.in_work, since_on=date(2026, 10, 1))
    desk.run(case_id, set_situation, occupation=Occupation.inactive, since_on=date(2026, 7, 1))
    rows = desk.read(case_id, situations_in_order)
    assert [row.until_on for row in rows] == [date(2026, 6, 30), date(2026, 9, 30), None]
    present = desk.read(case_id, present_situation, date(2026, 8, 1))
    assert present is not None
    assert present.occupation is Occupation.inactive


def test_the_same_day_again_is_a_correction(opened: Opened) -> None:
    desk, case_id = opened
    for occupation in (Occupation.inactive, Occupation.job_seeker):
        desk.run(case_id, set_situation, occupation=occupation, since_on=TODAY, registered_with="VDAB")
    (row,) = desk.read(case_id, live_rows, Situation)
    assert (row.occupation, row.registered_with) == (Occupation.job_seeker, "VDAB")


def test_an_end_before_the_start_is_refused(opened: Opened) -> None:
    desk, case_id = opened
    row = desk.run(case_id, set_situation, occupation=Occupation.inactive, since_on=TODAY)
    with pytest.raises(InvalidInputError) as refused:
        desk.run(case_id, change_situation, row.id, until_on=date(2026, 11, 22))
    assert refused.value.field == "until_on"


def test_spells_out_of_education_add_up_and_leave_out_what_is_not_known(opened: Opened) -> None:
    desk, case_id = opened
    for occupation, since_on in (
        (Occupation.in_education, date(2024, 9, 1)),
        (Occupation.job_seeker, date(2026, 7, 1)),
        (Occupation.in_work, date(2026, 8, 1)),
        (Occupation.in_training, date(2026, 9, 1)),
        (Occupation.unknown, date(2026, 10, 1)),
        (Occupation.inactive, date(2026, 11, 14)),
    ):
        desk.run(case_id, set_situation, occupation=occupation, since_on=since_on)
    spells = desk.read(case_id, spells_out_of_education, TODAY)
    assert [(spell.since_on, spell.until_on, spell.days) for spell in spells] == [
        (date(2026, 7, 1), date(2026, 8, 31), 62),
        (date(2026, 11, 14), None, 10),
    ]


@pytest.mark.parametrize(
    ("code", "stage", "months"),
    [
        ("dedicated_mediator", "opvolging", {"after_6_months", "after_12_months", "after_18_months"}),
        ("brussels_15_21", "", {"after_6_months"}),
    ],
)
def test_a_programme_starts_its_own_looks(opened: Opened, code: str, stage: str, months: set[str]) -> None:
    """A mediator's start with the stage of follow-up, those of the pilot with closing (programme files)."""
    desk, case_id = opened
    programme, on = desk.programmes[(code, 1)], date(2026, 10, 31)
    pathway = desk.run(case_id, start_pathway, programme=programme, started_on=date(2026, 9, 1))
    to_stage = stage or programme.final_stage.code
    first = programme.first_stage.code
    for to, why in ((to_stage, "klaar"), (first, "terug"), (to_stage, "klaar")):
        desk.run(case_id, move_stage, pathway.id, programme=programme, to_stage=to, on=on, reason=why)
    rows = desk.read(case_id, live_rows, FollowUp)
    assert [row for row in rows if row.pathway_id != pathway.id] == []
    assert sorted(row.clock for row in rows) == sorted(months)
    assert {row.clock: row.due_on for row in rows}["after_6_months"] == date(2027, 4, 30)


def test_naft_starts_no_looks_by_itself(opened: Opened) -> None:
    """NAFT names no term for aftercare; the tab offers to start them."""
    desk, case_id = opened
    pathway = desk.read(case_id, live_rows, Pathway)[0]
    desk.run(
        case_id, close_pathway, pathway.id,
        programme=desk.programmes[("naft", 1)], outcome="same_school_same_course", on=TODAY, reason="klaar",
    )  # fmt: skip
    assert desk.read(case_id, live_rows, FollowUp) == []


def test_a_closing_that_was_taken_back_leaves_no_terms_behind(opened: Opened) -> None:
    """Follow-up 6 months after exit (sfc.ec.europa.eu, YEI): from the real closing, once, with its task."""
    desk, case_id = opened
    for each in (desk.programmes["pasc", 1], desk.programmes["okot", 1]):
        found: dict[str, Any] = {"programme": each, "outcome": each.outcomes[0].code, "reason": "moved"}
        pathway = desk.run(case_id, start_pathway, programme=each, started_on=date(2026, 9, 1))
        desk.run(case_id, close_pathway, pathway.id, on=date(2026, 11, 2), **found)
        again: dict[str, Any] = {"programme": each, "to_stage": each.stages[1].code, "on": date(2026, 11, 5)}
        desk.run(case_id, move_stage, pathway.id, reason="too early", **again)
        desk.run(case_id, close_pathway, pathway.id, on=date(2026, 11, 20), **found)
    terms = [row for row in desk.read(case_id, live_rows, FollowUp) if row.pathway_id]
    assert [(row.clock, row.starts_on) for row in terms] == [("after_6_months", date(2026, 11, 20))]
    asked = [row for row in desk.read(case_id, live_rows, Task) if row.rule == "pasc/call_after_closing"]
    assert [row.due_on for row in asked] == [date(2026, 12, 20)]
