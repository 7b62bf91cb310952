"""Passphrase and recovery key are changed on a real envelope, and the old ones stop."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from eletdesk.errors import WrongPassphraseError
from eletdesk.storage.keys import open_envelope, open_with_recovery, recovery_is_set
from tests.ui.audit import settle
from tests.ui.desk_fixtures import PASSPHRASE, QUICK_KDF, fill_desk, fix_clock, make_desk
from ui.open_desk import OpenDesk
from ui.settings.passphrase_dialog import PassphraseDialog
from ui.settings.recovery_dialog import RecoveryDialog
from ui.settings.safety_card import SafetyCard

NEW = "gitaar mossel dakgoot vlieger zomp"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    fix_clock()
    opened = OpenDesk(make_desk(tmp_path / "desk"))
    fill_desk(opened.desk)
    yield opened
    opened.close()


@pytest.fixture
def card(qtbot: QtBot, desk: OpenDesk) -> SafetyCard:
    made = SafetyCard(desk, QUICK_KDF)
    qtbot.addWidget(made)
    made.resize(900, 800)
    made.show()
    settle()
    return made


def passphrase_dialog(card: SafetyCard) -> PassphraseDialog:
    card.change_passphrase()
    dialog = card.findChild(PassphraseDialog)
    assert isinstance(dialog, PassphraseDialog)
    return dialog


def test_a_new_passphrase_opens_the_desk_and_the_old_one_no_longer(
    qtbot: QtBot, desk: OpenDesk, card: SafetyCard
) -> None:
    dialog = passphrase_dialog(card)
    dialog.present.set_text(PASSPHRASE)
    dialog.new.set_text(NEW)
    dialog.again.set_text(NEW)
    with qtbot.waitSignal(card.told, timeout=30_000):
        dialog.change()
    assert dialog.new.text() == dialog.present.text() == ""
    assert open_envelope(desk.desk.folder, NEW) == desk.desk.key
    with pytest.raises(WrongPassphraseError):
        open_envelope(desk.desk.folder, PASSPHRASE)


@pytest.mark.parametrize(
    ("present", "new", "again", "field"),
    [
        ("", NEW, NEW, "present"),
        ("niet de juiste wachtwoordzin", NEW, NEW, "present"),
        (PASSPHRASE, "", "", "passphrase"),
        (PASSPHRASE, NEW, NEW + "x", "again"),
        (PASSPHRASE, "kort", "kort", "passphrase"),
        (PASSPHRASE, "Noor Verlinden Noor Verlinden", "Noor Verlinden Noor Verlinden", "passphrase"),
    ],
)
def test_what_is_wrong_is_told_at_its_field_and_nothing_changes(
    qtbot: QtBot, desk: OpenDesk, card: SafetyCard, present: str, new: str, again: str, field: str
) -> None:
    dialog = passphrase_dialog(card)
    dialog.present.set_text(present)
    dialog.new.set_text(new)
    dialog.again.set_text(again)
    dialog.change()
    qtbot.waitUntil(lambda: dialog.form.box(field).has_error(), timeout=30_000)
    assert dialog.button.isEnabled()
    assert dialog.new.text() == new
    assert open_envelope(desk.desk.folder, PASSPHRASE) == desk.desk.key


def test_five_words_are_offered_and_judged(qtbot: QtBot, card: SafetyCard) -> None:
    dialog = passphrase_dialog(card)
    dialog.offer()
    assert len(dialog.new.text().split("-")) == 5
    assert dialog.new.is_revealed()
    assert dialog.again.text() == ""
    qtbot.waitUntil(lambda: "Sterk" in dialog.strength.text(), timeout=30_000)


def recovery_dialog(card: SafetyCard) -> RecoveryDialog:
    card.renew_recovery()
    dialog = card.findChild(RecoveryDialog)
    assert isinstance(dialog, RecoveryDialog)
    return dialog


def with_words(qtbot: QtBot, card: SafetyCard) -> RecoveryDialog:
    dialog = recovery_dialog(card)
    dialog.present.set_text(PASSPHRASE)
    dialog.go_on()
    qtbot.waitUntil(lambda: dialog.step is not None, timeout=30_000)
    return dialog


def test_words_are_shown_once_typed_back_and_open_the_desk(
    qtbot: QtBot, desk: OpenDesk, card: SafetyCard
) -> None:
    assert "geen herstelsleutel" in card.recovery_label.text()
    dialog = with_words(qtbot, card)
    assert dialog.step is not None
    words = list(dialog.step.draft.recovery_words)
    assert len(words) == 24
    dialog.go_on()
    assert dialog.step.is_asking()
    dialog.step.type_back(["fout", "fout", "fout"])
    dialog.go_on()
    assert not recovery_is_set(desk.desk.folder)
    dialog.step.type_back([words[place] for place in dialog.step.asked()])
    with qtbot.waitSignal(card.told, timeout=30_000):
        dialog.go_on()
    assert open_with_recovery(desk.desk.folder, " ".join(words)) == desk.desk.key
    assert card.recovery_label.text() == "Er is een herstelsleutel."


def test_a_wrong_passphrase_shows_no_words(qtbot: QtBot, desk: OpenDesk, card: SafetyCard) -> None:
    dialog = recovery_dialog(card)
    dialog.present.set_text("niet de juiste wachtwoordzin")
    dialog.go_on()
    qtbot.waitUntil(lambda: dialog.form.box("present").has_error(), timeout=30_000)
    assert dialog.step is None
    assert not recovery_is_set(desk.desk.folder)


def test_giving_up_leaves_the_old_key(qtbot: QtBot, desk: OpenDesk, card: SafetyCard) -> None:
    dialog = with_words(qtbot, card)
    dialog.go_on()
    dialog.back.click()
    assert dialog.step is not None
    assert not dialog.step.is_asking()
    dialog.reject()
    assert not recovery_is_set(desk.desk.folder)
