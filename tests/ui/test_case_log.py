"""Write down what happened on the page of a case, with the keyboard only."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from eletdesk.desk.steps import undo
from eletdesk.domain.contact_moment import ContactMedium, ContactMoment
from eletdesk.domain.draft import Draft
from eletdesk.domain.guidance_session import Attendance, GuidanceSession, SessionPlace
from eletdesk.domain.task import Task
from eletdesk.operations.contacts import record_contact
from eletdesk.queries.live_rows import live_rows
from tests.ui.case_pages import Opened, opened_case, press, save, tab_to, type_text
from ui.case.case_page import CasePage


@pytest.fixture
def opened(tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    """Open Noor's page on a Monday at 11:42."""
    with opened_case(tmp_path, qtbot) as opened:
        opened[0].focus_first()
        yield opened


@pytest.fixture
def told(opened: Opened) -> list[str]:
    """Listen to what the page tells."""
    sentences: list[str] = []
    opened[0].toast_requested.connect(lambda sentence, _undo: sentences.append(sentence))
    return sentences


def test_a_session_with_topic_and_task_is_logged_without_a_mouse(
    opened: Opened, qtbot: QtBot, told: list[str]
) -> None:
    page, desk, case_id = opened
    type_text("Wil woensdag proefdraaien. #stage @mama bellen wo")
    assert [chip.text() for chip in page.box.chips.widgets()] == ["stage", "taak: mama bellen, wo 25 nov"]  # type: ignore[attr-defined]
    save()
    (held,) = desk.read(case_id, live_rows, GuidanceSession)
    assert (held.held_on, held.minutes, held.note, held.topics) == (
        date(2026, 11, 23), 45, "Wil woensdag proefdraaien.", ["stage"],
    )  # fmt: skip
    assert held.half_days > 0
    (task,) = desk.read(case_id, live_rows, Task)
    assert (task.title, task.due_on) == ("mama bellen", date(2026, 11, 25))
    assert told == ["Gesprek met Noor bewaard, taak toegevoegd voor wo 25 nov"]
    assert page.box.note.text() == ""
    assert page.box.note.hasFocus()
    qtbot.waitUntil(lambda: page.line.items()[0].title == "Gesprek")
    assert page.line.items()[0].group == "Vandaag"


def test_one_undo_takes_the_log_and_its_task_back(opened: Opened, qtbot: QtBot) -> None:
    _page, desk, case_id = opened
    type_text("Kort gesprek @mama bellen wo")
    save()
    undo(desk.desk)
    assert desk.read(case_id, live_rows, GuidanceSession) == []
    assert desk.read(case_id, live_rows, Task) == []


def test_a_call_with_the_mother_that_was_not_answered(opened: Opened, qtbot: QtBot, told: list[str]) -> None:
    page, desk, case_id = opened
    tab_to(page.box.kinds)
    press(Qt.Key.Key_Right)
    assert page.box.kinds.key() == "call"
    tab_to(page.box.note)
    type_text("Neemt niet op.")
    tab_to(page.box.member)
    type_text("F")
    assert page.box.member.currentText().startswith("Fatma")
    tab_to(page.box.missed)
    press(Qt.Key.Key_Space)
    save()
    (contact,) = desk.read(case_id, live_rows, ContactMoment)
    assert contact.medium is ContactMedium.phone
    assert contact.member_id is not None
    assert (contact.is_reached, contact.minutes) == (False, 10)
    assert told == ["Telefoongesprek over Noor bewaard"]


