"""The tab on attendance, by keyboard on a real desk: note, change, erase, filter, thresholds, codes."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from eletdesk.desk.absence_thresholds import chosen_thresholds
from eletdesk.domain.absence import Absence
from eletdesk.domain.referral import Disclosure
from eletdesk.domain.task import Task
from eletdesk.domain.time_out import TimeOut, TimeOutKind
from eletdesk.operations.absences import record_absences
from eletdesk.operations.time_outs import record_time_out
from eletdesk.queries.live_rows import live_rows
from tests.ui.case_pages import Opened, opened_case, press, save, sheet_of, tab_to, type_over, type_text
from ui.absences.absences_tab import AbsencesTab
from ui.absences.codes_dialog import CodesDialog
from ui.absences.counter_bar import CounterBar
from ui.absences.threshold_dialog import ThresholdDialog
from ui.case.case_page import CasePage
from ui.case.dialogs.time_out_dialog import TimeOutDialog
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Label

MONDAY = date(2026, 11, 16)


@pytest.fixture
def opened(tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    with opened_case(tmp_path, qtbot) as found:
        found[0].tabs.choose("absences")
        yield found


def tab_of(page: CasePage) -> AbsencesTab:
    content = page.tabs.more["absences"].content
    assert isinstance(content, AbsencesTab)
    return content


def rows(opened: Opened) -> list[tuple[date, str, str]]:
    _page, desk, case_id = opened
    found = [(row.absent_on, row.part.value, row.code) for row in desk.read(case_id, live_rows, Absence)]
    return sorted(found)


def note_five(opened: Opened, qtbot: QtBot) -> AbsencesTab:
    """Note five half-days with B and wait until they are seen."""
    page, desk, case_id = opened
    desk.run(case_id, record_absences, absent_on=MONDAY, until_on=date(2026, 11, 18), code="B")
    qtbot.waitUntil(lambda: tab_of(page).half_days.model.rowCount() == 5)
    return tab_of(page)


def bars(tab: AbsencesTab) -> list[str]:
    return [bar.accessibleName() for bar in tab.counters.findChildren(CounterBar) if bar.isVisible()]


def test_a_day_is_noted_with_a_few_keys(opened: Opened, qtbot: QtBot) -> None:
    page, _desk, _case_id = opened
    tab_of(page).add_absence()
    sheet = sheet_of(page)
    assert [code for (code,) in [(sheet.widget("code").itemData(0),)]] == ["B"]
    type_over(sheet.widget("absent_on").focusProxy(), "16/11")
    save()
    assert rows(opened) == [(MONDAY, "afternoon", "B"), (MONDAY, "morning", "B")]
    qtbot.waitUntil(lambda: tab_of(page).half_days.model.rowCount() == 2)
    qtbot.waitUntil(lambda: any("2 van 5 halve dagen" in name for name in bars(tab_of(page))))


def test_one_half_and_a_span(opened: Opened) -> None:
    page, _desk, _case_id = opened
    tab_of(page).add_absence()
    sheet = sheet_of(page)
    sheet.widget("absent_on").set_day(date(2026, 11, 17))
    sheet.widget("half").set_value("afternoon")
    sheet.widget("code").set_value("Z")
    save()
    tab_of(page).add_absence()
    sheet = sheet_of(page)
    sheet.widget("absent_on").set_day(date(2026, 11, 18))
    sheet.widget("until_on").set_day(date(2026, 11, 19))
    save()
    assert [(row[0].day, row[1], row[2]) for row in rows(opened)] == [
        (17, "afternoon", "Z"), (18, "morning", "B"), (19, "afternoon", "B"), (19, "morning", "B"),
    ]  # fmt: skip


def test_a_rule_asks_in_the_sheet_and_what_was_typed_stays(opened: Opened) -> None:
    page, desk, case_id = opened
    tab_of(page).add_absence()
    sheet = sheet_of(page)
    sheet.widget("absent_on").set_day(date(2026, 11, 21))
    sheet.widget("note").set_text("op uitstap")
    save()
    assert rows(opened) == []
    assert "weekend" in sheet.form.box("reason").message.text()
    assert sheet.widget("note").text() == "op uitstap"
    type_text("de school was open")
    save()
    notes = [row.note for row in desk.read(case_id, live_rows, Absence)]
    assert notes == ["op uitstap\nde school was open"] * 2


def test_enter_changes_del_erases_and_the_code_filters(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    desk.run(case_id, record_absences, absent_on=date(2026, 11, 19), code="Z")
    tab = note_five_more(opened, qtbot)
    tab.half_days.codes.set_value("Z")
    assert [row.letter for row in tab.half_days.model.rows()] == ["Z"]
    tab.half_days.codes.set_value("")
    tab.half_days.table.setFocus()
    tab.half_days.table.selectRow(0)
    press(Qt.Key.Key_Return)
    sheet = sheet_of(page)
    assert sheet.read("code") == "Z"
    sheet.widget("code").set_value("R")
    save()
    assert (date(2026, 11, 19), "morning", "R") in rows(opened)
    qtbot.waitUntil(lambda: tab.half_days.model.row(0).letter == "R")
    tab.half_days.table.setFocus()
    press(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: tab.half_days.model.rowCount() == 5)
    assert {row[2] for row in rows(opened)} == {"B"}


def note_five_more(opened: Opened, qtbot: QtBot) -> AbsencesTab:
    page, desk, case_id = opened
    desk.run(case_id, record_absences, absent_on=MONDAY, until_on=date(2026, 11, 18), code="B")
    qtbot.waitUntil(lambda: tab_of(page).half_days.model.rowCount() == 6)
    return tab_of(page)


def test_another_school_year_with_the_arrow_keys(opened: Opened, qtbot: QtBot) -> None:
    _page, desk, case_id = opened
    desk.run(case_id, record_absences, absent_on=date(2026, 6, 15), code="B")
    tab = note_five(opened, qtbot)
    qtbot.waitUntil(lambda: tab.counters.years.count() == 2)
    tab.counters.years.setFocus()
    press(Qt.Key.Key_Right)
    assert [row.on for row in tab.half_days.model.rows()] == [date(2026, 6, 15)]
    assert tab.counters.years.hasFocus()
    qtbot.waitUntil(lambda: any("1 halve dag" in name for name in bars(tab)))


def test_the_task_of_a_threshold_is_one_press(opened: Opened, qtbot: QtBot) -> None:
    """Rule 9: five half-days ask for a report to the CLB (agodi.be, rapport leerplicht)."""
    page, desk, case_id = opened
    tab = note_five(opened, qtbot)
    told: list[str] = []
    page.toast_requested.connect(lambda sentence, _undo: told.append(sentence))
    shown = tab.counters.shown_year()
    assert shown is not None
    state = next(one for one in shown.states if one.threshold.code == "flemish_5")
    tab.make_task(state)
    (task,) = desk.read(case_id, live_rows, Task)
    assert (task.rule, task.cause, task.due_on) == ("absence_threshold", "flemish_5:2026", date(2026, 11, 25))
    assert "CLB" in told[0]
    qtbot.waitUntil(lambda: any(label.text() == "taak gemaakt" for label in labels(tab)))


def labels(tab: AbsencesTab) -> list[Label]:
    return [label for label in tab.counters.findChildren(Label) if label.isVisible()]


def test_every_bar_says_its_source(opened: Opened, qtbot: QtBot) -> None:
    tab = note_five(opened, qtbot)

    def sources() -> list[str]:
        return [label.text() for label in labels(tab) if "AGODI" in label.text()]

    qtbot.waitUntil(lambda: len(sources()) >= 2)


def test_thresholds_are_changed_for_the_desk_and_a_mistake_stays(opened: Opened, qtbot: QtBot) -> None:
    page, desk, _case_id = opened
    tab = note_five(opened, qtbot)
    tab.change_thresholds()
    (dialog,) = [one for one in page.findChildren(ThresholdDialog) if one.isVisible()]
    dialog.numbers["flemish_5"].setText("veel")
    dialog.save()
    assert dialog.isVisible()
    assert dialog.form.box("flemish_5").has_error()
    dialog.numbers["flemish_5"].setText("3")
    dialog.switches["flemish_30"].setChecked(False)
    dialog.save()
    assert set(chosen_thresholds(desk.desk)) == {"flemish_5", "flemish_30"}
    states = tab.counters.shown_year().states  # type: ignore[union-attr]
    assert [(one.threshold.code, one.threshold.half_days) for one in states] == [
        ("flemish_1", 1), ("flemish_5", 3),
    ]  # fmt: skip


def test_the_codes_for_the_school_ask_agreement_and_receiver(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    """Rule 8: code P needs the director's agreement; what leaves is logged."""
    page, desk, case_id = opened
    tab = tab_of(page)
    desk.run(case_id, record_time_out, starts_on=MONDAY, ends_on=MONDAY)
    qtbot.waitUntil(tab.ledger.codes.isVisible)
    tab.give_codes()
    dialog = sheet_of(page)
    assert isinstance(dialog, CodesDialog)
    dialog.place = tmp_path / "codes.xlsx"
    dialog.save()
    assert "directie" in dialog.problem.text()
    dialog.reject()
    (row,) = desk.read(case_id, live_rows, TimeOut)
    tab.edit_time_out(row.id)
    sheet_of(page).widget("is_director_agreed").setChecked(True)
    save()
    tab.give_codes()
    dialog = sheet_of(page)
    assert isinstance(dialog, CodesDialog)
    dialog.place = tmp_path / "codes.xlsx"
    dialog.save()
    type_text("de school vroeg het")
    dialog.save()
    assert (tmp_path / "codes.xlsx").exists()
    (sent,) = desk.read(case_id, live_rows, Disclosure)
    assert (sent.recipient, sent.purpose) == ("TA De Linde", "de school vroeg het")


