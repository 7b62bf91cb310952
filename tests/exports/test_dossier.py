"""A dossier as PDF: what it says, what it hides, and that hostile or endless text does nothing."""

import io
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from eletdesk.exports.dossier_content import DossierContent
from eletdesk.exports.pdf.dossier import render_dossier
from eletdesk.exports.pdf.pages import read_text
from tests.exports.invented_dossier import NAME, dossier, section

HOSTILE = (
    '<img src="/etc/passwd"/>',
    '<a href="javascript:app.alert(1)">klik</a>',
    '<link href="file:///etc/passwd">x</link>',
    "<b>vet",
    "</para><para>",
    "&lt;&amp;&#0;&bogus;",
    "<para backColor='red'>",
    "<onDraw name='x' label='y'/>",
    "{{7*7}} %(name)s {0}",
    "\\x00\x00\x07\x1b",
)


def _reader(content: DossierContent) -> PdfReader:
    return PdfReader(io.BytesIO(render_dossier(content)))


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_everything_that_was_composed_is_read_back() -> None:
    content = dossier(
        section(
            title="Identificatie",
            question="Over wie gaat het?",
            rows=(("Naam", NAME), ("School", "Lyceum De Kade"), ("Adres", "1070 Anderlecht")),
            paragraphs=("Eerste regel.\nTweede regel.",),
            bullets=("Vier voormiddagen", "Een proefdag"),
        )
    )
    text = read_text(render_dossier(content))
    for expected in (
        "Verwijsdossier NAFT",
        "CLB De Brug, An Declercq",
        "23 november 2026",
        "Groeikracht vzw",
        "Identificatie",
        "Over wie gaat het?",
        NAME,
        "Lyceum De Kade",
        "1070 Anderlecht",
        "Eerste regel.",
        "Tweede regel.",
        "Vier voormiddagen",
        "ML 2026-014",
        "De jongere",
        "1 / 1",
    ):
        assert expected in text


def test_equal_content_gives_equal_bytes_and_other_content_does_not() -> None:
    assert render_dossier(dossier()) == render_dossier(dossier())
    assert render_dossier(dossier()) != render_dossier(dossier(made_by="Iemand anders"))


@pytest.mark.parametrize(("language", "mark"), [("nl", "ONTWERP"), ("fr", "PROJET"), ("en", "DRAFT")])
def test_a_draft_says_so_on_every_page(language: str, mark: str) -> None:
    long_note = section(paragraphs=tuple(f"Alinea {n}. " + "woord " * 60 for n in range(40)))
    pages = read_text(render_dossier(dossier(long_note, is_draft=True, language=language))).split("\f")
    assert len(pages) > 2
    assert all(mark in page for page in pages)
    assert mark not in read_text(render_dossier(dossier(language=language)))


def test_the_description_holds_no_name_no_moment_and_no_machine() -> None:
    reader = _reader(dossier())
    assert reader.metadata is not None
    described = " ".join(str(value) for value in reader.metadata.values())
    assert "Verwijsdossier NAFT" in described
    for secret in ("Mathis", "Lambert", "Declercq", "anonymous", "ReportLab", "2026"):
        assert secret not in described
    assert str(reader.root_object["/Lang"]) == "nl-BE"


def test_a_title_with_a_name_in_it_does_not_reach_the_description() -> None:
    reader = _reader(dossier(title="Verwijsdossier Mathis"))
    assert reader.metadata is not None
    assert "Mathis" not in str(reader.metadata.title)


def test_each_section_is_a_bookmark_on_its_page() -> None:
    sections = [section(title=f"Deel {n}", paragraphs=("woord " * 300,)) for n in range(6)]
    reader = _reader(dossier(*sections))
    marks = {str(mark.title): reader.get_destination_page_number(mark) for mark in reader.outline}  # type: ignore[union-attr, arg-type]
    assert list(marks) == [f"Deel {n}" for n in range(6)]
    for title, page in marks.items():
        assert page is not None
        assert title in reader.pages[page].extract_text()


