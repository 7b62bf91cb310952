"""Rights over the file by keyboard: a request with its term, a note kept out, the copy, the destruction."""

from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from eletdesk import clock
from eletdesk.desk.cases import binned_cases
from eletdesk.desk.retention import own_terms
from eletdesk.domain.rights_request import RequestKind, RightsRequest
from eletdesk.exports.pdf.pages import read_text
from eletdesk.operations.pathways import close_pathway
from eletdesk.operations.rights import record_request
from eletdesk.operations.sessions import record_session
from eletdesk.queries.inspection import inspection_notes
from eletdesk.queries.live_rows import live_rows
from eletdesk.queries.present_rows import pathways_in_order
from eletdesk.queries.row_history import row_history
from tests.ui.audit import focused, settle
from tests.ui.case_pages import Opened, opened_case, press, save, sheet_of, type_over
from ui.rights.copy_dialog import CopyDialog
from ui.rights.destroy_dialog import DestroyDialog
from ui.rights.own_terms_dialog import OwnTermsDialog
from ui.rights.retention_page import RetentionPage
from ui.rights.rights_tab import RightsTab
from ui.widgets.buttons import Button


@pytest.fixture
def opened(tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    with opened_case(tmp_path, qtbot) as opened:
        yield opened


def rights_of(opened: Opened) -> RightsTab:
    page = opened[0]
    page.tabs.choose("rights")
    tab = page.tabs.more["rights"].content
    assert isinstance(tab, RightsTab)
    return tab


def test_a_request_has_its_term_and_is_answered(opened: Opened) -> None:
    tab, (page, desk, case_id) = rights_of(opened), opened
    tab.add_request()
    sheet = sheet_of(page)
    type_over(sheet.widget("received_on").line, "13/11/2026")
    assert "27 november 2026" in sheet.term.text()  # type: ignore[attr-defined]
    assert "Vrij CLB" in sheet.term.text()  # type: ignore[attr-defined]
    save()
    (request,) = desk.read(case_id, live_rows, RightsRequest)
    assert (request.kind, request.due_on) == (RequestKind.inspection, date(2026, 11, 27))
    tab.answer_request(request.id)
    save()
    (request,) = desk.read(case_id, live_rows, RightsRequest)
    assert request.handled_on == clock.today()


def test_a_late_answer_asks_why_at_a_field_and_keeps_what_was_typed(opened: Opened) -> None:
    tab, (page, desk, case_id) = rights_of(opened), opened
    tab.add_request()
    type_over(sheet_of(page).widget("received_on").line, "2/11/2026")
    save()
    (request,) = desk.read(case_id, live_rows, RightsRequest)
    tab.answer_request(request.id)
    sheet = sheet_of(page)
    sheet.widget("decision").set_text("Samen gelezen.")
    save()
    assert sheet.isVisible()
    assert sheet.widget("decision").text() == "Samen gelezen."
    sheet.widget("reason").set_text("Noor was ziek.")
    sheet.save()
    (request,) = desk.read(case_id, live_rows, RightsRequest)
    assert (request.decision, request.note) == ("Samen gelezen.", "Noor was ziek.")


def test_a_ground_is_chosen_by_keyboard_and_the_copy_leaves_without_the_note(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    page, desk, case_id = opened
    desk.run(case_id, record_session, held_on=date(2026, 11, 4), minutes=30, note="Voor de rechter.")
    tab = rights_of(opened)
    (note,) = desk.read(case_id, inspection_notes)
    qtbot.waitUntil(lambda: note.row_id in tab.notes.boxes)
    box = tab.notes.boxes[note.row_id]
    box.setFocus()
    for _step in range(4):
        press(Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: bool(desk.read(case_id, inspection_notes)[0].grounds))
    assert desk.read(case_id, inspection_notes)[0].grounds == ("justice",)
    assert len(desk.read(case_id, row_history, note.table, note.row_id)) == 2
    tab.make_copy()
    (dialog,) = [one for one in page.findChildren(CopyDialog) if one.isVisible()]
    place = tmp_path / "kopie.pdf"
    type_over(dialog.place, str(place))
    with qtbot.waitSignal(dialog.made, timeout=20_000):
        dialog.make()
    text = read_text(place.read_bytes())
    assert "Voor de rechter" not in text
    assert "4 november 2026" in text
    assert desk.desk.file.rows("SELECT kind FROM release") == [("inspection_copy",)]


def closed(opened: Opened) -> str:
    _page, desk, case_id = opened
    pathway = desk.read(case_id, pathways_in_order)[0]
    programme = desk.desk.programme_of(case_id, pathway.programme_code, pathway.programme_version)
    desk.run(
        case_id, close_pathway, pathway.id,
        programme=programme, outcome=programme.outcomes[0].code, on=date(2026, 11, 20), reason="Verhuisd.",
    )  # fmt: skip
    return case_id


def retention_page(opened: Opened, qtbot: QtBot) -> RetentionPage:
    page = RetentionPage(opened[1])
    qtbot.addWidget(page)
    page.resize(1048, 800)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    return page


def test_a_file_is_destroyed_in_two_steps_with_a_certificate(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    case_id = closed(opened)
    clock.use_clock(lambda: datetime.combine(date(2045, 3, 4), time(9)))
    page = retention_page(opened, qtbot)
    page.put_aside(case_id)
    assert [case.case_id for case in binned_cases(opened[1].desk)] == [case_id]
    page.bin.read()
    page.bin.ask_to_destroy(page.bin.people[0])
    (dialog,) = [one for one in page.findChildren(DestroyDialog) if one.isVisible()]
    place = tmp_path / "attest.pdf"
    type_over(dialog.typed, "xx")
    type_over(dialog.place, str(place))
    dialog.make()
    assert opened[1].desk.case_path(case_id).exists()
    type_over(dialog.typed, "nv")
    with qtbot.waitSignal(dialog.made, timeout=20_000):
        press(Qt.Key.Key_Return)
    text = read_text(place.read_bytes())
    assert "2010" in text
    assert "Noor" not in text
    assert not opened[1].desk.case_path(case_id).exists()


def test_the_file_is_not_due_a_day_before_its_birthday(opened: Opened, qtbot: QtBot) -> None:
    closed(opened)
    clock.use_clock(lambda: datetime.combine(date(2045, 3, 3), time(9)))
    page = retention_page(opened, qtbot)
    assert page.due.count_label.text() == ""
    assert page.later.count_label.text() == "1"


def test_own_terms_are_kept_and_a_wrong_number_is_said_at_its_field(opened: Opened, qtbot: QtBot) -> None:
    page = retention_page(opened, qtbot)
    page.change_terms()
    (dialog,) = [one for one in page.findChildren(OwnTermsDialog) if one.isVisible()]
    names = [field.accessibleName() for pair in dialog.fields.values() for field in pair]
    assert len(set(names)) == len(names), "a screen reader says which term a field is of"
    age, years = dialog.fields["youth_help"]
    type_over(age, "soon")
    dialog.keep()
    assert dialog.isVisible()
    assert age.text() == "soon"
    age.clear()
    type_over(years, "12")
    dialog.keep()
    assert own_terms(opened[1].desk)["youth_help"].years_after_contact == 12


def answer_button(opened: Opened, qtbot: QtBot) -> tuple[RightsTab, Button]:
    """Record a request and put the keyboard on what answers it."""
    page, desk, case_id = opened
    tab = rights_of(opened)
    desk.run(
        case_id, record_request, kind=RequestKind.inspection, received_on=date(2026, 11, 13), asked_by=""
    )
    settle()
    page.read()
    found = [one for one in tab.requests.findChildren(Button) if "Beantwoord" in one.accessibleName()]
    found[-1].setFocus()
    return tab, found[-1]


def test_the_keyboard_stays_in_the_tab_when_a_row_changes(opened: Opened, qtbot: QtBot) -> None:
    tab, _button = answer_button(opened, qtbot)
    press(Qt.Key.Key_Space)
    save()
    settle()
    assert tab.requests.isAncestorOf(focused())


def test_the_keyboard_comes_back_when_the_row_was_built_again_under_the_sheet(
    opened: Opened, qtbot: QtBot
) -> None:
    tab, button = answer_button(opened, qtbot)
    press(Qt.Key.Key_Space)
    opened[0].read()
    settle()
    assert not button.isVisible()
    press(Qt.Key.Key_Escape)
    assert focused().isVisible()
    assert focused().accessibleName() == "Beantwoord: Inzage van het dossier"
    assert tab.requests.isAncestorOf(focused())


def test_the_keyboard_stays_on_the_page_when_a_file_is_put_aside(opened: Opened, qtbot: QtBot) -> None:
    closed(opened)
    clock.use_clock(lambda: datetime.combine(date(2045, 3, 4), time(9)))
    page = retention_page(opened, qtbot)
    aside = next(one for one in page.due.findChildren(Button) if "opzij" in one.accessibleName())
    aside.setFocus()
    press(Qt.Key.Key_Space)
    assert page.isAncestorOf(focused())
    assert focused().isVisible()
