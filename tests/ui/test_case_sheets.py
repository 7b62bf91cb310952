"""The sheets of a case, with the keyboard only: what happened, the pathway, people, the bin."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from eletdesk.desk.dossier_files import issue_dossier, newest_kind
from eletdesk.desk.steps import undo
from eletdesk.domain.consent import Consent, ConsentState
from eletdesk.domain.contact_moment import ContactMoment
from eletdesk.domain.draft import Draft
from eletdesk.domain.enrolment import Enrolment
from eletdesk.domain.guidance_session import Attendance, GuidanceSession
from eletdesk.domain.network_member import MemberRole, NetworkMember
from eletdesk.domain.pathway import Pathway, StageChange
from eletdesk.domain.school_calendar import Community
from eletdesk.domain.task import Task
from eletdesk.domain.time_out import TimeOut
from eletdesk.domain.young_person import YoungPerson
from eletdesk.operations.referrals import start_referral
from eletdesk.operations.sessions import plan_session, record_session
from eletdesk.operations.tasks import add_task
from eletdesk.queries.kept_files import document_lines
from eletdesk.queries.live_rows import live_rows
from tests.ui.case_pages import Opened, opened_case, press, save, tab_to, type_text
from ui.case.case_page import CasePage
from ui.case.form_dialog import FormDialog
from ui.open_desk import OpenDesk
from ui.widgets.dialog import Dialog

Sheet = TypeVar("Sheet", bound=Dialog)


@pytest.fixture
def opened(tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    """Open Noor's page on a Monday at 11:42."""
    with opened_case(tmp_path, qtbot) as opened:
        yield opened


def sheet_of(page: CasePage) -> FormDialog:
    """Return the sheet that lies over the page."""
    (sheet,) = [one for one in page.findChildren(FormDialog) if one.isVisible()]
    return sheet


def type_over(field: QLineEdit, text: str) -> None:
    """Go to a field with Tab and type something else in it."""
    tab_to(field)
    field.selectAll()
    type_text(text)


def with_session(desk: OpenDesk, case_id: str, page: CasePage, qtbot: QtBot) -> str:
    """Record one session and wait until it is in the timeline."""
    programme = page.view.programme
    row = desk.run(
        case_id, record_session,
        held_on=date(2026, 11, 20), minutes=50, programme=programme, note="Conflict",
    )  # fmt: skip
    qtbot.waitUntil(lambda: ("guidance_session", row.id) in [item.key for item in page.line.items()])
    return str(row.id)


