"""Workbooks and CSV open again in another program, with the same cells and nothing about the writer."""

import io
import re
import zipfile
from datetime import date

import pytest
from python_calamine import CalamineWorkbook

from eletdesk.exports.spreadsheet import Sheet, write_rows_xlsx, write_tables_csv, write_tables_xlsx

CASELOAD = (
    ("Noor", "+32 470 00 00 00", 12, 4.5, date(2026, 11, 23), None),
    ("Łukasz", "0012", 3, 0.0, None, "=1+1"),
)
HEADERS = ("Naam", "Telefoon", "Gesprekken", "Dagdelen", "Laatste", "Opmerking")


def _rows(content: bytes, sheet: int = 0) -> list[list[object]]:
    return list(CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(sheet).to_python())  # type: ignore[arg-type]


def test_a_caseload_reads_back_cell_by_cell() -> None:
    rows = _rows(write_rows_xlsx(HEADERS, CASELOAD, "Jongeren"))
    assert rows[0] == list(HEADERS)
    assert rows[1] == ["Noor", "+32 470 00 00 00", 12.0, 4.5, date(2026, 11, 23), ""]
    assert rows[2] == ["Łukasz", "0012", 3.0, 0.0, "", "=1+1"]


def test_the_workbook_names_nobody_and_no_moment() -> None:
    content = write_rows_xlsx(HEADERS, CASELOAD, "Jongeren")
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        core = parts.read("docProps/core.xml").decode()
        moments = {entry.date_time for entry in parts.infolist()}
    assert re.findall(r"<dc:creator>(.*?)</dc:creator>", core) in ([""], [])
    assert set(re.findall(r"\d{4}-\d\d-\d\d", core)) == {"2000-01-01"}
    assert moments == {(1980, 1, 1, 0, 0, 0)}


def test_equal_rows_give_equal_bytes() -> None:
    assert write_rows_xlsx(HEADERS, CASELOAD, "J") == write_rows_xlsx(HEADERS, CASELOAD, "J")


def test_text_that_looks_like_a_formula_stays_text_after_editing() -> None:
    content = write_rows_xlsx(["a"], [["=1+1"]], "x")
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert b'quotePrefix="1"' in parts.read("xl/styles.xml")


def test_each_table_has_a_sheet_and_no_name_is_refused_or_taken_twice() -> None:
    names = ("Fase", "fase", "a/b:c*d?[e]", "", "x" * 50, "History", "'quoted'")
    sheets = [Sheet(name, ("A",), (("b",),)) for name in names]
    book = CalamineWorkbook.from_filelike(io.BytesIO(write_tables_xlsx(sheets, "t")))
    assert len(book.sheet_names) == len(names)
    assert len({name.casefold() for name in book.sheet_names}) == len(names)
    assert all(0 < len(name) <= 31 for name in book.sheet_names)


def test_heading_notes_and_total_stand_around_the_table() -> None:
    sheet = Sheet(
        "Fase", ("Fase", "Jongeren"), (("Start", 12), ("In totaal", 12)), "Fase", ("Een uitleg.",), True
    )
    rows = _rows(write_tables_xlsx([sheet], "t"))
    assert rows[0][0] == "Fase"
    assert rows[2:5] == [["Fase", "Jongeren"], ["Start", 12.0], ["In totaal", 12.0]]
    assert "Een uitleg." in [row[0] for row in rows]


@pytest.mark.parametrize("text", ["a\x00\x07b", "\ud800", "x" * 50_000, "regel\ntwee", "<&>\"'", "_x0041_"])
def test_any_text_can_be_written(text: str) -> None:
    kept = re.sub("[\x00-\x08\ud800]", "", text)[:32767]
    assert _rows(write_rows_xlsx(["kop"], [[text], ["anker"]], "t"))[1][0] == kept


def test_csv_opens_with_accents_semicolons_and_quotes() -> None:
    sheet = Sheet("x", ("Naam", "Aantal", "Dag"), (('Zoë; "Z"', 5, date(2026, 1, 2)), ("-", None, None)))
    content = write_tables_csv(sheet)
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig") == 'Naam;Aantal;Dag\r\n"Zoë; ""Z""";5;2026-01-02\r\n\'-;;\r\n'
