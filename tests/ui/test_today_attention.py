"""What needs attention on Today, by keyboard: the one action, putting off, and the calm of an empty list."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from eletdesk.desk.put_off import matters_put_off
from eletdesk.domain.task import Task
from eletdesk.domain.time_out import TimeOut
from eletdesk.operations.pathways import change_pathway
from eletdesk.operations.tasks import add_task
from eletdesk.preferences import Preferences
from eletdesk.queries.attention.item import Attention
from eletdesk.queries.live_rows import live_rows
from eletdesk.queries.register.views import index_cards
from tests.ui.audit import settle
from tests.ui.desk_fixtures import TODAY, Invented, Keys, add_person, fill_desk, fix_clock, make_desk
from ui.main_window import MainWindow
from ui.open_desk import OpenDesk
from ui.theme import current
from ui.today.today_page import TodayPage
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Label


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[OpenDesk]:
    """Give an empty desk."""
    fix_clock()
    current().install(qapp, "light", 100)
    opened = OpenDesk(make_desk(tmp_path / "desk"))
    yield opened
    opened.close()


@pytest.fixture
def window(desk: OpenDesk, qtbot: QtBot) -> Iterator[MainWindow]:
    """Give the window of a filled desk."""
    fill_desk(desk.desk)
    shown = MainWindow(desk, Preferences())
    qtbot.addWidget(shown)
    shown.resize(1280, 800)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None and shown.isActiveWindow())
    yield shown
    shown.close()


def page_of(window: MainWindow) -> TodayPage:
    page = window.stack.page()
    assert isinstance(page, TodayPage)
    return page


def case_of(desk: OpenDesk, name: str) -> str:
    return next(card.case_id for card in desk.ask(index_cards) if card.given_name == name)


def stop(page: TodayPage, words: str) -> QWidget:
    """Return the button of the list whose name begins with these words."""
    return next(one for one in page.attention.stops() if one.accessibleName().startswith(words))


def count_of(window: MainWindow) -> int:
    """Return the number beside Today in the sidebar."""
    model = window.sidebar.places.model()
    return next(
        int(re.sub(r"\D", "", model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)))
        for row in range(model.rowCount())
        if model.index(row, 0).data().startswith("Vandaag")
    )


def test_plan_opens_the_time_out_at_its_return_meeting(desk: OpenDesk, window: MainWindow) -> None:
    page = page_of(window)
    stop(page, "Inplannen: Noor").setFocus()
    keys = Keys(window)
    keys.press("Return")
    keys.type("30/11")
    keys.press("Ctrl+Return")
    settle()
    [out] = desk.read(case_of(desk, "Noor"), live_rows, TimeOut)
    assert out.return_meeting_on == date(2026, 11, 30)
    assert not [one for one in page.attention.stops() if one.accessibleName().startswith("Inplannen: Noor")]


def test_a_matter_is_put_off_with_a_reason_and_shown_again(desk: OpenDesk, window: MainWindow) -> None:
    page = page_of(window)
    before = count_of(window)
    stop(page, "Uitstellen: Ilyas").setFocus()
    keys = Keys(window)
    keys.press("Return", "Tab", "Tab")
    keys.note("op kamp met de scouts")
    keys.press("Ctrl+Return")
    settle()
    [waiting] = matters_put_off(desk.desk).values()
    assert (waiting.until, waiting.reason) == (TODAY + timedelta(days=7), "op kamp met de scouts")
    assert count_of(window) == before - 1
    fix_clock_on(TODAY + timedelta(days=7))
    page.read()
    stop(page, "Nu loggen: Ilyas")


def fix_clock_on(on: date) -> None:
    fix_clock(datetime.combine(on, time(9, 30)))


def test_what_was_put_off_can_be_looked_at_and_taken_up(desk: OpenDesk, window: MainWindow) -> None:
    page = page_of(window)
    stop(page, "Uitstellen: Ilyas").setFocus()
    keys = Keys(window)
    keys.press("Return", "Tab", "Tab")
    keys.note("op kamp")
    keys.press("Ctrl+Return")
    settle()
    stop(page, "1 uitgesteld").setFocus()
    keys.press("Return")
    stop(page, "Opnieuw tonen: Ilyas").setFocus()
    keys.press("Return")
    settle()
    assert matters_put_off(desk.desk) == {}


def test_a_refused_day_keeps_the_words(desk: OpenDesk, window: MainWindow) -> None:
    page = page_of(window)
    stop(page, "Uitstellen: Ilyas").setFocus()
    keys = Keys(window)
    keys.press("Return", "Ctrl+A")
    keys.note("vandaag")
    keys.press("Tab", "Tab")
    keys.note("op kamp")
    keys.press("Ctrl+Return")
    [sheet] = [one for one in window.findChildren(Dialog) if one.isVisible()]
    assert matters_put_off(desk.desk) == {}
    assert sheet.read("reason") == "op kamp"  # type: ignore[attr-defined]
    sheet.reject()


def test_a_source_of_another_room_opens_its_tab_and_ticks_its_task(
    desk: OpenDesk, window: MainWindow, qtbot: QtBot
) -> None:
    page = page_of(window)
    case_id = case_of(desk, "Jef")
    task = desk.run(case_id, add_task, title="School bellen")
    page.attention.action_asked.emit(
        Attention(case_id, "Jef Claes", "task", "warn", "School bellen", "", "tick", 1, row_id=task.id)
    )
    assert [one.done_at is not None for one in desk.read(case_id, live_rows, Task) if one.id == task.id] == [
        True
    ]
    with qtbot.waitSignal(page.row_requested) as asked:
        page.attention.action_asked.emit(
            Attention(case_id, "Jef Claes", "task", "warn", "x", "", "open", 1, tab="tasks")
        )
    assert asked.args == [case_id, "tasks/"]
    assert window.stack.place.case_id == case_id
    assert window.stack.page().tabs.strip.key() == "tasks"  # type: ignore[union-attr]


def test_when_nobody_waits_it_says_so_and_names_the_next_session(desk: OpenDesk, qtbot: QtBot) -> None:
    case_id = add_person(desk.desk, Invented("Lotte", "Wouters", planned_at=time(14, 0)))
    pathway = desk.ask(index_cards)[0].pathway_id
    desk.run(case_id, change_pathway, pathway, referrer="An", referrer_centre="CLB", referred_on=TODAY)
    page = TodayPage(desk)
    qtbot.addWidget(page)
    page.show()
    settle()
    said = " ".join(label.text() for label in page.attention.findChildren(Label))
    assert "Alles bijgewerkt" in said
    assert "14:00, Lotte Wouters" in said


def test_a_line_for_many_unfolds_into_each_of_them(desk: OpenDesk, window: MainWindow) -> None:
    page = page_of(window)
    keys = Keys(window)
    stop(page, "Toon: 8 jongeren").setFocus()
    keys.press("Return")
    assert stop(page, "Verbergen: 8 jongeren").hasFocus()
    stop(page, "Uitstellen: Amina Diallo, CLB betrekken").setFocus()
    keys.press("Return", "Tab", "Tab")
    keys.note("komt vrijdag")
    keys.press("Ctrl+Return")
    settle()
    stop(page, "Verbergen: 7 jongeren")  # the one that waits is not counted
    stop(page, "1 uitgesteld")
    stop(page, "Openen: Mathis Lambert, CLB betrekken").setFocus()
    keys.press("Return")
    assert window.stack.place.case_id == case_of(desk, "Mathis")


def test_all_tasks_are_one_button_away(window: MainWindow) -> None:
    page = page_of(window)
    page.tasks.stops()[0].setFocus()
    Keys(window).press("Return")
    assert window.stack.place.page == "tasks"
