"""The people, the pathway and the papers of a case, with the keyboard only."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from eletdesk.desk.dossier_files import issue_dossier, newest_kind
from eletdesk.domain.consent import Consent, ConsentState
from eletdesk.domain.enrolment import Enrolment
from eletdesk.domain.network_member import MemberRole, NetworkMember
from eletdesk.domain.pathway import Pathway, StageChange
from eletdesk.domain.school_calendar import Community
from eletdesk.domain.young_person import YoungPerson
from eletdesk.operations.referrals import start_referral
from eletdesk.queries.kept_files import document_lines
from eletdesk.queries.live_rows import live_rows
from tests.ui.case_pages import (
    Opened,
    opened_case,
    press,
    save,
    sheet_of,
    tab_to,
    type_over,
    type_text,
)


@pytest.fixture
def opened(tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    """Open Noor's page on a Monday at 11:42."""
    with opened_case(tmp_path, qtbot) as opened:
        yield opened


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
    tab_to(sheet.more_button)  # type: ignore[attr-defined]
    press(Qt.Key.Key_Return)
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
    assert "antwoord" in sheet.form.box("state").message.text()
    assert sheet.widget("name").text() == "Noor"
    tab_to(sheet.widget("state"))
    press(Qt.Key.Key_Down)
    save()
    qtbot.waitUntil(lambda: page.view.gap == "")
    page.do.people.record_consent("guidance", "withdrawn")
    save()
    states = [row.state for row in desk.read(case_id, live_rows, Consent)]
    assert states == [ConsentState.given, ConsentState.withdrawn]
    qtbot.waitUntil(lambda: page.view.gap != "")


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


def test_a_case_in_the_bin_leaves_its_page(opened: Opened, qtbot: QtBot) -> None:
    page, _desk, _case_id = opened
    with qtbot.waitSignals([page.left, page.toast_requested]):
        page.menu.bin()


def test_what_left_comes_out_again_byte_for_byte(opened: Opened, tmp_path: Path) -> None:
    page, desk, case_id = opened
    referral = desk.run(case_id, start_referral, kind=newest_kind("naft"), recipient="NAFT Groeikracht")
    issued = issue_dossier(desk.desk, case_id, referral.id, reason="afgesproken")
    page.do.files.save_issued(issued.disclosure_id, tmp_path / "opnieuw.pdf")
    assert (tmp_path / "opnieuw.pdf").read_bytes() == issued.content


def test_what_happened_with_the_pathway_stays(opened: Opened) -> None:
    page, desk, case_id = opened
    told: list[tuple[str, bool]] = []
    page.toast_requested.connect(lambda sentence, can_undo: told.append((sentence, can_undo)))
    (start,) = [item for item in page.line.items() if item.key[0] == "stage_change"]  # type: ignore[index]
    page.line.erase_requested.emit(start.key)
    assert [can_undo for _sentence, can_undo in told] == [False]
    assert len(desk.read(case_id, live_rows, StageChange)) == 1
