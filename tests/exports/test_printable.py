"""Every name prints: the fonts cover it, or its place shows what could not be drawn."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eletdesk.exports.pdf.dossier import render_dossier
from eletdesk.exports.pdf.fonts import is_drawable
from eletdesk.exports.pdf.pages import read_text
from eletdesk.exports.pdf.printable import lines_of, printable, unprintable
from tests.exports.invented_dossier import dossier, section

BLOCKS = {
    "Latin": (0x20, 0x24F),
    "phonetic": (0x250, 0x2AF),
    "marks": (0x300, 0x36F),
    "Greek": (0x370, 0x3FF),
    "Cyrillic": (0x400, 0x52F),
    "Hebrew": (0x5D0, 0x5EA),
    "Arabic": (0x620, 0x63C),
    "more Arabic": (0x640, 0x64A),
    "Persian and Urdu": (0x671, 0x6D3),
    "Georgian": (0x10D0, 0x10F0),
    "Latin additional": (0x1E00, 0x1EFF),
    "Greek extended": (0x1F00, 0x1FFF),
    "punctuation": (0x2010, 0x205E),
}
COPTIC = range(0x3E2, 0x3F0)
NAMES = (
    "Şükrü Çağlayan Öztürk",
    "Łukasz Wąsik-Żółć",
    "Nguyễn Thị Phượng",
    "Ștefan Țurcanu",
    "Γιώργος Παπαδόπουλος",
    "Владимир Ђорђевић",
    "Ħamrun Ġorġ",
    "Ɓukar Ɗan Ƙano",
    "Ọlúwaṣẹ́un",
    "Jiří Dvořák",
    "გიორგი",
)


def _characters(first: int, last: int) -> list[str]:
    codes = (chr(code) for code in range(first, last + 1) if code not in COPTIC)
    return [one for one in codes if unicodedata.category(one) not in ("Cn", "Cc", "Cf", "Zs", "Zl", "Zp")]


@pytest.mark.parametrize("block", BLOCKS)
def test_every_character_of_these_scripts_has_a_glyph(block: str) -> None:
    assert [one for one in _characters(*BLOCKS[block]) if not is_drawable(one)] == []


@pytest.mark.parametrize(
    "block", ["Latin", "phonetic", "Greek", "Cyrillic", "Latin additional", "Greek extended"]
)
def test_every_character_is_read_back_from_the_page(block: str) -> None:
    characters = _characters(*BLOCKS[block])
    text = read_text(render_dossier(dossier(section(paragraphs=(" ".join(characters),)))))
    expected = unicodedata.normalize("NFC", "".join(characters)).replace("\xad", "")
    assert [one for one in expected if not one.isspace() and one not in text] == []


@pytest.mark.parametrize("name", NAMES)
def test_names_are_printed_as_they_are(name: str) -> None:
    content = dossier(section(rows=(("Naam", name),)), young_person=name, case_title=name)
    assert read_text(render_dossier(content)).count(unicodedata.normalize("NFC", name)) == 2
    assert unprintable(name) == ()


@given(st.text())
def test_nothing_ever_prints_as_an_empty_box(text: str) -> None:
    assert all(is_drawable(one) for one in printable(text))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ＡＢＣ①", "ABC1"),
        ("Zoë 😀", "Zoë [grinning face]"),
        ("👍🏽", "[thumbs up sign]"),
        ("ሰላም", "[U+1230 U+120B U+121D]"),
        ("陈", "[U+9648]"),
        ("a\ud800b", "a[U+D800]b"),
        ("Noor\u202egnp.exe", "Noorgnp.exe"),
        ("tab\there", "tab here"),
        ("een\u2003twee\u202fdrie", "een twee\u00a0drie"),
        ("nul\x00\x07bel", "nulbel"),
        ("e\u0301", "é"),
    ],
)
def test_what_has_no_glyph_is_named_and_what_is_invisible_is_dropped(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_what_will_be_printed_as_a_name_is_reported() -> None:
    assert unprintable("Zoë 😀 en ሰሰ") == ("😀", "ሰ")
    assert unprintable("Zoë\u200b Verlinden") == ()


def test_lines_break_at_every_kind_of_line_break() -> None:
    assert lines_of("een\r\ntwee\rdrie\n\n\u2028vier\x0bvijf") == ["een", "twee", "drie", "vier", "vijf"]
