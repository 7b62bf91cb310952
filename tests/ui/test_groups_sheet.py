"""The sheet of a group activity by keyboard: record, plan, correct, keep what was typed."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from eletdesk import clock
from eletdesk.desk.desk import Desk
from eletdesk.desk.groups.activities import participants_of
from eletdesk.desk.groups.views import activities, activity
from eletdesk.domain.group_activity import GroupActivity
from tests.ui.audit import focused, settle
from tests.ui.desk_fixtures import NOW, TODAY, Keys
from tests.ui.groups_fixtures import Groups, groups_window
from ui.case.case_page import CasePage
from ui.case.dialogs.session_dialog import SessionDialog


@pytest.fixture
def groups(tmp_path: Path, qtbot: QtBot) -> Iterator[Groups]:
    with groups_window(tmp_path) as opened:
        yield opened


@pytest.fixture
def empty(tmp_path: Path, qtbot: QtBot) -> Iterator[Groups]:
    with groups_window(tmp_path, filled=False) as opened:
        yield opened


def saved(qtbot: QtBot, groups: Groups, press: str = "Ctrl+Return") -> None:
    """Save by keyboard and wait until every file is written."""
    sheet = groups.sheet()
    with qtbot.waitSignal(sheet.saved, timeout=20_000):
        Keys(groups.window).press(press)
    settle()


def newest(desk: Desk) -> GroupActivity:
    return max((fact.activity for fact in activities(desk)), key=lambda each: each.id)


def add_people(groups: Groups, *letters: str) -> None:
    people = groups.sheet().people
    people.line.setFocus()
    for each in letters:
        QTest.keyClicks(people.line, each)
        QTest.keyClick(people.line, Qt.Key.Key_Return)


def test_the_first_activity_is_recorded_by_keyboard_alone(qtbot: QtBot, empty: Groups) -> None:
    keys = Keys(empty.window)
    empty.page.focus_first()
    keys.press("Return")
    keys.type("Huiswerkklas")
    keys.press("Tab")
    keys.type("Samen")
    keys.press("Tab", "Tab", "Tab", "Tab", "Tab")
    keys.type("ily")
    keys.press("Return")
    keys.type("lambert")
    keys.press("Return")
    saved(qtbot, empty)
    kept = newest(empty.desk)
    assert (kept.title, kept.project, kept.held_on, kept.minutes) == ("Huiswerkklas", "Samen", TODAY, 60)
    assert [part.case_id for part in participants_of(empty.desk, kept.id)] == [
        empty.ids["Ilyas"],
        empty.ids["Mathis"],
    ]
    assert keys.count < 60


def test_the_next_one_of_a_project_needs_a_title_and_the_same_people(qtbot: QtBot, groups: Groups) -> None:
    keys = Keys(groups.window)
    groups.page.do.record()
    keys.type("Tweede les")
    sheet = groups.sheet()
    sheet.same_people.setFocus()
    keys.press("Return")
    saved(qtbot, groups)
    kept = newest(groups.desk)
    assert (kept.project, kept.objective, kept.municipality_nis) == (
        "Samen door de stad",
        "pedagogical",
        "21004",
    )
    assert (kept.minutes, kept.participants_without_case, kept.parents_present) == (90, 0, 0)
    assert len(participants_of(groups.desk, kept.id)) == 2


def test_space_says_who_did_not_come_and_del_takes_somebody_out(qtbot: QtBot, groups: Groups) -> None:
    groups.page.do.record()
    sheet = groups.sheet()
    QTest.keyClicks(sheet.widget("title"), "Les")
    add_people(groups, "ily", "lambert", "jef")
    rows = sheet.people.rows
    assert sheet.people.told.text() == "3 kwamen"
    QTest.keyClick(rows[0].tick.box, Qt.Key.Key_Space)
    QTest.keyClick(rows[1].tick.box, Qt.Key.Key_Delete)
    assert sheet.people.told.text() == "1 kwam · 1 kwam niet"
    assert rows[0].state.text() == "niet gekomen"
    saved(qtbot, groups)
    parts = participants_of(groups.desk, newest(groups.desk).id)
    assert [(part.case_id, part.has_attended) for part in parts] == [
        (groups.ids["Ilyas"], False),
        (groups.ids["Jef"], True),
    ]


def test_who_came_along_is_read_from_the_network_only_when_asked(qtbot: QtBot, groups: Groups) -> None:
    groups.page.do.record()
    sheet = groups.sheet()
    QTest.keyClicks(sheet.widget("title"), "Les")
    add_people(groups, "noor v", "ily")
    noor, ilyas = sheet.people.rows
    QTest.keyClick(noor.along, Qt.Key.Key_Return)
    settle()
    box = groups.window.focusWidget()
    assert box is not None
    assert box.accessibleName() == "Fatma Verlinden kwam mee"
    QTest.keyClick(box, Qt.Key.Key_Space)
    ilyas.ask_family()
    assert "Nog niemand van de familie staat in het netwerk." in [
        label.text() for label in ilyas.findChildren(type(ilyas.state))
    ]
    saved(qtbot, groups)
    parts = participants_of(groups.desk, newest(groups.desk).id)
    assert [len(part.member_ids) for part in parts] == [1, 0]


def test_without_family_the_keyboard_stays_with_the_young_person(qtbot: QtBot, groups: Groups) -> None:
    groups.page.do.record()
    add_people(groups, "ily")
    (row,) = groups.sheet().people.rows
    assert not row.who.family()
    row.along.setFocus()
    QTest.keyClick(row.along, Qt.Key.Key_Return)
    assert focused() is row.tick.box


def test_unknown_letters_choose_nobody_and_are_not_lost(qtbot: QtBot, groups: Groups) -> None:
    groups.page.do.record()
    sheet = groups.sheet()
    QTest.keyClicks(sheet.widget("title"), "Les")
    add_people(groups, "qqqq")
    assert sheet.people.rows == []
    assert sheet.people.line.text() == "qqqq"
    assert sheet.people.told.text().startswith("Niemand met die naam")
    Keys(groups.window).press("Ctrl+Return")
    assert sheet.form.box("participants").has_error()
    assert len(activities(groups.desk)) == 3


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("participants_without_case", "veel", "Schrijf een geheel getal."),
        ("costs_cents", "12,345", "Schrijf een bedrag in euro, zoals 12,50."),
        ("municipality_nis", "Timboektoe", "Kies een gemeente van Vlaanderen of Brussel uit de lijst."),
        ("starts_at", "25:99", ""),
        ("title", "x" * 201, "Deze tekst is te lang voor dit veld."),
    ],
)
def test_a_refused_save_says_it_at_the_field_and_keeps_what_was_typed(
    qtbot: QtBot, groups: Groups, field: str, text: str, sentence: str
) -> None:
    groups.page.do.record()
    sheet = groups.sheet()
    sheet.widget("title").setText("Les")
    sheet.widget(field).setText(text)
    sheet.save()
    qtbot.waitUntil(sheet.form.box(field).has_error, timeout=20_000)
    assert sentence in sheet.form.box(field).message.text()
    assert sheet.widget(field).text() == text
    assert len(activities(groups.desk)) == 3


def test_without_a_name_it_is_not_saved(qtbot: QtBot, empty: Groups) -> None:
    empty.page.do.record()
    sheet = empty.sheet()
    sheet.save()
    qtbot.waitUntil(sheet.form.box("title").has_error, timeout=20_000)
    assert sheet.isVisible()


def test_digits_without_shift_and_euros(qtbot: QtBot, groups: Groups) -> None:
    groups.page.do.record()
    sheet = groups.sheet()
    sheet.widget("title").setText("Les")
    sheet.widget("participants_without_case").setText("&é")
    sheet.widget("costs_cents").setText("€ 12,50")
    saved(qtbot, groups)
    kept = newest(groups.desk)
    assert (kept.participants_without_case, kept.costs_cents) == (12, 1250)


def test_objective_and_municipality_are_offered_from_what_is_known(qtbot: QtBot, groups: Groups) -> None:
    groups.page.do.record()
    sheet = groups.sheet()
    sheet.widget("title").setText("Les")
    objective, town = sheet.widget("objective"), sheet.widget("municipality_nis")
    objective.clear()
    objective.setFocus()
    QTest.keyClick(objective, Qt.Key.Key_Down)
    QTest.keyClick(objective, Qt.Key.Key_Down)
    QTest.keyClick(objective, Qt.Key.Key_Return)
    assert objective.value() == "pedagogical"
    town.clear()
    town.setFocus()
    QTest.keyClicks(town, "schaar")
    QTest.keyClick(town, Qt.Key.Key_Down)
    QTest.keyClick(town, Qt.Key.Key_Return)
    assert town.value() == "21015"
    saved(qtbot, groups)
    assert newest(groups.desk).municipality_nis == "21015"


def test_a_project_that_is_chosen_brings_what_it_had_last(qtbot: QtBot, groups: Groups) -> None:
    groups.page.do.record()
    sheet = groups.sheet()
    sheet.widget("title").setText("Klasgesprek")
    sheet.widget("project").setText("Interventies")
    sheet.widget("programme_code").set_value("naft")
    sheet.widget("level").set_value("class")
    sheet.widget("objective").clear()
    sheet.widget("minutes").set_minutes(50)
    saved(qtbot, groups)
    groups.page.do.record()
    sheet = groups.sheet()
    assert sheet.read("project") == "Interventies"
    sheet.widget("leader").setText("Iemand anders")
    project = sheet.widget("project")
    project.setFocus()
    project.selectAll()
    QTest.keyClicks(project, "samen")
    QTest.keyClick(project, Qt.Key.Key_Down)
    QTest.keyClick(project, Qt.Key.Key_Return)
    assert sheet.read("objective") == "pedagogical"
    assert (sheet.read("minutes"), sheet.read("level")) == (90, "group")
    assert sheet.read("leader") == "Iemand anders"
    sheet.reject()


def test_an_activity_is_changed_and_undone_from_the_list(qtbot: QtBot, groups: Groups) -> None:
    groups.page.focus_first()
    groups.page.table.selectRow(1)
    keys = Keys(groups.window)
    keys.press("Return")
    sheet = groups.sheet()
    kept = sheet.people.participants()
    assert [part.has_attended for part in kept] == [True, True, False]
    sheet.widget("note").set_text("Goed verlopen")
    QTest.keyClick(sheet.people.rows[2].tick.box, Qt.Key.Key_Space)
    saved(qtbot, groups)
    fact = next(each for each in activities(groups.desk) if each.activity.note)
    assert [part.has_attended for part in fact.parts] == [True, True, True]
    keys.press("Ctrl+Z")
    assert not [each for each in activities(groups.desk) if each.activity.note]


def test_what_was_typed_is_put_back_after_a_lock(groups: Groups) -> None:
    groups.page.do.record()
    sheet = groups.sheet()
    QTest.keyClicks(sheet.widget("title"), "Half werk")
    add_people(groups, "ily")
    groups.window.keep_drafts()
    sheet.hide()
    sheet.deleteLater()
    settle()
    groups.page.do.record()
    again = groups.sheet()
    assert again.read("title") == "Half werk"
    assert [row.who.case_id for row in again.people.rows] == [groups.ids["Ilyas"]]
    again.reject()
    groups.page.do.record()
    assert groups.sheet().read("title") == ""
    groups.sheet().reject()


def test_a_planned_one_asks_how_it_went_when_the_day_has_come(qtbot: QtBot, groups: Groups) -> None:
    clock.use_clock(lambda: NOW + timedelta(days=3))
    groups.page.read()
    planned = groups.page.model.row(0)
    assert groups.page.model.columns[2].cell(planned).text == "Hoe was het?"
    groups.page.do.open_activity(planned.activity.id)
    sheet = groups.sheet()
    assert sheet.title_label.text() == "Hoe was het?"
    saved(qtbot, groups)
    found = activity(groups.desk, planned.activity.id)
    assert found is not None
    assert not found.is_planned


def test_the_timeline_of_a_case_opens_the_activity_and_from_there_the_own_session(groups: Groups) -> None:
    groups.window.ways.open_case(groups.ids["Ilyas"])
    settle()
    page = groups.window.stack.page()
    assert isinstance(page, CasePage)
    items = page.tabs.timeline.line.items()
    (found,) = [item for item in items if item.title == "Huiswerkklas" and "18" in item.when]
    assert "groepsactiviteit" in found.subtitle
    assert isinstance(found.key, tuple)
    page.do.moments.open_row(*found.key)
    sheet = groups.sheet()
    assert sheet.read("held_on") == date(2026, 11, 18)
    sheet._ask_part()
    settle()
    own = [each for each in groups.window.findChildren(SessionDialog) if each.isVisible()]
    assert len(own) == 1
    own[0].reject()
