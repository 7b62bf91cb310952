"""Settings: look, worker, lock, bin, check and about, on a real desk."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from eletdesk import translation
from eletdesk.desk.cases import bin_case, binned_cases
from eletdesk.preferences import Preferences
from eletdesk.queries.register.views import index_cards
from tests.ui.audit import (
    StrayWindows,
    audit_accessibility,
    find_clipped_labels,
    find_double_letters,
    find_lost_parts,
    find_rich_text,
    settle,
)
from tests.ui.desk_fixtures import QUICK_KDF, fill_desk, fix_clock, make_desk
from ui.open_desk import OpenDesk
from ui.settings.erase_dialog import EraseDialog, same_initials
from ui.settings.licences import shipped_licences
from ui.settings.settings_page import SettingsPage
from ui.theme import Mode, current
from ui.widgets.dialog import Dialog


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    fix_clock()
    opened = OpenDesk(make_desk(tmp_path / "desk"))
    fill_desk(opened.desk)
    yield opened
    opened.close()


def shown(qtbot: QtBot, desk: OpenDesk, width: int = 1048, **preferences: object) -> SettingsPage:
    page = SettingsPage(desk, Preferences(**preferences), kdf=QUICK_KDF)  # type: ignore[arg-type]
    qtbot.addWidget(page)
    page.resize(width, 800)
    page.show()
    page.activateWindow()
    settle()
    return page


def case_of(desk: OpenDesk, name: str) -> str:
    return next(card.case_id for card in desk.ask(index_cards) if card.given_name == name)


def test_each_choice_of_look_is_told_at_once_and_keeps_the_others(qtbot: QtBot, desk: OpenDesk) -> None:
    page = shown(qtbot, desk, theme="light")
    chosen: list[Preferences] = []
    page.preferences_chosen.connect(chosen.append)
    page.look.theme.choose("dark")
    page.look.short_names.box.click()
    page.focus_first()
    QTest.keyClick(page.look.language, Qt.Key.Key_Down)
    assert [each.theme for each in chosen] == ["dark"] * 3
    assert chosen[-1] == Preferences(language="fr", theme="dark", train_mode=True)


def test_a_size_chosen_elsewhere_is_not_taken_back(qapp: QApplication, qtbot: QtBot, desk: OpenDesk) -> None:
    page = shown(qtbot, desk, theme="light")
    current().install(qapp, "light", 130)
    assert page.look.text_scale.value() == 130
    with qtbot.waitSignal(page.preferences_chosen) as chosen:
        page.look.short_names.box.click()
    assert chosen.args[0].text_scale == 130


def test_the_worker_is_kept_inside_the_desk(qtbot: QtBot, desk: OpenDesk) -> None:
    page = shown(qtbot, desk)
    page.worker.fields["worker_name"].setText("  Sara Maes-Peeters ")
    with qtbot.waitSignal(page.toast_requested):
        QTest.keyClick(page.worker.fields["worker_name"], Qt.Key.Key_Return)
    assert desk.desk.worker == "Sara Maes-Peeters"
    page.worker.fields["worker_name"].setText(" ")
    page.worker.keep()
    assert page.worker.form.box("worker_name").has_error()
    assert desk.desk.worker == "Sara Maes-Peeters"
    page.keep_drafts()
    assert page.worker.fields["worker_name"].text() == " "


def test_the_lock_delay_is_kept_inside_the_desk(qtbot: QtBot, desk: OpenDesk) -> None:
    page = shown(qtbot, desk)
    assert page.safety.minutes.value() == 10
    page.safety.minutes.setFocus()
    QTest.keyClick(page.safety.minutes, Qt.Key.Key_Up)
    assert desk.setting("idle_minutes") == 5


def test_a_case_is_taken_back_from_the_bin(qtbot: QtBot, desk: OpenDesk) -> None:
    noor = case_of(desk, "Noor")
    bin_case(desk.desk, noor)
    page = shown(qtbot, desk)
    assert [person.given_name for person in page.bin.people] == ["Noor"]
    button = next(b for b in page.bin.findChildren(type(page.worker.button)) if "terug" in b.accessibleName())
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert not binned_cases(desk.desk)
    assert case_of(desk, "Noor") == noor
    assert not page.bin.people


def test_a_case_is_erased_only_with_its_initials(qtbot: QtBot, desk: OpenDesk) -> None:
    noor = case_of(desk, "Noor")
    bin_case(desk.desk, noor)
    page = shown(qtbot, desk)
    page.bin.ask_to_erase(page.bin.people[0])
    dialog = page.window().findChild(EraseDialog)
    assert isinstance(dialog, EraseDialog)
    QTest.keyClicks(dialog.typed, "nx")
    dialog.erase()
    assert dialog.form.box("initials").has_error()
    assert desk.desk.case_path(noor).exists()
    dialog.typed.setText("n.v.")
    with qtbot.waitSignal(page.toast_requested):
        QTest.keyClick(dialog.typed, Qt.Key.Key_Return)
    assert not desk.desk.case_path(noor).exists()
    assert desk.desk.file.rows("SELECT reason FROM erasure WHERE id = ?", noor) == [("retention",)]


@pytest.mark.parametrize(
    ("typed", "same"),
    [("NV", True), ("n. v.", True), ("nv ", True), ("", False), ("n", False), ("vn", False)],
)
def test_initials(typed: str, same: bool) -> None:
    assert same_initials(typed, "N.V.") is same


def test_the_check_finds_a_damaged_file_and_says_whose(qtbot: QtBot, desk: OpenDesk) -> None:
    page = shown(qtbot, desk)
    with qtbot.waitSignal(page.check.finished, timeout=60_000):
        page.check.check.click()
    assert "Alles is in orde." in page.check.result.text()
    path = desk.desk.case_path(case_of(desk, "Jef"))
    desk.desk.close_case(case_of(desk, "Jef"))
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    with qtbot.waitSignal(page.check.finished, timeout=60_000):
        page.check.check.click()
    assert "Jef Claes: " in page.check.result.text()
    assert "Alles is in orde." not in page.check.result.text()


def test_the_overview_is_made_again(qtbot: QtBot, desk: OpenDesk) -> None:
    before = desk.ask(index_cards)
    page = shown(qtbot, desk)
    with qtbot.waitSignal(page.check.finished, timeout=60_000):
        page.check.rebuild.click()
    assert "8 dossiers" in page.check.result.text()
    assert desk.ask(index_cards) == before


def test_a_check_can_be_stopped(qtbot: QtBot, desk: OpenDesk) -> None:
    page = shown(qtbot, desk)
    with qtbot.waitSignal(page.check.finished, timeout=60_000):
        page.check.check.click()
        assert page.check.stop.hasFocus()
        page.check.stop.click()
    assert page.check.result.text() == "Gestopt. Niet elk dossier werd gelezen."
    assert page.check.check.isEnabled()


def test_licences_are_told_for_what_is_installed(qtbot: QtBot, desk: OpenDesk) -> None:
    page = shown(qtbot, desk)
    dialog = page.about.show_licences()
    said = {label.text() for label in dialog.findChildren(QLabel)}
    assert {"PySide6-Essentials", "LGPL-3.0", "sqlcipher3"} <= said
    versions = {each.part: each.version for each in shipped_licences()}
    assert versions["reportlab"]
    words = " ".join(label.text() for label in page.about.findChildren(QLabel))
    assert "eletdesk maakt nooit verbinding met internet." in words


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize(
    ("mode", "scale", "width"), [("light", 100, 1048), ("dark", 200, 1220), ("light", 100, 600)]
)
def test_the_page_passes_the_audits(
    qapp: QApplication, qtbot: QtBot, desk: OpenDesk, language: str, mode: str, scale: int, width: int
) -> None:
    translation.use_language(language)
    current().install(qapp, cast("Mode", mode), scale)
    bin_case(desk.desk, case_of(desk, "Noor"))
    with StrayWindows() as stray:
        page = SettingsPage(desk, Preferences())
    assert not stray.found
    page.deleteLater()
    page = shown(qtbot, desk, width)
    assert page.width() == width
    for opened in (None, page.safety.change_passphrase, page.safety.renew_recovery, page.about.show_licences):
        if opened is not None:
            opened()
        settle()
        for each in (page, *page.findChildren(Dialog)):
            assert not audit_accessibility(each)
            assert not find_rich_text(each)
            assert not find_clipped_labels(each)
            assert not find_lost_parts(each)
        assert not find_double_letters(page)
        for dialog in page.findChildren(Dialog):
            dialog.reject()
