"""Arabic and Hebrew are joined and turned as the two reference packages of PyPI do it (see the data file)."""

import json
from pathlib import Path

import pytest

from eletdesk.exports.pdf.dossier import render_dossier
from eletdesk.exports.pdf.fonts import is_drawable
from eletdesk.exports.pdf.pages import read_text
from eletdesk.exports.pdf.printable import printable
from eletdesk.exports.pdf.right_to_left import (
    in_order_of_the_eye,
    joined,
    runs_right_to_left,
    starts_right_to_left,
)
from tests.exports.invented_dossier import dossier, section

REFERENCE = json.loads((Path(__file__).parent.parent / "data" / "right_to_left.json").read_text("utf-8"))


def _turned(text: str, *, is_right: bool) -> str:
    [line] = in_order_of_the_eye(text, [(0, len(text))], is_right=is_right)
    return line


@pytest.mark.parametrize("case", REFERENCE["order"], ids=lambda case: ascii(case["text"]))
def test_the_order_is_that_of_the_reference(case: dict[str, str]) -> None:
    assert _turned(case["text"], is_right=False) == case["from_left"]
    assert _turned(case["text"], is_right=True) == case["from_right"]


@pytest.mark.parametrize("case", REFERENCE["joined"], ids=lambda case: ascii(case["text"]))
def test_letters_are_joined_as_in_the_reference(case: dict[str, str]) -> None:
    assert joined(case["text"]) == case["joined"]


def test_brackets_are_mirrored_and_digits_stay() -> None:
    assert _turned("אב (12) ג", is_right=True) == "ג (12) בא"


def test_a_line_is_turned_as_a_part_of_its_paragraph() -> None:
    text = "Noor אב 12 גד"
    lines = list(in_order_of_the_eye(text, [(0, 8), (8, len(text))], is_right=False))
    assert [line.strip() for line in lines] == ["Noor בא", "דג 12"]
    assert _turned("12 גד", is_right=False) == "12 דג"


def test_every_joined_letter_has_a_glyph() -> None:
    letters = [chr(code) for code in range(0x600, 0x700) if is_drawable(chr(code))]
    assert len(letters) > 100
    shown = printable("".join(one + other + one for one in letters for other in letters))
    assert [one for one in joined(shown) if not is_drawable(one)] == []


def test_vowel_signs_stay() -> None:
    assert joined("مُحَمَّد").count("\u0651") == 1


def test_latin_text_is_left_alone() -> None:
    text = "Noor Verlinden (16), 4de jaar"
    assert not runs_right_to_left(text)
    assert joined(text) == text
    assert _turned(text, is_right=False) == text


def test_the_first_letter_decides_where_a_paragraph_starts() -> None:
    assert starts_right_to_left("12. محمد Noor")
    assert not starts_right_to_left("12. Noor محمد")


def test_names_from_the_right_are_read_back_from_the_page() -> None:
    content = dossier(section(rows=(("Naam", "دوري"), ("Naam", "דוד כהן"))), young_person="دوري")
    text = read_text(render_dossier(content))
    assert "دوري" in text
    assert "דוד כהן" in text


def test_a_long_arabic_note_is_broken_into_lines_from_its_beginning() -> None:
    words = [f"كلمة{n}" for n in range(100, 160)]
    text = read_text(render_dossier(dossier(section(paragraphs=(" ".join(words),)))))
    places = [text.index(str(n)) for n in (100, 130, 159)]
    assert places == sorted(places)
