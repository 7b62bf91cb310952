"""Files made to harm: each is refused with one sentence, without filling memory and without a crash."""

import io
import struct
import zipfile
from pathlib import Path

import pytest

from eletdesk.errors import InvalidInputError
from eletdesk.imports import limits
from eletdesk.imports.caseload import plan_caseload
from eletdesk.imports.merging import people_to_write
from eletdesk.imports.place import Place
from eletdesk.imports.plan import merge_with
from eletdesk.imports.reasons import problem_sentence
from eletdesk.imports.sheet import Cell, Sheet
from eletdesk.imports.spreadsheet import read_workbook
from tests.imports.file_makers import biff, ods, ods_of, ole, raw_xlsx, xls, xlsx, zipped


def refused(content: bytes, name: str = "lijst.xlsx") -> str:
    with pytest.raises(InvalidInputError) as caught:
        read_workbook(content, name)
    assert caught.value.field == "file"
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert caught.value.__cause__ is None
    return sentence


TOO_LARGE = str(limits.too_large())
NOT_READABLE = str(limits.not_readable())
MANY_ROWS = "20000"
MANY_COLUMNS = "100"

BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "cells",
    [
        '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1048576"><v>1</v></c></row>',
        '<row r="1048576"><c r="A1048576"><v>1</v></c></row>',
        '<row r="1"><c r="CW1"><v>1</v></c></row>',
        '<row r="20001"><c><v>1</v></c></row>',
        '<row r="1048576"><c r="CV1"><v>1</v></c><c><v>1</v></c></row>',
        '<row r="1">' + "<c><v>1</v></c>" * 101 + "</row>",
    ],
)
def test_a_cell_far_away_is_refused_before_the_reader_makes_room_for_it(cells: str) -> None:
    sentence = refused(raw_xlsx(cells))
    assert MANY_ROWS in sentence or MANY_COLUMNS in sentence


def test_the_last_row_and_column_within_the_limits_are_read() -> None:
    sheet = read_workbook(raw_xlsx('<row r="20000"><c r="CV20000"><v>7</v></c></row>'))[0]
    assert sheet.cell(20_000, 99) == 7


@pytest.mark.parametrize(
    "reference", ["A0", "1A", "AAAAAAA1", "A99999999999", "", "A-1", "A1:B2", "٣", "A１"]
)
def test_references_that_no_program_writes_are_refused(reference: str) -> None:
    assert refused(raw_xlsx(f'<row r="1"><c r="{reference}"><v>1</v></c></row>')) == NOT_READABLE


def test_formatted_cells_without_a_value_do_not_count() -> None:
    content = raw_xlsx('<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="0"/></row><row r="1048576"/>')
    assert read_workbook(content)[0].rows == [[1]]


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_document_type_is_refused(kind: str) -> None:
    if kind == "xlsx":
        content = raw_xlsx('<row><c t="inlineStr"><is><t>&b;</t></is></c></row>', before=BOMB)
    else:
        content = zipped({"content.xml": f"{BOMB}<a>&b;</a>".encode(), "mimetype": b"x"})
    assert "geen enkel rekenprogramma" in refused(content)


def test_a_document_type_in_another_part_or_another_encoding_is_refused() -> None:
    for extra in (
        {"xl/styles.xml": BOMB.encode() + b"<a/>"},
        {"xl/theme/theme1.xml": f'<?xml version="1.0" encoding="UTF-16"?>{BOMB}<a/>'.encode("utf-16")},
    ):
        assert refused(raw_xlsx("<row><c><v>1</v></c></row>", extra=extra)) not in (NOT_READABLE, TOO_LARGE)


def test_a_small_zip_that_unpacks_to_400_megabytes_is_refused() -> None:
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/workbook.xml", "w") as part,
    ):
        for _megabyte in range(400):
            part.write(b" " * 1_000_000)
    assert len(stream.getvalue()) < 1_000_000
    assert refused(stream.getvalue()) == TOO_LARGE


def test_stated_sizes_are_not_believed() -> None:
    content = bytearray(zipped({"xl/workbook.xml": b" " * 30_000_000}))
    directory = content.rindex(b"PK\x01\x02")
    struct.pack_into("<I", content, directory + 24, 10)
    refused(bytes(content))


