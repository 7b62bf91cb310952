"""The tab on follow-up with the keyboard only: situation, clock, what was found, no answer, OKOT."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from eletdesk.desk.steps import undo
from eletdesk.domain.contact_moment import ContactMoment
from eletdesk.domain.enrolment import Enrolment
from eletdesk.domain.follow_up import FollowUp
from eletdesk.domain.situation import Situation
from eletdesk.domain.task import Task
from eletdesk.domain.young_person import YoungPerson
from eletdesk.operations.pathways import close_pathway
from eletdesk.operations.people import change_enrolment, change_person
from eletdesk.queries.attention.follow_ups import follow_up_terms
from eletdesk.queries.bin_rows import binned_rows
from eletdesk.queries.follow_up_view import follow_up_view
from eletdesk.queries.live_rows import live_rows
from eletdesk.queries.register.views import index_cards
from eletdesk.queries.situations import situations_in_order
from tests.ui.case_pages import MONDAY, Opened, opened_case, press, save, sheet_of, tab_to, type_over
from tests.ui.follow_up_pages import fill_follow_up, tab_of
from ui.case.dialogs.enrolment_dialog import EnrolmentDialog
from ui.widgets.buttons import Button
from ui.widgets.chip import Chip
from ui.widgets.labels import Label


@pytest.fixture
def opened(tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    """Open Noor's page on a Monday at 11:42."""
    with opened_case(tmp_path, qtbot) as opened:
        yield opened


def words_of(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(Label))


def chips_of(widget: QWidget) -> list[str]:
    return [chip.text() for chip in widget.findChildren(Chip)]


def left_school(opened: Opened) -> None:
    _page, desk, case_id = opened
    desk.run(case_id, change_person, birth_on=date(2008, 3, 4))
    (school,) = desk.read(case_id, live_rows, Enrolment)
    desk.run(case_id, change_enrolment, school.id, ended_on=date(2026, 6, 30), qualification="none")


