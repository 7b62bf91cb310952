"""No cell of an export is run as a formula: 10,000 hostile cells, CSV and workbook."""

import csv
import io
import random
import unicodedata
import zipfile

import pytest
from python_calamine import CalamineWorkbook

from eletdesk.exports.formula_guard import guarded, is_dangerous
from eletdesk.exports.spreadsheet import Sheet, write_rows_xlsx, write_tables_csv

DANGEROUS = "=+-@|%\t\r\n＝＋－＠％｜﹦﹢﹣﹫−"
INVISIBLE = " \u00a0\u200b\u200e\u202e\u2060\ufeff\u2003\u3000\u00ad\u034f\u3164\x00\x0b\x1f\ufe0f"
ORDINARY = "aZé5(\"'#;,<&_~^ß"
TAILS = ("", "1+1", "cmd|' /C calc'!A0", 'HYPERLINK("http://x","k")', "SUM(A1:A9)", "Noor", "32 470", "; x")


def _first_that_counts(text: str) -> str:
    """The first character that a spreadsheet program acts on, told in another way than the guard does it."""
    for character in text:
        if character in "\t\r\n":
            return character
        if not (unicodedata.category(character)[0] in "CZM" or character == "\u3164"):
            return character
    return ""


def _hostile_cells() -> list[str]:
    chance = random.Random(20261122)
    starts = [first + tail for first in DANGEROUS for tail in TAILS]
    while len(starts) < 10_000:
        blanks = "".join(chance.choices(INVISIBLE, k=chance.randint(0, 4)))
        starts.append(blanks + chance.choice(DANGEROUS) + chance.choice(TAILS))
    return starts


def _read_csv(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_ten_thousand_hostile_cells_are_text_in_csv() -> None:
    cells = _hostile_cells()
    assert len(cells) >= 10_000
    rows = _read_csv(write_tables_csv(Sheet("x", ("=1+1",), tuple((cell,) for cell in cells))))
    assert len(rows) == len(cells) + 1
    left = [
        row[0]
        for row in rows
        if unicodedata.normalize("NFKC", _first_that_counts(row[0]))[:1] in "=+-@|%−\t\r\n"
    ]
    assert left == []


def test_ten_thousand_hostile_cells_are_text_in_a_workbook() -> None:
    cells = _hostile_cells()
    content = write_rows_xlsx(["=1+1"], [[cell] for cell in cells], "=cmd|x")
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml")
        assert not [name for name in parts.namelist() if "External" in name or "vba" in name.casefold()]
    assert b"<f>" not in sheet
    assert b"hyperlink" not in sheet
    rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    assert len(rows) == len(cells) + 1


@pytest.mark.parametrize("text", ["Noor", "5", "(a)", "'=1", "", "   ", "a=b", "é", "1-2", "²", "<b>"])
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert guarded(text) == text


@pytest.mark.parametrize("first", DANGEROUS)
@pytest.mark.parametrize("blank", ["", *INVISIBLE])
def test_each_dangerous_start_is_found_behind_each_blank(first: str, blank: str) -> None:
    assert is_dangerous(f"{blank}{first}1")
    assert guarded(f"{blank}{first}1").startswith("'")


@pytest.mark.parametrize("first", ORDINARY)
def test_an_ordinary_character_in_front_makes_it_harmless(first: str) -> None:
    assert not is_dangerous(f"{first}=1")
