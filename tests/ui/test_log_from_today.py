"""Log sessions from Today with the keyboard only, in few keys, into real encrypted case files."""

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from eletdesk.desk.drafts import desk_draft
from eletdesk.domain.contact_moment import ContactMoment
from eletdesk.domain.guidance_session import Attendance, GuidanceSession
from eletdesk.domain.network_member import NetworkMember
from eletdesk.domain.task import Task
from eletdesk.queries.live_rows import live_rows
from tests.ui.desk_fixtures import TODAY, Keys
from ui.main_window import MainWindow
from ui.open_desk import OpenDesk
from ui.today.today_page import TodayPage


@pytest.fixture
def today(window: MainWindow) -> TodayPage:
    """Give the page of today."""
    page = window.stack.page()
    assert isinstance(page, TodayPage)
    return page


def case_of(desk: OpenDesk, name: str) -> str:
    """Return the case of a person by given name."""
    from eletdesk.queries.register.views import index_cards

    return next(card.case_id for card in desk.ask(index_cards) if card.given_name == name)


def sessions(desk: OpenDesk, name: str) -> list[GuidanceSession]:
    """Return the sessions of a person."""
    return desk.read(case_of(desk, name), live_rows, GuidanceSession)


def test_a_session_takes_at_most_fifteen_keys_besides_its_note(
    desk: OpenDesk, window: MainWindow, today: TodayPage
) -> None:
    keys = Keys(window)
    today.day.setFocus()
    keys.press("Ctrl+N")
    keys.type("ily")
    keys.press("Tab")
    keys.type("45m ")
    keys.note("stage bakkerij besproken")
    keys.press("Ctrl+Return")
    assert keys.count <= 15
    logged = sessions(desk, "Ilyas")[-1]
    assert (logged.held_on, logged.minutes, logged.note) == (TODAY, 45, "stage bakkerij besproken")
    assert logged.attendance is Attendance.attended
    assert logged.half_days > 0
    assert today.line.edit.text() == ""
    assert QApplication.focusWidget() is today.line.edit


def test_a_planned_session_takes_at_most_four_keys_besides_its_note(
    desk: OpenDesk, window: MainWindow, today: TodayPage
) -> None:
    keys = Keys(window)
    keys.press("Down", "Return")
    keys.note("rustig gesprek, wil terug naar de klas")
    keys.press("Ctrl+Return")
    assert keys.count <= 4
    jef = sessions(desk, "Jef")
    assert [one.attendance for one in jef].count(Attendance.planned) == 0
    assert jef[-1].note == "rustig gesprek, wil terug naar de klas"
    assert jef[-1].minutes == 45
    assert len(jef) == 2  # one of last week, and the planned one that was recorded


def test_one_line_keeps_session_topic_and_task_together_and_one_undo_takes_both_back(
    desk: OpenDesk, window: MainWindow, today: TodayPage
) -> None:
    keys = Keys(window)
    keys.note("ilyas gesprek 45m vr stage bakkerij besproken @mama bellen wo #stage")
    keys.press("Ctrl+Return")
    held = sessions(desk, "Ilyas")[-1]
    assert held.held_on == TODAY - timedelta(days=3)
    assert "stage" in held.topics
    tasks = desk.read(case_of(desk, "Ilyas"), live_rows, Task)
    assert [(task.title, task.due_on) for task in tasks] == [("mama bellen", date(2026, 11, 25))]
    keys.press("Ctrl+Z")
    assert len(sessions(desk, "Ilyas")) == 1
    assert desk.read(case_of(desk, "Ilyas"), live_rows, Task) == []


def test_a_call_with_the_mother_goes_to_the_mother_in_the_network(
    desk: OpenDesk, window: MainWindow, today: TodayPage
) -> None:
    keys = Keys(window)
    keys.note("noor gebeld met mama 10m ze is opgelucht")
    keys.press("Ctrl+Return")
    noor = case_of(desk, "Noor")
    call = desk.read(noor, live_rows, ContactMoment)[-1]
    mother = desk.read(noor, live_rows, NetworkMember)[0]
    assert call.member_id == mother.id
    assert call.with_whom == ""
    assert call.minutes == 10


def test_somebody_who_is_not_in_the_network_is_kept_by_name(
    desk: OpenDesk, window: MainWindow, today: TodayPage
) -> None:
    keys = Keys(window)
    keys.note("ilyas gebeld met mama niet bereikbaar")
    keys.press("Ctrl+Return")
    call = desk.read(case_of(desk, "Ilyas"), live_rows, ContactMoment)[-1]
    assert call.member_id is None
    assert call.with_whom == "mama"


def test_a_line_about_a_planned_session_records_that_one(
    desk: OpenDesk, window: MainWindow, today: TodayPage
) -> None:
    keys = Keys(window)
    keys.note("lotte gesprek 30m kennis gemaakt")
    keys.press("Ctrl+Return")
    lotte = sessions(desk, "Lotte")
    assert len(lotte) == 2
    assert {one.attendance for one in lotte} == {Attendance.attended}
    assert lotte[-1].minutes == 30


