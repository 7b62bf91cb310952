"""The window of an open desk: ways through it, palette, preferences, undo, notices."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from eletdesk.preferences import Preferences
from eletdesk.queries.register.views import index_cards
from tests.ui.desk_fixtures import TODAY, Invented, Keys, add_person, fix_clock, make_desk
from ui.main_window import MainWindow
from ui.open_desk import OpenDesk
from ui.theme import current
from ui.today.today_page import TodayPage
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import Flow
from ui.widgets.page import PageScroll


def case_of(desk: OpenDesk, name: str) -> str:
    """Return the case of a person by given name."""
    return next(card.case_id for card in desk.ask(index_cards) if card.given_name == name)


def test_a_pinned_person_stands_in_the_sidebar(desk: OpenDesk, window: MainWindow) -> None:
    window.pin(case_of(desk, "Noor"))
    model = window.sidebar.pinned.model()
    assert model.index(0, 0).data() == "Noor Verlinden"
    window.pin(case_of(desk, "Noor"))
    assert model.rowCount() == 0


def test_f6_goes_round_the_window_and_comes_back(window: MainWindow) -> None:
    keys = Keys(window)
    start = QApplication.focusWidget()
    seen = []
    for _step in range(12):
        keys.press("F6")
        seen.append(QApplication.focusWidget())
        if QApplication.focusWidget() is start:
            break
    assert seen[-1] is start
    assert len(set(map(id, seen))) == len(seen) >= 4


@pytest.mark.parametrize(("width", "scale"), [(1280, 100), (1024, 100), (1280, 200)])
def test_today_fits_without_sideways_scrolling(
    window: MainWindow, qtbot: QtBot, width: int, scale: int
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    current().install(app, "light", scale)
    window.resize(width, 700)
    page = window.stack.page()
    assert isinstance(page, TodayPage)
    QApplication.processEvents()
    scroll = page.findChild(PageScroll)
    assert scroll is not None
    inside = scroll.widget()
    assert inside is not None
    qtbot.waitUntil(lambda: inside.width() <= scroll.viewport().width())
    for flow in page.findChildren(Flow):
        assert flow.width() <= page.width()


def test_the_palette_closes_a_quick_line_over_the_page(window: MainWindow) -> None:
    keys = Keys(window)
    keys.press("Ctrl+2", "Ctrl+N", "Ctrl+K")
    assert window.layers.line() is None
    assert window.layers.palette() is not None


def test_an_empty_desk_says_what_to_do_first(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    current().install(qapp, "light", 100)
    empty = OpenDesk(make_desk(tmp_path / "empty"))
    window = MainWindow(empty, Preferences())
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    page = window.stack.page()
    assert isinstance(page, TodayPage)
    assert not page.line.isVisible()
    assert page.findChildren(EmptyState)[0].isVisible()
    window.close()
    empty.close()


def test_the_palette_changes_language_and_look(window: MainWindow) -> None:
    keys = Keys(window)
    keys.press("Ctrl+K")
    keys.type("engl")
    keys.press("Return")
    page = window.stack.page()
    assert isinstance(page, TodayPage)
    assert page.title_label.text().startswith("Good morning")
    keys.press("Ctrl+K")
    keys.type("light or")
    keys.press("Return")
    assert current().colours.is_dark


def test_what_users_typed_is_never_read_as_markup(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    fix_clock()
    current().install(qapp, "light", 100)
    hostile = "<b>Noor</b>&amp;<img src='file:///etc/passwd'>"
    desk = OpenDesk(make_desk(tmp_path / "hostile"))
    add_person(
        desk.desk,
        Invented(hostile, "Verlinden", task=hostile, task_due_on=TODAY, last_session_on=None),
    )
    window = MainWindow(desk, Preferences())
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    shown = [label for label in window.findChildren(QLabel) if hostile in label.text()]
    assert shown
    for label in shown:
        assert label.textFormat() is Qt.TextFormat.PlainText
    for widget in window.findChildren(QWidget):
        assert "<img" not in widget.toolTip()
    window.close()
    desk.close()