@pytest.mark.parametrize("lines", range(1, 60, 3))
def test_a_title_never_stands_alone_at_the_foot_of_a_page(lines: int) -> None:
    filler = section(title="Begin", paragraphs=tuple(f"Regel {n}" for n in range(lines)))
    last = section(title="LAATSTE", paragraphs=tuple(f"Inhoud {n} " + "woord " * 40 for n in range(9)))
    pages = read_text(render_dossier(dossier(filler, last))).split("\f")
    page = next(page for page in pages if "LAATSTE" in page)
    assert "Inhoud 0" in page


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_printed_and_nothing_more(text: str) -> None:
    everywhere = section(
        title=f"T {text}",
        question=text,
        rows=((text, text), (text, text * 30)),
        paragraphs=(text,),
        bullets=(text,),
    )
    content = dossier(
        everywhere,
        title=f"Titel {text}",
        made_by=text,
        organisation=text,
        recipient=text,
        case_title=text,
        signatures=(text,),
        young_person=text,
    )
    pdf = render_dossier(content)
    reader = PdfReader(io.BytesIO(pdf))
    for page in reader.pages:
        assert "/Annots" not in page
        assert not list(page.images)
    assert b"/JavaScript" not in pdf
    assert b"/URI" not in pdf
    shown = re.sub(r"[\x00-\x1f]", "", text)
    assert _squeezed(shown) in _squeezed(read_text(pdf))


@settings(max_examples=60)
@given(st.text(max_size=400), st.text(max_size=80))
def test_any_text_at_all_becomes_a_pdf(text: str, short: str) -> None:
    one = section(title=short, rows=((short, text),), paragraphs=(text,), bullets=(short,))
    content = dossier(one, title=short, case_title=text, young_person=short, made_by=short, recipient=text)
    assert "\x00" not in read_text(render_dossier(content))


def test_a_note_of_20_000_words_is_printed_to_its_last_word() -> None:
    words = [f"woord{n}" for n in range(20_000)]
    text = read_text(render_dossier(dossier(section(paragraphs=(" ".join(words),)))))
    assert re.findall(r"woord\d+", text) == words


def test_one_endless_word_is_cut_and_not_lost() -> None:
    text = read_text(render_dossier(dossier(section(paragraphs=("x" * 30_000,), rows=(("r", "y" * 9_000),)))))
    assert text.count("x") >= 30_000
    assert text.count("y") >= 9_000


def test_a_section_without_content_says_so() -> None:
    assert "Niets ingevuld" in read_text(render_dossier(dossier(section(title="Toestemming"))))


def test_the_words_of_the_frame_follow_the_dossier_and_not_the_screen() -> None:
    french = read_text(render_dossier(replace(dossier(), language="fr", title="Dossier d'orientation")))
    assert "23 novembre 2026" in french
    assert "Confidentiel" in french


@pytest.mark.parametrize("lines", range(20, 60, 3))
def test_nobody_signs_a_page_without_content(lines: int) -> None:
    filler = section(title="Begin", paragraphs=tuple(f"Regel {n}" for n in range(lines)))
    last = section(title="Toestemming", paragraphs=("Mathis gaat akkoord.",))
    pages = read_text(render_dossier(dossier(filler, last))).split("\f")
    assert "Mathis gaat akkoord." in next(page for page in pages if "Een ouder" in page)


@pytest.mark.parametrize("lines", range(20, 60, 3))
def test_a_short_section_is_not_torn_apart(lines: int) -> None:
    filler = section(title="Begin", paragraphs=tuple(f"Regel {n}" for n in range(lines)))
    goals = section(title="Doelen", bullets=("Doel een", "Doel twee", "Doel drie"), is_numbered=True)
    pages = read_text(render_dossier(dossier(filler, goals, section()))).split("\f")
    page = next(page for page in pages if "Doelen" in page)
    assert "1. Doel een" in page
    assert "Doel drie" in page
