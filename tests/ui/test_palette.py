"""The palette: slips in names and words, everything a case can do, views, pieces of notes."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from eletdesk.desk.case_views import CaseView, keep_view
from eletdesk.operations.sessions import record_session
from eletdesk.preferences import Preferences
from eletdesk.queries.register.case_filter import CaseFilter, Condition
from eletdesk.translation import _
from tests.ui.audit import settle
from tests.ui.desk_fixtures import TODAY, Keys, fill_desk, fix_clock, make_desk
from ui.case.case_page import CasePage
from ui.case.menu import ENTRIES
from ui.case.more_tabs import MORE_TABS
from ui.caseload.caseload_page import CaseloadPage
from ui.main_window import MainWindow
from ui.open_desk import OpenDesk
from ui.pages import PAGES
from ui.palette.entry import Entry
from ui.palette_offers import PAGE_DEEDS
from ui.widgets.dialog import Dialog

NOTE = "Vertelt over de bakkerij en wil woensdag beginnen met proefdraaien"


@pytest.fixture
def people(tmp_path: Path) -> Iterator[tuple[OpenDesk, dict[str, str]]]:
    fix_clock()
    opened = OpenDesk(make_desk(tmp_path / "desk"))
    found = fill_desk(opened.desk)
    naft = opened.desk.programmes[("naft", 1)]
    on = TODAY - timedelta(days=9)
    opened.run(found["Jef"], record_session, held_on=on, minutes=45, note=NOTE, programme=naft)
    opened.run(
        found["Lotte"], record_session,
        held_on=on, minutes=45, note="Een geheim over de slagerij", programme=naft, is_confidential=True,
    )  # fmt: skip
    yield opened, found
    opened.close()


@pytest.fixture
def window(people: tuple[OpenDesk, dict[str, str]], qtbot: QtBot) -> MainWindow:
    shown = MainWindow(people[0], Preferences())
    qtbot.addWidget(shown)
    shown.resize(1280, 800)
    shown.show()
    shown.activateWindow()
    settle()
    return shown


def search(window: MainWindow, words: str) -> list[Entry]:
    """Open the palette with some words and return its lines."""
    window.layers.search(words)
    palette = window.layers.palette()
    assert palette is not None
    return palette.list.entries()


def texts(entries: list[Entry]) -> list[str]:
    return [entry.text for entry in entries]


def take(window: MainWindow, words: str, text: str) -> None:
    """Choose one line for some words."""
    entry = next(entry for entry in search(window, words) if entry.text == text)
    palette = window.layers.palette()
    assert palette is not None
    palette.list.taken.emit(entry)
    settle()


def test_a_misspelt_name_is_found_and_asked_about(window: MainWindow) -> None:
    found = search(window, "verlnden")
    assert texts(found)[:2] == [_("Did you mean?"), "Noor Verlinden"] or found[1].text == "Noor Verlinden"
    assert found[0].is_title
    assert found[0].text != search(window, "verlinden")[0].text


def test_a_misspelt_word_leads_to_the_note_and_can_be_put_right(window: MainWindow) -> None:
    found = search(window, "proefdraian")
    (meant,) = [entry for entry in found if entry.refill]
    assert meant.refill == "proefdraaien"
    palette = window.layers.palette()
    assert palette is not None
    palette.list.taken.emit(meant)
    assert palette.field.text() == "proefdraaien"
    assert palette.isVisible()
    assert [entry.text for entry in palette.list.entries() if entry.case_id] == ["Jef Claes"]


def test_a_piece_of_the_note_is_read_when_it_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    search(window, "proefdraaien")
    palette = window.layers.palette()
    assert palette is not None
    qtbot.waitUntil(lambda: "proefdraaien" in palette.list.entries()[-1].second)
    palette.forget()
    assert palette.list.entries() == []


def test_a_confidential_note_is_found_but_not_shown(window: MainWindow, qtbot: QtBot) -> None:
    search(window, "slagerij")
    palette = window.layers.palette()
    assert palette is not None
    qtbot.waitUntil(lambda: not any(entry.hit for entry in palette.list.entries()))
    assert [entry.text for entry in palette.list.entries() if entry.case_id] == ["Lotte Wouters"]
    assert not any("slagerij" in entry.second for entry in palette.list.entries())


def test_with_short_names_no_note_is_read(window: MainWindow) -> None:
    window.use_preferences(replace(window.preferences, train_mode=True))
    assert not any(entry.hit for entry in search(window, "proefdraaien"))


def test_everything_in_the_menu_and_every_tab_is_offered_for_a_person(window: MainWindow) -> None:
    offered = set(texts(search(window, "noor verlinden")))
    assert {_(entry.text) for entry in ENTRIES} <= offered
    assert len([text for text in offered if text.startswith("Tonen: ")]) == 5 + len(MORE_TABS)


@pytest.mark.parametrize("entry", [entry.key for entry in ENTRIES if entry.key not in ("pin", "bin_case")])
def test_each_line_of_the_menu_works_from_anywhere(
    window: MainWindow, people: tuple[OpenDesk, dict[str, str]], entry: str
) -> None:
    text = _(next(one.text for one in ENTRIES if one.key == entry))
    take(window, "noor verlinden", text)
    assert window.stack.place.case_id == people[1]["Noor"]
    for sheet in window.findChildren(Dialog):
        if sheet.isVisible():
            sheet.reject()


def test_a_name_and_a_deed_are_typed_together(
    window: MainWindow, people: tuple[OpenDesk, dict[str, str]]
) -> None:
    keys = Keys(window)
    keys.press("Ctrl+K")
    keys.type("ilyas contact")
    keys.press("Return")
    settle()
    assert window.stack.place.case_id == people[1]["Ilyas"]
    assert any(sheet.isVisible() for sheet in window.findChildren(Dialog))


def test_a_deed_is_found_for_the_person_that_is_shown(
    window: MainWindow, people: tuple[OpenDesk, dict[str, str]]
) -> None:
    window.ways.open_case(people[1]["Amina"])
    found = [entry for entry in search(window, "toestemming") if entry.case_id == people[1]["Amina"]]
    assert [entry.text for entry in found][:1] == ["Toestemming"]


def test_a_tab_is_opened(window: MainWindow) -> None:
    take(window, "noor verlinden", "Tonen: Documenten")
    page = window.stack.page()
    assert isinstance(page, CasePage)
    assert page.tabs.strip.key() == "documents"


def test_views_are_found_by_their_name(window: MainWindow, people: tuple[OpenDesk, dict[str, str]]) -> None:
    keep_view(
        people[0].desk, CaseView(name="Vrijdagronde", filter=CaseFilter((Condition("silent", low=14),)))
    )
    take(window, "vrijdag", "Vrijdagronde")
    page = window.stack.page()
    assert isinstance(page, CaseloadPage)
    assert [card.given_name for card in page.model.rows()] == ["Ilyas"]


def test_every_page_that_needs_no_case_is_offered(window: MainWindow) -> None:
    offered = set(texts(search(window, "")))
    for kind in PAGES.values():
        if kind.key not in ("case", "import") and not kind.has_row:
            assert _(kind.text) in offered, kind.key


def test_what_pages_can_do_is_there(window: MainWindow) -> None:
    offered = set(texts(search(window, "")))
    for page, deed, text, _icon in PAGE_DEEDS:
        assert _(text) in offered
        window.ways.go(page)
        assert deed in window.stack.page().deeds  # type: ignore[union-attr]
    take(window, "", "Jongeren filteren")
    assert any(sheet.isVisible() for sheet in window.findChildren(Dialog))


def test_nothing_found_is_said(window: MainWindow) -> None:
    assert search(window, "xqzwv") == []
    assert QApplication.focusWidget() is not None
