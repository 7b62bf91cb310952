from collections.abc import Iterator
from datetime import time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from eletdesk.desk.steps import undo
from eletdesk.domain.people_index import KnownPerson
from eletdesk.operations.sessions import plan_session
from eletdesk.queries.case_head import case_head, case_sides
from eletdesk.queries.register.views import index_cards
from tests.ui.audit import audit_accessibility, find_clipped_labels, find_rich_text, lengthen_words, settle
from tests.ui.desk_fixtures import TODAY, Invented, add_person, fill_desk, fix_clock, make_desk
from ui.caseload.caseload_page import CaseloadPage
from ui.caseload.column_cells import NameForm
from ui.caseload.columns import columns
from ui.caseload.import_page import ImportPage
from ui.open_desk import OpenDesk
from ui.palette.entries import Offers
from ui.quick_line.chips import name_of
from ui.quick_line.line_edit import LineEdit

SAMPLES = Path(__file__).parent.parent / "data" / "samples"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    fix_clock()
    opened = OpenDesk(make_desk(tmp_path / "desk"))
    yield opened
    opened.close()


def shown(qtbot: QtBot, page: QWidget) -> None:
    qtbot.addWidget(page)
    page.resize(1048, 760)
    page.show()
    page.activateWindow()
    settle()


def names(page: CaseloadPage) -> list[str]:
    return [card.name for card in page.model.rows()]


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def type_text(text: str) -> None:
    """Type letter by letter; QTest itself knows only ASCII."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(focused(), QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def key(code: Qt.Key) -> None:
    QTest.keyClick(focused(), code)


def test_the_list_shows_everybody_and_filters_while_typing(qtbot: QtBot, desk: OpenDesk) -> None:
    fill_desk(desk.desk)
    page = CaseloadPage(desk)
    shown(qtbot, page)
    assert len(names(page)) == 8
    page.start_search()
    type_text("zzz")
    assert names(page) == []
    page.search.clear()
    type_text("idris")
    assert names(page) == ["Rayan El Idrissi"]
    key(Qt.Key.Key_Down)
    with qtbot.waitSignal(page.case_requested) as opened:
        key(Qt.Key.Key_Return)
    assert opened.args == [page.shown_case()]


def test_chips_count_and_filter(qtbot: QtBot, desk: OpenDesk) -> None:
    fill_desk(desk.desk)
    page = CaseloadPage(desk)
    shown(qtbot, page)
    page.filters.choose("time_out")
    assert names(page) == ["Noor Verlinden"]
    page.filters.choose("silent")
    assert names(page) == ["Ilyas Bensalem"]


def test_keys_on_a_row_ask_for_the_right_thing(qtbot: QtBot, desk: OpenDesk) -> None:
    people = fill_desk(desk.desk)
    page = CaseloadPage(desk)
    shown(qtbot, page)
    page.focus_first()
    page.show_row(people["Mathis"])
    with qtbot.waitSignal(page.quick_line_requested) as log:
        type_text("l")
    with qtbot.waitSignal(page.dossier_requested) as dossier:
        type_text("d")
    assert (log.args, dossier.args) == ([people["Mathis"]], [people["Mathis"], ""])


def test_a_task_is_added_from_the_list(qtbot: QtBot, desk: OpenDesk) -> None:
    people = fill_desk(desk.desk)
    page = CaseloadPage(desk)
    shown(qtbot, page)
    page.focus_first()
    page.show_row(people["Jef"])
    type_text("t")
    type_text("mama bellen")
    key(Qt.Key.Key_Tab)
    type_text("vr")
    key(Qt.Key.Key_Tab)
    QTest.keyClick(focused(), Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: bool(desk.read(people["Jef"], case_sides).tasks))
    task = desk.read(people["Jef"], case_sides).tasks[0]
    assert (task.title, task.due_on) == ("mama bellen", TODAY + timedelta(days=4))


def test_del_moves_a_case_to_the_bin_and_undo_brings_it_back(qtbot: QtBot, desk: OpenDesk) -> None:
    people = fill_desk(desk.desk)
    page = CaseloadPage(desk)
    shown(qtbot, page)
    page.focus_first()
    page.show_row(people["Lotte"])
    with qtbot.waitSignal(page.toast_requested):
        key(Qt.Key.Key_Delete)
    assert "Lotte Wouters" not in names(page)
    undo(desk.desk)
    assert "Lotte Wouters" in names(page)


def test_a_new_case_is_opened_by_keyboard(qtbot: QtBot, desk: OpenDesk) -> None:
    page = CaseloadPage(desk)
    shown(qtbot, page)
    page.new_person()
    type_text("Şeyma")
    key(Qt.Key.Key_Tab)
    type_text("Öztürk")
    key(Qt.Key.Key_Tab)
    type_text("4/3/2010")
    with qtbot.waitSignal(page.case_requested) as opened:
        QTest.keyClick(focused(), Qt.Key.Key_O, Qt.KeyboardModifier.AltModifier)
    head = desk.read(str(opened.args[0]), case_head, TODAY)
    assert (head.person.given_name, head.person.family_name, head.age) == ("Şeyma", "Öztürk", 16)


def test_an_unusual_age_is_asked_once_and_then_kept(qtbot: QtBot, desk: OpenDesk) -> None:
    from ui.caseload.new_person_dialog import NewPersonDialog

    page = CaseloadPage(desk)
    shown(qtbot, page)
    opened: list[str] = []
    dialog = NewPersonDialog(page, desk, opened.append)
    dialog.open()
    dialog.given.setText("Opa")
    dialog.birth.set_text("4/3/1950")
    dialog.save()
    assert opened == []
    assert dialog.form.box("birth_on").has_error()
    assert dialog.given.text() == "Opa"
    dialog.save()
    assert len(opened) == 1


def test_a_date_of_birth_that_does_not_exist_is_said_and_not_lost(qtbot: QtBot, desk: OpenDesk) -> None:
    page = CaseloadPage(desk)
    shown(qtbot, page)
    page.new_person()
    type_text("Bea")
    key(Qt.Key.Key_Tab)
    key(Qt.Key.Key_Tab)
    type_text("31/2/2010")
    birth = focused()
    QTest.keyClick(birth, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.ask(index_cards) == []
    assert "31" in birth.accessibleDescription()
    QTest.keyClick(birth, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_text("28/2/2010")
    with qtbot.waitSignal(page.case_requested):
        QTest.keyClick(birth, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_planned_session_without_a_title_is_said_in_words(desk: OpenDesk) -> None:
    case_id = add_person(desk.desk, Invented("Lotte", "Wouters", planned_at=time(14, 0)))
    card = next(card for card in desk.ask(index_cards) if card.case_id == case_id)
    shown_columns = columns(desk.desk.programmes.get, TODAY, short_names=False)
    assert shown_columns[-1].cell(card).text == "Gesprek"


def test_a_list_with_initials_says_when_the_next_step_is_but_not_what(desk: OpenDesk) -> None:
    """A title that was typed may name somebody."""
    case = add_person(desk.desk, Invented("Noor", "Verlinden"))
    desk.desk.run(case, plan_session, held_on=TODAY, minutes=45, title="Noor en Karel")
    card = desk.desk.ask(index_cards)[0]
    forms: tuple[tuple[NameForm, bool], ...] = (("full", True), ("initials", False))
    for form, is_said in forms:
        cells = [one.cell(card).spoken() for one in columns(desk.desk.programmes.get, TODAY, names=form)]
        assert any("Karel" in cell for cell in cells) is is_said


def test_nobody_yet_offers_the_two_ways_to_begin(qtbot: QtBot, desk: OpenDesk) -> None:
    page = CaseloadPage(desk)
    shown(qtbot, page)
    assert page.empty.isVisible()
    assert audit_accessibility(page) == []


def read_list(qtbot: QtBot, page: ImportPage, name: str) -> None:
    page.read_file(SAMPLES / name)
    qtbot.waitUntil(lambda: page.plan is not None and page.people.isVisible(), timeout=20_000)


def test_a_list_is_read_in_shown_and_undone_as_one(qtbot: QtBot, desk: OpenDesk) -> None:
    page = ImportPage(desk)
    shown(qtbot, page)
    read_list(qtbot, page, "caseload_naft.xlsx")
    assert page.unread.count() > 0
    assert desk.ask(index_cards) == []
    page.people.focus_first()
    before = page.people.model.row(0).choice.kind
    type_text("l")
    assert (before, page.people.model.row(0).choice.kind) == ("import", "leave_out")
    with qtbot.waitSignal(page.page_requested, timeout=30_000):
        page.start()
    assert len(desk.ask(index_cards)) == 51
    undo(desk.desk)
    assert desk.ask(index_cards) == []


def test_a_column_can_be_something_else(qtbot: QtBot, desk: OpenDesk) -> None:
    page = ImportPage(desk)
    shown(qtbot, page)
    read_list(qtbot, page, "suivi_eleves.csv")
    assert page.plan is not None
    place = page.plan.mapping.column_of("school")
    assert place is not None
    first = page.plan
    page.columns_panel.mapping_chosen.emit(page.plan.mapping.with_field(place, None))
    qtbot.waitUntil(lambda: page.plan is not None and page.plan is not first, timeout=20_000)
    assert page.plan.mapping.column_of("school") is None
    assert "TA De Linde" in page.plan.people[0].note


def test_a_file_that_is_no_list_says_so_and_keeps_the_page(
    qtbot: QtBot, desk: OpenDesk, tmp_path: Path
) -> None:
    page = ImportPage(desk)
    shown(qtbot, page)
    (tmp_path / "x.xlsx").write_bytes(b"PK\x03\x04 no zip at all")
    page.read_file(tmp_path / "x.xlsx")
    qtbot.waitUntil(page.problem.isVisible, timeout=20_000)
    assert page.plan is None


@pytest.mark.parametrize("make", [CaseloadPage, ImportPage])
def test_names_sizes_and_words_stand_up_to_audits(
    qtbot: QtBot, desk: OpenDesk, make: type[CaseloadPage] | type[ImportPage]
) -> None:
    hostile = "<img src='//x/y.png'><b>Noor</b>"
    add_person(desk.desk, Invented(hostile, "<a href='x'>V</a>", task=hostile, task_due_on=TODAY))
    fill_desk(desk.desk)
    page = make(desk)
    shown(qtbot, page)
    if isinstance(page, ImportPage):
        read_list(qtbot, page, "suivi_eleves.csv")
    assert audit_accessibility(page) == []
    assert find_rich_text(page) == []
    lengthen_words(page)
    settle()
    assert find_clipped_labels(page) == []


def test_short_names_hide_the_family_name_in_the_palette_and_in_the_line(desk: OpenDesk) -> None:
    add_person(desk.desk, Invented("Noor", "Verlinden"))
    short = Offers(desk, [], [], lambda _case, _row: None, short_names=True).find("verlinden")
    assert [entry.text for entry in short if entry.case_id][:1] == ["Noor V."]
    assert not any("Verlinden" in f"{entry.text} {entry.second}" for entry in short)
    person = KnownPerson("1", "Noor", "Verlinden")
    assert (name_of(person, True), name_of(person, False)) == ("Noor V.", "Noor Verlinden")


def test_redo_reaches_the_desk_from_an_empty_quick_line(qtbot: QtBot) -> None:
    line = LineEdit()
    qtbot.addWidget(line)
    redo = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    line.event(redo)
    assert not redo.isAccepted()


def test_a_list_that_was_read_in_before_is_said(qtbot: QtBot, desk: OpenDesk) -> None:
    page = ImportPage(desk)
    shown(qtbot, page)
    read_list(qtbot, page, "suivi_eleves.csv")
    assert not page.problem.isVisible()
    with qtbot.waitSignal(page.page_requested, timeout=30_000):
        page.start()
    read_list(qtbot, page, "suivi_eleves.csv")
    assert page.problem.isVisible()
