"""The same list in every kind of file gives the same people."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from eletdesk.imports.caseload import plan_caseload
from eletdesk.imports.plan import CaseloadPlan
from eletdesk.imports.sheet import Cell
from eletdesk.imports.spreadsheet import read_workbook
from tests.imports.file_makers import Rows, as_rows, biff, delimited, ods, ods_of, ole, raw_xlsx, xls, xlsx

SAMPLES = Path(__file__).parent.parent / "data" / "samples"
CASELOAD = SAMPLES / "caseload_naft.xlsx"


def people_of_first_sheet(plan: CaseloadPlan) -> list[object]:
    first = plan.sheets[0].name
    return [
        ([row.row for row in person.rows], person.values, person.note, person.choice.kind)
        for person in plan.people
        if person.place.sheet == first
    ]


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_workbook_saved_again_gives_the_same_plan(kind: str) -> None:
    workbook = read_workbook(CASELOAD)
    content = xlsx(as_rows(workbook)) if kind == "xlsx" else ods(as_rows(workbook))
    again, plan = plan_caseload(read_workbook(content)), plan_caseload(workbook)
    assert again.people == plan.people
    assert again.look_alikes == plan.look_alikes
    assert again.national_numbers == plan.national_numbers
    assert [row.place for row in again.skipped] == [row.place for row in plan.skipped]


VARIANTS: dict[str, Callable[[Rows], bytes]] = {
    "xls": xls,
    "utf-16 tabs": lambda rows: delimited(rows, "\t", "utf-16"),
    "utf-16 be without mark": lambda rows: delimited(rows, "\t", "utf-16-be"),
    "utf-16 le without mark": lambda rows: delimited(rows, ";", "utf-16-le"),
    "utf-32": lambda rows: delimited(rows, ",", "utf-32"),
    "utf-8 commas": lambda rows: delimited(rows, ",", "utf-8"),
    "utf-8 with mark": lambda rows: delimited(rows, "|", "utf-8-sig"),
    "utf-8 with two marks": lambda rows: b"\xef\xbb\xbf" + delimited(rows, ";", "utf-8-sig"),
    "named separator": lambda rows: b"sep=|\r\n" + delimited(rows, "|", "utf-8"),
}


@pytest.mark.parametrize("variant", VARIANTS)
def test_one_sheet_in_another_kind_of_file_gives_the_same_people(variant: str) -> None:
    workbook = read_workbook(CASELOAD)
    again = plan_caseload(read_workbook(VARIANTS[variant](workbook[0].rows), "lopend.csv"))
    assert people_of_first_sheet(again) == people_of_first_sheet(plan_caseload(workbook))
    assert again.is_accounted_for()
    assert again.national_numbers == 17


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "mac_roman", "iso8859_15"])
def test_western_tables_of_letters_are_told_apart(encoding: str) -> None:
    rows: list[list[Cell]] = [
        ["Naam", "Voornaam"],
        ["Öztürk", "Chloé"],
        ["García López", "Zoë"],
        ["Maës", "Céline"],
    ]
    sheet = read_workbook(delimited(rows, ";", encoding), "lijst.csv")[0]
    assert sheet.rows == rows


@pytest.mark.parametrize(("encoding", "name"), [("cp1250", "Wałęsa"), ("cp1254", "Şahin")])
def test_other_tables_of_letters_are_told_apart(encoding: str, name: str) -> None:
    rows: list[list[Cell]] = [["Naam", "Voornaam"], [name, "Ada"], ["Kowalska", "Ewa"]]
    assert read_workbook(delimited(rows, ";", encoding), "lijst.csv")[0].rows[1][0] == name


def test_the_western_sample_keeps_its_letters() -> None:
    names = {row[1] for row in read_workbook(SAMPLES / "afwezigheden.csv")[0].rows}
    assert {"Bensalem Chloé", "Maes Maëlle", "Öztürk Jean-Baptiste"} <= names


def test_apostrophes_are_no_quotation_marks_and_quoted_line_ends_stay() -> None:
    content = b"Naam,Voornaam,Opm\nN'Diaye,Lotte,\"a, b\nc\"\nD'Hondt,Wout,x\n"
    assert read_workbook(content, "a.csv")[0].rows[1:] == [
        ["N'Diaye", "Lotte", "a, b\nc"],
        ["D'Hondt", "Wout", "x"],
    ]


def test_a_quotation_mark_inside_a_text_stays() -> None:
    content = b'Naam;Voornaam;Opm\nClaes;Ine;scherm 15" stuk\nMaes;Jef;x\n'
    assert read_workbook(content, "a.csv")[0].rows[1][2] == 'scherm 15" stuk'


def test_a_list_of_one_column_has_no_separator() -> None:
    assert read_workbook(b"Jongere\nLotte Claes\nJef Maes\n", "a.csv")[0].rows == [
        ["Jongere"],
        ["Lotte Claes"],
        ["Jef Maes"],
    ]


def test_kinds_of_cells() -> None:
    cells = (
        '<row r="1"><c r="A1"><v>4</v></c><c r="B1"><v>4.5</v></c><c r="C1" t="b"><v>1</v></c>'
        '<c r="D1" t="e"><v>#N/A</v></c><c r="E1" t="str"><f>A1</f><v>klaar</v></c>'
        '<c r="F1"><f>SUM(A1)</f></c>'
        '<c r="G1" t="d"><v>2020-01-02</v></c><c r="H1" t="inlineStr"><is><t> _x0041_b </t></is></c></row>'
        '<row r="3" hidden="1"><c r="B3"><v>9007199254740993</v></c></row>'
    )
    sheet = read_workbook(raw_xlsx(cells))[0]
    assert sheet.rows[0] == [4, 4.5, True, "#N/A", "klaar", "=SUM(A1)", date(2020, 1, 2), "Ab"]
    assert isinstance(sheet.rows[0][0], int)
    assert sheet.rows[1] == []
    assert sheet.hidden_rows == frozenset({3})


def test_what_open_documents_hold_besides_values() -> None:
    table = (
        '<table:table table:name="a"><table:table-row table:visibility="filter">'
        '<table:table-cell office:value-type="string"><office:annotation><text:p>let op</text:p>'
        "</office:annotation><text:p>Naam</text:p></table:table-cell>"
        '<table:table-cell table:formula="of:=SUM([.A1])"/>'
        '<table:table-cell office:value-type="time" office:time-value="PT01H30M00S"/>'
        '<table:table-cell office:value-type="date" office:date-value="2010-01-02T10:00:00"/>'
        '<table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="7"/>'
        "</table:table-row></table:table>"
    )
    sheet = read_workbook(ods_of(table))[0]
    moment = datetime(2010, 1, 2, 10, 0)  # noqa: DTZ001 - a cell has no zone
    assert sheet.rows == [["Naam", "=SUM([.A1])", "01:30", moment, 7, 7]]
    assert sheet.comments == {(1, 0): "let op"}
    assert sheet.hidden_rows == frozenset({1})


def test_comments_of_excel_stay_with_the_person(tmp_path: Path) -> None:
    import xlsxwriter

    path = tmp_path / "lijst.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("a")
        for row, cells in enumerate(
            (("Naam", "Voornaam", "School"), ("Claes", "Brecht", ""), ("Maes", "Ine", "x"))
        ):
            page.write_row(row, 0, cells)
        page.write_comment("C2", "wisselt in januari", {"author": "Sara"})
        page.write_comment("A6", "nog aanvullen")
        page.set_row(2, None, None, {"hidden": True})
    plan = plan_caseload(read_workbook(path))
    assert plan.person(2).note == "School (opmerking bij de cel): wisselt in januari"
    assert plan.person(3).is_hidden
    assert not plan.person(2).is_hidden
    assert [(row.place.row, row.reason, row.text) for row in plan.skipped][-1] == (
        6,
        "footnote",
        "nog aanvullen",
    )
    assert plan.is_accounted_for()


def test_a_short_old_file_is_read_from_its_pieces() -> None:
    records = biff([["Naam", "Voornaam"], ["Claes", "Brecht"]])
    assert len(records) < 4096
    for is_small in (True, False):
        sheet = read_workbook(ole({"Workbook": records}, is_small=is_small))[0]
        assert sheet.rows == [["Naam", "Voornaam"], ["Claes", "Brecht"]]


def test_durations_and_sheets_that_are_charts(tmp_path: Path) -> None:
    import xlsxwriter

    path = tmp_path / "lijst.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("a")
        page.write_number("A1", 1.0625, book.add_format({"num_format": "[h]:mm"}))
        page.write_number("B1", 0.5, book.add_format({"num_format": "hh:mm:ss"}))
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "=a!$A$1:$B$1"})
        book.add_chartsheet("grafiek").set_chart(chart)
    first, *others = read_workbook(path)
    assert first.rows == [["25:30", "12:00"]]
    assert all(sheet.rows == [] for sheet in others)


def test_a_hidden_sheet_is_listed_and_taken_only_when_it_is_chosen(tmp_path: Path) -> None:
    import xlsxwriter

    path = tmp_path / "lijst.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for name in ("nu", "oud"):
            page = book.add_worksheet(name)
            for row, cells in enumerate((("Naam", "Voornaam"), ("Claes", f"Brecht {name}"))):
                page.write_row(row, 0, cells)
        page.hide()
    workbook = read_workbook(path)
    plan = plan_caseload(workbook)
    assert [person.name for person in plan.people] == ["Brecht nu Claes"]
    assert {row.reason for row in plan.skipped if row.place.sheet == "oud"} == {"hidden_sheet"}
    chosen = plan_caseload(workbook, sheets=["oud"])
    assert [person.name for person in chosen.people] == ["Brecht oud Claes"]
    assert {row.reason for row in chosen.skipped if row.place.sheet == "nu"} == {"sheet_not_chosen"}
    assert plan.is_accounted_for()
    assert chosen.is_accounted_for()


def test_errors_and_sheets_do_not_show_what_they_hold() -> None:
    sheet = read_workbook(b"Naam;Voornaam\nClaes;Brecht\n", "Claes.csv")[0]
    plan = plan_caseload([sheet])
    assert "Claes" not in repr(sheet) + repr(plan) + repr(plan.people)
