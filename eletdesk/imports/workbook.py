"""Reading .xlsx, .ods and .xls through python-calamine, after their parts have been measured."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Any

from eletdesk.errors import InvalidInputError
from eletdesk.imports import limits
from eletdesk.imports.archive import pack, unpack
from eletdesk.imports.excel_parts import look_through_excel
from eletdesk.imports.limits import check_cell, check_extent, has_passphrase, not_readable, refused
from eletdesk.imports.old_excel import look_through_old_excel
from eletdesk.imports.open_document_parts import look_through_open_document
from eletdesk.imports.plain_text import clean_text
from eletdesk.imports.sheet import Cell, Sheet, trimmed
from eletdesk.imports.sheet_extent import SheetExtent
from eletdesk.translation import _

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

_LARGEST_WHOLE = 2**53


def read_zipped_workbook(content: bytes) -> list[Sheet]:
    """Read an .xlsx or .ods file."""
    parts = unpack(content)
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise has_passphrase()
    if "xl/workbook.xml" in parts:
        extents = look_through_excel(parts)
    elif "content.xml" in parts:
        extents = look_through_open_document(parts)
    else:
        raise refused(_("This is not a spreadsheet that eletdesk knows. Save it as .xlsx, .ods or .csv."))
    return _read(pack(parts), extents)


def read_old_workbook(content: bytes) -> list[Sheet]:
    """Read an .xls file."""
    look_through_old_excel(content)
    return _read(BytesIO(content), {})


def _read(stream: BytesIO, extents: dict[str, SheetExtent]) -> list[Sheet]:
    """Read all sheets of a measured workbook."""
    from python_calamine import CalamineWorkbook, PasswordError  # noqa: PLC0415 - not needed to start

    try:
        with CalamineWorkbook.from_filelike(stream) as workbook:
            return [_read_sheet(workbook, name, extents) for name in workbook.sheet_names]
    except InvalidInputError:
        raise
    except PasswordError:
        raise has_passphrase() from None
    except Exception:  # noqa: BLE001 - whatever the reader stumbles over, the answer is the same
        raise not_readable() from None
    except BaseException as error:
        # the reader is written in Rust: its own failures arrive outside Exception
        if type(error).__name__ != "PanicException":
            raise
        raise not_readable() from None


def _read_sheet(workbook: "CalamineWorkbook", name: str, extents: dict[str, SheetExtent]) -> Sheet:
    """Read one sheet, with the texts that its values do not show."""
    metadata = next(one for one in workbook.sheets_metadata if one.name == name)
    if "WorkSheet" not in str(metadata.typ):
        return Sheet(clean_text(name), [], is_hidden=True)
    values = workbook.get_sheet_by_name(name)
    last_row, last_column = values.end or (-1, -1)
    check_extent(last_row + 1, last_column + 1)
    rows = [[_cell(value) for value in row] for row in values.to_python(skip_empty_area=False)]
    extent = extents.get(name, SheetExtent())
    for (row, column), text in extent.texts.items():
        _put_text(rows, row - 1, column, clean_text(text))
    rows = trimmed(rows)
    last_comment = max((row for row, _column in extent.comments), default=0)
    rows.extend([] for _row in range(len(rows), min(last_comment, limits.ROWS)))
    return Sheet(
        clean_text(name),
        rows,
        is_hidden=str(metadata.visible) != "SheetVisibleEnum.Visible",
        hidden_rows=frozenset(extent.hidden_rows),
        comments={place: clean_text(text) for place, text in extent.comments.items()},
    )


def _put_text(rows: list[list[Cell]], row: int, column: int, text: str) -> None:
    """Put the text of a formula or an error where the reader left the cell empty."""
    while len(rows) <= row:
        rows.append([])
    cells = rows[row]
    cells.extend([None] * (column + 1 - len(cells)))
    if cells[column] is None:
        cells[column] = text


def _cell(value: Any) -> Cell:
    """Turn a value of the reader into one of the seven kinds that a sheet holds."""
    if isinstance(value, bool | datetime | date):
        return value
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) <= _LARGEST_WHOLE else value
    if isinstance(value, str):
        check_cell(len(value))
        return clean_text(value) or None
    return _CLOCK_CELLS[type(value)](value) if type(value) in _CLOCK_CELLS else value


def _clock_time(value: time) -> str:
    """Write a time of the day."""
    return value.isoformat("minutes" if not value.second else "seconds")


def _duration(value: timedelta) -> str:
    """Write a duration as hours and minutes."""
    minutes = round(value.total_seconds() / 60)
    return f"{'-' if minutes < 0 else ''}{abs(minutes) // 60}:{abs(minutes) % 60:02d}"


_CLOCK_CELLS: dict[type, Callable[[Any], str]] = {time: _clock_time, timedelta: _duration}
