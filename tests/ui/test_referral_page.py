"""Write a dossier on its page: texts, sharing, ticked items and the paper, on a real encrypted case."""

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfWriter
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from eletdesk.desk.dossier_files import preview_dossier
from eletdesk.desk.steps import undo
from eletdesk.domain.pathway import Pathway
from eletdesk.exports.pdf.pages import draw_pages, read_text
from eletdesk.queries.live_rows import live_rows
from tests.ui.audit import settle
from tests.ui.referral_fixtures import SECRET, add_kept_case, drawn, filled_desk, show_page
from ui.open_desk import OpenDesk
from ui.printing import paint_pdf
from ui.referral.dossier_page import DossierPage
from ui.referral.reading import read_dossier
from ui.referral.section_rows import RECEIVER


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    with filled_desk(tmp_path / "desk") as opened:
        yield opened


@pytest.fixture
def case_id(desk: OpenDesk) -> str:
    return add_kept_case(desk.desk)


@pytest.fixture
def page(qtbot: QtBot, desk: OpenDesk, case_id: str) -> Iterator[DossierPage]:
    made = show_page(qtbot, DossierPage(desk, case_id))
    yield made
    made.preview.finish()


def join_pdfs(*pdfs: bytes) -> bytes:
    writer = PdfWriter()
    for pdf in pdfs:
        writer.append(io.BytesIO(pdf))
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def row_ends(page: DossierPage) -> dict[str, str]:
    return {row.key: row.end for row in page.body.sections.rows()}


def test_opening_twice_goes_on_with_the_same_dossier(desk: OpenDesk, case_id: str, page: DossierPage) -> None:
    again = DossierPage(desk, case_id)
    assert again.referral_id == page.referral_id
    again.deleteLater()


def test_the_page_starts_with_the_receiver_and_says_what_is_missing(page: DossierPage) -> None:
    assert page.body.sections.key() == RECEIVER
    assert row_ends(page)[RECEIVER] == "ontbreekt"
    assert row_ends(page)["practical"] == "ontbreekt"
    assert row_ends(page)["identification"] == ""
    assert row_ends(page)["wellbeing"] == "niet gedeeld"
    assert page.body.count.text() == "5 van 9"


def test_a_text_is_kept_with_the_referral_and_the_source_stays(
    qtbot: QtBot, desk: OpenDesk, case_id: str, page: DossierPage
) -> None:
    page.restore_view({"section": "goals"})
    assert page.editor.text() == "Vier voormiddagen aanwezig."
    page.editor.note.setPlainText("Drie voormiddagen aanwezig.")
    assert "niet bewaard" in page.editor.saved.text()
    page.keep_drafts()
    assert page.editor.saved.text() == "Bewaard"
    facts = desk.read(case_id, read_dossier, page.referral_id)
    assert facts.texts["goals"] == "Drie voormiddagen aanwezig."
    assert desk.read(case_id, live_rows, Pathway)[0].goals == "Vier voormiddagen aanwezig."
    undo(desk.desk)
    qtbot.waitUntil(lambda: page.editor.text() == "Vier voormiddagen aanwezig.")


def test_typing_is_never_taken_away_by_a_change_elsewhere(
    qtbot: QtBot, desk: OpenDesk, case_id: str, page: DossierPage
) -> None:
    from eletdesk.operations.referrals import set_due_date

    page.restore_view({"section": "goals"})
    page.editor.note.setPlainText("Half getypt")
    desk.run(case_id, set_due_date, page.referral_id, due_on=date(2026, 12, 1))
    qtbot.waitUntil(lambda: "1 dec" in page.head.subtitle.text())
    assert page.editor.text() == "Half getypt"


def test_the_words_of_the_file_can_come_back(qtbot: QtBot, page: DossierPage) -> None:
    page.restore_view({"section": "question"})
    page.editor.note.setPlainText("Iets anders")
    page.keep_drafts()
    qtbot.waitUntil(page.editor.again.isVisible)
    page.editor.again.click()
    qtbot.waitUntil(lambda: page.editor.text() == "Afwezig in de namiddag.")
    assert not page.editor.again.isVisible()


def test_a_suggestion_starts_a_line_in_the_language_of_the_dossier(page: DossierPage) -> None:
    page.restore_view({"section": "already_done"})
    page.editor.note.setPlainText("Eerste regel")
    button = page.editor.suggestions.widgets()[1]
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert page.editor.text() == "Eerste regel\nKlassenraad: "
    assert page.editor.note.hasFocus()


def test_space_shares_a_section_or_keeps_it(qtbot: QtBot, page: DossierPage) -> None:
    sections = page.body.sections
    sections.setFocus()
    sections.choose("wellbeing")
    QTest.keyClick(sections, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: row_ends(page)["wellbeing"] == "leeg")
    QTest.keyClick(sections, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: row_ends(page)["wellbeing"] == "niet gedeeld")


def test_a_receiver_without_secrecy_never_gets_the_sensitive_section(qtbot: QtBot, page: DossierPage) -> None:
    page.receiver.bound.box.click()
    qtbot.waitUntil(lambda: not page.facts.is_bound)
    page.body.sections.choose("wellbeing")
    with qtbot.waitSignal(page.problem_requested) as told:
        QTest.keyClick(page.body.sections, Qt.Key.Key_Space)
    assert "beroepsgeheim" in told.args[0]
    assert "wellbeing" not in page.facts.shared
    assert not page.editor.share_box.isEnabled()