def test_a_time_out_of_two_weeks_is_eighteen_half_days(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    page.do.moments.record_time_out()
    sheet = sheet_of(page)
    type_over(sheet.widget("starts_on").line, "23/11/2026")
    type_over(sheet.widget("ends_on").line, "4/12/2026")
    assert sheet.count.text().startswith("18 halve lesdagen in 2 schoolweken.")  # type: ignore[attr-defined]
    assert "Vlaams" in sheet.count.text()  # type: ignore[attr-defined]
    save()
    (row,) = desk.read(case_id, live_rows, TimeOut)
    assert (row.half_days, row.ends_on) == (18, date(2026, 12, 4))
    qtbot.waitUntil(lambda: bool(page.head.chips.widgets()))
    assert page.head.chips.widgets()[0].text() == "Time-out tot vr 4 dec"  # type: ignore[attr-defined]


def test_the_count_names_the_holiday_that_is_skipped(opened: Opened) -> None:
    page, _desk, _case_id = opened
    page.do.moments.record_time_out()
    sheet = sheet_of(page)
    type_over(sheet.widget("starts_on").line, "26/10/2026")
    type_over(sheet.widget("ends_on").line, "13/11/2026")
    said = sheet.count.text()  # type: ignore[attr-defined]
    assert said.startswith("17 halve lesdagen")
    assert "Herfstvakantie" in said
    assert "Wapenstilstand" in said


def test_a_time_out_without_an_end_asks_for_it_and_keeps_the_rest(opened: Opened) -> None:
    page, desk, case_id = opened
    page.do.moments.record_time_out()
    sheet = sheet_of(page)
    type_over(sheet.widget("agreed_with"), "mama")
    save()
    assert desk.read(case_id, live_rows, TimeOut) == []
    assert sheet.form.box("ends_on").has_error()
    assert sheet.widget("agreed_with").text() == "mama"
    assert sheet.widget("ends_on").line.hasFocus()


def test_the_next_stage_asks_why_when_a_gate_is_not_met(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    page.do.pathway.move_stage()
    sheet = sheet_of(page)
    assert sheet.read("to_stage") == "vraagverheldering"
    save()
    (pathway,) = desk.read(case_id, live_rows, Pathway)
    assert pathway.stage == "aanmelding"
    box = sheet.form.box("reason")
    assert "verwijzer van het CLB" in box.message.text()
    assert sheet.widget("reason").hasFocus()
    type_text("CLB belt morgen terug")
    save()
    (pathway,) = desk.read(case_id, live_rows, Pathway)
    assert pathway.stage == "vraagverheldering"
    qtbot.waitUntil(lambda: any(item.text == "CLB belt morgen terug" for item in page.line.items()))


def test_with_a_referrer_the_next_stage_needs_no_reason(opened: Opened) -> None:
    page, desk, case_id = opened
    page.do.pathway.edit_pathway()
    sheet = sheet_of(page)
    type_over(sheet.widget("referrer"), "An Declercq")
    type_over(sheet.widget("referrer_centre"), "CLB De Brug")
    type_over(sheet.widget("referred_on").line, "10/9")
    tab_to(sheet.widget("reason:social"))
    press(Qt.Key.Key_Space)
    save()
    (pathway,) = desk.read(case_id, live_rows, Pathway)
    assert (pathway.referrer, pathway.referred_on, pathway.reasons) == (
        "An Declercq", date(2026, 9, 10), ["social"],
    )  # fmt: skip
    page.read()
    page.do.pathway.move_stage()
    save()
    assert desk.read(case_id, live_rows, Pathway)[0].stage == "vraagverheldering"


def test_closing_needs_an_outcome_and_a_reason_without_round_table(opened: Opened) -> None:
    page, desk, case_id = opened
    page.do.pathway.close_pathway()
    sheet = sheet_of(page)
    save()
    assert sheet.form.box("outcome").has_error()
    sheet.widget("outcome").set_value("other_school")
    save()
    assert "rondetafel" in sheet.form.box("reason").message.text()
    type_text("Gezin verhuisde")
    save()
    (pathway,) = desk.read(case_id, live_rows, Pathway)
    assert (pathway.outcome, pathway.closed_on) == ("other_school", date(2026, 11, 23))


def test_delete_in_the_timeline_and_undo(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    row_id = with_session(desk, case_id, page, qtbot)
    told: list[tuple[str, bool]] = []
    page.toast_requested.connect(lambda sentence, can_undo: told.append((sentence, can_undo)))
    page.show_row(row_id)
    press(Qt.Key.Key_Delete)
    assert told == [("Gesprek naar de prullenbak", True)]
    assert desk.read(case_id, live_rows, GuidanceSession) == []
    qtbot.waitUntil(lambda: ("guidance_session", row_id) not in [item.key for item in page.line.items()])
    undo(desk.desk)
    qtbot.waitUntil(lambda: ("guidance_session", row_id) in [item.key for item in page.line.items()])


def test_the_bin_of_the_case_gives_a_row_back(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    row_id = with_session(desk, case_id, page, qtbot)
    page.show_row(row_id)
    press(Qt.Key.Key_Delete)
    page.do.moments.show_bin()
    press(Qt.Key.Key_Return)
    assert [row.id for row in desk.read(case_id, live_rows, GuidanceSession)] == [row_id]


def test_enter_opens_a_session_and_keeps_the_change(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    row_id = with_session(desk, case_id, page, qtbot)
    page.show_row(row_id)
    press(Qt.Key.Key_Return)
    sheet = sheet_of(page)
    type_over(sheet.widget("minutes").line, "1u15")
    type_over(sheet.widget("topics"), "stage, #thuis")
    press(Qt.Key.Key_Return)
    (row,) = desk.read(case_id, live_rows, GuidanceSession)
    assert (row.minutes, row.topics, row.note) == (75, ["stage", "thuis"], "Conflict")
    assert page.line.hasFocus()


def test_esc_changes_nothing_and_gives_the_focus_back(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    row_id = with_session(desk, case_id, page, qtbot)
    page.show_row(row_id)
    press(Qt.Key.Key_Return)
    type_over(sheet_of(page).widget("title"), "Iets anders")
    press(Qt.Key.Key_Escape)
    assert desk.read(case_id, live_rows, GuidanceSession)[0].title == ""
    assert page.line.hasFocus()


def test_a_planned_session_is_the_next_step_and_becomes_a_recorded_one(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    desk.run(case_id, plan_session, held_on=date(2026, 11, 23), minutes=45)
    qtbot.waitUntil(lambda: page.step_card.title.text() == "Gesprek")
    page.step_card.buttons.widgets()[0].setFocus()
    press(Qt.Key.Key_Return)
    tab_to(sheet_of(page).widget("note"))
    type_text("Goed gesprek")
    save()
    (row,) = desk.read(case_id, live_rows, GuidanceSession)
    assert (row.attendance, row.note) == (Attendance.attended, "Goed gesprek")
    assert row.half_days > 0


def test_a_contact_with_the_mother_by_the_tab_of_contacts(opened: Opened) -> None:
    page, desk, case_id = opened
    (mother,) = desk.read(case_id, live_rows, NetworkMember)
    page.tabs.choose("network")
    page.do.moments.record_contact(mother.id)
    sheet = sheet_of(page)
    assert sheet.widget("member_id").currentText() == "Fatma Verlinden, moeder"
    type_over(sheet.widget("happened_at"), "16u10")
    save()
    (contact,) = desk.read(case_id, live_rows, ContactMoment)
    assert contact.member_id == mother.id
    assert contact.happened_at is not None
    assert (contact.happened_at.hour, contact.happened_at.minute) == (16, 10)


def test_a_time_that_is_no_time_is_said_at_its_field(opened: Opened) -> None:
    page, desk, case_id = opened
    page.do.moments.plan_session()
    sheet = sheet_of(page)
    type_over(sheet.widget("starts_at"), "laat")
    save()
    assert sheet.form.box("starts_at").has_error()
    assert desk.read(case_id, live_rows, GuidanceSession) == []


def test_somebody_new_in_the_network_with_a_tidy_number(opened: Opened) -> None:
    page, desk, case_id = opened
    page.do.people.add_member()
    sheet = sheet_of(page)
    type_text("An Declercq")
    sheet.widget("role").set_value("clb_counsellor")
    assert sheet.read("is_bound_by_secrecy")
    type_over(sheet.widget("phone"), "025550123")
    save()
    found = [row for row in desk.read(case_id, live_rows, NetworkMember) if row.name == "An Declercq"]
    assert [(row.role, row.phone, row.is_bound_by_secrecy) for row in found] == [
        (MemberRole.clb_counsellor, "02 555 01 23", True)
    ]


def test_a_rare_age_is_asked_about_once(opened: Opened) -> None:
    page, desk, case_id = opened
    page.do.people.edit_person()
    sheet = sheet_of(page)
    type_over(sheet.widget("birth_on").line, "4/3/1990")
    assert sheet.widget("birth_on").message.text() == "36 jaar"
    save()
    assert "36 jaar" in sheet.form.box("birth_on").message.text()
    assert desk.read(case_id, live_rows, YoungPerson)[0].birth_on == date(2010, 3, 4)
    save()
    assert desk.read(case_id, live_rows, YoungPerson)[0].birth_on == date(1990, 3, 4)


def test_the_school_decides_the_calendar_and_its_free_days(opened: Opened) -> None:
    page, desk, case_id = opened
    page.do.people.edit_enrolment()
    sheet = sheet_of(page)
    sheet.widget("community").set_value("french")
    tab_to(sheet.widget("free_days"))
    type_text("27/11/2026")
    press(Qt.Key.Key_Return)
    type_text("ooit")
    save()
    assert "ooit" in sheet.form.box("free_days").message.text()
    sheet.widget("free_days").setPlainText("27/11/2026")
    save()
    (row,) = desk.read(case_id, live_rows, Enrolment)
    assert (row.community, row.free_days) == (Community.french, ["2026-11-27"])


def test_consent_is_recorded_and_withdrawn(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    page.do.people.show_consents()
    sheet = sheet_of(page)
    type_over(sheet.widget("name"), "Noor")
    save()
    qtbot.waitUntil(lambda: page.view.gap == "")
    page.do.people.record_consent("guidance", "withdrawn")
    save()
    states = [row.state for row in desk.read(case_id, live_rows, Consent)]
    assert states == [ConsentState.given, ConsentState.withdrawn]
    qtbot.waitUntil(lambda: page.view.gap != "")


def test_space_ticks_a_task_and_del_bins_it(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    page.add_task()
    type_text("Mama bellen")
    type_over(sheet_of(page).widget("due_on").line, "wo")
    save()
    (task,) = desk.read(case_id, live_rows, Task)
    assert task.due_on == date(2026, 11, 25)
    qtbot.waitUntil(lambda: len(page.tasks_card.rows) == 1)
    page.tasks_card.rows[0].box.setFocus()
    press(Qt.Key.Key_Space)
    assert desk.read(case_id, live_rows, Task)[0].done_at is not None
    undo(desk.desk)
    qtbot.waitUntil(lambda: len(page.tasks_card.rows) == 1)
    page.tasks_card.rows[0].box.setFocus()
    press(Qt.Key.Key_Delete)
    assert desk.read(case_id, live_rows, Task) == []


def test_a_file_goes_in_and_a_copy_comes_out(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    source = tmp_path / "attest stage.pdf"
    source.write_bytes(b"%PDF-1.7 attest")
    page.do.files.keep_file(source)
    (line,) = desk.read(case_id, document_lines)
    page.do.files.save_copy(line.id, tmp_path / "kopie.pdf")
    assert (tmp_path / "kopie.pdf").read_bytes() == b"%PDF-1.7 attest"
    problems: list[str] = []
    page.problem_requested.connect(problems.append)
    page.do.files.keep_file(tmp_path / "weg.pdf")
    assert len(problems) == 1
    qtbot.waitUntil(lambda: any(item.subtitle == "attest stage.pdf" for item in page.line.items()))


def test_jump_to_a_date(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    row_id = with_session(desk, case_id, page, qtbot)
    page.jump_to_date()
    type_text("21/11")
    press(Qt.Key.Key_Return)
    assert page.line.current_key() == ("guidance_session", row_id)
    assert page.line.hasFocus()


def test_a_row_that_is_searched_for_is_shown_in_its_tab(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    task = desk.run(case_id, add_task, title="Bakkerij bellen")
    qtbot.waitUntil(lambda: len(page.tasks_card.rows) == 1)
    page.show_row(task.id)
    assert page.tabs.strip.key() == "tasks"
    assert page.tabs.tasks.rows[0].box.hasFocus()


def test_a_case_in_the_bin_leaves_its_page(opened: Opened, qtbot: QtBot) -> None:
    page, _desk, _case_id = opened
    with qtbot.waitSignals([page.left, page.toast_requested]):
        page.menu.bin()


def test_what_was_typed_in_a_sheet_comes_back_after_a_lock(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    row_id = with_session(desk, case_id, page, qtbot)
    page.do.moments.open_row("guidance_session", row_id)
    sheet = sheet_of(page)
    tab_to(sheet.widget("note"))
    type_text("en goed afgelopen ")
    page.keep_drafts()
    again = CasePage(desk, case_id)
    qtbot.addWidget(again)
    again.show()
    (draft,) = [item for item in again.line.items() if item.is_draft]
    assert "en goed afgelopen" in draft.text
    again.line.opened.emit(draft.key)
    assert sheet_of(again).widget("note").text() == "en goed afgelopen Conflict"
    sheet_of(again).save()
    (row,) = desk.read(case_id, live_rows, GuidanceSession)
    assert row.note == "en goed afgelopen Conflict"
    qtbot.waitUntil(lambda: not [item for item in again.line.items() if item.is_draft])


def test_a_sheet_in_which_nothing_was_typed_leaves_no_draft(opened: Opened) -> None:
    page, desk, case_id = opened
    for opens in (page.do.people.edit_person, page.do.moments.record_time_out, page.do.people.edit_enrolment):
        opens()
        page.keep_drafts()
        press(Qt.Key.Key_Escape)
    assert desk.read(case_id, live_rows, Draft) == []


def test_arriving_at_a_row_keeps_the_focus_there(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    row_id = with_session(desk, case_id, page, qtbot)
    page.show_row(row_id)
    page.focus_first()
    assert page.line.hasFocus()
    page.focus_first()
    assert page.box.note.hasFocus()


def test_words_are_found_in_the_timeline(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    row_id = with_session(desk, case_id, page, qtbot)
    page.start_search()
    type_text("CONFL")
    assert [item.key for item in page.line.items()] == [("guidance_session", row_id)]
    press(Qt.Key.Key_Return)
    assert page.line.hasFocus()
    page.start_search()
    type_text("niets van dit")
    assert page.line.items() == []
    assert page.tabs.timeline.nothing.text() == "Niets gevonden."
    press(Qt.Key.Key_Escape)
    assert len(page.line.items()) == 2


def test_ctrl_tab_goes_round_the_tabs(opened: Opened) -> None:
    page, _desk, _case_id = opened
    page.focus_first()
    ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    press(Qt.Key.Key_Tab, ctrl)
    assert page.tabs.strip.key() == "tasks"
    page.tabs.strip.setFocus()
    press(Qt.Key.Key_Backtab, ctrl | shift)
    assert page.tabs.strip.key() == "timeline"


def test_what_left_comes_out_again_byte_for_byte(opened: Opened, tmp_path: Path) -> None:
    page, desk, case_id = opened
    referral = desk.run(case_id, start_referral, kind=newest_kind("naft"), recipient="NAFT Groeikracht")
    issued = issue_dossier(desk.desk, case_id, referral.id, reason="afgesproken")
    page.do.files.save_issued(issued.disclosure_id, tmp_path / "opnieuw.pdf")
    assert (tmp_path / "opnieuw.pdf").read_bytes() == issued.content


def test_a_draft_is_thrown_away_with_del(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    page.do.people.edit_person()
    type_over(sheet_of(page).widget("home_language"), "Turks")
    page.keep_drafts()
    again = CasePage(desk, case_id)
    qtbot.addWidget(again)
    (draft,) = [item for item in again.line.items() if item.is_draft]
    again.line.erase_requested.emit(draft.key)
    assert desk.read(case_id, live_rows, Draft) == []


def test_what_happened_with_the_pathway_stays(opened: Opened) -> None:
    page, desk, case_id = opened
    told: list[tuple[str, bool]] = []
    page.toast_requested.connect(lambda sentence, can_undo: told.append((sentence, can_undo)))
    (start,) = [item for item in page.line.items() if item.key[0] == "stage_change"]  # type: ignore[index]
    page.line.erase_requested.emit(start.key)
    assert [can_undo for _sentence, can_undo in told] == [False]
    assert len(desk.read(case_id, live_rows, StageChange)) == 1
