"""Lists, tables, tabs and the timeline work from the keyboard and speak."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractItemView, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.audit import settle
from ui.widgets.cells import Cell
from ui.widgets.nav_list import NavItem, NavList
from ui.widgets.page import Page
from ui.widgets.segmented import Segmented
from ui.widgets.sheet_table import SheetColumn, SheetModel, SheetTable
from ui.widgets.tab_strip import TabStrip
from ui.widgets.timeline import Timeline, TimelineChip, TimelineItem
from ui.widgets.word_choice import WordChoice
from ui.widgets.wrapped import wrapped_lines

ITEMS = [
    TimelineItem(1, "Time-out", "do 19 nov", "intern", "Afgesproken met mama.", group="Deze week"),
    TimelineItem(2, "Telefoon", "wo 18 nov", group="Deze week", is_draft=True, says="concept"),
    TimelineItem(3, "Gesprek", "vr 13 nov", group="Vorige week", chips=(TimelineChip("stage"),)),
]


def shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.resize(600, 500)
    widget.show()
    settle()


def spoken(view: QAbstractItemView, index: QModelIndex) -> str:
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def timeline(qtbot: QtBot) -> Timeline:
    view = Timeline("Tijdlijn")
    view.set_items(ITEMS)
    shown(qtbot, view)
    view.setFocus()
    return view


def test_timeline_is_a_list_for_a_screen_reader(qtbot: QtBot) -> None:
    view = timeline(qtbot)
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.role() == QAccessible.Role.List
    assert interface.text(QAccessible.Text.Name) == "Tijdlijn"
    model = view.model()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert spoken(view, model.index(0, 0)) == "Deze week: Time-out, intern, do 19 nov, Afgesproken met mama."
    assert spoken(view, model.index(1, 0)) == "Telefoon, wo 18 nov, concept"
    assert spoken(view, model.index(2, 0)) == "Vorige week: Gesprek, vr 13 nov, stage"


def test_timeline_keys(qtbot: QtBot) -> None:
    view = timeline(qtbot)
    QTest.keyClick(view, Qt.Key.Key_Home)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.current_key() == 2
    with qtbot.waitSignal(view.opened) as opened:
        QTest.keyClick(view, Qt.Key.Key_Return)
    with qtbot.waitSignal(view.erase_requested) as erased:
        QTest.keyClick(view, Qt.Key.Key_Delete)
    assert (opened.args, erased.args) == ([2], [2])


def test_timeline_keeps_its_place_when_it_is_read_again(qtbot: QtBot) -> None:
    view = timeline(qtbot)
    assert view.show_key(3)
    view.set_items([TimelineItem(0, "Nieuw", group="Deze week"), *ITEMS])
    assert view.current_key() == 3
    assert not view.show_key(99)


def test_growing_timeline_is_as_high_as_its_items(qtbot: QtBot) -> None:
    page = Page("Dossier")
    view = Timeline("Tijdlijn", grows=True)
    page.add(view)
    shown(qtbot, page)
    view.set_items(ITEMS * 20)
    settle()
    last = view.visualRect(view.model().index(59, 0))
    assert last.bottom() <= view.viewport().height()
    assert view.height() - last.bottom() < 40


def test_long_notes_are_cut_after_some_lines(qtbot: QtBot) -> None:
    lines = wrapped_lines("woord " * 2000, "body", 300, most=12)
    assert len(lines) == 12
    assert lines[-1].endswith("…")
    assert wrapped_lines("één 😀 twee", "body", 300) == ("één 😀 twee",)


def test_nav_list_moves_and_goes(qtbot: QtBot) -> None:
    nav = NavList("Pagina's")
    nav.set_items([NavItem("today", "Vandaag", "today", "4"), NavItem("tasks", "Taken", "tasks")])
    nav.show_key("today")
    shown(qtbot, nav)
    nav.setFocus()
    gone: list[str] = []
    nav.chosen.connect(gone.append)
    QTest.keyClick(nav, Qt.Key.Key_Down)
    assert (gone, nav.key()) == ([], "today")
    QTest.keyClick(nav, Qt.Key.Key_Space)
    assert (gone, nav.key()) == (["tasks"], "tasks")
    nav.set_count("tasks", "11")
    assert spoken(nav, nav.model().index(1, 0)) == "Taken, 11"
    assert QAccessible.queryAccessibleInterface(nav).role() == QAccessible.Role.List
    nav.set_rail(True)
    assert nav.model().index(1, 0).data(Qt.ItemDataRole.ToolTipRole) == "<span>Taken</span>"


@pytest.mark.parametrize("kind", [Segmented, TabStrip])
def test_tabs_choose_with_arrows(qtbot: QtBot, kind: type[Segmented] | type[TabStrip]) -> None:
    bar = kind("Soort")
    bar.add("call", "&Bellen")
    bar.add("visit", "Huisbezoek")
    shown(qtbot, bar)
    bar.setFocus()
    with qtbot.waitSignal(bar.chosen) as chosen:
        QTest.keyClick(bar, Qt.Key.Key_Right)
    assert chosen.args == ["visit"]
    interface = QAccessible.queryAccessibleInterface(bar)
    assert interface.role() == QAccessible.Role.PageTabList
    tab = interface.child(0)
    assert (tab.role(), tab.text(QAccessible.Text.Name)) == (QAccessible.Role.PageTab, "Bellen")


def test_word_choice_marks_the_chosen_word(qtbot: QtBot) -> None:
    words = WordChoice([("nl", "Nederlands"), ("fr", "Français")], "nl")
    shown(qtbot, words)
    button = next(each for each in words.children() if getattr(each, "text", str)() == "Français")
    with qtbot.waitSignal(words.chosen) as chosen:
        button.click()  # type: ignore[attr-defined]
    assert (chosen.args, words.key()) == (["fr"], "fr")


def table(qtbot: QtBot) -> tuple[SheetTable, SheetModel[tuple[str, int]]]:
    model: SheetModel[tuple[str, int]] = SheetModel(
        [
            SheetColumn("Jongere", lambda row: Cell(row[0], "16 jaar", bold=True, avatar=row[0])),
            SheetColumn("Dag", lambda row: Cell(str(row[1]), says=f"dag {row[1]}"), lambda row: row[1]),
        ]
    )
    model.set_rows([("Noor", 9), ("Çelik", 70), ("Amina", 10)])
    view = SheetTable("Jongeren", model)
    shown(qtbot, view)
    view.setFocus()
    return view, model


def names(model: SheetModel[tuple[str, int]]) -> list[str]:
    return [row[0] for row in model.rows()]


def test_table_sorts_and_filters(qtbot: QtBot) -> None:
    view, model = table(qtbot)
    view.selectRow(0)
    view.horizontalHeader().sectionClicked.emit(1)
    assert names(model) == ["Noor", "Amina", "Çelik"]
    view.horizontalHeader().sectionClicked.emit(1)
    assert names(model) == ["Çelik", "Amina", "Noor"]
    assert view.current_row() == ("Noor", 9)
    model.set_filter(lambda row: row[1] > 9)
    assert names(model) == ["Çelik", "Amina"]
    model.set_filter(None)
    model.sort(-1)
    assert names(model) == ["Noor", "Çelik", "Amina"]
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_table_keys(qtbot: QtBot) -> None:
    view, _model = table(qtbot)
    view.selectRow(0)
    QTest.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.opened) as opened:
        QTest.keyClick(view, Qt.Key.Key_Return)
    with qtbot.waitSignal(view.key_pressed) as key:
        QTest.keyClick(view, Qt.Key.Key_L)
    assert opened.args == [("Çelik", 70)]
    assert key.args == [("Çelik", 70), "l"]
    assert view.go_to(lambda row: row[0] == "Amina")
    assert view.current_row() == ("Amina", 10)


def test_table_speaks_its_cells(qtbot: QtBot) -> None:
    view, model = table(qtbot)
    assert spoken(view, model.index(0, 0)) == "Noor, 16 jaar"
    assert spoken(view, model.index(0, 1)) == "Dag: dag 9"


def test_columns_share_the_whole_width(qtbot: QtBot) -> None:
    view, _model = table(qtbot)
    assert sum(view.columnWidth(column) for column in range(2)) == view.viewport().width()


def test_a_longer_count_gets_the_room_that_it_needs(qtbot: QtBot) -> None:
    tabs = TabStrip("Parts of the plan")
    tabs.add("people", "Young people")
    tabs.add("columns", "Columns")
    shown(qtbot, tabs)
    before = tabs.tabRect(0).width()
    tabs.set_count("people", "12345")
    settle()
    assert tabs.tabRect(0).width() == tabs.tabSizeHint(0).width() > before
