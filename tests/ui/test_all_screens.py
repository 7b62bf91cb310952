"""Every screen and sheet: names and keys for all, nothing cut, nobody's words read as HTML."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from eletdesk import translation
from tests.ui.audit import (
    audit_accessibility,
    find_clipped_labels,
    find_double_letters,
    find_lost_parts,
    find_rich_text,
    lengthen_words,
    settle,
    visible_parts,
)
from tests.ui.desk_fixtures import fix_clock
from tests.ui.screens import SCREENS, build_again, hostile_window, leave, use_scale
from ui.main_window import MainWindow
from ui.widgets.dialog import Dialog

MOST_TABS = 250


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[MainWindow]:
    """Open one window for all screens; it is put back to 100 % by every test."""
    translation.use_language("nl")
    with hostile_window(tmp_path_factory.mktemp("screens")) as opened:
        yield opened


@pytest.fixture
def show(window: MainWindow) -> Iterator[MainWindow]:
    """Give the window at 100 % and close what a test opened."""
    fix_clock()
    use_scale(window, 100)
    yield window
    leave(window)


@pytest.mark.parametrize("screen", SCREENS)
def test_everything_has_a_name_and_can_be_reached(show: MainWindow, screen: str) -> None:
    shown = SCREENS[screen](show)
    settle()
    assert not [fault for fault in audit_accessibility(shown) if not _is_meant(fault)]
    assert not find_rich_text(shown)
    assert not find_double_letters(shown)


def _is_meant(fault: str) -> bool:
    """Allow somebody's own & in a name, and the list of the palette, which its field moves through."""
    own = fault.startswith("unclean name") and ("&amp;" in fault or "& &&" in fault)
    return own or fault.startswith("Tab does not reach: EntryList")


@pytest.mark.parametrize("screen", SCREENS)
def test_tab_goes_everywhere_and_out_again(show: MainWindow, screen: str) -> None:
    shown = SCREENS[screen](show)
    settle()
    if screen == "palette":
        return  # one field; Tab moves in its list and Esc leaves
    wanted = {part for part in visible_parts(shown) if _is_stop(part)}
    for _press in range(MOST_TABS):
        focus = QApplication.focusWidget()
        assert focus is not None
        wanted.discard(focus)
        if not wanted:
            return
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert not [f"{type(part).__name__} {part.accessibleName()[:40]}" for part in wanted]


def _is_stop(part: QWidget) -> bool:
    takes = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus) and part.focusProxy() is None
    return takes and part.isEnabled() and not isinstance(part, Dialog)


@pytest.mark.parametrize("scale", [100, 200])
def test_no_words_are_cut(show: MainWindow, scale: int) -> None:
    use_scale(show, scale)
    faults: dict[str, list[str]] = {}
    for screen, open_it in SCREENS.items():
        shown = open_it(show)
        settle()
        faults[screen] = find_clipped_labels(shown) + find_lost_parts(shown)
        leave(show)
    assert not {screen: found for screen, found in faults.items() if found}


@pytest.mark.parametrize("screen", SCREENS)
def test_longer_words_fit(show: MainWindow, screen: str) -> None:
    shown = SCREENS[screen](show)
    settle()
    lengthen_words(shown)
    clipped = find_clipped_labels(shown)
    leave(show)
    if shown is show:  # a sheet took its longer words with it
        build_again(show)
    assert not clipped


@pytest.mark.parametrize("language", ["fr", "en"])
def test_other_languages_fit_and_have_their_own_letters(show: MainWindow, language: str) -> None:
    translation.use_language(language)
    build_again(show)
    faults: dict[str, list[str]] = {}
    for screen, open_it in SCREENS.items():
        shown = open_it(show)
        settle()
        faults[screen] = find_double_letters(shown) + find_clipped_labels(shown)
        leave(show)
    translation.use_language("nl")
    build_again(show)
    assert not {screen: found for screen, found in faults.items() if found}


def test_keys_of_the_window_wait_while_a_sheet_is_open(show: MainWindow) -> None:
    SCREENS["add task"](show)
    place = show.stack.place
    for keys in (Qt.Key.Key_1, Qt.Key.Key_K, Qt.Key.Key_N):
        QTest.keyClick(show.windowHandle(), keys, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert show.stack.place == place
    assert show.layers.palette() is None
    assert show.layers.line() is None


def test_the_palette_offers_every_action(show: MainWindow) -> None:
    show.layers.search()
    palette = show.layers.palette()
    assert palette is not None
    offered = {entry.text for entry in palette.list.entries()}
    own = [action for action in show.actions() if action.text()]
    assert own
    missing = {action.text() for action in own} - offered
    assert missing <= {"Zoek of doe iets", "Toetsen en acties", "Gesprek noteren", "Taak toevoegen"}


def test_scroll_areas_never_keep_tab(show: MainWindow) -> None:
    for area in show.findChildren(QAbstractScrollArea):
        keeps = getattr(area, "tabKeyNavigation", None)
        assert keeps is None or not keeps(), type(area).__name__
