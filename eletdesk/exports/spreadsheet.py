"""Write tables as XLSX or CSV, in memory, with text that stays text and nothing about the writer."""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from eletdesk.exports.formula_guard import guarded, is_dangerous

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Cell = str | int | float | date | None

_NO_SHEET_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_MOST_IN_A_CELL = 32767
_WIDEST = 60
_SAME_FOR_ALL = datetime(2000, 1, 1)  # noqa: DTZ001  # a workbook must say a date; this one tells nothing


@dataclass(frozen=True)
class Sheet:
    """One sheet: name, headers, rows; heading and notes stand above and below when they are not empty."""

    name: str
    headers: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    heading: str = ""
    notes: tuple[str, ...] = ()
    has_total_row: bool = False


def write_tables_xlsx(sheets: Sequence[Sheet], title: str) -> bytes:
    """Return a workbook with one sheet per table; equal content gives equal bytes."""
    import xlsxwriter  # noqa: PLC0415

    target = io.BytesIO()
    options = {
        "in_memory": True,
        "constant_memory": False,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(target, options) as workbook:
        workbook.set_properties({"title": title, "author": "", "created": _SAME_FOR_ALL})
        looks = _looks(workbook)
        names: set[str] = set()
        for sheet in sheets:
            _write_sheet(workbook.add_worksheet(_sheet_name(sheet.name, names)), sheet, looks)
    return target.getvalue()


def write_rows_xlsx(headers: Sequence[str], rows: Sequence[Sequence[Cell]], title: str) -> bytes:
    """Return a workbook with one list, as it stands on the screen."""
    sheet = Sheet(title, tuple(headers), tuple(tuple(row) for row in rows))
    return write_tables_xlsx([sheet], title)


def write_tables_csv(sheet: Sheet) -> bytes:
    """Return one table as CSV the way a Belgian spreadsheet program opens it: UTF-8 with mark, semicolons."""
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=";", quoting=csv.QUOTE_MINIMAL, lineterminator="\r\n")
    for row in (sheet.headers, *sheet.rows):
        writer.writerow([_csv_cell(cell) for cell in row])
    return b"\xef\xbb\xbf" + target.getvalue().encode("utf-8", errors="replace")


def _csv_cell(cell: Cell) -> str | int | float:
    """Return a cell as CSV holds it; only text can be dangerous, a number of ours cannot."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    return guarded(cell.replace("\x00", "")) if isinstance(cell, str) else cell


def _looks(workbook: "Workbook") -> dict[str, "Format"]:
    """Return the cell formats of a workbook."""
    font = {"font_name": "Calibri", "font_size": 11, "valign": "top"}
    line = "#D9D5CC"
    return {
        "text": workbook.add_format({**font, "text_wrap": True, "num_format": "@"}),
        # as if an apostrophe had been typed: also after editing the cell stays text
        "guarded": workbook.add_format({**font, "text_wrap": True, "num_format": "@", "quote_prefix": True}),
        "number": workbook.add_format({**font, "num_format": "#,##0"}),
        "date": workbook.add_format({**font, "num_format": "dd/mm/yyyy", "align": "left"}),
        "header": workbook.add_format({**font, "bold": True, "bottom": 1, "bottom_color": "#0F5F63"}),
        "header_right": workbook.add_format(
            {**font, "bold": True, "bottom": 1, "bottom_color": "#0F5F63", "align": "right"}
        ),
        "heading": workbook.add_format({**font, "bold": True, "font_size": 14, "font_color": "#0F5F63"}),
        "total_text": workbook.add_format({**font, "bold": True, "top": 1, "top_color": line}),
        "total_number": workbook.add_format(
            {**font, "bold": True, "top": 1, "top_color": line, "num_format": "#,##0"}
        ),
        "note": workbook.add_format({**font, "font_color": "#4F5754", "text_wrap": True}),
    }


def _write_sheet(page: "Worksheet", sheet: Sheet, looks: dict[str, "Format"]) -> None:
    """Write one sheet: heading, header row, rows, notes."""
    line = 0
    if sheet.heading:
        page.write_string(0, 0, _storable(sheet.heading), looks["heading"])
        line = 2
    is_number = [_is_number_column(sheet, column) for column in range(len(sheet.headers))]
    for column, header in enumerate(sheet.headers):
        page.write_string(
            line, column, _storable(header), looks["header_right" if is_number[column] else "header"]
        )
    page.freeze_panes(line + 1, 0)
    for place, row in enumerate(sheet.rows):
        is_total = sheet.has_total_row and place == len(sheet.rows) - 1
        for column, cell in enumerate(row):
            _write_cell(page, line + 1 + place, column, cell, looks, is_total=is_total)
    for column in range(len(sheet.headers)):
        page.set_column(column, column, _width(sheet, column))
    line += len(sheet.rows) + 2
    for note in sheet.notes:
        page.merge_range(line, 0, line, max(1, len(sheet.headers) - 1), "", looks["note"])
        page.write_string(line, 0, _storable(note), looks["note"])
        page.set_row(line, 15.0 * (1 + len(note) // 60))
        line += 1
    page.set_paper(9)


def _write_cell(
    page: "Worksheet", row: int, column: int, cell: Cell, looks: dict[str, "Format"], *, is_total: bool
) -> None:
    """Write one cell with the type that it has; text is always written as text."""
    if cell is None:
        return
    if isinstance(cell, date):
        page.write_datetime(row, column, datetime(cell.year, cell.month, cell.day), looks["date"])  # noqa: DTZ001
    elif isinstance(cell, str):
        text = _storable(cell)
        look = "total_text" if is_total else "guarded" if is_dangerous(text) else "text"
        page.write_string(row, column, text, looks[look])
    else:
        page.write_number(row, column, cell, looks["total_number" if is_total else "number"])


def _storable(text: str) -> str:
    """Return text without the characters that a workbook cannot hold, cut to the length of a cell."""
    return _NOT_IN_XML.sub("", text)[:_MOST_IN_A_CELL]


def _sheet_name(name: str, taken: set[str]) -> str:
    """Return a sheet name that every spreadsheet program takes, different from the names before."""
    base = _NO_SHEET_NAME.sub(" ", _storable(name)).strip(" '")[:28] or "1"
    shown, number = base, 1
    while shown.casefold() in taken or shown.casefold() == "history":
        number += 1
        shown = f"{base[:25]} {number}"
    taken.add(shown.casefold())
    return shown


def _is_number_column(sheet: Sheet, column: int) -> bool:
    """Say whether a column holds numbers only."""
    cells: list[Any] = [row[column] for row in sheet.rows if column < len(row) and row[column] is not None]
    return bool(cells) and all(isinstance(cell, int | float) for cell in cells)


def _width(sheet: Sheet, column: int) -> float:
    """Return a column width that fits most of its cells."""
    cells = [sheet.headers[column], *(row[column] for row in sheet.rows if column < len(row))]
    return min(_WIDEST, max(10, *(len(str(cell or "")) + 2 for cell in cells)))
