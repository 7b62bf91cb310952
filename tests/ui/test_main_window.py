"""The window of an open desk: ways through it, palette, preferences, undo, notices."""

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from eletdesk.preferences import Preferences
from eletdesk.queries.register.views import index_cards
from tests.ui.desk_fixtures import Keys
from ui.case.case_page import CasePage
from ui.case.form_dialog import FormDialog
from ui.case.sheet_draft import put_back
from ui.directory.directory_page import DirectoryPage
from ui.main_window import MainWindow
from ui.open_desk import OpenDesk
from ui.pages import PAGES, Place
from ui.theme import current
from ui.today.today_page import TodayPage


def case_of(desk: OpenDesk, name: str) -> str:
    """Return the case of a person by given name."""
    return next(card.case_id for card in desk.ask(index_cards) if card.given_name == name)


def test_every_page_of_the_sidebar_opens_by_its_digit(window: MainWindow) -> None:
    keys = Keys(window)
    for kind in PAGES.values():
        if kind.digit:
            keys.press(f"Ctrl+{kind.digit}")
            assert window.stack.place == Place(kind.key)
            assert window.sidebar.places.key() == kind.key


def test_a_belgian_keyboard_reaches_the_same_pages_without_shift(window: MainWindow) -> None:
    keys = Keys(window)
    keys.press("Ctrl+é")
    assert window.stack.place == Place("caseload")
    keys.press("Ctrl+&")
    assert window.stack.place == Place("today")


def test_back_and_forward_go_where_one_came_from(window: MainWindow) -> None:
    keys = Keys(window)
    keys.press("Ctrl+2", "Alt+Left")
    assert window.stack.place == Place("today")
    keys.press("Alt+Right")
    assert window.stack.place == Place("caseload")


def test_no_two_actions_share_a_key(window: MainWindow) -> None:
    taken: dict[str, str] = {}
    for action in window.deeds():
        for key in action.shortcuts():
            text = key.toString(QKeySequence.SequenceFormat.PortableText)
            assert text not in taken, (text, taken.get(text), action.objectName())
            taken[text] = action.objectName()


def test_the_palette_finds_a_person_in_five_keys(desk: OpenDesk, window: MainWindow) -> None:
    asked: list[str] = []
    window.ways.open_case = lambda case_id, row_id="": asked.append(case_id)  # type: ignore[method-assign]
    keys = Keys(window)
    keys.press("Ctrl+K")
    keys.type("ily")
    keys.press("Return")
    assert keys.count <= 5
    assert asked == [case_of(desk, "Ilyas")]


def test_the_palette_lists_every_action_with_its_key(window: MainWindow) -> None:
    Keys(window).press("Ctrl+K")
    palette = window.layers.palette()
    assert palette is not None
    listed = {entry.text: entry.keys for entry in palette.list.entries()}
    apart = {"log", "add_task", "open_dossier", "search", "keys"}
    for action in window.deeds():
        if action.objectName() not in apart:
            assert action.text() in listed
            assert bool(listed[action.text()]) == bool(action.shortcuts())


def test_the_exact_name_comes_before_a_longer_one(window: MainWindow) -> None:
    keys = Keys(window)
    keys.press("Ctrl+K")
    keys.type("noor")
    palette = window.layers.palette()
    assert palette is not None
    chosen = palette.list.chosen()
    assert chosen is not None
    assert chosen.text == "Noor Verlinden"


def test_the_palette_finds_words_in_tasks_and_leads_to_their_case(desk: OpenDesk, window: MainWindow) -> None:
    keys = Keys(window)
    keys.press("Ctrl+K")
    keys.type("bakkerij")
    palette = window.layers.palette()
    assert palette is not None
    assert [entry.case_id for entry in palette.list.entries() if entry.case_id] == [case_of(desk, "Noor")]


def test_esc_closes_the_palette_and_gives_the_focus_back(window: MainWindow) -> None:
    keys = Keys(window)
    before = QApplication.focusWidget()
    keys.press("Ctrl+K")
    assert QApplication.focusWidget() is not before
    keys.press("Esc")
    assert window.layers.palette() is None
    assert QApplication.focusWidget() is before


def test_the_quick_line_opens_over_another_page_and_keeps_its_draft(
    desk: OpenDesk, window: MainWindow
) -> None:
    keys = Keys(window)
    keys.press("Ctrl+2", "Ctrl+N")
    panel = window.layers.line()
    assert panel is not None
    keys.note("noor half af")
    keys.press("Esc")
    assert window.layers.line() is None
    keys.press("Ctrl+1")
    page = window.stack.page()
    assert isinstance(page, TodayPage)
    assert page.line.edit.text() == "noor half af"