def test_nobody_is_guessed_and_nothing_is_lost_when_no_name_is_said(
    window: MainWindow, today: TodayPage
) -> None:
    keys = Keys(window)
    keys.note("goed gesprek over de stage")
    keys.press("Ctrl+Return")
    assert today.line.edit.text() == "goed gesprek over de stage"
    assert not today.line.message.isHidden()


def test_enter_waits_until_there_is_something_to_keep(
    desk: OpenDesk, window: MainWindow, today: TodayPage
) -> None:
    keys = Keys(window)
    keys.note("ilyas")
    keys.press("Return")
    assert len(sessions(desk, "Ilyas")) == 1
    keys.note(" 45m")
    keys.press("Return")
    assert len(sessions(desk, "Ilyas")) == 2


def test_who_is_meant_is_chosen_with_the_arrows(desk: OpenDesk, window: MainWindow, today: TodayPage) -> None:
    keys = Keys(window)
    keys.type("noo")
    keys.press("Down", "Tab")
    assert today.line.edit.text() == "Noor Verlinden "


def test_tab_moves_on_when_there_is_no_name_to_finish(window: MainWindow, today: TodayPage) -> None:
    keys = Keys(window)
    keys.press("Tab")
    assert QApplication.focusWidget() is not today.line.edit


def test_the_draft_is_kept_when_the_line_is_left_and_is_there_again(
    desk: OpenDesk, window: MainWindow, today: TodayPage, qtbot: QtBot
) -> None:
    keys = Keys(window)
    keys.note("noor gesprek 45m half afge")
    keys.press("F6")
    kept = desk_draft(desk.desk, "quick_line")
    assert kept is not None
    assert kept.values["text"] == "noor gesprek 45m half afge"
    again = TodayPage(desk)
    qtbot.addWidget(again)
    assert again.line.edit.text() == "noor gesprek 45m half afge"


def test_the_draft_is_kept_two_seconds_after_the_last_key(
    desk: OpenDesk, window: MainWindow, qtbot: QtBot
) -> None:
    Keys(window).note("noor nog bezig")
    qtbot.waitUntil(lambda: desk_draft(desk.desk, "quick_line") is not None, timeout=20_000)


def test_a_saved_line_leaves_no_draft(desk: OpenDesk, window: MainWindow, today: TodayPage) -> None:
    keys = Keys(window)
    keys.note("ilyas 45m kort")
    today.line.keep()
    keys.press("Ctrl+Return")
    today.line.keep()
    assert desk_draft(desk.desk, "quick_line") is None


def test_space_ticks_a_task_and_the_toast_takes_the_tick_away(
    desk: OpenDesk, window: MainWindow, today: TodayPage, qtbot: QtBot
) -> None:
    keys = Keys(window)
    before = len(today.tasks.boxes)
    today.tasks.boxes[0].setFocus()
    keys.press("Space")
    qtbot.waitUntil(lambda: len(today.tasks.boxes) == before - 1)
    assert QApplication.focusWidget() is today.tasks.boxes[0]
    keys.press("Ctrl+Z")
    qtbot.waitUntil(lambda: len(today.tasks.boxes) == before)


def test_the_day_counts_what_is_logged(
    desk: OpenDesk, window: MainWindow, today: TodayPage, qtbot: QtBot
) -> None:
    keys = Keys(window)
    keys.press("Down", "Return")
    keys.note("gekomen")
    keys.press("Ctrl+Return")
    qtbot.waitUntil(lambda: "1 van 5" in today.cards.day.logged() or "1 of 5" in today.cards.day.logged())


def test_t_on_a_session_asks_for_a_task_for_that_person(
    desk: OpenDesk, window: MainWindow, today: TodayPage
) -> None:
    keys = Keys(window)
    keys.press("Down", "T")
    keys.note("attest opvragen")
    keys.press("Return")
    tasks = desk.read(case_of(desk, "Jef"), live_rows, Task)
    assert [task.title for task in tasks] == ["attest opvragen"]


def test_ctrl_t_for_nobody_begins_a_task_in_the_line(
    desk: OpenDesk, window: MainWindow, today: TodayPage
) -> None:
    keys = Keys(window)
    keys.press("Ctrl+T")
    keys.note("ilyas attest opvragen vr")
    keys.press("Ctrl+Return")
    [task] = desk.read(case_of(desk, "Ilyas"), live_rows, Task)
    assert (task.title, task.due_on) == ("attest opvragen", date(2026, 11, 27))


def test_a_talk_that_needs_attention_is_logged_from_its_button(
    desk: OpenDesk, window: MainWindow, today: TodayPage
) -> None:
    keys = Keys(window)
    button = next(one for one in today.attention.buttons if "Ilyas" in one.accessibleName())
    button.setFocus()
    keys.press("Return")
    keys.note("30m eindelijk gesproken")
    keys.press("Ctrl+Return")
    assert sessions(desk, "Ilyas")[-1].note == "eindelijk gesproken"
