"""A dossier leaves: few keys, a reason without consent, a password, a full place, and the answer."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from eletdesk.desk.desk import Desk
from eletdesk.domain.referral import Disclosure
from eletdesk.exports.pdf.pages import read_text
from eletdesk.preferences import Preferences
from eletdesk.queries.live_rows import live_rows
from tests.ui.desk_fixtures import Keys
from tests.ui.referral_fixtures import KIND, add_kept_case, drawn, filled_desk, show_page
from ui.main_window import MainWindow
from ui.open_desk import OpenDesk
from ui.referral.answer_dialogs import AnswerDialog, WithdrawDialog
from ui.referral.dossier_page import DossierPage
from ui.referral.issue_dialog import IssueDialog

TEXTS = {
    "already_done": "Gesprekken op school.",
    "strengths_network": "Sterk in tekenen.",
    "practical": "Woensdag vrij.",
}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    with filled_desk(tmp_path / "desk") as opened:
        opened.desk.file.keep_setting("export_folder", str(tmp_path))
        yield opened


def write_all(desk: Desk, case_id: str, referral_id: str) -> None:
    """Write what is missing, as somebody did before."""
    from eletdesk.operations.referrals import set_recipient, write_section

    for section, text in TEXTS.items():
        desk.run(case_id, write_section, referral_id, kind=KIND, section=section, text=text)
    desk.run(case_id, set_recipient, referral_id, recipient="Groeikracht vzw")


def ready_page(qtbot: QtBot, desk: OpenDesk, case_id: str) -> DossierPage:
    page = DossierPage(desk, case_id)
    write_all(desk.desk, case_id, page.referral_id)
    page.read()
    return show_page(qtbot, page)


def dialog_of(page: DossierPage) -> IssueDialog:
    page.prepare()
    dialog = page.window().findChild(IssueDialog)
    assert isinstance(dialog, IssueDialog)
    return dialog


def left(desk: OpenDesk, case_id: str) -> list[Disclosure]:
    return desk.read(case_id, live_rows, Disclosure)


def pdf_of(folder: Path) -> Path:
    return folder / "verwijsdossier_2026-11-23.pdf"


def test_from_a_kept_case_to_the_file_in_at_most_twenty_keys(
    qtbot: QtBot, tmp_path: Path, desk: OpenDesk
) -> None:
    case_id = add_kept_case(desk.desk)
    window = MainWindow(desk, Preferences())
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    window.ways.open_dossier(case_id, "")  # what Ctrl+D on the case does
    page = window.stack.page()
    assert isinstance(page, DossierPage)
    keys = Keys(window)
    keys.count = 1
    keys.note("Groeikracht vzw")
    keys.press("Return")
    for code in ("identification", "question", "school_career"):
        assert page.body.sections.key() == code
        keys.press("Ctrl+Return")
    keys.note(TEXTS["already_done"])
    keys.press("Ctrl+Return")
    keys.note(TEXTS["strengths_network"])
    keys.press("Ctrl+Return", "Ctrl+Return", "Ctrl+Return")
    keys.note(TEXTS["practical"])
    keys.press("Ctrl+Return", "Ctrl+Return", "Return")
    dialog = window.findChild(IssueDialog)
    assert isinstance(dialog, IssueDialog)
    with qtbot.waitSignal(page.toast_requested, timeout=30_000) as told:
        keys.press("Return")
    assert keys.count <= 20
    assert told.args[0] == "Het dossier staat in verwijsdossier_2026-11-23.pdf."
    text = read_text(pdf_of(tmp_path).read_bytes())
    assert all(each in text for each in (*TEXTS.values(), "Mathis Lambert"))
    assert "ontwerp" not in text.lower()
    assert page.facts.status == "sent"
    page.preview.finish()


def test_without_consent_the_reason_is_asked_at_its_field_and_kept(
    qtbot: QtBot, tmp_path: Path, desk: OpenDesk
) -> None:
    case_id = add_kept_case(desk.desk, with_consent=False)
    page = ready_page(qtbot, desk, case_id)
    dialog = dialog_of(page)
    assert dialog.reason.isVisible()
    dialog.make()
    assert dialog.form.box("reason").has_error()
    assert not left(desk, case_id)
    dialog.reason.setText("Op vraag van de jeugdrechter")
    with qtbot.waitSignal(dialog.made, timeout=30_000):
        dialog.make()
    assert left(desk, case_id)[0].purpose == "Op vraag van de jeugdrechter"
    assert left(desk, case_id)[0].is_draft
    assert "ONTWERP" in read_text(pdf_of(tmp_path).read_bytes()).upper()
    page.preview.finish()


def test_a_password_is_typed_twice_and_locks_the_file(qtbot: QtBot, tmp_path: Path, desk: OpenDesk) -> None:
    case_id = add_kept_case(desk.desk)
    page = ready_page(qtbot, desk, case_id)
    dialog = dialog_of(page)
    dialog.password.set_text("drie kleine beren")
    dialog.again.set_text("drie kleine")
    dialog.make()
    assert dialog.form.box("again").has_error()
    dialog.again.set_text("drie kleine beren")
    with qtbot.waitSignal(dialog.made, timeout=30_000):
        dialog.make()
    content = pdf_of(tmp_path).read_bytes()
    with pytest.raises(pypdfium2.PdfiumError):
        read_text(content)
    assert "Mathis Lambert" in read_text(content, "drie kleine beren")
    page.preview.finish()


def test_a_place_that_fails_is_tried_again_without_a_second_log_line(
    qtbot: QtBot, tmp_path: Path, desk: OpenDesk
) -> None:
    case_id = add_kept_case(desk.desk)
    page = ready_page(qtbot, desk, case_id)
    dialog = dialog_of(page)
    dialog.place.setText(str(tmp_path / "not there" / "dossier.pdf"))
    dialog.make()
    qtbot.waitUntil(lambda: dialog.form.box("place").has_error(), timeout=30_000)
    dialog.place.setText(str(tmp_path / "dossier.pdf"))
    with qtbot.waitSignal(dialog.made, timeout=30_000):
        dialog.make()
    assert len(left(desk, case_id)) == 1
    assert (tmp_path / "dossier.pdf").read_bytes() == left(desk, case_id)[0].content
    page.preview.finish()


def test_an_existing_file_is_never_proposed(qtbot: QtBot, tmp_path: Path, desk: OpenDesk) -> None:
    pdf_of(tmp_path).write_bytes(b"of somebody else")
    page = ready_page(qtbot, desk, add_kept_case(desk.desk))
    assert dialog_of(page).place.text() == str(tmp_path / "verwijsdossier_2026-11-23-2.pdf")
    page.preview.finish()


@pytest.fixture
def sent(qtbot: QtBot, tmp_path: Path, desk: OpenDesk) -> Iterator[DossierPage]:
    page = ready_page(qtbot, desk, add_kept_case(desk.desk))
    dialog = dialog_of(page)
    with qtbot.waitSignal(dialog.made, timeout=30_000):
        dialog.make()
    yield page
    page.preview.finish()


def test_what_left_cannot_be_changed_and_is_what_the_paper_shows(
    qtbot: QtBot, desk: OpenDesk, sent: DossierPage
) -> None:
    drawn(qtbot, sent)
    assert sent.preview.pdf == left(desk, sent.case_id)[0].content
    sent.restore_view({"section": "practical"})
    assert sent.editor.note.isReadOnly()
    assert not sent.editor.share_box.isEnabled()
    assert sent.head.answer.isVisible()
    assert not sent.head.issue.isVisible()


def test_a_no_asks_for_its_reason(qtbot: QtBot, sent: DossierPage) -> None:
    sent.head.answer.click()
    dialog = sent.window().findChild(AnswerDialog)
    assert isinstance(dialog, AnswerDialog)
    dialog.answer.choose("rejected")
    dialog.keep()
    assert dialog.form.box("reason").has_error()
    dialog.reason.setText("Wachtlijst tot januari")
    dialog.keep()
    qtbot.waitUntil(lambda: sent.facts.status == "rejected")
    assert sent.facts.answered_on == date(2026, 11, 23)
    assert "Wachtlijst tot januari" in sent.body.notes.note.text()


def test_a_referral_that_left_is_withdrawn_with_a_reason(qtbot: QtBot, sent: DossierPage) -> None:
    sent.head.withdraw.trigger()
    dialog = sent.window().findChild(WithdrawDialog)
    assert isinstance(dialog, WithdrawDialog)
    dialog.keep()
    assert dialog.form.box("reason").has_error()
    dialog.reason.setText("Jongere verhuist")
    dialog.keep()
    qtbot.waitUntil(lambda: sent.facts.status == "withdrawn")


def test_a_new_dossier_is_asked_for_after_the_first_left(qtbot: QtBot, sent: DossierPage) -> None:
    with qtbot.waitSignal(sent.dossier_requested) as asked:
        sent.head.new.trigger()
    assert asked.args[0] == sent.case_id
    assert asked.args[1] not in ("", sent.referral_id)
