"""The page of group activities: the list, the filters, the counts, again a week later, the bin."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from eletdesk.desk.cases import bin_case
from eletdesk.desk.groups.activities import participants_of
from eletdesk.desk.groups.views import activities
from eletdesk.statistics.facts import Period
from tests.ui.audit import settle
from tests.ui.desk_fixtures import TODAY, Keys
from tests.ui.groups_fixtures import Groups, groups_window
from ui.figures.periods import OWN
from ui.figures.reading import read_figures
from ui.groups.groups_page import COUNTS
from ui.widgets.dialog import Dialog


@pytest.fixture
def groups(tmp_path: Path, qtbot: QtBot) -> Iterator[Groups]:
    with groups_window(tmp_path) as opened:
        yield opened


def titles(groups: Groups) -> list[str]:
    return [fact.activity.title for fact in groups.page.model.rows()]


def cells(groups: Groups, row: int) -> list[str]:
    fact = groups.page.model.row(row)
    return [column.cell(fact).spoken() for column in groups.page.model.columns]


def test_ctrl_7_shows_the_newest_first(groups: Groups) -> None:
    groups.window.ways.go("today")
    Keys(groups.window).press("Ctrl+7")
    assert groups.window.stack.place.page == "groups"
    assert titles(groups) == ["Huiswerkklas", "Huiswerkklas", "Theater"]
    assert cells(groups, 0)[2] == "gepland, 2 jongeren"
    assert cells(groups, 1)[1:4] == [
        "wo 18 nov, 15:30 · 1 u 30",
        "2 kwamen, 1 kwam niet · 4 zonder dossier",
        "2",
    ]
    assert "2 activiteiten, 3 uur" in groups.page.subtitle_label.text()


def test_filters_by_period_project_and_programme(groups: Groups) -> None:
    filters = groups.page.filters
    filters.period.set_value(OWN)
    filters.first.set_day(date(2026, 11, 10))
    filters.last.set_day(date(2026, 11, 12))
    settle()
    assert titles(groups) == ["Theater"]
    filters.last.set_text("9/11/2026")
    settle()
    assert filters.form.box("last").has_error()
    filters.period.set_value("")
    filters.project.set_value("Samen door de stad")
    filters.programme.set_value("das")
    assert len(titles(groups)) == 3
    state = groups.page.view_state()
    filters.project.set_value("")
    groups.page.restore_view(state)
    assert filters.chosen().project == "Samen door de stad"


def test_the_counts_follow_the_filter_and_mark_small_numbers(groups: Groups) -> None:
    page = groups.page
    page.view.choose(COUNTS)
    settle()
    assert page.counts.isVisible()
    assert not page.table.isVisible()
    said = [tile.accessibleName() for tile in page.counts._tile_row]
    assert said[0] == "Activiteiten: 2, 3 uur"
    assert said[1].startswith("Verschillende jongeren: 2, 3 keer aanwezig")
    assert said[2] == "Aanwezigheid: 75 %, van wie verwacht werd"
    people = page.counts.model.columns[3]
    assert "onder 5" in people.cell(page.counts.model.row(0)).spoken()
    assert "Een getal onder 5" in page.counts.small.text()
    page.counts.by.set_value("municipality_nis")
    name = page.counts.model.columns[0].cell(page.counts.model.row(0)).text
    assert name == "Brussel (21004)"
    assert "Cijfers" in page.counts.banner.label.text()


def test_a_makes_the_same_again_a_week_later(qtbot: QtBot, groups: Groups) -> None:
    groups.page.table.selectRow(1)
    groups.page.table.setFocus()
    QTest.keyClick(groups.page.table, Qt.Key.Key_A)
    sheet = groups.sheet()
    assert sheet.read("held_on") == date(2026, 11, 25)
    assert sheet.read("title") == "Huiswerkklas"
    assert len(sheet.people.rows) == 3
    with qtbot.waitSignal(sheet.saved, timeout=20_000) as told:
        sheet.save()
    assert told.args == ["Activiteit gepland"]
    settle()
    newest = max((fact.activity for fact in activities(groups.desk)), key=lambda each: each.id)
    assert newest.is_planned
    assert len(participants_of(groups.desk, newest.id)) == 3


def test_del_moves_to_the_bin_and_the_bin_gives_it_back(groups: Groups) -> None:
    groups.page.table.selectRow(1)
    groups.page.table.setFocus()
    QTest.keyClick(groups.page.table, Qt.Key.Key_Delete)
    settle()
    assert titles(groups) == ["Huiswerkklas", "Theater"]
    assert groups.page.bin.isVisible()
    groups.page.do.show_bin()
    (sheet,) = [each for each in groups.window.findChildren(Dialog) if each.isVisible()]
    QTest.keyClick(groups.window.focusWidget(), Qt.Key.Key_Return)
    settle()
    assert not sheet.isVisible()
    assert len(titles(groups)) == 3
    assert not groups.page.bin.isVisible()


def test_somebody_in_the_bin_is_shown_without_a_name_and_stays_in(qtbot: QtBot, groups: Groups) -> None:
    bin_case(groups.desk, groups.ids["Ilyas"])
    settle()
    kept = groups.page.model.row(1).activity
    groups.page.do.open_activity(kept.id)
    sheet = groups.sheet()
    assert [row.who.name for row in sheet.people.rows][1] == "Jongere in de prullenbak"
    with qtbot.waitSignal(sheet.saved, timeout=20_000):
        sheet.save()
    assert len(participants_of(groups.desk, kept.id)) == 3


def test_saving_the_counts_asks_first(groups: Groups) -> None:
    groups.page.print_page()
    (sheet,) = [each for each in groups.window.findChildren(Dialog) if each.isVisible()]
    assert sheet.title_label.text() == "Deze aantallen bewaren?"
    sheet.reject()
    assert groups.desk.file.rows("SELECT id FROM release") == []


def test_rule_4_the_figures_count_a_group_session_once(groups: Groups) -> None:
    """Rule 4 (onderwijs.vlaanderen.be, NAFT): N young people in a lesson are one session of the provider."""
    figures = read_figures(groups.desk, Period(TODAY - timedelta(days=12), TODAY - timedelta(days=4)))
    assert (figures.sessions, figures.minutes) == (2, 180)


def test_undo_says_what_it_undid(groups: Groups) -> None:
    told: list[str] = []
    groups.window.undoing.told.connect(lambda sentence, _can: told.append(sentence))
    Keys(groups.window).press("Ctrl+Z")
    assert told == ["Ongedaan gemaakt: groepsactiviteit"]
    assert len(activities(groups.desk)) == 2
