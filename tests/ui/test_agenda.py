"""The agenda by keyboard: move, log what was planned, plan, tick, and the same week as text."""

from datetime import date, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from eletdesk.domain.guidance_session import Attendance, GuidanceSession
from eletdesk.domain.task import Task
from eletdesk.operations.sessions import plan_session
from eletdesk.operations.tasks import add_task
from eletdesk.queries.live_rows import live_rows
from eletdesk.queries.register.views import index_cards
from tests.ui.audit import settle
from tests.ui.desk_fixtures import TODAY, Keys
from tests.ui.planning_screens import agenda_of
from ui.agenda.agenda_page import AgendaPage
from ui.agenda.reading import AgendaRow, monday_of
from ui.main_window import MainWindow
from ui.open_desk import OpenDesk
from ui.theme import current
from ui.widgets.dialog import Dialog


@pytest.fixture
def agenda(window: MainWindow) -> AgendaPage:
    """Give the agenda, reached with Ctrl+3."""
    Keys(window).press("Ctrl+3")
    page = agenda_of(window)
    settle()
    return page


def case_of(desk: OpenDesk, name: str) -> str:
    return next(card.case_id for card in desk.ask(index_cards) if card.given_name == name)


def here(page: AgendaPage) -> AgendaRow:
    row = page.body.current_row()
    assert row is not None
    return row


def walk_to(keys: Keys, page: AgendaPage, name: str, kind: str = "session") -> None:
    """Press Down until a thing of somebody is under the keyboard."""
    for _press in range(20):
        item = here(page).item
        if item is not None and item.kind == kind and item.name.startswith(name):
            return
        keys.press("Down")
    raise AssertionError(f"{name} is not on this day")


def test_it_opens_on_today_with_what_stands_there(agenda: AgendaPage) -> None:
    assert here(agenda).on == TODAY
    said = [row.item.kind for row in agenda.body.week.cards[0].list.rows() if row.item]
    assert said.count("session") == 5
    assert "time_out" in said
    tuesday = agenda.body.week.cards[1].list.rows()
    assert [row.item.title for row in tuesday if row.item] == ["Stageplek bellen: bakkerij Het Graan"]
    assert [card.isHidden() for card in agenda.body.week.cards] == [False] * 5 + [True] * 2


def test_a_planned_session_is_logged_from_the_agenda(
    desk: OpenDesk, window: MainWindow, agenda: AgendaPage
) -> None:
    keys = Keys(window)
    walk_to(keys, agenda, "Jef")
    keys.count = 0
    keys.press("Return")
    keys.note("rustig gesprek")
    keys.press("Ctrl+Return")
    settle()
    assert keys.count <= 3  # interface 3.5: from the agenda, three keys besides the note
    logged = desk.read(case_of(desk, "Jef"), live_rows, GuidanceSession)[-1]
    assert (logged.attendance, logged.note, logged.minutes) == (Attendance.attended, "rustig gesprek", 45)
    assert agenda.line.isHidden()
    assert agenda.body.week.focused() is not None


def test_one_that_was_forgotten_last_week_keeps_its_own_day(
    desk: OpenDesk, window: MainWindow, agenda: AgendaPage
) -> None:
    held_on = TODAY - timedelta(days=5)
    desk.run(case_of(desk, "Ilyas"), plan_session, held_on=held_on, starts_at=time(10, 0), minutes=30)
    settle()
    keys = Keys(window)
    keys.press("PgUp")
    agenda.body.focus_day(held_on)
    walk_to(keys, agenda, "Ilyas")
    keys.press("Return")
    keys.note("toch gezien")
    keys.press("Ctrl+Return")
    [logged] = [
        one
        for one in desk.read(case_of(desk, "Ilyas"), live_rows, GuidanceSession)
        if one.note == "toch gezien"
    ]
    assert logged.held_on == held_on


def test_a_session_that_is_still_to_come_is_opened_not_logged(
    desk: OpenDesk, window: MainWindow, agenda: AgendaPage
) -> None:
    desk.run(
        case_of(desk, "Lotte"),
        plan_session,
        held_on=TODAY + timedelta(days=2),
        starts_at=time(9, 0),
        minutes=45,
    )
    settle()
    keys = Keys(window)
    keys.press("Right", "Right")
    walk_to(keys, agenda, "Lotte")
    keys.press("Return")
    settle()
    assert window.stack.place.page == "case"
    assert window.stack.place.case_id == case_of(desk, "Lotte")


