"""Which dossier is begun: from a case, from the referrals, and when it may leave (rule 11)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from eletdesk.desk.dossier_files import newest_kind
from eletdesk.domain.referral import Referral
from eletdesk.operations.referrals import set_recipient, start_referral, write_section
from eletdesk.queries.live_rows import live_rows
from tests.ui.audit import audit_accessibility, find_clipped_labels, settle
from tests.ui.case_pages import Opened, opened_case, press, sheet_of
from tests.ui.referral_fixtures import add_kept_case, filled_desk, show_page
from ui.open_desk import OpenDesk
from ui.referral.dossier_page import DossierPage
from ui.referral.issue_dialog import IssueDialog
from ui.referral.kind_dialog import DossierFor, KindDialog, asks_kind
from ui.referral.referrals_page import ReferralsPage
from ui.widgets.labels import Label

AGODI = newest_kind("agodi_zorgwekkend")


@pytest.fixture
def opened(tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    with opened_case(tmp_path, qtbot) as found:
        yield found


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    with filled_desk(tmp_path / "desk") as found:
        yield found


def said(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(Label) if label.isVisible())


def open_sheet(page: DossierPage) -> IssueDialog:
    page.prepare()
    (sheet,) = [one for one in page.findChildren(IssueDialog) if one.isVisible()]
    return sheet


def test_the_tab_on_referrals_asks_which_dossier(opened: Opened) -> None:
    page, desk, case_id = opened
    asked: list[tuple[str, str]] = []
    page.dossier_requested.connect(lambda *place: asked.append(place))
    page.tabs.choose("referral")
    page.tabs.new_dossier()
    sheet = sheet_of(page)
    assert sheet.read("kind") == "naft"
    assert "niet gewoon" not in said(sheet)
    sheet.widget("kind").set_value("agodi_zorgwekkend")
    text = said(sheet)
    assert "Delen: Situatieschets, Chronologisch overzicht, Motivering." in text
    assert "Het vertrekt pas als alle delen ingevuld zijn." in text
    assert "Dit is niet gewoon in dit programma." in text
    assert "Bron: AGODI: zorgwekkende dossiers bij spijbelen" in text
    sheet.save()
    settle()
    (referral,) = desk.read(case_id, live_rows, Referral)
    assert (referral.kind, referral.is_recipient_bound) == ("agodi_zorgwekkend", False)
    assert asked == [(case_id, referral.id)]


def test_ctrl_d_asks_only_where_more_than_one_is_usual(opened: Opened) -> None:
    page, _desk, case_id = opened
    asked: list[tuple[str, str]] = []
    page.dossier_requested.connect(lambda *place: asked.append(place))
    page.open_dossier()
    assert asked == [(case_id, "")]
    assert not asks_kind("naft")
    assert asks_kind("clb_truancy")


def test_kinds_that_are_usual_stand_first(desk: OpenDesk, qtbot: QtBot) -> None:
    window = QWidget()
    window.resize(1000, 700)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    first, second = (add_kept_case(desk.desk, given_name=name) for name in ("Ada", "Zeno"))
    people = [DossierFor(first, "Ada", "naft"), DossierFor(second, "Zeno", "clb_truancy")]
    sheet = KindDialog(window, desk, people, second)
    sheet.open()
    settle()
    assert (sheet.person().name, sheet.read("kind")) == ("Zeno", "agodi_zorgwekkend")
    sheet.widget("person").set_value(first)
    assert (sheet.person().name, sheet.read("kind")) == ("Ada", "naft")
    assert audit_accessibility(sheet) + find_clipped_labels(sheet) == []


def test_the_page_of_referrals_begins_one_for_somebody(desk: OpenDesk, qtbot: QtBot) -> None:
    case_id = add_kept_case(desk.desk, given_name="Ada")
    add_kept_case(desk.desk, given_name="Zeno")
    page = ReferralsPage(desk)
    qtbot.addWidget(page)
    page.resize(1048, 700)
    with qtbot.waitExposed(page):
        page.show()
    asked: list[tuple[str, str]] = []
    page.dossier_requested.connect(lambda *place: asked.append(place))
    page.new_dossier()
    (sheet,) = [one for one in page.findChildren(KindDialog) if one.isVisible()]
    assert sheet.person().case_id == case_id
    press(Qt.Key.Key_Tab)
    sheet.save()
    settle()
    (referral,) = desk.read(case_id, live_rows, Referral)
    assert asked == [(case_id, referral.id)]


def test_rule_11_the_file_cannot_be_made_before_all_parts_are_filled(desk: OpenDesk, qtbot: QtBot) -> None:
    """Rule 11. Source: agodi.be: a zorgwekkend dossier needs situation, chronology and motivation."""
    case_id = add_kept_case(desk.desk)
    referral = desk.run(case_id, start_referral, kind=AGODI)
    desk.run(case_id, set_recipient, referral.id, recipient="AGODI")
    page = show_page(qtbot, DossierPage(desk, case_id, referral.id))
    assert "Het vertrekt pas als alle delen ingevuld zijn." in page.body.notes.note.text()
    assert "Bron: AGODI" in page.body.notes.source.text()
    sheet = open_sheet(page)
    settle()
    assert not sheet.button.isEnabled()
    assert "Vul eerst deze delen in: Motivering." in said(sheet)
    sheet.make()
    sheet.reject()
    desk.run(case_id, write_section, referral.id, kind=AGODI, section="motivation", text="Alles geprobeerd.")
    page.read()
    sheet = open_sheet(page)
    settle()
    assert sheet.button.isEnabled()
    assert sheet.first_field() is sheet.button
    sheet.reject()