def test_language_changes_live_and_what_is_typed_stays(window: MainWindow) -> None:
    keys = Keys(window)
    keys.note("noor halve zin")
    window.choose(language="en")
    page = window.stack.page()
    assert isinstance(page, TodayPage)
    assert page.title_label.text() == "Good morning, Sara"
    assert page.line.edit.text() == "noor halve zin"
    assert any(action.text() == "Lock" for action in window.deeds())


def test_text_size_follows_the_keys_and_stops_at_its_ends(window: MainWindow, qtbot: QtBot) -> None:
    keys = Keys(window)
    for _time in range(8):
        keys.press("Ctrl+=")
    assert current().text_scale == 200
    qtbot.waitUntil(window.sidebar.is_rail)
    keys.press("Ctrl+0")
    assert current().text_scale == 100
    qtbot.waitUntil(lambda: not window.sidebar.is_rail())


def test_undo_names_what_it_took_back(desk: OpenDesk, window: MainWindow) -> None:
    keys = Keys(window)
    keys.note("ilyas 45m kort gesproken")
    keys.press("Ctrl+Return", "Ctrl+Z")
    assert "Ilyas Bensalem" in window.toasts.shown()[-1].label.text()
    keys.press("Ctrl+Y")
    assert "Ilyas Bensalem" in window.toasts.shown()[-1].label.text()


def test_a_national_number_is_left_out_and_said(desk: OpenDesk, window: MainWindow) -> None:
    keys = Keys(window)
    keys.note("ilyas 45m nummer 85.07.30-033.28 gevraagd")
    keys.press("Ctrl+Return")
    assert len(window.notices.texts()) == 1
    from eletdesk.domain.guidance_session import GuidanceSession
    from eletdesk.queries.live_rows import live_rows

    notes = [one.note for one in desk.read(case_of(desk, "Ilyas"), live_rows, GuidanceSession)]
    assert not any("033" in note for note in notes)


def test_short_names_hide_family_names_from_passers_by(window: MainWindow) -> None:
    Keys(window).press("Ctrl+Shift+B")
    page = window.stack.page()
    assert isinstance(page, TodayPage)
    row = page.day.current_row() or (page.day.focus_next() and page.day.current_row())
    assert row
    assert row.moment.name == "Jef C."


def test_a_page_out_of_sight_comes_back_as_it_was_after_another_look(
    desk: OpenDesk, window: MainWindow
) -> None:
    window.ways.open_case(case_of(desk, "Noor"))
    page = window.stack.page()
    assert isinstance(page, CasePage)
    page.tabs.choose("goals")
    page.box.set_values(page.box.values() | {"note": "Halve zin"})
    window.ways.go("today")
    window.stack.put_away()
    assert not isValid(page), "Qt would give it the new look as well"
    window.stack.back()
    again = window.stack.page()
    assert isinstance(again, CasePage)
    assert (again.tabs.strip.key(), again.box.values()["note"]) == ("goals", "Halve zin")


def test_the_other_pages_keep_their_place_in_another_language(desk: OpenDesk, window: MainWindow) -> None:
    window.ways.open_case(case_of(desk, "Noor"))
    page = window.stack.page()
    assert isinstance(page, CasePage)
    page.tabs.choose("goals")
    window.ways.go("today")
    window.choose(language="en")
    window.stack.back()
    again = window.stack.page()
    assert isinstance(again, CasePage)
    assert again.tabs.strip.key() == "goals"


@pytest.mark.parametrize(
    ("page", "keys", "field"),
    [("agenda", "N", "title"), ("tasks", "Ctrl+T", "title"), ("directory", "", "note")],
)
def test_what_is_typed_in_a_sheet_without_a_case_is_kept_at_a_lock(
    desk: OpenDesk, window: MainWindow, qtbot: QtBot, page: str, keys: str, field: str
) -> None:
    def opened(shown: MainWindow) -> FormDialog:
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None and shown.isActiveWindow())
        shown.ways.go(page)
        directory = shown.stack.page()
        if isinstance(directory, DirectoryPage):
            directory.add_organisation()
        else:
            Keys(shown).press(keys)
        (sheet,) = [one for one in shown.findChildren(FormDialog) if one.isVisible()]
        return sheet

    put_back(opened(window).fields, {field: "Half werk"})
    window.close()
    again = MainWindow(desk, Preferences())
    qtbot.addWidget(again)
    again.show()
    again.activateWindow()
    sheet = opened(again)
    assert sheet.read(field) == "Half werk"
    sheet.reject()
    assert opened(again).read(field) == ""