def test_the_day_looks_back_and_a_day_to_come_is_planned(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    type_text("Terugblik")
    tab_to(page.box.day.line)
    page.box.day.line.selectAll()
    type_text("vr")
    save()
    (held,) = desk.read(case_id, live_rows, GuidanceSession)
    assert held.held_on == date(2026, 11, 20)
    tab_to(page.box.day.line)
    page.box.day.line.selectAll()
    type_text("27/11/2026")
    assert page.box.save_button.text().strip() == "Inplannen op vr 27 nov"
    save()
    planned = [row for row in desk.read(case_id, live_rows, GuidanceSession) if row.id != held.id]
    assert [row.attendance for row in planned] == [Attendance.planned]


def test_a_home_visit_and_a_confidential_note(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    page.box.kinds.choose("visit")
    type_text("Thuis geweest")
    tab_to(page.box.confidential)
    press(Qt.Key.Key_Space)
    save()
    (held,) = desk.read(case_id, live_rows, GuidanceSession)
    assert (held.place, held.minutes, held.is_confidential) == (SessionPlace.home, 60, True)


@pytest.mark.parametrize(
    ("field", "wrong"),
    [(lambda page: page.box.day.line, "31/2"), (lambda page: page.box.length.line, "lang")],
)
def test_a_field_that_is_not_clear_keeps_everything(
    opened: Opened, qtbot: QtBot, field: Callable[[CasePage], QWidget], wrong: str
) -> None:
    page, desk, case_id = opened
    type_text("Dit blijft staan")
    tab_to(field(page))
    field(page).selectAll()  # type: ignore[attr-defined]
    type_text(wrong)
    save()
    assert desk.read(case_id, live_rows, GuidanceSession) == []
    assert page.box.note.text() == "Dit blijft staan"
    assert field(page).text() == wrong  # type: ignore[attr-defined]
    assert field(page).accessibleDescription()


def test_a_call_on_a_day_to_come_says_so_at_the_day(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    page.box.kinds.choose("call")
    type_text("Bellen over stage")
    page.box.day.set_text("27/11/2026")
    save()
    assert desk.read(case_id, live_rows, ContactMoment) == []
    assert page.box.note.text() == "Bellen over stage"
    assert "nog" in page.box.day.message.text()


def test_what_was_typed_comes_back_when_the_case_opens_again(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    page.box.kinds.choose("call")
    type_text("Halve zin over #thuis")
    page.keep_drafts()
    assert page.box.saved_at.text() == "Concept bewaard 11:42"
    again = CasePage(desk, case_id)
    qtbot.addWidget(again)
    assert again.box.note.text() == "Halve zin over #thuis"
    assert again.box.kinds.key() == "call"
    assert [chip.text() for chip in again.box.chips.widgets()] == ["thuis"]  # type: ignore[attr-defined]
    assert not [item for item in again.line.items() if item.is_draft]


def test_the_draft_is_kept_by_itself_and_goes_when_the_box_is_emptied(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    type_text("Half")
    qtbot.waitUntil(lambda: len(desk.read(case_id, live_rows, Draft)) == 1, timeout=5000)
    page.box.note.selectAll()
    press(Qt.Key.Key_Delete)
    page.keep_drafts()
    assert desk.read(case_id, live_rows, Draft) == []


def test_a_saved_log_leaves_no_draft_behind(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    type_text("Af")
    page.keep_drafts()
    save()
    assert desk.read(case_id, live_rows, Draft) == []
    page.keep_drafts()
    assert desk.read(case_id, live_rows, Draft) == []


def test_typing_survives_a_change_in_the_case(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    type_text("Midden in een zin")
    desk.run(case_id, record_contact, happened_on=date(2026, 11, 20), medium=ContactMedium.phone)
    qtbot.waitUntil(lambda: any(item.key[0] == "contact_moment" for item in page.line.items()))  # type: ignore[index]
    assert page.box.note.text() == "Midden in een zin"


def test_the_view_survives_a_new_language(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    type_text("Onderweg")
    page.tabs.choose("network")
    state = page.view_state()
    again = CasePage(desk, case_id)
    qtbot.addWidget(again)
    again.restore_view(state)
    assert again.tabs.strip.key() == "network"
    assert again.box.note.text() == "Onderweg"


def test_a_second_press_on_an_emptied_box_is_no_second_session(opened: Opened) -> None:
    _page, desk, case_id = opened
    type_text("Stage besproken.")
    save()
    save()
    assert len(desk.read(case_id, live_rows, GuidanceSession)) == 1
