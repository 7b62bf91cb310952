"""Every screen of group activities in the dark and in French; nothing opens a window of its own."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from eletdesk import translation
from tests.ui.audit import StrayWindows, find_clipped_labels, find_lost_parts, find_rich_text, settle
from tests.ui.desk_fixtures import fix_clock
from tests.ui.group_screens import GROUPS
from tests.ui.screens import build_again, hostile_window, leave, use_scale
from ui.main_window import MainWindow
from ui.theme import current


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[MainWindow]:
    """Open one window for all screens."""
    translation.use_language("nl")
    with hostile_window(tmp_path_factory.mktemp("groups")) as opened:
        yield opened


@pytest.fixture
def show(window: MainWindow) -> Iterator[MainWindow]:
    """Give the window at 100 % and close what a test opened."""
    fix_clock()
    use_scale(window, 100)
    yield window
    leave(window)


@pytest.mark.parametrize("screen", GROUPS)
def test_every_screen_fits_in_the_dark_and_in_french(
    show: MainWindow, qapp: QApplication, screen: str
) -> None:
    """The other audits run over all screens together (test_all_screens.py)."""
    translation.use_language("fr")
    current().install(qapp, "dark", 100)
    build_again(show)
    with StrayWindows() as stray:
        shown = GROUPS[screen](show)
        settle()
    faults = find_clipped_labels(shown) + find_lost_parts(shown) + find_rich_text(shown)
    leave(show)
    translation.use_language("nl")
    build_again(show)
    assert not stray.found
    assert not faults
