"""A document is looked at from memory: pages, pictures, text; what is damaged says so; nothing is written."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from eletdesk.errors import EletdeskError
from eletdesk.exports.pdf.page_frame import PageFrame, build_pdf
from eletdesk.exports.pdf.text_blocks import paragraph
from eletdesk.operations.documents import add_document
from tests.ui.case_pages import Opened, opened_case
from ui.documents.pictures import MOST_PAGES, look_into
from ui.documents.preview_dialog import PreviewDialog


@pytest.fixture
def opened(tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    with opened_case(tmp_path, qtbot) as opened:
        yield opened


def pdf(pages: int = 1) -> bytes:
    from reportlab.platypus import PageBreak

    def story() -> list[object]:
        return [part for at in range(pages) for part in (paragraph(f"Pagina {at}", "body", 400), PageBreak())]

    return build_pdf(PageFrame("Brief", "nl", "voet"), story)  # type: ignore[arg-type]


def picture(kind: str = "PNG", side: int = 60) -> bytes:
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(QColor("#0F5F63"))
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind)  # type: ignore[call-overload]
    return bytes(held.data())


def test_pages_of_a_pdf_are_drawn_and_a_long_one_is_cut(qtbot: QtBot) -> None:
    looked = look_into("brief.pdf", pdf(2), 400)
    assert [image.width() for image in looked.images] == [400, 400]
    assert not looked.is_cut
    long = look_into("boek.pdf", pdf(MOST_PAGES + 3), 100)
    assert (len(long.images), long.is_cut) == (MOST_PAGES, True)


@pytest.mark.parametrize("kind", ["PNG", "JPG", "BMP"])
def test_pictures_are_shown_whatever_their_name_says(kind: str, qtbot: QtBot) -> None:
    looked = look_into("foto.doc", picture(kind), 400)
    assert looked.images[0].width() == 60
    assert look_into("foto.doc", picture(kind, 500), 400).images[0].width() == 400


def test_text_is_text_in_either_encoding(qtbot: QtBot) -> None:
    assert look_into("brief.txt", "Zoë <b>".encode(), 400).text == "Zoë <b>"
    assert look_into("brief.txt", "Zoë".encode("cp1252"), 400).text == "Zoë"


def test_what_cannot_be_shown_is_neither(qtbot: QtBot) -> None:
    looked = look_into("brief.docx", b"PK\x03\x04 not a picture", 400)
    assert (looked.images, looked.text) == ([], "")


@pytest.mark.parametrize("content", [b"%PDF-1.7 broken", picture()[:40]])
def test_damaged_files_say_so(content: bytes, qtbot: QtBot) -> None:
    with pytest.raises(EletdeskError):
        look_into("brief.pdf", content, 400)


def test_a_document_opens_from_its_tab_and_nothing_is_written(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    page, desk, case_id = opened
    document = desk.run(case_id, add_document, name="<b>brief</b>.pdf", content=pdf(2))
    before = set(tmp_path.rglob("*"))
    page.do.files.look_at(document.id)
    (dialog,) = [one for one in page.findChildren(PreviewDialog) if one.isVisible()]
    qtbot.waitUntil(lambda: not dialog.is_waiting(), timeout=20_000)
    assert len(dialog.paper.pages()) == 2
    assert dialog.title_label.text() == "<b>brief</b>.pdf"
    assert set(tmp_path.rglob("*")) == before


def test_a_kind_that_cannot_be_shown_says_what_to_do(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    document = desk.run(case_id, add_document, name="brief.docx", content=b"PK\x03\x04")
    page.do.files.look_at(document.id)
    (dialog,) = [one for one in page.findChildren(PreviewDialog) if one.isVisible()]
    qtbot.waitUntil(lambda: not dialog.is_waiting(), timeout=20_000)
    assert "kopie" in dialog.said.text()
