"""Tabs that do not fit stand in a menu, and come out of it when they are chosen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.widgets.folding_tabs import FoldingTabs

NAMES = ("Tijdlijn", "Taken", "Contacten", "Documenten", "Verwijzing", "Afwezigheden")


@pytest.fixture
def tabs(qtbot: QtBot) -> FoldingTabs:
    tabs = FoldingTabs("Delen")
    for name in NAMES:
        tabs.strip.add(name.lower(), name)
    qtbot.addWidget(tabs)
    tabs.resize(320, 44)
    with qtbot.waitExposed(tabs):
        tabs.show()
    tabs.activateWindow()
    qtbot.waitUntil(tabs.more.isVisible)
    return tabs


def shown(tabs: FoldingTabs) -> list[str]:
    return [key for at, key in enumerate(tabs.strip.keys()) if tabs.strip.isTabVisible(at)]


def test_the_first_ones_stand_in_the_row_and_the_others_in_the_menu(tabs: FoldingTabs) -> None:
    in_menu = [action.text() for action in tabs.more.menu().actions()]
    assert shown(tabs) == ["tijdlijn", "taken"]
    assert in_menu == ["Contacten", "Documenten", "Verwijzing", "Afwezigheden"]


def test_a_tab_comes_out_of_the_menu(tabs: FoldingTabs, qtbot: QtBot) -> None:
    tabs.more.menu().actions()[-1].trigger()
    assert tabs.strip.key() == "afwezigheden"
    qtbot.waitUntil(lambda: "afwezigheden" in shown(tabs) and len(shown(tabs)) < len(NAMES))


def test_with_room_for_all_there_is_no_menu(tabs: FoldingTabs, qtbot: QtBot) -> None:
    tabs.resize(1200, 44)
    qtbot.waitUntil(lambda: not tabs.more.isVisible())
    assert len(shown(tabs)) == len(NAMES)


def test_arrow_keys_stay_among_the_tabs_that_are_seen(tabs: FoldingTabs) -> None:
    tabs.strip.setFocus()
    for _step in range(5):
        QTest.keyClick(tabs.strip, Qt.Key.Key_Right)
    assert tabs.strip.key() in shown(tabs)