def test_a_situation_starts_the_clock_and_the_next_one_meets_it(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    left_school(opened)
    tab = tab_of(page)
    tab.do.add_situation()
    sheet = sheet_of(page)
    sheet.widget("occupation").set_value("job_seeker")
    assert sheet.widget("starts_clock").isChecked()
    assert sheet.widget("meets_offer").isHidden()
    type_over(sheet.widget("since_on").line, "1/7/2026")
    save()
    (term,) = desk.read(case_id, live_rows, FollowUp)
    assert (term.clock, term.due_on) == ("offer", date(2026, 11, 1))
    qtbot.waitUntil(lambda: "22 dagen te laat" in chips_of(tab.terms))
    tab.do.add_situation()
    sheet = sheet_of(page)
    sheet.widget("occupation").set_value("in_work")
    assert sheet.widget("starts_clock").isHidden()
    assert sheet.widget("meets_offer").isChecked()
    save()
    (term,) = desk.read(case_id, live_rows, FollowUp)
    assert (term.outcome, term.done_on) == ("employment", MONDAY)
    rows = desk.read(case_id, situations_in_order)
    assert [row.until_on for row in rows] == [date(2026, 11, 22), None]
    undo(desk.desk)
    assert desk.read(case_id, live_rows, FollowUp)[0].done_on is None


def test_who_left_school_is_offered_the_clock_on_that_day(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    left_school(opened)
    tab = tab_of(page)
    qtbot.waitUntil(lambda: "Verliet de school op" in words_of(tab.situation))
    tab.do.start_clock()
    assert sheet_of(page).read("starts_on") == date(2026, 6, 30)
    save()
    (term,) = desk.read(case_id, live_rows, FollowUp)
    assert term.due_on == date(2026, 10, 30)
    qtbot.waitUntil(lambda: "Verliet de school op" not in words_of(tab.situation))
    tab.do.start_clock()
    type_over(sheet_of(page).widget("starts_on").line, "30/6/2026")
    save()
    assert sheet_of(page).form.box("starts_on").has_error()
    assert len(desk.read(case_id, live_rows, FollowUp)) == 1


def test_what_was_found_is_written_down_from_the_row(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    fill_follow_up(opened)
    tab = tab_of(page)
    offer = next(line for line in desk.read(case_id, live_rows, FollowUp) if line.clock == "offer")
    page.tabs.show_row("follow_up", offer.id)
    sheet = sheet_of(page)
    save()
    assert sheet.form.box("outcome").has_error()
    sheet.widget("outcome").set_value("social_integration")
    save()
    row = next(line for line in desk.read(case_id, live_rows, FollowUp) if line.id == offer.id)
    assert (row.outcome, row.done_on) == ("social_integration", MONDAY)
    qtbot.waitUntil(lambda: "vastgesteld op 23/11/2026" in words_of(tab.terms))


def test_every_term_says_its_days_and_its_source(opened: Opened) -> None:
    page, _desk, _case_id = opened
    fill_follow_up(opened)
    said = words_of(tab_of(page).terms)
    assert "vanaf 01/07/2026, laatste dag 01/11/2026" in said
    assert "Bron: Brusselse jongerengarantie" in said
    assert "Jongerengarantie in Vlaanderen" not in said


def test_one_key_notes_that_nobody_answered(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    told: list[str] = []
    page.toast_requested.connect(lambda sentence, _undo: told.append(sentence))
    page.tabs.strip.setFocus()
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    (attempt,) = desk.read(case_id, live_rows, ContactMoment)
    assert (attempt.is_reached, attempt.happened_on) == (False, MONDAY)
    (task,) = [one for one in desk.read(case_id, live_rows, Task) if one.rule == "next_attempt"]
    assert task.due_on == date(2026, 11, 26)
    assert told == ["Geen gehoor genoteerd. Probeer opnieuw op do 26 nov."]
    tab = tab_of(page)
    qtbot.waitUntil(lambda: "1 poging zonder gehoor" in words_of(tab.attempts))
    tab_to(tab.attempts.no_answer, most=80)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "2 pogingen zonder gehoor" in words_of(tab.attempts))


def test_both_definitions_say_their_reason(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    left_school(opened)
    tab = tab_of(page)
    said = words_of(tab.flags)
    assert "Statistiek Vlaanderen" in said
    assert "Eurostat" in said
    assert chips_of(tab.flags) == ["Ja", "Niet gekend"]
    buttons = [button for button in tab.flags.findChildren(Button) if button.isVisible()]
    assert [button.accessibleName() for button in buttons] == ["Situatie invullen"]
    buttons[0].setFocus()
    press(Qt.Key.Key_Return)
    sheet = sheet_of(page)
    sheet.widget("occupation").set_value("inactive")
    sheet.widget("had_recent_training").set_value("no")
    save()
    qtbot.waitUntil(lambda: chips_of(tab.flags) == ["Ja", "Ja"])
    assert desk.read(case_id, live_rows, Situation)[0].had_recent_training is False


def test_the_conditions_of_okot_are_answered(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    tab = tab_of(page)
    assert tab.okot.isHidden()
    left_school(opened)
    qtbot.waitUntil(tab.okot.isVisible)
    tab.do.answer_okot()
    sheet = sheet_of(page)
    sheet.widget("okot_full_time").set_value("yes")
    sheet.widget("okot_screening").set_value("no")
    save()
    found = {one.asks: one.is_met for one in desk.read(case_id, follow_up_view, MONDAY).okot.conditions}
    assert (found["okot_full_time"], found["okot_screening"], found["okot_shortage"]) == (True, False, None)


def test_a_closed_pathway_is_offered_the_looks(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    pathway, programme = page.view.head.pathway, page.view.programme
    assert pathway is not None
    assert programme is not None
    desk.run(
        case_id, close_pathway, pathway.id,
        programme=programme, outcome="other_school", on=date(2026, 10, 31), reason="klaar",
    )  # fmt: skip
    tab = tab_of(page)
    tab.do.start_looks()
    assert sheet_of(page).read("starts_on") == date(2026, 10, 31)
    save()
    rows = desk.read(case_id, live_rows, FollowUp)
    assert [row.due_on for row in rows] == [date(2027, 4, 30), date(2027, 10, 31), date(2028, 4, 30)]
    assert {row.pathway_id for row in rows} == {pathway.id}


def test_a_term_goes_to_the_bin_and_comes_back(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    fill_follow_up(opened)
    tab = tab_of(page)
    count = len(desk.read(case_id, live_rows, FollowUp))
    row = desk.read(case_id, live_rows, FollowUp)[0]
    tab.do.erase("follow_up", row.id, "Aanbod")
    assert len(desk.read(case_id, live_rows, FollowUp)) == count - 1
    page.do.moments.show_bin()
    QApplication.processEvents()
    undo(desk.desk)
    assert len(desk.read(case_id, live_rows, FollowUp)) == count


def test_the_delay_is_counted_while_one_chooses(opened: Opened) -> None:
    page, desk, case_id = opened
    page.do.people.edit_enrolment()
    sheet = sheet_of(page)
    assert isinstance(sheet, EnrolmentDialog)
    assert sheet.delay.text().startswith("Schoolse achterstand: 1 jaar · volgens geboortejaar")
    sheet.widget("grade").set_value("2")
    sheet.widget("grade_year").set_value("1")
    assert sheet.delay.text().startswith("Schoolse achterstand: 2 jaar")
    sheet.widget("repeated_years").set_value("1")
    assert "1 jaar overgezeten genoteerd" in sheet.delay.text()
    save()
    (row,) = desk.read(case_id, live_rows, Enrolment)
    assert (row.grade, row.grade_year, row.repeated_years) == (2, 1, 1)


def test_a_finality_puts_its_exit_positions_in_front_and_keeps_the_choice(opened: Opened) -> None:
    page, _desk, _case_id = opened
    page.do.people.edit_enrolment()
    sheet = sheet_of(page)
    box = sheet.widget("exit_position")
    box.set_value("aso")
    sheet.widget("finality").set_value("labour_market")
    assert [box.itemData(at) for at in range(3)] == ["", "bso", "dbso"]
    assert box.value() == "aso"
    sheet.widget("training_form").set_value("ov4")
    assert box.itemData(1) == "buso_ov4"


def test_the_second_part_opens_with_a_key_and_where_something_is_refused(opened: Opened) -> None:
    page, _desk, _case_id = opened
    page.do.people.edit_enrolment()
    sheet = sheet_of(page)
    assert isinstance(sheet, EnrolmentDialog)
    assert not sheet.is_open()
    assert sheet.more_button is not None
    tab_to(sheet.more_button)
    press(Qt.Key.Key_Return)
    assert sheet.is_open()
    assert sheet.widget("study_domain").isVisible()
    press(Qt.Key.Key_Return)
    assert not sheet.is_open()
    sheet.widget("free_days").setPlainText("ooit")
    save()
    assert sheet.is_open()
    assert sheet.form.box("free_days").has_error()


def test_background_and_interpreter_of_the_young_person(opened: Opened) -> None:
    page, desk, case_id = opened
    page.do.people.edit_person()
    sheet = sheet_of(page)
    sheet.unfold()  # type: ignore[attr-defined]
    type_over(sheet.widget("interpreter"), "Samira, Arabisch")
    sheet.widget("has_school_allowance").set_value("yes")
    sheet.widget("has_low_educated_mother").set_value("no")
    sheet.widget("is_newcomer").set_value("yes")
    sheet.widget("municipality_nis").set_value("21012")
    save()
    (row,) = desk.read(case_id, live_rows, YoungPerson)
    assert (row.interpreter, row.is_newcomer, row.municipality_nis) == ("Samira, Arabisch", True, "21012")
    assert (row.has_school_allowance, row.has_low_educated_mother, row.has_other_home_language) == (
        True, False, None,
    )  # fmt: skip


def test_a_confidant_is_shown_in_the_network(opened: Opened, qtbot: QtBot) -> None:
    page, _desk, _case_id = opened
    page.tabs.choose("network")
    page.do.people.add_member()
    sheet = sheet_of(page)
    type_over(sheet.widget("name"), "Tante Els")
    sheet.widget("role").set_value("family")
    tab_to(sheet.widget("is_confidant"))
    press(Qt.Key.Key_Space)
    save()
    qtbot.waitUntil(lambda: "vertrouwenspersoon" in chips_of(page.tabs.network))


def test_an_old_school_is_changed_in_its_own_sheet(opened: Opened) -> None:
    page, desk, case_id = opened
    fill_follow_up(opened)
    tab_of(page)
    old = next(row for row in desk.read(case_id, live_rows, Enrolment) if row.school == "bakkerij")
    page.tabs.show_row("enrolment", old.id)
    type_over(sheet_of(page).widget("school"), "Sint-Jan")
    save()
    assert "Sint-Jan" in [row.school for row in desk.read(case_id, live_rows, Enrolment)]


def test_what_was_found_stands_in_the_timeline_and_opens_there(opened: Opened, qtbot: QtBot) -> None:
    page, _desk, _case_id = opened
    fill_follow_up(opened)
    page.tabs.choose("timeline")
    qtbot.waitUntil(lambda: any(item.key[0] == "follow_up" for item in page.line.items()))  # type: ignore[index]
    item = next(item for item in page.line.items() if item.key[0] == "follow_up")  # type: ignore[index]
    assert item.subtitle == "Opvolging na 6 maanden · Niet actief"
    page.line.setFocus()
    page.line.show_key(item.key)
    press(Qt.Key.Key_Return)
    assert sheet_of(page).read("outcome") == "inactive"


def test_the_bin_names_a_term_and_a_situation(opened: Opened) -> None:
    page, desk, case_id = opened
    fill_follow_up(opened)
    tab = tab_of(page)
    tab.do.erase("follow_up", desk.read(case_id, live_rows, FollowUp)[0].id, "Aanbod")
    tab.do.erase("situation", desk.read(case_id, live_rows, Situation)[0].id, "Situatie")
    assert {row.what for row in desk.read(case_id, binned_rows)} >= {"Opvolging", "Situatie"}


def test_today_opens_the_term_at_its_row(opened: Opened) -> None:
    page, desk, _case_id = opened
    fill_follow_up(opened)
    (item,) = [one for one in follow_up_terms(desk.desk.register, desk.ask(index_cards), MONDAY) if one.tab]
    page.show_row(f"{item.tab}/{item.row_id}")
    QApplication.processEvents()
    assert page.tabs.strip.key() == "follow_up"
    assert sheet_of(page).title_label.text() == "Geïnformeerd binnen 1 maand"


def test_a_sheet_that_was_left_opens_again_with_its_words(opened: Opened) -> None:
    page, desk, case_id = opened
    fill_follow_up(opened)
    tab = tab_of(page)
    tab.do.add_situation()
    sheet = sheet_of(page)
    type_over(sheet.widget("registered_with"), "Actiris")
    sheet.keep_draft()
    sheet.hide()
    sheet.deleteLater()
    QApplication.processEvents()
    tab.open_draft("SituationDialog", "")
    assert sheet_of(page).read("registered_with") == "Actiris"
    assert len(desk.read(case_id, live_rows, Situation)) == 2