def test_n_plans_on_the_half_day_under_the_keyboard(
    desk: OpenDesk, window: MainWindow, agenda: AgendaPage
) -> None:
    keys = Keys(window)
    keys.press("Right", "Right", "Right", "End", "n")
    settle()
    keys.note("rayan")
    keys.press("Tab", "Tab", "Tab", "Tab", "Ctrl+Return")
    settle()
    planned = [
        one
        for one in desk.read(case_of(desk, "Rayan"), live_rows, GuidanceSession)
        if one.attendance is Attendance.planned and one.held_on > TODAY
    ]
    assert [(one.held_on, one.starts_at, one.minutes) for one in planned] == [
        (TODAY + timedelta(days=3), time(13, 30), 45)
    ]


def test_planning_asks_with_whom(desk: OpenDesk, window: MainWindow, agenda: AgendaPage) -> None:
    keys = Keys(window)
    keys.press("Right", "Right", "Right", "Home", "End", "n")
    keys.press("Ctrl+Return")
    [sheet] = [one for one in window.findChildren(Dialog) if one.isVisible()]
    assert sheet.form.box("person").has_error()  # type: ignore[attr-defined]
    sheet.reject()


def test_space_ticks_a_task_and_undo_takes_it_back(
    desk: OpenDesk, window: MainWindow, agenda: AgendaPage
) -> None:
    keys = Keys(window)
    keys.press("Right")
    walk_to(keys, agenda, "Noor", "task")
    keys.press("Space")
    settle()
    [task] = desk.read(case_of(desk, "Noor"), live_rows, Task)
    assert task.done_at is not None
    assert not [row for row in agenda.body.week.cards[1].list.rows() if row.item]
    keys.press("Ctrl+Z")
    settle()
    [task] = desk.read(case_of(desk, "Noor"), live_rows, Task)
    assert task.done_at is None
    assert [row.item.kind for row in agenda.body.week.cards[1].list.rows() if row.item] == ["task"]


def test_weeks_go_by_with_page_up_and_down_and_over_the_edges(window: MainWindow, agenda: AgendaPage) -> None:
    keys = Keys(window)
    this_week = monday_of(TODAY)
    keys.press("PgDown")
    assert agenda.body.monday == this_week + timedelta(weeks=1)
    assert here(agenda).on == this_week + timedelta(weeks=1)
    keys.press("PgUp", "PgUp")
    assert agenda.body.monday == this_week - timedelta(weeks=1)
    keys.press("Left")
    assert here(agenda).on == this_week - timedelta(days=10)  # the Friday before
    keys.press("Right")
    assert here(agenda).on == this_week - timedelta(weeks=1)


def test_a_date_is_jumped_to(window: MainWindow, agenda: AgendaPage) -> None:
    keys = Keys(window)
    keys.press("Ctrl+J")
    keys.note("24/12/2026")
    keys.press("Return")
    settle()
    assert agenda.body.monday == date(2026, 12, 21)
    assert here(agenda).on == date(2026, 12, 24)


def test_the_weekend_is_shown_when_it_is_used(desk: OpenDesk, window: MainWindow, agenda: AgendaPage) -> None:
    desk.run(case_of(desk, "Ilyas"), add_task, title="Festival", due_on=date(2026, 11, 28))
    settle()
    assert [card.isHidden() for card in agenda.body.week.cards[5:]] == [False, True]
    keys = Keys(window)
    keys.press("Right", "Right", "Right", "Right", "Right")
    assert here(agenda).on == date(2026, 11, 28)


