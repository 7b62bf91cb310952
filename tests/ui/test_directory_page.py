"""The directory by keyboard: lists read in, organisations added, changed, removed, offered in sheets."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from eletdesk.desk.directory import keep_organisation, organisations
from eletdesk.desk.directory_import import import_directory, plan_directory
from eletdesk.domain.enrolment import Enrolment
from eletdesk.domain.organisation import Organisation
from eletdesk.domain.young_person import YoungPerson
from eletdesk.queries.live_rows import live_rows
from eletdesk.queries.register.views import index_cards
from tests.imports.school_lists import KADE, LINDE, flemish_list
from tests.ui.audit import settle
from tests.ui.case_pages import opened_case
from tests.ui.desk_fixtures import fix_clock, make_desk
from ui.case.dialogs.enrolment_dialog import EnrolmentDialog
from ui.case.dialogs.tags_dialog import TagsDialog, read_tags
from ui.caseload.new_person_dialog import NewPersonDialog
from ui.directory.directory_page import DirectoryPage
from ui.directory.import_sheet import DirectoryImportSheet
from ui.directory.organisation_field import OrganisationField
from ui.directory.organisation_sheet import OrganisationSheet
from ui.open_desk import OpenDesk
from ui.widgets.dialog import Dialog

SCHOOLS = Path(__file__).parents[1] / "data" / "schools" / "fwb_secondary_brussels.csv"
SAMPLES = Path(__file__).parents[1] / "data" / "samples"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    fix_clock()
    opened = OpenDesk(make_desk(tmp_path / "desk"))
    yield opened
    opened.close()


@pytest.fixture
def page(qtbot: QtBot, desk: OpenDesk) -> DirectoryPage:
    shown = DirectoryPage(desk)
    qtbot.addWidget(shown)
    shown.resize(1048, 760)
    shown.show()
    shown.activateWindow()
    settle()
    return shown


def names(page: DirectoryPage) -> list[str]:
    return [one.name for one in page.model.rows()]


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def sheet(page: QWidget, kind: type[Dialog]) -> Dialog:
    settle()
    return next(one for one in page.window().findChildren(kind) if one.isVisible())


def test_a_list_is_shown_first_and_then_read_in(page: DirectoryPage, qtbot: QtBot, desk: OpenDesk) -> None:
    assert len(names(page)) == 3
    page.reading.plan(SCHOOLS)
    qtbot.waitUntil(lambda: bool(page.window().findChildren(DirectoryImportSheet)), timeout=20_000)
    found = sheet(page, DirectoryImportSheet)
    assert isinstance(found, DirectoryImportSheet)
    assert found.model.rowCount() == 242
    assert len(organisations(desk.desk)) == 3
    with qtbot.waitSignal(page.toast_requested, timeout=20_000):
        found.write.click()
    assert len(names(page)) == 245


def test_a_file_that_is_no_such_list_is_told_and_nothing_is_written(
    page: DirectoryPage, qtbot: QtBot, desk: OpenDesk
) -> None:
    with qtbot.waitSignal(page.problem_requested, timeout=20_000) as told:
        page.reading.plan(SAMPLES / "suivi_eleves.csv")
    assert told.args is not None
    assert "FASE" in str(told.args[0])
    assert not page.progress.isVisible()
    assert len(organisations(desk.desk)) == 3


def test_what_is_missing_in_a_part_of_a_list_is_not_ended_by_itself(
    page: DirectoryPage, desk: OpenDesk
) -> None:
    many = flemish_list(*(LINDE | {"schoolnummer": str(number)} for number in range(100, 110)))
    import_directory(desk.desk, plan_directory(desk.desk, many, "x.csv"), ends_missing=False)
    plan = plan_directory(desk.desk, flemish_list(LINDE | {"schoolnummer": "100"}), "x.csv")
    chosen: list[bool] = []
    shown = DirectoryImportSheet(page.window(), plan, chosen.append)
    shown.open()
    assert not shown.ends.isChecked()
    assert shown.ends.isVisible()
    shown.write.click()
    assert chosen == [False]


def test_an_organisation_is_added_by_keyboard_with_somebody_to_ask_for(
    page: DirectoryPage, desk: OpenDesk
) -> None:
    page.deeds["add"]()
    made = sheet(page, OrganisationSheet)
    assert isinstance(made, OrganisationSheet)
    QTest.keyClicks(focus(), "CLB De Brug")
    made.widget("kind").set_value("clb")
    made.widget("postcode").setText("1000")
    made.widget("phone").setText("025550123")
    made.contacts.add_person()
    QTest.keyClicks(focus(), "An Declercq")
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    (kept,) = [one for one in organisations(desk.desk) if one.kind == "clb"]
    assert (kept.name, kept.place, kept.phone) == ("CLB De Brug", "Brussel", "02 555 01 23")
    assert [one.name for one in kept.contacts] == ["An Declercq"]
    assert "CLB De Brug" in names(page)


def test_a_name_is_asked_for_and_what_was_typed_stays(page: DirectoryPage) -> None:
    page.add_organisation()
    made = sheet(page, OrganisationSheet)
    assert isinstance(made, OrganisationSheet)
    made.widget("phone").setText("02 1")
    made.save()
    assert made.form.box("name").has_error()
    assert made.widget("phone").text() == "02 1"
    made.reject()


def test_words_kinds_and_slips_choose_what_is_seen(page: DirectoryPage, desk: OpenDesk) -> None:
    import_directory(
        desk.desk, plan_directory(desk.desk, flemish_list(LINDE, KADE), "x.csv"), ends_missing=False
    )
    page.start_search()
    QTest.keyClicks(focus(), "lidne")
    assert names(page) == ["TA De Linde"]
    QTest.keyClick(focus(), Qt.Key.Key_Escape)
    page.bar.kind.set_value("clb")
    assert names(page) == ["Vrij CLB De Brug"]
    page.bar.kind.set_value("")
    QTest.keyClicks(page.bar.search, "9000")
    QTest.keyClick(page.bar.search, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is page.table


def test_del_removes_and_it_can_be_brought_back(page: DirectoryPage, desk: OpenDesk, qtbot: QtBot) -> None:
    page.focus_first()
    first = names(page)[0]
    with qtbot.waitSignal(page.toast_requested):
        QTest.keyClick(focus(), Qt.Key.Key_Delete)
    assert first not in names(page)
    page.bar.state_box.set_value("removed")
    assert names(page) == [first]
    page.focus_first()
    page.table.selectRow(0)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    found = sheet(page, OrganisationSheet)
    assert isinstance(found, OrganisationSheet)
    assert found.leaving is not None
    found.leaving.click()
    page.bar.state_box.set_value("in_use")
    assert first in names(page)


def test_the_choices_survive_another_language(page: DirectoryPage, desk: OpenDesk) -> None:
    page.bar.search.setText("seuil")
    again = DirectoryPage(desk)
    again.restore_view(page.view_state())
    assert names(again) == ["SAS Seuil"]
    again.deleteLater()


def test_a_school_of_the_directory_fills_number_municipality_and_community(
    tmp_path: Path, qtbot: QtBot
) -> None:
    with opened_case(tmp_path, qtbot) as (case_page, desk, case_id):
        plan = plan_directory(desk.desk, SCHOOLS)
        import_directory(desk.desk, plan, ends_missing=False)
        case_page.do.people.edit_enrolment()
        dialog = sheet(case_page, EnrolmentDialog)
        assert isinstance(dialog, EnrolmentDialog)
        field = dialog.widget("school")
        assert isinstance(field, OrganisationField)
        field.clear()
        field.setFocus()
        QTest.keyClicks(field, "athenee leonard")
        QTest.keyClick(field, Qt.Key.Key_Down)
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert field.text() == "ATHENEE ROYAL LEONARDO DA VINCI"
        dialog.save()
        kept = desk.read(case_id, live_rows, Enrolment)[0]
        assert (kept.school_number, kept.municipality_nis, kept.community) == ("33", "21001", "french")
        settle()


def test_a_new_case_takes_the_number_of_its_school_along(qtbot: QtBot, desk: OpenDesk) -> None:
    keep_organisation(
        desk.desk, Organisation(kind="school", name="TA De Linde", number="012345", postcode="9000")
    )
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 800)
    window.show()
    opened: list[str] = []
    dialog = NewPersonDialog(window, desk, opened.append)
    dialog.open()
    dialog.given.setText("Noor")
    dialog.school.setFocus()
    QTest.keyClicks(dialog.school, "linde")
    QTest.keyClick(dialog.school, Qt.Key.Key_Down)
    QTest.keyClick(dialog.school, Qt.Key.Key_Return)
    dialog.save()
    kept = desk.read(opened[0], live_rows, Enrolment)[0]
    assert (kept.school, kept.school_number, kept.municipality_nis) == ("TA De Linde", "012345", "44021")


def test_tags_are_kept_and_seen_in_the_register(tmp_path: Path, qtbot: QtBot) -> None:
    with opened_case(tmp_path, qtbot) as (case_page, desk, case_id):
        case_page.menu.choose("tags")
        dialog = sheet(case_page, TagsDialog)
        assert isinstance(dialog, TagsDialog)
        dialog.widget("tags").setText("sport, #Muziek; SPORT")
        dialog.save()
        assert desk.read(case_id, live_rows, YoungPerson)[0].tags == ["sport", "Muziek"]
        card = next(card for card in desk.ask(index_cards) if card.case_id == case_id)
        assert card.tags == '["sport", "Muziek"]'
        settle()


@pytest.mark.parametrize(
    ("typed", "tags"),
    [("", []), (" , ;", []), ("a, b", ["a", "b"]), ("Élan, elan", ["Élan"]), ("x" * 60, ["x" * 40])],
)
def test_tags_are_read_from_one_line(typed: str, tags: list[str]) -> None:
    assert read_tags(typed) == tags
