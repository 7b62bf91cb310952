"""All tasks by keyboard: groups, tick, put later, change, filter, add, and what was done."""

from datetime import date, datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt

from eletdesk.domain.task import Task
from eletdesk.operations.pathways import move_stage
from eletdesk.operations.tasks import add_task
from eletdesk.queries.live_rows import live_rows
from eletdesk.queries.register.views import index_cards
from tests.ui.audit import settle
from tests.ui.desk_fixtures import TODAY, Keys, fix_clock
from tests.ui.planning_screens import tasks_of
from ui.main_window import MainWindow
from ui.open_desk import OpenDesk
from ui.tasks.tasks_page import TasksPage
from ui.widgets.buttons import MenuButton
from ui.widgets.dialog import Dialog


@pytest.fixture
def desk(desk: OpenDesk) -> OpenDesk:
    """Give a desk with a task in every group."""
    jef = case_of(desk, "Jef")
    desk.run(jef, add_task, title="Verslag sturen", due_on=TODAY - timedelta(days=4))
    desk.run(jef, add_task, title="School bellen", due_on=TODAY)
    desk.run(jef, add_task, title="Evaluatie voorbereiden", due_on=TODAY + timedelta(days=9))
    desk.run(jef, add_task, title="Fietsslot terugvragen")
    return desk


@pytest.fixture
def page(window: MainWindow) -> TasksPage:
    """Give the tasks, reached with Ctrl+4."""
    Keys(window).press("Ctrl+4")
    return tasks_of(window)


def case_of(desk: OpenDesk, name: str) -> str:
    return next(card.case_id for card in desk.ask(index_cards) if card.given_name == name)


def titles(page: TasksPage, group: str) -> list[str]:
    card = page.groups.done if group == "done" else page.groups.cards[group]
    return [] if card.isHidden() else [line.task.title for line in card.lines]


def task_of(desk: OpenDesk, name: str, title: str) -> Task:
    return next(task for task in desk.read(case_of(desk, name), live_rows, Task) if task.title == title)


def test_each_task_stands_in_its_group(page: TasksPage) -> None:
    assert titles(page, "overdue") == ["Verslag sturen"]
    assert titles(page, "today") == ["School bellen"]
    assert titles(page, "week") == [
        "Stageplek bellen: bakkerij Het Graan", "Toestemming ouder laten tekenen", "Stagebezoek voorbereiden",
    ]  # fmt: skip
    assert titles(page, "later") == ["Evaluatie voorbereiden"]
    assert titles(page, "undated") == ["Fietsslot terugvragen"]
    assert page.subtitle_label.text() == "7 open taken · 1 te laat"


def test_the_first_task_has_the_keyboard_and_space_ticks_it(
    desk: OpenDesk, window: MainWindow, page: TasksPage
) -> None:
    keys = Keys(window)
    keys.press("Space")
    settle()
    assert task_of(desk, "Jef", "Verslag sturen").done_at is not None
    assert titles(page, "overdue") == []
    line = page.groups.focused()
    assert line is not None
    assert line.task.title == "School bellen"  # the one that took its place
    keys.press("Ctrl+Z")
    settle()
    assert task_of(desk, "Jef", "Verslag sturen").done_at is None
    assert titles(page, "overdue") == ["Verslag sturen"]


def test_right_puts_a_task_a_day_later_and_shift_a_week(
    desk: OpenDesk, window: MainWindow, page: TasksPage
) -> None:
    keys = Keys(window)
    keys.press("Right")  # overdue: counted from today, or it would still be late
    settle()
    assert task_of(desk, "Jef", "Verslag sturen").due_on == TODAY + timedelta(days=1)
    line = page.groups.focused()
    assert line is not None
    assert line.task.title == "Verslag sturen"  # the keyboard went along to another group
    keys.press("Shift+Right")
    settle()
    assert task_of(desk, "Jef", "Verslag sturen").due_on == TODAY + timedelta(days=8)
    keys.press("Left")
    settle()
    assert task_of(desk, "Jef", "Verslag sturen").due_on == TODAY + timedelta(days=7)


