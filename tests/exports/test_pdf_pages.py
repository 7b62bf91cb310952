"""Pages are drawn and protected in memory, and opened by other programs."""

import io
import threading
from datetime import date

import pytest
from PIL import Image
from pypdf import PdfReader

from eletdesk.errors import InvalidInputError
from eletdesk.exports.pdf.dossier import render_dossier
from eletdesk.exports.pdf.pages import PageImage, draw_pages, read_text
from eletdesk.exports.pdf.protect import protect_pdf
from eletdesk.exports.pdf.recovery_sheet import render_recovery_sheet
from tests.exports.invented_dossier import dossier

WORDS = [f"woord{n:02d}x" for n in range(1, 25)]
PETROL = (15, 95, 99)


def _picture(page: PageImage) -> Image.Image:
    size = (page.width, page.height)
    return Image.frombuffer("RGB", size, page.pixels, "raw", "BGRX", page.stride, 1)


def test_a_page_is_a4_with_a_petrol_band_on_white() -> None:
    page = draw_pages(render_dossier(dossier()), 1.0)[0]
    assert (page.width, page.height) == (596, 842)
    picture = _picture(page)
    assert picture.getpixel((300, 5)) == PETROL
    assert picture.getpixel((5, 400)) == (255, 255, 255)


def test_the_draft_mark_is_pale_enough_to_read_through() -> None:
    def darkest_in_the_middle(is_draft: bool) -> int:
        picture = _picture(draw_pages(render_dossier(dossier(is_draft=is_draft)), 1.0)[0])
        shades = picture.crop((150, 380, 450, 500)).convert("L").histogram()
        return next(shade for shade, pixels in enumerate(shades) if pixels)

    assert darkest_in_the_middle(False) == 255
    assert 230 <= darkest_in_the_middle(True) < 255


def test_pages_can_be_asked_for_from_several_threads_at_once() -> None:
    pdf = render_dossier(dossier())
    expected = draw_pages(pdf, 0.5)
    drawn: list[list[PageImage]] = []
    threads = [threading.Thread(target=lambda: drawn.append(draw_pages(pdf, 0.5))) for _n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert drawn == [expected] * 6


def test_only_the_password_opens_a_protected_dossier() -> None:
    pdf = protect_pdf(render_dossier(dossier()), "appel-berg-42")
    assert "Mathis Lambert" in read_text(pdf, "appel-berg-42")
    reader = PdfReader(io.BytesIO(pdf))
    assert reader.is_encrypted
    assert not reader.decrypt("appel-berg-41")
    assert reader.decrypt("appel-berg-42")
    assert b"/AESV3" in pdf
    assert b"Verwijsdossier" not in pdf


def test_an_empty_password_is_refused() -> None:
    with pytest.raises(InvalidInputError) as refused:
        protect_pdf(render_dossier(dossier()), "")
    assert refused.value.field == "password"


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_the_recovery_sheet_is_one_page_with_every_word_in_order(language: str) -> None:
    pdf = render_recovery_sheet(WORDS, "CLB De Brug", date(2026, 11, 23), language)
    text = read_text(pdf)
    assert "\f" not in text
    assert sorted(word for word in WORDS if word in text) == WORDS
    for number, word in enumerate(WORDS, start=1):
        assert f"{number} {word}" in text.replace("\r\n", " ").replace("\n", " ")
    assert "CLB De Brug" in text
    reader = PdfReader(io.BytesIO(pdf))
    assert not any(word in str(reader.metadata) for word in WORDS)


def test_a_recovery_sheet_with_a_long_name_stays_one_page() -> None:
    name = "Centrum voor leerlingenbegeleiding " * 8
    assert len(draw_pages(render_recovery_sheet(WORDS, name, date(2026, 11, 23), "fr"), 0.2)) == 1