def test_too_many_members_doubled_members_and_large_files_are_refused() -> None:
    assert refused(zipped({f"part{at}.xml": b"<a/>" for at in range(201)})) == TOO_LARGE
    assert refused(b"x" * 10_000_001) == TOO_LARGE
    refused(zipped({"xl/workbook.xml": b"<a/>", "xl/Workbook.xml": b"<a/>"}))


def test_shared_and_repeated_texts_are_counted_as_often_as_they_stand_there() -> None:
    long_text = f"<si><t>{'x' * 40_000}</t></si>"
    cells = "".join(
        f"<row>{'<c t=' + chr(34) + 's' + chr(34) + '><v>0</v></c>'}</row>" for _row in range(2_000)
    )
    assert refused(raw_xlsx(cells, shared=long_text)) == TOO_LARGE
    text = "x" * 5_000
    table = (
        '<table:table table:name="a"><table:table-row table:number-rows-repeated="20000"><table:table-cell '
        f'table:number-columns-repeated="10" office:value-type="string"><text:p>{text}</text:p>'
        "</table:table-cell></table:table-row></table:table>"
    )
    assert refused(ods_of(table)) == TOO_LARGE
    spaces = (
        '<table:table table:name="a"><table:table-row><table:table-cell office:value-type="string"><text:p>a'
        '<text:s text:c="99999999"/>b</text:p></table:table-cell></table:table-row></table:table>'
    )
    assert refused(ods_of(spaces)) == TOO_LARGE


@pytest.mark.parametrize(("rows", "columns"), [(1_048_576, 1), (1, 16_384), (20_000, 101)])
def test_repeated_filled_cells_of_open_documents_are_refused(rows: int, columns: int) -> None:
    table = (
        f'<table:table table:name="a"><table:table-row table:number-rows-repeated="{rows}">'
        f'<table:table-cell table:number-columns-repeated="{columns}" office:value-type="float" '
        'office:value="1"><text:p>1</text:p></table:table-cell></table:table-row></table:table>'
    )
    sentence = refused(ods_of(table))
    assert MANY_ROWS in sentence or MANY_COLUMNS in sentence


def test_many_large_sheets_together_are_refused() -> None:
    table = "".join(
        f'<table:table table:name="s{at}"><table:table-row/>'
        '<table:table-row table:number-rows-repeated="19998"/>'
        '<table:table-row><table:table-cell table:number-columns-repeated="99"/><table:table-cell '
        'office:value-type="float" office:value="1"/></table:table-row></table:table>'
        for at in range(3)
    )
    assert refused(ods_of(table)) == TOO_LARGE


def test_old_excel_files_are_measured_too() -> None:
    far = xls([["a"]]).replace(
        struct.pack("<HHHHH", 0x00FD, 10, 0, 0, 0), struct.pack("<HHHHH", 0x00FD, 10, 60_000, 255, 0)
    )
    sentence = refused(far)
    assert MANY_ROWS in sentence or MANY_COLUMNS in sentence
    assert refused(xls([["x" * 3_500] for _row in range(20_000)])) == TOO_LARGE


def test_a_sheet_hidden_inside_another_record_is_measured() -> None:
    near = biff([["a", 2]], hidden_in=0x00EB)
    assert read_workbook(ole({"Workbook": near}))[0].rows == [["a", 2]]
    at_home, far_away = (struct.pack("<HHHHH", 0x00FD, 10, row, 0, 0) for row in (0, 60_000))
    assert at_home in near
    sentence = refused(ole({"Workbook": near.replace(at_home, far_away)}))
    assert MANY_ROWS in sentence or MANY_COLUMNS in sentence


def test_containers_with_two_workbooks_are_refused() -> None:
    refused(ole({"Workbook": biff([["a"]]), "Book": biff([["b"]])}))
    refused(ole({"Workbook": biff([["a"]]), "WORKBOOK": biff([["b"]])}))
    refused(ole({"Iets": b"x"}))


def test_sheets_that_lie_over_each_other_are_refused() -> None:
    rows: list[list[Cell]] = [["a", 2]] * 200
    records = biff(rows)
    at = records.index(struct.pack("<HH", 0x0085, 13))
    for count in (1, 40):
        start = struct.unpack_from("<I", records, at + 4)[0] + 17 * (count - 1)
        bound = records[at : at + 4] + struct.pack("<I", start) + records[at + 8 : at + 17]
        content = ole({"Workbook": records[:at] + bound * count + records[at + 17 :]})
        if count == 1:
            assert read_workbook(content)[0].rows == rows
        else:
            assert refused(content) == NOT_READABLE


