"""Views of the caseload by keyboard: conditions, columns, order, names, and what is exported."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from eletdesk.desk.case_views import CaseView, ShownColumn, case_views, keep_view
from eletdesk.imports.spreadsheet import read_workbook
from eletdesk.operations.people import change_person
from eletdesk.queries.register.case_filter import CaseFilter, Condition
from tests.ui.audit import settle
from tests.ui.desk_fixtures import fill_desk, fix_clock, make_desk
from ui.caseload import export_sheet
from ui.caseload.caseload_page import CaseloadPage
from ui.caseload.column_sheet import ColumnSheet
from ui.caseload.export_sheet import ExportSheet
from ui.caseload.filter_sheet import FilterSheet
from ui.caseload.view_name_sheet import ViewNameSheet
from ui.open_desk import OpenDesk
from ui.widgets.dialog import Dialog


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    fix_clock()
    opened = OpenDesk(make_desk(tmp_path / "desk"))
    people = fill_desk(opened.desk)
    opened.run(people["Mathis"], change_person, tags=["sport"])
    opened.run(people["Ilyas"], change_person, tags=["sport", "muziek"])
    yield opened
    opened.close()


@pytest.fixture
def page(qtbot: QtBot, desk: OpenDesk) -> CaseloadPage:
    shown = CaseloadPage(desk)
    qtbot.addWidget(shown)
    shown.resize(1048, 760)
    shown.show()
    shown.activateWindow()
    settle()
    return shown


def names(page: CaseloadPage) -> list[str]:
    return [card.given_name for card in page.model.rows()]


def titles(page: CaseloadPage) -> list[str]:
    return [column.title for column in page.model.columns]


def sheet(page: CaseloadPage, kind: type[Dialog]) -> Dialog:
    settle()
    return next(one for one in page.window().findChildren(kind) if one.isVisible())


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifier)


def test_a_filter_is_made_by_keyboard_kept_and_found_again(page: CaseloadPage, desk: OpenDesk) -> None:
    page.deeds["edit_filter"]()
    filters = sheet(page, FilterSheet)
    assert isinstance(filters, FilterSheet)
    filters.rows[0].subject.set_value("tag")
    assert "8" not in filters.count.text()
    filters.rows[0].ticks["sport"].setChecked(True)
    assert filters.count.text().startswith("2 ")
    filters.rows[0].subject.setFocus()
    press(Qt.Key.Key_Return)
    assert names(page) == ["Ilyas", "Mathis"]
    page.deeds["keep_view"]()
    name = sheet(page, ViewNameSheet)
    assert isinstance(name, ViewNameSheet)
    name.name.setText("Sportief")
    press(Qt.Key.Key_Return)
    assert [view.name for view in case_views(desk.desk) if not view.is_shipped] == ["Sportief"]
    page.list.do.leave_view()
    assert len(names(page)) == 8
    page.show_view(page.list.view.key or case_views(desk.desk)[0].key)
    assert names(page) == ["Ilyas", "Mathis"]


def test_a_condition_without_a_value_is_said_where_it_stands(page: CaseloadPage) -> None:
    page.list.do.edit_filter()
    filters = sheet(page, FilterSheet)
    assert isinstance(filters, FilterSheet)
    row = filters.rows[0]
    for text, refused in (("", True), ("vijftien", True), ("99999", True), ("15", False)):
        row.lines[0].setText(text)
        row.lines[1].setText("")
        filters.show_people()
        assert row.problem.isVisible() is refused or not refused, text
    assert len(page.list.view.filter.conditions) == 1


def test_digits_of_a_belgian_keyboard_need_no_shift(page: CaseloadPage) -> None:
    page.list.do.edit_filter()
    filters = sheet(page, FilterSheet)
    assert isinstance(filters, FilterSheet)
    filters.rows[0].lines[0].setText("&(")
    filters.rows[0].lines[1].setText("é&")
    assert filters.conditions() == CaseFilter((Condition("age", 15, 21),))
    filters.rows[0].lines[1].setText("12")
    assert filters.conditions(say=True) is None
    assert filters.rows[0].problem.isVisible()
    filters.reject()


def test_a_condition_is_added_and_taken_away_and_the_focus_stays(page: CaseloadPage) -> None:
    page.list.do.edit_filter()
    filters = sheet(page, FilterSheet)
    assert isinstance(filters, FilterSheet)
    filters.add_condition()
    assert QApplication.focusWidget() is filters.rows[1].subject
    filters.rows[1].dropped.emit()
    assert QApplication.focusWidget() is filters.rows[0].subject
    filters.rows[0].dropped.emit()
    assert filters.conditions() == CaseFilter()
    filters.show_people()
    assert len(names(page)) == 8


def test_the_columns_are_chosen_moved_and_widened_by_keyboard(page: CaseloadPage, desk: OpenDesk) -> None:
    page.deeds["choose_columns"]()
    columns = sheet(page, ColumnSheet)
    assert isinstance(columns, ColumnSheet)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    press(Qt.Key.Key_Plus)
    chosen = columns.columns()
    assert [one.key for one in chosen] == ["school", "person", "contact", "next"]
    assert chosen[0].width > 1
    press(Qt.Key.Key_Return)
    assert titles(page)[:2] == ["School", "Jongere"]
    again = CaseloadPage(desk)
    assert [column.title for column in again.model.columns] == titles(page)
    again.deleteLater()


def test_there_is_always_a_column(page: CaseloadPage) -> None:
    page.list.do.choose_columns()
    columns = sheet(page, ColumnSheet)
    assert isinstance(columns, ColumnSheet)
    for place in range(5):
        columns.table.selectRow(place)
        columns.do("show")
    columns.keep()
    assert columns.isVisible()
    assert columns.problem.isVisible()
    columns.show_columns(())
    columns.keep()
    assert len(titles(page)) == 5


def test_an_own_view_keeps_its_order_and_columns(page: CaseloadPage, desk: OpenDesk) -> None:
    shown = (ShownColumn("person"), ShownColumn("age"), ShownColumn("tags"))
    view = keep_view(desk.desk, CaseView(name="Labels", columns=shown))
    page.show_view(view.key)
    page.filters.order.set_value(2)
    page.filters.turn.click()
    kept = case_views(desk.desk)[0]
    assert (kept.order, kept.is_descending) == ("tags", True)
    assert names(page)[-2:] == ["Ilyas", "Mathis"]
    page.list.do.leave_view()
    assert len(titles(page)) == 5
    page.show_view(view.key)
    assert (titles(page)[2], page.model.order()) == ("Labels", (2, True))


def test_every_column_sorts_and_shows_something(page: CaseloadPage) -> None:
    from ui.caseload.columns import KINDS

    for key in KINDS:
        page.list.show_view(CaseView(columns=(ShownColumn("person"), ShownColumn(key)), order=key))
        assert len(names(page)) == 8, key
        assert all(page.model.columns[1].cell(card).text for card in page.model.rows()), key


def test_the_shipped_views_are_in_the_menu_and_can_be_kept_under_another_name(
    page: CaseloadPage, desk: OpenDesk
) -> None:
    shown = [action.text() for action in page.filters.views.menu().actions() if action.text()]
    assert shown[:4] == [view.said for view in case_views(desk.desk)]
    page.show_view("silent_14")
    assert names(page) == ["Ilyas"]
    page.list.do.keep_view()
    name = sheet(page, ViewNameSheet)
    assert isinstance(name, ViewNameSheet)
    name.save()
    assert name.form.box("name").has_error()
    name.name.setText("Stil")
    name.save()
    assert [view.name for view in case_views(desk.desk)][:1] == ["Stil"]
    page.list.do.drop_view()
    assert len(case_views(desk.desk)) == 4


def test_what_is_shown_survives_another_language(page: CaseloadPage, desk: OpenDesk) -> None:
    page.show_view("silent_14")
    again = CaseloadPage(desk)
    again.restore_view(page.view_state())
    assert names(again) == ["Ilyas"]
    again.deleteLater()


@pytest.mark.parametrize("form", ["initials", "names"])
def test_the_export_holds_exactly_what_is_shown_and_is_remembered(
    page: CaseloadPage, desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    target = tmp_path / "lijst.xlsx"
    monkeypatch.setattr(export_sheet, "choose_place", lambda *_words: target)
    page.list.show_view(
        CaseView(
            filter=CaseFilter((Condition("tag", codes=("sport",)),)),
            columns=(ShownColumn("tags"), ShownColumn("person")),
            order="tags",
            is_descending=True,
        )
    )
    page.deeds["export"]()
    dialog = sheet(page, ExportSheet)
    assert isinstance(dialog, ExportSheet)
    assert dialog.names.key() == "initials"
    dialog.names.choose(form)
    dialog.export()
    rows = read_workbook(target)[0].rows
    assert rows[0] == ["Labels", "Jongere"]
    people = ["IB", "ML"] if form == "initials" else ["Ilyas Bensalem", "Mathis Lambert"]
    written = sorted(str(row[1]).split(",", maxsplit=1)[0] for row in rows[1:])
    assert (len(rows), written) == (3, people)
    assert [row[0] for row in rows[1:]] == ["sport, muziek", "sport"]
    payload = json.loads(desk.desk.file.rows("SELECT payload FROM release")[0][0])
    assert (payload["rows"], payload["names"], payload["conditions"]) == (2, form, 1)
    assert payload["columns"] == ["Labels", "Jongere"]


def test_nothing_leaves_when_one_says_no(page: CaseloadPage, desk: OpenDesk) -> None:
    page.export()
    sheet(page, ExportSheet).reject()
    assert desk.desk.file.rows("SELECT * FROM release") == []