def test_a_task_without_a_day_gets_one(desk: OpenDesk, window: MainWindow, page: TasksPage) -> None:
    assert page.groups.go_to(task_of(desk, "Jef", "Fietsslot terugvragen").id)
    Keys(window).press("Shift+Right")
    settle()
    assert task_of(desk, "Jef", "Fietsslot terugvragen").due_on == TODAY + timedelta(days=7)


def test_arrows_walk_over_the_groups(window: MainWindow, page: TasksPage) -> None:
    keys = Keys(window)
    walked = []
    for _press in range(7):
        line = page.groups.focused()
        assert line is not None
        walked.append(line.task.title)
        keys.press("Down")
    assert walked == [one for group in page.groups.cards for one in titles(page, group)]
    keys.press("Up")
    line = page.groups.focused()
    assert line is not None
    assert line.task.title == "Evaluatie voorbereiden"


def test_f2_changes_and_del_moves_to_the_bin(desk: OpenDesk, window: MainWindow, page: TasksPage) -> None:
    keys = Keys(window)
    keys.press("F2")
    keys.press("Ctrl+A")
    keys.note("Verslag mailen")
    keys.press("Ctrl+Return")
    settle()
    assert titles(page, "overdue") == ["Verslag mailen"]
    keys.press("Del")
    settle()
    assert titles(page, "overdue") == []
    keys.press("Ctrl+Z")
    settle()
    assert titles(page, "overdue") == ["Verslag mailen"]


def test_enter_opens_the_task_in_its_case(desk: OpenDesk, window: MainWindow, page: TasksPage) -> None:
    task = task_of(desk, "Jef", "Verslag sturen")
    Keys(window).press("Return")
    settle()
    place = window.stack.place
    assert (place.page, place.case_id, place.row_id) == ("case", case_of(desk, "Jef"), task.id)


def test_it_is_filtered_by_person_words_and_rule(desk: OpenDesk, window: MainWindow, page: TasksPage) -> None:
    lotte = case_of(desk, "Lotte")
    pathway = next(card.pathway_id for card in desk.ask(index_cards) if card.case_id == lotte)
    naft = desk.desk.programmes[("naft", 1)]
    desk.run(lotte, move_stage, pathway, programme=naft, to_stage="uitvoering", on=TODAY, reason="dringend")
    settle()
    keys = Keys(window)
    keys.press("Ctrl+F")
    keys.note("lotte clb")
    settle()
    assert [line.task.title for line in page.groups.lines()] == ["CLB betrekken"]
    [line] = page.groups.lines()
    assert "Draaiboek" in line.box.accessibleName()  # which rule asked for it
    keys.press("Ctrl+A")
    keys.note("jef")
    settle()
    assert len(page.groups.lines()) == 4
    page.words.clear()
    page.which.set_value("rule")
    settle()
    assert page.groups.lines()
    assert all(line.task.rule for line in page.groups.lines())
    page.which.set_value("own")
    settle()
    assert not [line for line in page.groups.lines() if line.task.rule]


def test_done_ones_are_shown_on_demand_and_open_again(
    desk: OpenDesk, window: MainWindow, page: TasksPage
) -> None:
    keys = Keys(window)
    keys.press("Space")
    settle()
    assert titles(page, "done") == []
    page.done_button.click()
    settle()
    assert titles(page, "done") == ["Verslag sturen"]
    page.groups.done.lines[0].box.setFocus()
    keys.press("Space")
    settle()
    assert task_of(desk, "Jef", "Verslag sturen").done_at is None
    assert titles(page, "done") == []


def test_what_was_done_five_weeks_ago_is_not_shown(
    desk: OpenDesk, window: MainWindow, page: TasksPage
) -> None:
    Keys(window).press("Space")
    settle()
    fix_clock(datetime.combine(TODAY + timedelta(weeks=5), time(9, 0)))
    page.done_button.click()
    settle()
    assert titles(page, "done") == []


