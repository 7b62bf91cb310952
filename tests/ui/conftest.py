"""Give every screen test the light theme at 100 %, a desk and its window, and delete what it closed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from eletdesk import translation
from eletdesk.preferences import Preferences
from tests.ui.desk_fixtures import fill_desk, fix_clock, make_desk
from ui.main_window import MainWindow
from ui.open_desk import OpenDesk
from ui.theme import current


@pytest.fixture(autouse=True)
def _light_theme(qapp: QApplication) -> Iterator[None]:
    _install(qapp)
    yield
    # Without a running event loop closed widgets stay for ever, and each new theme paints them all again.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    _install(qapp)


def _install(qapp: QApplication) -> None:
    """Install the theme, unless it is there: each time it is, every widget is polished anew."""
    if not qapp.styleSheet() or (current().mode, current().text_scale) != ("light", 100):
        current().install(qapp, "light", 100)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    """Give a filled desk, closed afterwards."""
    fix_clock()
    opened = OpenDesk(make_desk(tmp_path / "desk"))
    fill_desk(opened.desk)
    yield opened
    opened.close()


@pytest.fixture
def window(desk: OpenDesk, qtbot: QtBot) -> Iterator[MainWindow]:
    """Give the window of the desk, whose wishes are followed as the program follows them."""
    shown = MainWindow(desk, Preferences())
    qtbot.addWidget(shown)

    def follow(wish: Preferences) -> None:
        translation.use_language(wish.language)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        current().install(app, "dark" if wish.theme == "dark" else "light", wish.text_scale)
        shown.use_preferences(wish)

    shown.preferences_chosen.connect(follow)
    shown.resize(1280, 800)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None and shown.isActiveWindow())
    yield shown
    shown.close()
