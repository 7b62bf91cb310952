"""The trajectory over school weeks: every kind of thing in its lane, holidays named, both ends exact."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from eletdesk.desk.desk import Desk
from eletdesk.desk.trajectory_page import preview_trajectory_page
from eletdesk.domain.network_member import NetworkMember
from eletdesk.domain.trajectory import Mark, Span, Trajectory
from eletdesk.exports.pdf.pages import read_text
from eletdesk.operations.contacts import record_contact
from eletdesk.operations.goals import add_goal
from eletdesk.operations.pathways import close_pathway, move_stage
from eletdesk.operations.sessions import record_session
from eletdesk.operations.time_outs import record_time_out
from eletdesk.queries.live_rows import live_rows
from eletdesk.queries.present_rows import pathways_in_order
from eletdesk.queries.trajectory import trajectory, trajectory_start
from tests.desks import add_noor, make_desk

START, TODAY = date(2026, 9, 14), date(2026, 11, 22)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = make_desk(tmp_path / "desk")
    yield opened
    opened.close()


@pytest.fixture
def case_id(desk: Desk) -> str:
    case_id = add_noor(desk)
    pathway = desk.read(case_id, pathways_in_order)[0]
    programme = desk.programme_of(case_id, pathway.programme_code, pathway.programme_version)
    desk.run(
        case_id, move_stage, pathway.id,
        programme=programme, to_stage="uitvoering", on=date(2026, 10, 5), reason="Dringend.",
    )  # fmt: skip
    desk.run(case_id, record_session, held_on=date(2026, 10, 6), minutes=50, title="Kennismaking")
    desk.run(case_id, record_session, held_on=date(2026, 10, 8), minutes=0, is_confidential=True, note="x")
    desk.run(case_id, record_contact, happened_on=date(2026, 10, 7), with_whom="Fatma", is_reached=False)
    desk.run(case_id, record_time_out, starts_on=date(2026, 11, 16), ends_on=date(2026, 11, 27))
    return case_id


def drawn(desk: Desk, case_id: str, **changes: bool) -> Trajectory:
    return desk.read(case_id, trajectory, START, TODAY, **changes)


def lane(found: Trajectory, name: str) -> list[Span | Mark]:
    parts: list[Span | Mark] = [*found.spans, *found.marks]
    return [part for part in parts if part.lane == name]


def test_stages_follow_each_other_and_the_last_one_is_open(desk: Desk, case_id: str) -> None:
    first, last = lane(drawn(desk, case_id), "stages")
    assert isinstance(first, Span)
    assert isinstance(last, Span)
    assert (first.starts_on, first.ends_on, first.is_open) == (START, date(2026, 10, 5), False)
    assert (last.starts_on, last.ends_on, last.is_open) == (date(2026, 10, 5), TODAY, True)
    assert (first.text, last.text) == ("Aanmelding", "Uitvoering")


def test_the_closing_is_a_mark_with_how_it_ended(desk: Desk, case_id: str) -> None:
    pathway = desk.read(case_id, pathways_in_order)[0]
    programme = desk.programme_of(case_id, pathway.programme_code, pathway.programme_version)
    desk.run(
        case_id, close_pathway, pathway.id,
        programme=programme, outcome="other_school", on=date(2026, 11, 20), reason="Geen rondetafel.",
    )  # fmt: skip
    *_before, last_stage, closing = lane(drawn(desk, case_id), "stages")
    assert isinstance(last_stage, Span)
    assert (last_stage.ends_on, last_stage.is_open) == (date(2026, 11, 20), False)
    assert isinstance(closing, Mark)
    assert (closing.on, closing.text) == (date(2026, 11, 20), "Afgesloten: Andere school")


def test_weeks_name_the_holidays_of_the_school(desk: Desk, case_id: str) -> None:
    found = drawn(desk, case_id)
    assert (found.weeks[0].starts_on, found.weeks[-1].starts_on) == (START, date(2026, 11, 16))
    assert [week.starts_on for week in found.weeks if week.holiday] == [date(2026, 11, 2)]
    assert found.week_of(date(2026, 11, 8)).holiday


def test_a_session_that_did_not_take_place_and_an_unanswered_call_are_hollow(
    desk: Desk, case_id: str
) -> None:
    found = drawn(desk, case_id)
    assert [mark.is_hollow for mark in lane(found, "sessions") if isinstance(mark, Mark)] == [False, False]
    (call,) = lane(found, "contacts")
    assert isinstance(call, Mark)
    assert call.is_hollow
    assert call.text.endswith("niet bereikt")


def test_a_time_out_past_the_end_is_cut_at_the_picture(desk: Desk, case_id: str) -> None:
    (span,) = lane(drawn(desk, case_id), "time_outs")
    assert isinstance(span, Span)
    assert (span.starts_on, span.ends_on) == (date(2026, 11, 16), date(2026, 11, 22))


def test_confidential_rows_stay_out_of_what_leaves(desk: Desk, case_id: str) -> None:
    assert len(lane(drawn(desk, case_id), "sessions")) == 2
    assert len(lane(drawn(desk, case_id, has_confidential=False), "sessions")) == 1


def test_positions_run_from_the_first_monday_to_the_last_sunday(desk: Desk, case_id: str) -> None:
    found = drawn(desk, case_id)
    assert found.position(found.weeks[0].starts_on) == 0
    assert found.position(date(2026, 10, 19)) == pytest.approx(35 / 70)
    assert found.lanes == ("stages", "sessions", "contacts", "time_outs")


def test_the_text_of_a_week_tells_what_the_picture_shows(desk: Desk, case_id: str) -> None:
    found = drawn(desk, case_id)
    texts = [part.text for part in found.of_week(found.week_of(date(2026, 10, 6)))]
    assert texts[0] == "Uitvoering"
    assert "Kennismaking · 50 min" in texts
    assert len(texts) == 4


def test_start_is_the_first_pathway(desk: Desk, case_id: str) -> None:
    assert desk.read(case_id, trajectory_start, TODAY) == START


def test_spans_that_overlap_lie_in_rows_of_their_own(desk: Desk, case_id: str) -> None:
    found = drawn(desk, case_id)
    assert len(found.rows("stages")) == 1
    desk.run(case_id, record_time_out, starts_on=date(2026, 11, 18), ends_on=date(2026, 11, 19))
    assert [len(row) for row in drawn(desk, case_id).rows("time_outs")] == [1, 1]


@pytest.mark.parametrize("with_name", [True, False])
def test_the_page_names_nobody_but_the_young_person_and_only_where_asked(
    desk: Desk, case_id: str, with_name: bool
) -> None:
    """What leaves says of others only what they are, also in titles and goals that were typed."""
    mother = desk.read(case_id, live_rows, NetworkMember)[0]
    day = date(2026, 10, 12)
    desk.run(case_id, record_contact, happened_on=day, with_whom="Fatma Verlinden", member_id=mother.id)
    desk.run(case_id, record_contact, happened_on=day, with_whom="Els van het CLB")
    desk.run(case_id, record_session, held_on=day, minutes=50, title="Noor en Fatma samen")
    desk.run(case_id, add_goal, text="Noor praat met Fatma Verlinden", agreed_on=day)
    page = preview_trajectory_page(desk, case_id, START, TODAY, language="nl", with_name=with_name)
    text = " ".join(read_text(page).split())
    assert "Fatma" not in text
    assert "Els" not in text
    assert text.count("[Moeder]") >= 2
    assert ("Noor" in text, "Verlinden" in text) == (with_name, with_name)