def test_locked_files_say_so() -> None:
    assert "wachtwoord" in refused(ole({"EncryptedPackage": b"x" * 5_000}))
    manifest = b'<manifest:manifest xmlns:manifest="m"><manifest:encryption-data/></manifest:manifest>'
    locked = zipped({"content.xml": b"\x01\x02", "META-INF/manifest.xml": manifest})
    assert refused(locked) == refused(ole({"EncryptedPackage": b"x" * 5_000}))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"   \r\n ",
        b"%PDF-1.4 x",
        b"\x89PNG\r\n\x1a\n" + bytes(50),
        b"PK\x03\x04" + bytes(50),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"<html><table><tr><td>Naam</td></tr></table></html>",
        b"\xef\xbb\xbf<!DOCTYPE html><html></html>",
        zipped({"word/document.xml": b"<a/>"}),
        b"\x00\x01\x02\x03" * 400,
        b'Naam;Voornaam\nClaes;"Brecht\nMaes;Ine\nWouters;Jef\n',
        b"Naam\n" + b"a" * 200_000,
        b";".join([b"x"] * 1_000_000),
        b"Naam;Voornaam\n" + b"a;b\n" * 20_001,
        b"\xff\xfeN\x00a\x00a\xd8",
    ],
    ids=range(16),
)
def test_other_files_are_refused_with_a_sentence(content: bytes) -> None:
    refused(content, "lijst.csv")


def test_the_line_of_an_unclosed_quotation_mark_is_named() -> None:
    assert "3" in refused(b'Naam;Voornaam\nClaes;Brecht\nMaes;"Ine\nWouters;Jef\n', "lijst.csv")


def test_a_file_that_is_gone_or_a_folder_is_refused(tmp_path: Path) -> None:
    for source in (tmp_path / "weg.xlsx", tmp_path, tmp_path / "a\0b"):
        with pytest.raises(InvalidInputError):
            read_workbook(source)


def test_a_cell_that_holds_a_book_is_refused() -> None:
    book = "x" * 100_001
    files = [ods({"a": [[book]]}), f"Naam;Voornaam\nClaes;{book}\n".encode()]
    files.append(raw_xlsx(f'<row><c t="inlineStr"><is><t>{book}</t></is></c></row>'))
    assert len({refused(content) for content in files}) == 1
    assert read_workbook(ods({"a": [[book[1:]]]}))[0].rows == [[book[1:]]]


def test_a_row_with_more_text_than_a_note_keeps_is_cut_and_said() -> None:
    rows: list[list[Cell]] = [["Naam", "Voornaam", "a", "b"], ["Claes", "Ine", "x" * 90_000, "y" * 90_000]]
    plan = plan_caseload(read_workbook(ods({"a": rows})))
    assert [one.reason for one in plan.problems] == ["note_cut"]
    (person,) = people_to_write(plan)
    assert 140_000 < len(person.note) < 200_000
    twice: list[list[Cell]] = [["Claes", "Ine", f"{letter * 90_000}"] for letter in "ab"]
    heading: list[Cell] = ["Naam", "Voornaam", "opm"]
    plan = plan_caseload([Sheet("a", [heading, *twice])]).with_choice(3, merge_with(Place("a", 2)))
    (person,) = people_to_write(plan)
    assert person.note.endswith(problem_sentence("note_cut"))


def test_hostile_cells_stay_plain_text() -> None:
    cells = [
        "=cmd|' /C calc'!A0",
        "<img src=x onerror=alert(1)>",
        "x" * 10_000,
        "a\u202eb",
        "_x0000_c",
        "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"),
    ]
    for content in (xlsx({"lijst": [cells]}), ods({"lijst": [cells]})):
        row = read_workbook(content)[0].rows[0]
        assert row[:3] == cells[:3]
        assert row[3:] == ["ab", "c", "😀"]
    nul = read_workbook(b"Naam;Voornaam\nCla\0es;Brecht\n" + b"Maes;Ine\n" * 20, "lijst.csv")[0]
    assert nul.rows[1] == ["Claes", "Brecht"]