def test_confidential_notes_are_counted_and_cannot_be_ticked(
    qtbot: QtBot, desk: OpenDesk, case_id: str, page: DossierPage
) -> None:
    page.restore_view({"section": "already_done"})
    rows = page.editor.items.rows()
    assert len(rows) == 2
    words = " ".join(label.text() for label in page.editor.items.findChildren(type(page.editor.title_label)))
    assert "1 vertrouwelijke notitie" in words
    first = next(iter(rows.values()))
    first.box.setFocus()
    QTest.keyClick(first.box, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: row_ends(page)["already_done"] == "")
    assert first.box.hasFocus()
    text = read_text(preview_dossier(desk.desk, case_id, page.referral_id))
    assert "Afspraken rond slaap" in text
    assert SECRET not in text


def test_the_paper_shows_what_is_typed_before_it_is_kept_and_writes_no_file(
    qtbot: QtBot, tmp_path: Path, desk: OpenDesk, case_id: str, page: DossierPage
) -> None:
    before = {path: path.stat().st_size for path in tmp_path.rglob("*")}
    page.restore_view({"section": "practical"})
    with qtbot.waitSignal(page.preview.drawn, timeout=20_000):
        page.editor.note.setPlainText("Woensdag vrij na de middag")
    drawn(qtbot, page)
    assert "Woensdag vrij na de middag" in read_text(page.preview.pdf)
    assert len(page.preview.paper.pages()) == len(draw_pages(page.preview.pdf, 0.2))
    assert "Woensdag" not in desk.read(case_id, read_dossier, page.referral_id).texts["practical"]
    assert {path: path.stat().st_size for path in tmp_path.rglob("*")} == before


def test_the_dossier_speaks_its_own_language(qtbot: QtBot, page: DossierPage) -> None:
    page.receiver.language.set_value("fr")
    qtbot.waitUntil(lambda: page.facts.language == "fr")
    drawn(qtbot, page)
    assert "Dossier d'orientation NAFT" in read_text(page.preview.pdf)
    assert page.head.title_label.text() == "Verwijsdossier NAFT"


def test_the_receiver_and_the_day_are_kept_on_leaving_the_field(
    qtbot: QtBot, desk: OpenDesk, case_id: str, page: DossierPage
) -> None:
    page.focus_first()
    assert page.receiver.recipient.hasFocus()
    QTest.keyClicks(page.receiver.recipient, "Groeikracht vzw")
    QTest.keyClick(page.receiver.recipient, Qt.Key.Key_Tab)
    page.receiver.due.set_text("wo")
    page.keep_drafts()
    facts = desk.read(case_id, read_dossier, page.referral_id)
    assert (facts.recipient, facts.due_on) == ("Groeikracht vzw", date(2026, 11, 25))
    qtbot.waitUntil(lambda: "Groeikracht vzw · vóór wo 25 nov" in page.head.subtitle.text())


def test_a_wrong_day_stays_in_its_field(desk: OpenDesk, case_id: str, page: DossierPage) -> None:
    page.receiver.due.set_text("31/2")
    page.keep_drafts()
    assert page.receiver.due.text() == "31/2"
    assert "bestaat niet" in page.receiver.due.message.text()
    assert desk.read(case_id, read_dossier, page.referral_id).due_on is None


def test_next_and_previous_walk_through_every_section(page: DossierPage) -> None:
    page.restore_view({"section": RECEIVER})
    seen = [page.body.sections.key()]
    for _step in range(9):
        page.body.next.click()
        settle()
        seen.append(page.body.sections.key())
    assert seen == [row.key for row in page.body.sections.rows()]
    assert page.body.next.text() == "Klaar: naar de kno&p"
    page.body.next.click()
    assert page.head.issue.hasFocus()
    page.body.previous.click()
    assert page.body.sections.key() == seen[-2]


def test_zoom_and_whole_width(qtbot: QtBot, page: DossierPage) -> None:
    fitting = page.preview.scale()
    page.preview.larger.click()
    drawn(qtbot, page)
    assert page.preview.scale() == pytest.approx(fitting * 1.25)
    page.preview.wide.click()
    settle()
    assert not page.middle.isVisible()
    assert page.preview.width() > 1100
    page.preview.wide.click()
    assert page.middle.isVisible()


def test_paper_is_printed_page_by_page_from_memory(tmp_path: Path, page: DossierPage) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    twice = join_pdfs(page.preview.pdf, page.preview.pdf)
    assert paint_pdf(printer, twice) == len(draw_pages(twice, 0.1)) > 1
    assert len(draw_pages((tmp_path / "paper.pdf").read_bytes(), 0.1)) == len(draw_pages(twice, 0.1))


def test_a_page_that_goes_away_while_its_paper_is_drawn_does_no_harm(
    qtbot: QtBot, desk: OpenDesk, case_id: str
) -> None:
    page = DossierPage(desk, case_id)
    page.resize(1220, 800)
    page.show()
    qtbot.waitUntil(page.preview.is_drawing, timeout=20_000)
    with qtbot.waitSignal(page.destroyed, timeout=20_000):
        page.deleteLater()
    other = show_page(qtbot, DossierPage(desk, case_id))
    assert other.preview.pdf.startswith(b"%PDF")
    other.preview.finish()