def test_a_task_is_added_for_somebody(desk: OpenDesk, window: MainWindow, page: TasksPage) -> None:
    keys = Keys(window)
    keys.press("Ctrl+T")
    settle()
    keys.press("Tab")
    keys.note("Rapport opvragen")
    keys.press("Tab")
    keys.note("vr")
    keys.press("Ctrl+Return")
    settle()
    task = task_of(desk, "Jef", "Rapport opvragen")  # Jef was under the keyboard
    assert task.due_on == date(2026, 11, 27)
    assert "Rapport opvragen" in titles(page, "week")


def test_a_new_task_asks_for_whom_and_keeps_the_words(
    desk: OpenDesk, window: MainWindow, page: TasksPage
) -> None:
    page.words.setFocus()
    Keys(window).press("Ctrl+T")
    [sheet] = [one for one in window.findChildren(Dialog) if one.isVisible()]
    sheet.widget("title").setText("Rapport opvragen")  # type: ignore[attr-defined]
    Keys(window).press("Ctrl+Return")
    assert sheet.isVisible()
    assert sheet.form.box("person").has_error()  # type: ignore[attr-defined]
    assert sheet.read("title") == "Rapport opvragen"  # type: ignore[attr-defined]
    sheet.reject()


def test_the_sidebar_counts_open_tasks(desk: OpenDesk, window: MainWindow, page: TasksPage) -> None:
    def said() -> str:
        model = window.sidebar.places.model()
        texts = [
            str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))
            for row in range(model.rowCount())
        ]
        return next(text for text in texts if text.startswith("Taken"))

    assert said() == "Taken, 7"
    Keys(window).press("Space")
    settle()
    assert said() == "Taken, 6"


def test_a_long_group_shows_its_first_ones(desk: OpenDesk, window: MainWindow, page: TasksPage) -> None:
    case_id = case_of(desk, "Lotte")

    def many(session: object) -> None:
        for number in range(40):
            add_task(session, title=f"Taak {number:02}")  # type: ignore[arg-type]

    desk.run(case_id, many)
    settle()
    assert len(page.groups.cards["undated"].lines) == 10
    page.groups.cards["undated"].turn()
    assert len(page.groups.cards["undated"].lines) == 41


def test_nothing_to_do_is_said(desk: OpenDesk, page: TasksPage) -> None:
    page.words.setText("zzzz")
    settle()
    assert page.groups.lines() == []
    assert page.panes() == [page.words]
    state = page.view_state()
    page.words.clear()
    page.restore_view(state)
    assert page.words.text() == "zzzz"


def test_the_menu_of_a_task_moves_it_too(desk: OpenDesk, window: MainWindow, page: TasksPage) -> None:
    [line] = page.groups.cards["overdue"].lines
    [more] = line.findChildren(MenuButton)
    menu = more.menu()
    menu.aboutToShow.emit()
    menu.aboutToShow.emit()  # opened again, it has its lines once
    assert len(menu.actions()) == 5
    menu.actions()[1].trigger()
    settle()
    assert task_of(desk, "Jef", "Verslag sturen").due_on == TODAY + timedelta(days=7)


def test_in_the_case_a_task_says_its_rule_too(desk: OpenDesk, window: MainWindow, page: TasksPage) -> None:
    """Rule 1: the gate that was passed with a reason names the script it comes from."""
    lotte = case_of(desk, "Lotte")
    pathway = next(card.pathway_id for card in desk.ask(index_cards) if card.case_id == lotte)
    naft = desk.desk.programmes[("naft", 1)]
    desk.run(lotte, move_stage, pathway, programme=naft, to_stage="vraagverheldering", on=TODAY, reason="x")
    task = task_of(desk, "Lotte", "CLB betrekken")
    window.ways.open_case(lotte, task.id)
    settle()
    case = window.stack.page()
    [row] = [one for one in case.tabs.tasks.rows if one.task_id == task.id]  # type: ignore[union-attr]
    assert "Draaiboek" in row.box.accessibleName()