def test_rule_12_is_shown_and_asks_why_in_the_time_out_sheet(opened: Opened) -> None:
    """Source: vlaanderen.be, schorsing op school."""
    page, desk, case_id = opened
    page.do.moments.record_time_out()
    sheet = sheet_of(page)
    assert isinstance(sheet, TimeOutDialog)
    assert not sheet.limit.isVisible()
    sheet.widget("kind").set_value("preventive_suspension")
    assert "10" in sheet.limit.text()
    assert "Vlaanderen.be" in sheet.limit.text()
    sheet.widget("starts_on").set_day(date(2026, 9, 14))
    sheet.widget("ends_on").set_day(date(2026, 9, 28))
    save()
    assert desk.read(case_id, live_rows, TimeOut) == []
    type_text("op vraag van de school")
    save()
    (row,) = desk.read(case_id, live_rows, TimeOut)
    assert (row.kind, row.limit_reason) == (TimeOutKind.preventive_suspension, "op vraag van de school")


def test_a_draft_of_an_absence_waits(opened: Opened) -> None:
    page, desk, case_id = opened
    tab_of(page).add_absence()
    sheet = sheet_of(page)
    tab_to(sheet.widget("note"))
    type_text("nog niet klaar")
    page.keep_drafts()
    page.hide()
    again = CasePage(desk, case_id)
    again.resize(1048, 800)
    again.show()
    again.tabs.choose("absences")
    tab_of(again).add_absence()
    (opened_again,) = [one for one in again.findChildren(Dialog) if one.isVisible()]
    assert opened_again.widget("note").text() == "nog niet klaar"  # type: ignore[attr-defined]
    opened_again.reject()
    again.deleteLater()


def test_an_empty_case_leads_to_the_list_of_the_school(opened: Opened) -> None:
    page, _desk, _case_id = opened
    asked: list[str] = []
    page.page_requested.connect(asked.append)
    tab = tab_of(page)
    button = next(one for one in tab.half_days.empty.findChildren(type(tab.ledger.codes)) if one.isVisible())
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert asked == ["absences"]


def test_with_large_text_the_notes_make_room_for_the_day(opened: Opened, qtbot: QtBot) -> None:
    page, _desk, _case_id = opened
    table = note_five(opened, qtbot).half_days.table
    page.resize(1048, 800)
    qtbot.waitUntil(lambda: not table.isColumnHidden(3))
    page.resize(620, 800)
    qtbot.waitUntil(lambda: table.isColumnHidden(3))