def test_holidays_of_both_communities_are_marked(
    window: MainWindow, agenda: AgendaPage, qtbot: QtBot
) -> None:
    """Flemish autumn holiday 2-8 November 2026; All Souls is free in the French Community."""
    agenda.body.go_to_day(date(2026, 11, 2))
    cards = agenda.body.week.cards
    qtbot.waitUntil(lambda: bool(cards[0].holidays.text()), timeout=10_000)
    assert cards[0].holidays.text() == "Herfstvakantie (VL) · Allerzielen (FR)"
    assert cards[1].holidays.text() == "Herfstvakantie (VL)"
    agenda.body.go_to_day(date(2026, 11, 11))
    qtbot.waitUntil(lambda: bool(cards[2].holidays.text()), timeout=10_000)
    assert cards[2].holidays.text() == "Wapenstilstand"
    assert cards[0].holidays.text() == ""


def test_the_week_can_be_read_as_text(window: MainWindow, agenda: AgendaPage) -> None:
    agenda.look.choose("text")
    settle()
    text = agenda.body.text.toPlainText()
    assert "Maandag 23 november 2026" in text
    assert "11:30, Noor Verlinden, Gesprek" in text
    assert "Taak, Stageplek bellen: bakkerij Het Graan" in text
    assert agenda.body.panes() == [agenda.body.text]
    agenda.look.choose("week")
    assert not agenda.body.week.isHidden()


def test_with_large_text_the_days_lie_under_each_other(window: MainWindow, agenda: AgendaPage) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    current().install(app, "light", 200)
    settle()
    first, second = agenda.body.week.cards[:2]
    assert first.geometry().left() == second.geometry().left()
    assert first.geometry().bottom() < second.geometry().top()
    agenda.focus_first()
    keys = Keys(window)
    keys.press("End", "Down")
    assert here(agenda).on == TODAY + timedelta(days=1)
    keys.press("Up")
    assert here(agenda).on == TODAY
    current().install(app, "light", 100)
    settle()


def test_every_line_is_said_in_full(agenda: AgendaPage) -> None:
    monday = agenda.body.week.cards[0].list
    model = monday.model()
    said = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert "11:30, Noor Verlinden, Gesprek · Op school, 45 min, Gepland" in said
    assert "Voormiddag: druk op Enter om een gesprek in te plannen" in said
    assert monday.accessibleName() == "Maandag 23, vandaag: 6"


def test_the_week_and_its_look_survive_another_language(window: MainWindow, agenda: AgendaPage) -> None:
    agenda.body.go_to_day(date(2027, 3, 1))
    agenda.look.choose("text")
    state = agenda.view_state()
    agenda.look.choose("week")
    agenda.body.go_to_day(TODAY)
    agenda.restore_view(state)
    assert agenda.body.monday == date(2027, 3, 1)
    assert not agenda.body.text.isHidden()


def test_short_names_hold_here_too(desk: OpenDesk, qtbot: QtBot) -> None:
    page = AgendaPage(desk, short_names=True)
    qtbot.addWidget(page)
    page.show()
    settle()
    names = {row.item.name for card in page.body.week.cards for row in card.list.rows() if row.item}
    assert "Noor V." in names
    assert not [name for name in names if "Verlinden" in name]


def test_the_calendar_file_is_written_where_it_was_asked(
    desk: OpenDesk, window: MainWindow, agenda: AgendaPage, tmp_path: Path
) -> None:
    agenda.export()
    settle()
    [sheet] = [one for one in window.findChildren(Dialog) if one.isVisible()]
    assert sheet.warning.isHidden()  # type: ignore[attr-defined]
    sheet.widget("place").setText(str(tmp_path / "mijn.ics"))  # type: ignore[attr-defined]
    Keys(window).press("Ctrl+Return")
    settle()
    text = (tmp_path / "mijn.ics").read_text("utf-8")
    assert "Verlinden" not in text
    assert "SUMMARY:Gesprek NV" in text
    assert [row[0] for row in desk.desk.file.rows("SELECT kind FROM release")] == ["calendar"]


def test_a_folder_that_is_not_there_keeps_the_sheet_open(window: MainWindow, agenda: AgendaPage) -> None:
    agenda.export()
    settle()
    [sheet] = [one for one in window.findChildren(Dialog) if one.isVisible()]
    sheet.widget("place").setText("/nergens/hier/a.ics")  # type: ignore[attr-defined]
    Keys(window).press("Ctrl+Return")
    assert sheet.isVisible()
    assert sheet.form.box("place").has_error()  # type: ignore[attr-defined]
    sheet.reject()
