"""The first minutes can be walked with the keyboard alone and end in complete choices."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from eletdesk.storage.strength import judge
from eletdesk.storage.words import generate_passphrase, new_recovery_words, recovery_key_from_words
from eletdesk.translation import LANGUAGES, language, use_language
from tests.ui.audit import (
    audit_accessibility,
    find_clipped_labels,
    find_double_letters,
    find_lost_parts,
    find_rich_text,
    focused,
    lengthen_words,
    settle,
)
from ui.first_run.about_step import AboutStep
from ui.first_run.choices import Draft, FirstRunChoices
from ui.first_run.page import FirstRunPage, Secrets
from ui.first_run.passphrase_step import PassphraseStep
from ui.first_run.recovery_step import RecoveryStep, pick_positions, same_word
from ui.first_run.start_step import StartStep
from ui.theme import current
from ui.widgets.buttons import Button

SECRETS = Secrets(generate_passphrase, new_recovery_words, judge)
STRONG = "paars fornuis telt zeven wolken op"


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> FirstRunPage:
    made = FirstRunPage(SECRETS, tmp_path / "eletdesk")
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.activateWindow()
    settle()
    return made


def press(key: Qt.Key) -> None:
    QTest.keyClick(focused(), key)
    settle()


def type_in(words: str) -> None:
    QTest.keyClicks(focused(), words)


def to_passphrase(page: FirstRunPage) -> PassphraseStep:
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    type_in("Sara Maes")
    press(Qt.Key.Key_Return)
    step = page.step()
    assert isinstance(step, PassphraseStep)
    return step


def test_everything_with_the_keyboard(qtbot: QtBot, page: FirstRunPage, tmp_path: Path) -> None:
    to_passphrase(page)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Tab)
    page.go_on()
    step = page.step()
    assert isinstance(step, RecoveryStep)
    page.go_on()
    assert step.is_asking()
    words = page.draft.recovery_words
    for position in step.asked():
        type_in(words[position])
        press(Qt.Key.Key_Tab)
    with qtbot.waitSignal(page.finished) as finished:
        QTest.keyClick(page, Qt.Key.Key_Return)
    choices = finished.args[0]
    assert isinstance(choices, FirstRunChoices)
    assert (choices.start, choices.worker_name, choices.language) == ("new", "Sara Maes", "nl")
    assert choices.folder == tmp_path / "eletdesk"
    assert choices.recovery_confirmed
    assert recovery_key_from_words(choices.recovery_words)
    assert len(choices.passphrase.split("-")) == 5


def test_secrets_stay_out_of_the_text_of_choices() -> None:
    draft = Draft("nl", Path("/x"), passphrase="geheim-woord", recovery_words=["aap", "noot"])
    said = repr(draft) + repr(draft.choices())
    assert "geheim" not in said
    assert "aap" not in said


def test_language_is_spoken_at_once(page: FirstRunPage) -> None:
    press(Qt.Key.Key_Tab)
    with_french = focused()
    assert with_french.accessibleName() == "Français"
    press(Qt.Key.Key_Return)
    assert language() == "fr"
    assert page.draft.language == "fr"
    assert isinstance(page.step(), StartStep)


def test_a_name_is_needed(page: FirstRunPage) -> None:
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    step = page.step()
    assert isinstance(step, AboutStep)
    assert step.form.box("worker_name").has_error()


def test_back_keeps_what_was_typed(page: FirstRunPage) -> None:
    to_passphrase(page)
    press(Qt.Key.Key_Escape)
    step = page.step()
    assert isinstance(step, AboutStep)
    assert step.name.text() == "Sara Maes"


def test_offered_passphrase_must_be_kept_first(page: FirstRunPage) -> None:
    step = to_passphrase(page)
    page.go_on()
    assert page.step() is step
    assert not step.problem.isHidden()


@pytest.mark.parametrize(
    ("first", "second", "goes_on"),
    [("kort", "kort", False), (STRONG, STRONG + "x", False), (STRONG, "", False), (STRONG, STRONG, True)],
)
def test_own_passphrase(page: FirstRunPage, first: str, second: str, goes_on: bool) -> None:
    step = to_passphrase(page)
    step.ways.choose("own")
    step.own.set_text(first)
    step.again.set_text(second)
    page.go_on()
    assert isinstance(page.step(), RecoveryStep) is goes_on
    assert (page.draft.passphrase == first) is goes_on


def test_strength_is_said_in_words(qtbot: QtBot, page: FirstRunPage) -> None:
    step = to_passphrase(page)
    step.ways.choose("own")
    step.own.set_text("kort")
    qtbot.waitUntil(lambda: bool(step.strength.text()))
    weak = step.strength.text()
    step.own.set_text(STRONG)
    qtbot.waitUntil(lambda: step.strength.text() != weak)


def test_wrong_recovery_words_are_told(page: FirstRunPage) -> None:
    step = to_passphrase(page)
    step.kept.setChecked(True)
    page.go_on()
    recovery = page.step()
    assert isinstance(recovery, RecoveryStep)
    page.go_on()
    recovery.type_back(["fout"] * 3)
    page.go_on()
    assert page.step() is recovery
    assert not page.draft.recovery_confirmed
    page.go_back()
    assert not recovery.is_asking()


def test_words_are_compared_without_accents_and_capitals() -> None:
    assert same_word("  ÉCOLE", "ecole")
    assert not same_word("", "ecole")
    picked = pick_positions(24)
    assert len(set(picked)) == 3
    assert picked == sorted(picked)


def test_print_hands_over_the_words(qtbot: QtBot, page: FirstRunPage) -> None:
    step = to_passphrase(page)
    step.kept.setChecked(True)
    page.go_on()
    settle()
    with qtbot.waitSignal(page.print_requested) as printed:
        press(Qt.Key.Key_Return)
    assert printed.args == [page.draft.recovery_words]


def test_example_desk_needs_no_recovery_key(qtbot: QtBot, page: FirstRunPage) -> None:
    press(Qt.Key.Key_Return)
    start = page.step()
    assert isinstance(start, StartStep)
    page.draft.start = "demo"
    start.done.emit()
    type_in("Sara")
    press(Qt.Key.Key_Return)
    step = page.step()
    assert isinstance(step, PassphraseStep)
    step.kept.setChecked(True)
    with qtbot.waitSignal(page.finished) as finished:
        page.go_on()
    assert (finished.args[0].start, finished.args[0].recovery_words) == ("demo", "")


def test_spreadsheet_is_carried_along(qtbot: QtBot, tmp_path: Path) -> None:
    draft = Draft("nl", tmp_path)
    step = StartStep(draft, choose_file=lambda _parent: tmp_path / "lijst.xlsx")
    qtbot.addWidget(step)
    button = next(
        each for each in step.findChildren(Button) if "estand" in each.text() or "file" in each.text()
    )
    with qtbot.waitSignal(step.done):
        button.click()
    assert (draft.start, draft.choices().spreadsheet) == ("import", tmp_path / "lijst.xlsx")


def test_a_refused_folder_goes_back_to_its_field(page: FirstRunPage) -> None:
    to_passphrase(page)
    page.set_busy(True)
    page.show_problem("Deze map is niet leeg.", "folder")
    step = page.step()
    assert isinstance(step, AboutStep)
    assert step.form.box("folder").has_error()


@pytest.mark.parametrize("code", LANGUAGES)
def test_alt_letters_are_unique(page: FirstRunPage, code: str) -> None:
    use_language(code)
    for at in range(5):
        page.show_step(at)
        settle()
        assert not find_double_letters(page), at
        step = page.step()
        if isinstance(step, PassphraseStep):
            step.ways.choose("own")
            settle()
            assert not find_double_letters(page)


@pytest.mark.parametrize("scale", [100, 200])
def test_every_step_passes_every_audit(qapp: QApplication, page: FirstRunPage, scale: int) -> None:
    current().install(qapp, "light", scale)
    for at in range(5):
        page.show_step(at)
        settle()
        for audit in (audit_accessibility, find_rich_text, find_clipped_labels, find_lost_parts):
            assert not audit(page), at
        lengthen_words(page)
        assert not find_clipped_labels(page), at
