"""The unlock window: asks, tells, waits, and keeps nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from eletdesk.translation import LANGUAGES, use_language
from tests.ui.audit import (
    audit_accessibility,
    find_clipped_labels,
    find_double_letters,
    find_lost_parts,
    find_rich_text,
    focused,
    lengthen_words,
    settle,
)
from ui.theme import current
from ui.unlock.page import UnlockPage
from ui.unlock.waiting import seconds_after


@pytest.fixture
def page(qtbot: QtBot) -> UnlockPage:
    made = UnlockPage(version="0.1")
    qtbot.addWidget(made)
    made.set_desk("Caseload Sara Maes", "Documenten › eletdesk", "gisteren 17:42")
    made.resize(1280, 800)
    made.show()
    made.activateWindow()
    settle()
    return made


def test_typing_and_enter_unlocks(qtbot: QtBot, page: UnlockPage) -> None:
    focus = focused()
    assert focus is page.secret.line
    QTest.keyClicks(focus, "vijf rustige woorden")
    with qtbot.waitSignal(page.unlock_requested) as asked:
        QTest.keyClick(focus, Qt.Key.Key_Return)
    assert asked.args == ["vijf rustige woorden"]


def test_nothing_typed_asks_nothing(qtbot: QtBot, page: UnlockPage) -> None:
    with qtbot.assertNotEmitted(page.unlock_requested):
        QTest.keyClick(page.secret.line, Qt.Key.Key_Return)


def test_the_third_wrong_try_has_to_wait(qtbot: QtBot, page: UnlockPage) -> None:
    page.secret.set_text("fout")
    for _try in range(3):
        page.show_problem("Dat past niet.")
    with qtbot.assertNotEmitted(page.unlock_requested):
        QTest.keyClick(page.secret.line, Qt.Key.Key_Return)
    page.clear()
    page.secret.set_text("goed")
    with qtbot.waitSignal(page.unlock_requested):
        QTest.keyClick(page.secret.line, Qt.Key.Key_Return)


def test_waiting_grows_and_stops_growing() -> None:
    assert [seconds_after(tries) for tries in range(9)] == [0, 0, 0, 2, 4, 8, 16, 30, 30]


def test_a_problem_that_is_no_wrong_try_does_not_wait(qtbot: QtBot, page: UnlockPage) -> None:
    page.secret.set_text("goed")
    for _time in range(5):
        page.show_problem("De schijf is vol.", wrong_try=False)
    with qtbot.waitSignal(page.unlock_requested):
        QTest.keyClick(page.secret.line, Qt.Key.Key_Return)


def test_busy_takes_no_second_try(qtbot: QtBot, page: UnlockPage) -> None:
    page.secret.set_text("goed")
    page.set_busy(True)
    with qtbot.assertNotEmitted(page.unlock_requested):
        QTest.keyClick(page.secret.line, Qt.Key.Key_Return)
    page.set_busy(False)
    assert page.secret.isEnabled()


def test_recovery_key_is_asked_and_sent(qtbot: QtBot, page: UnlockPage) -> None:
    page.recover(True)
    settle()
    focus = focused()
    QTest.keyClicks(focus, "een twee drie")
    with qtbot.waitSignal(page.recovery_requested) as asked:
        QTest.keyClick(focus, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == ["een twee drie"]
    QTest.keyClick(focus, Qt.Key.Key_Escape)
    assert not page.is_recovering()


def test_clear_forgets_everything_typed(page: UnlockPage) -> None:
    page.secret.set_text("geheim")
    page.clear()
    assert page.secret.text() == ""


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("recovering", [False, True])
def test_alt_letters_are_unique(qtbot: QtBot, code: str, recovering: bool) -> None:
    use_language(code)
    page = UnlockPage()
    qtbot.addWidget(page)
    page.show()
    page.recover(recovering)
    settle()
    assert not find_double_letters(page)


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("recovering", [False, True])
def test_unlock_passes_every_audit(qapp: QApplication, qtbot: QtBot, scale: int, recovering: bool) -> None:
    current().install(qapp, "dark", scale)
    page = UnlockPage(version="0.1")
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.set_desk('<b>x</b><img src="a">', "Documenten", "gisteren")
    page.show()
    page.recover(recovering)
    page.show_problem("Dat past niet. Kijk Caps Lock na.")
    settle()
    for audit in (audit_accessibility, find_rich_text, find_clipped_labels, find_lost_parts):
        assert not audit(page)
    lengthen_words(page)
    assert not find_clipped_labels(page)
