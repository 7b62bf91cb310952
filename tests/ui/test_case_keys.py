"""Ways through the page of a case: lists, tabs, search, drafts and the bin, with the keyboard only."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from eletdesk.desk.steps import undo
from eletdesk.domain.draft import Draft
from eletdesk.domain.guidance_session import GuidanceSession
from eletdesk.domain.task import Task
from eletdesk.operations.tasks import add_task
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
from ui.case.case_page import CasePage


@pytest.fixture
def opened(tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    """Open Noor's page on a Monday at 11:42."""
    with opened_case(tmp_path, qtbot) as opened:
        yield opened


def test_delete_in_the_timeline_and_undo(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    row_id = with_session(desk, case_id, page, qtbot)
    told: list[tuple[str, bool]] = []
    page.toast_requested.connect(lambda sentence, can_undo: told.append((sentence, can_undo)))
    page.show_row(row_id)
    press(Qt.Key.Key_Delete)
    assert told == [("Gesprek naar de prullenbak", True)]
    assert desk.read(case_id, live_rows, GuidanceSession) == []
    qtbot.waitUntil(lambda: ("guidance_session", row_id) not in [item.key for item in page.line.items()])
    undo(desk.desk)
    qtbot.waitUntil(lambda: ("guidance_session", row_id) in [item.key for item in page.line.items()])


def test_the_bin_of_the_case_gives_a_row_back(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    row_id = with_session(desk, case_id, page, qtbot)
    page.show_row(row_id)
    press(Qt.Key.Key_Delete)
    page.do.moments.show_bin()
    press(Qt.Key.Key_Return)
    assert [row.id for row in desk.read(case_id, live_rows, GuidanceSession)] == [row_id]


def test_space_ticks_a_task_and_del_bins_it(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    page.add_task()
    type_text("Mama bellen")
    type_over(sheet_of(page).widget("due_on").line, "wo")
    save()
    (task,) = desk.read(case_id, live_rows, Task)
    assert task.due_on == date(2026, 11, 25)
    qtbot.waitUntil(lambda: len(page.tasks_card.rows) == 1)
    page.tasks_card.rows[0].box.setFocus()
    press(Qt.Key.Key_Space)
    assert desk.read(case_id, live_rows, Task)[0].done_at is not None
    undo(desk.desk)
    qtbot.waitUntil(lambda: len(page.tasks_card.rows) == 1)
    page.tasks_card.rows[0].box.setFocus()
    press(Qt.Key.Key_Delete)
    assert desk.read(case_id, live_rows, Task) == []


def test_jump_to_a_date(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    row_id = with_session(desk, case_id, page, qtbot)
    page.jump_to_date()
    type_text("21/11")
    press(Qt.Key.Key_Return)
    assert page.line.current_key() == ("guidance_session", row_id)
    assert page.line.hasFocus()


def test_a_row_that_is_searched_for_is_shown_in_its_tab(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    task = desk.run(case_id, add_task, title="Bakkerij bellen")
    qtbot.waitUntil(lambda: len(page.tasks_card.rows) == 1)
    page.show_row(task.id)
    assert page.tabs.strip.key() == "tasks"
    assert page.tabs.tasks.rows[0].box.hasFocus()


def test_what_was_typed_in_a_sheet_comes_back_after_a_lock(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    row_id = with_session(desk, case_id, page, qtbot)
    page.do.moments.open_row("guidance_session", row_id)
    sheet = sheet_of(page)
    tab_to(sheet.widget("note"))
    type_text("en goed afgelopen ")
    page.keep_drafts()
    again = CasePage(desk, case_id)
    qtbot.addWidget(again)
    again.show()
    (draft,) = [item for item in again.line.items() if item.is_draft]
    assert "en goed afgelopen" in draft.text
    again.line.opened.emit(draft.key)
    assert sheet_of(again).widget("note").text() == "en goed afgelopen Conflict"
    sheet_of(again).save()
    (row,) = desk.read(case_id, live_rows, GuidanceSession)
    assert row.note == "en goed afgelopen Conflict"
    qtbot.waitUntil(lambda: not [item for item in again.line.items() if item.is_draft])


def test_a_sheet_in_which_nothing_was_typed_leaves_no_draft(opened: Opened) -> None:
    page, desk, case_id = opened
    for opens in (page.do.people.edit_person, page.do.moments.record_time_out, page.do.people.edit_enrolment):
        opens()
        page.keep_drafts()
        press(Qt.Key.Key_Escape)
    assert desk.read(case_id, live_rows, Draft) == []


def test_arriving_at_a_row_keeps_the_focus_there(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    row_id = with_session(desk, case_id, page, qtbot)
    page.show_row(row_id)
    page.focus_first()
    assert page.line.hasFocus()
    page.focus_first()
    assert page.box.note.hasFocus()


def test_words_are_found_in_the_timeline(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    row_id = with_session(desk, case_id, page, qtbot)
    page.start_search()
    type_text("CONFL")
    assert [item.key for item in page.line.items()] == [("guidance_session", row_id)]
    press(Qt.Key.Key_Return)
    assert page.line.hasFocus()
    page.start_search()
    type_text("niets van dit")
    assert page.line.items() == []
    assert page.tabs.timeline.nothing.text() == "Niets gevonden."
    press(Qt.Key.Key_Escape)
    assert len(page.line.items()) == 2


def test_ctrl_tab_goes_round_the_tabs(opened: Opened) -> None:
    page, _desk, _case_id = opened
    page.focus_first()
    ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    press(Qt.Key.Key_Tab, ctrl)
    assert page.tabs.strip.key() == "tasks"
    page.tabs.strip.setFocus()
    press(Qt.Key.Key_Backtab, ctrl | shift)
    assert page.tabs.strip.key() == "timeline"


def test_a_draft_is_thrown_away_with_del(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    page.do.people.edit_person()
    type_over(sheet_of(page).widget("home_language"), "Turks")
    page.keep_drafts()
    again = CasePage(desk, case_id)
    qtbot.addWidget(again)
    (draft,) = [item for item in again.line.items() if item.is_draft]
    again.line.erase_requested.emit(draft.key)
    assert desk.read(case_id, live_rows, Draft) == []
