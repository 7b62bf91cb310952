"""What happens in a case, recorded and changed in its sheets with the keyboard only."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from eletdesk.domain.contact_moment import ContactMoment
from eletdesk.domain.guidance_session import Attendance, GuidanceSession
from eletdesk.domain.network_member import NetworkMember
from eletdesk.domain.time_out import TimeOut
from eletdesk.operations.sessions import plan_session
from eletdesk.queries.live_rows import live_rows
from tests.ui.case_pages import (
    Opened,
    opened_case,
    press,
    save,
    sheet_of,
    tab_to,
    type_over,
    type_text,
    with_session,
)


@pytest.fixture
def opened(tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    """Open Noor's page on a Monday at 11:42."""
    with opened_case(tmp_path, qtbot) as opened:
        yield opened


def test_a_time_out_of_two_weeks_is_eighteen_half_days(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    page.do.moments.record_time_out()
    sheet = sheet_of(page)
    type_over(sheet.widget("starts_on").line, "23/11/2026")
    type_over(sheet.widget("ends_on").line, "4/12/2026")
    assert sheet.count.text().startswith("18 halve lesdagen in 2 schoolweken.")  # type: ignore[attr-defined]
    assert "Vlaams" in sheet.count.text()  # type: ignore[attr-defined]
    save()
    (row,) = desk.read(case_id, live_rows, TimeOut)
    assert (row.half_days, row.ends_on) == (18, date(2026, 12, 4))
    qtbot.waitUntil(lambda: bool(page.head.chips.widgets()))
    assert page.head.chips.widgets()[0].text() == "Time-out tot vr 4 dec"  # type: ignore[attr-defined]


def test_the_count_names_the_holiday_that_is_skipped(opened: Opened) -> None:
    page, _desk, _case_id = opened
    page.do.moments.record_time_out()
    sheet = sheet_of(page)
    type_over(sheet.widget("starts_on").line, "26/10/2026")
    type_over(sheet.widget("ends_on").line, "13/11/2026")
    said = sheet.count.text()  # type: ignore[attr-defined]
    assert said.startswith("17 halve lesdagen")
    assert "Herfstvakantie" in said
    assert "Wapenstilstand" in said


def test_a_time_out_without_an_end_asks_for_it_and_keeps_the_rest(opened: Opened) -> None:
    page, desk, case_id = opened
    page.do.moments.record_time_out()
    sheet = sheet_of(page)
    type_over(sheet.widget("agreed_with"), "mama")
    save()
    assert desk.read(case_id, live_rows, TimeOut) == []
    assert sheet.form.box("ends_on").has_error()
    assert sheet.widget("agreed_with").text() == "mama"
    assert sheet.widget("ends_on").line.hasFocus()


def test_enter_opens_a_session_and_keeps_the_change(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    row_id = with_session(desk, case_id, page, qtbot)
    page.show_row(row_id)
    press(Qt.Key.Key_Return)
    sheet = sheet_of(page)
    type_over(sheet.widget("minutes").line, "1u15")
    type_over(sheet.widget("topics"), "stage, #thuis")
    press(Qt.Key.Key_Return)
    (row,) = desk.read(case_id, live_rows, GuidanceSession)
    assert (row.minutes, row.topics, row.note) == (75, ["stage", "thuis"], "Conflict")
    assert page.line.hasFocus()


def test_esc_changes_nothing_and_gives_the_focus_back(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    row_id = with_session(desk, case_id, page, qtbot)
    page.show_row(row_id)
    press(Qt.Key.Key_Return)
    type_over(sheet_of(page).widget("title"), "Iets anders")
    press(Qt.Key.Key_Escape)
    assert desk.read(case_id, live_rows, GuidanceSession)[0].title == ""
    assert page.line.hasFocus()


def test_a_planned_session_is_the_next_step_and_becomes_a_recorded_one(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    desk.run(case_id, plan_session, held_on=date(2026, 11, 23), minutes=45)
    qtbot.waitUntil(lambda: page.step_card.title.text() == "Gesprek")
    page.step_card.buttons.widgets()[0].setFocus()
    press(Qt.Key.Key_Return)
    tab_to(sheet_of(page).widget("note"))
    type_text("Goed gesprek")
    save()
    (row,) = desk.read(case_id, live_rows, GuidanceSession)
    assert (row.attendance, row.note) == (Attendance.attended, "Goed gesprek")
    assert row.half_days > 0


def test_a_contact_with_the_mother_by_the_tab_of_contacts(opened: Opened) -> None:
    page, desk, case_id = opened
    (mother,) = desk.read(case_id, live_rows, NetworkMember)
    page.tabs.choose("network")
    page.do.moments.record_contact(mother.id)
    sheet = sheet_of(page)
    assert sheet.widget("member_id").currentText() == "Fatma Verlinden, moeder"
    type_over(sheet.widget("happened_at"), "16u10")
    save()
    (contact,) = desk.read(case_id, live_rows, ContactMoment)
    assert contact.member_id == mother.id
    assert contact.happened_at is not None
    assert (contact.happened_at.hour, contact.happened_at.minute) == (16, 10)


def test_a_time_that_is_no_time_is_said_at_its_field(opened: Opened) -> None:
    page, desk, case_id = opened
    page.do.moments.plan_session()
    sheet = sheet_of(page)
    type_over(sheet.widget("starts_at"), "laat")
    save()
    assert sheet.form.box("starts_at").has_error()
    assert desk.read(case_id, live_rows, GuidanceSession) == []
