"""The guide says what the program does: its keys, its commands, its words, and what one line becomes."""

import re
from datetime import date
from functools import cache

import pytest

from eletdesk.cli.arguments import parser
from eletdesk.domain.people_index import KnownPerson, PeopleIndex
from eletdesk.domain.quick_line import parse_quick_line
from eletdesk.translation import speaking
from tests.structure.house import ROOT
from tools.word_catalogues import LANGUAGES, areas, catalogue_path, read_catalogue
from ui.pages import PAGES
from ui.window_actions import DEEDS

MONDAY = date(2026, 11, 23)
PEOPLE = PeopleIndex([KnownPerson("1", "Noor", "Verlinden"), KnownPerson("2", "Mathis", "Lambert")])
BELGIAN_DIGITS = {1: "&", 2: "é", 3: '"', 4: "'", 5: "(", 6: "§", 7: "è", 8: "!", 9: "ç"}
_ARROWS = {"Left": "←", "Right": "→"}
_WORDS = re.compile(r"^\| [^|]+ \| ([^|]+) \|$", re.MULTILINE)
_EXAMPLE = re.compile(r"^\| `([^`]+)` \| (.+?) \| (.+?) \|$", re.MULTILINE)


@cache
def guide(language: str) -> str:
    return (ROOT / "docs" / "guide" / f"{language}.md").read_text("utf-8")


def _keys() -> list[str]:
    keys = [key for deed in DEEDS for key in deed.keys]
    digits = [kind.digit for kind in PAGES.values() if kind.digit]
    keys += [f"Ctrl+{key}" for digit in digits for key in (digit, BELGIAN_DIGITS[digit])]
    for name, arrow in _ARROWS.items():
        keys = [key.replace(name, arrow) for key in keys]
    return keys


@cache
def _words_on_screen(language: str) -> frozenset[str]:
    said: set[str] = set()
    for area in areas():
        for message in read_catalogue(catalogue_path(language, area)):
            texts = message.string or ()
            said |= {text.replace("&", "") for text in ((texts,) if isinstance(texts, str) else texts)}
    return frozenset(said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_is_in_the_guide(language: str) -> None:
    assert len(_keys()) > 30
    assert [key for key in _keys() if f"`{key}`" not in guide(language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_is_in_the_guide(language: str) -> None:
    commands = re.findall(r"^    ([a-z]+)(?: {2,}|$)", parser().format_help(), re.MULTILINE)
    assert "dossier" in commands
    assert "passphrase" in commands
    assert [name for name in commands if f"`eletdesk {name}" not in guide(language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_bold_word_stands_on_the_screen(language: str) -> None:
    bold = re.findall(r"\*\*(.+?)\*\*", guide(language).replace("\n", " "))
    shown = {re.sub(r"\s+", " ", word) for word in bold}
    assert len(shown) > 40
    assert sorted(shown - _words_on_screen(language)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_is_understood_as_the_guide_says(language: str) -> None:
    examples = [found for found in _EXAMPLE.findall(guide(language)) if " · " in found[1]]
    assert len(examples) > 8
    with speaking(language):
        for typed, understood, note in examples:
            line = parse_quick_line(typed, PEOPLE, MONDAY)
            labels = dict.fromkeys(span.label for span in line.spans)
            assert (" · ".join(labels), line.note or "–") == (understood, note)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_table_is_understood(language: str) -> None:
    [table] = [block for block in guide(language).split("\n\n") if "whatsapp" in block]
    rows = [row for row in _WORDS.findall(table)[1:] if "#" not in row and not row.startswith("@")]
    words = [word for row in rows for word in re.split(r" ?[,;] ", row) if "@" not in word]
    assert len(words) > 75

    def is_understood(word: str) -> bool:
        lines = [parse_quick_line(f"noor {kind}{word} xyz", PEOPLE, MONDAY) for kind in ("", "sms ")]
        return any((line.task.text if line.task else line.note) == "xyz" for line in lines)

    assert [word for word in words if not is_understood(word)] == []


def test_the_three_guides_have_the_same_parts() -> None:
    shapes = [re.findall(r"^(#+ |- \[|\| `|\d\. )", guide(language), re.MULTILINE) for language in LANGUAGES]
    assert shapes[0] == shapes[1] == shapes[2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_is_linked_at_the_top(language: str) -> None:
    titles = re.findall(r"^## (.+)$", guide(language), re.MULTILINE)
    links = re.findall(r"^- \[(.+)\]\(#(.+)\)$", guide(language), re.MULTILINE)
    assert [title for title, _link in links] == titles
    for title, link in links:
        assert link == re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")
