"""Makes spreadsheets of every kind from plain rows, and hostile ones by hand."""

import csv
import io
import struct
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from xml.sax.saxutils import escape, quoteattr

import xlsxwriter

from eletdesk.imports.sheet import Cell, Sheet
from eletdesk.imports.values import shown

_END_OF_CHAIN = 0xFFFFFFFE
Rows = Sequence[Sequence[Cell]]
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def as_rows(sheets: Sequence[Sheet]) -> dict[str, Rows]:
    """Take the rows of sheets that were read."""
    return {sheet.name: sheet.rows for sheet in sheets}


def xlsx(sheets: Mapping[str, Rows]) -> bytes:
    """Write an .xlsx file with XlsxWriter; texts stay texts."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(
        stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for name, rows in sheets.items():
        page = book.add_worksheet(name)
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, date):
                    page.write_datetime(at, column, cell, day)
                elif cell is not None:
                    page.write(at, column, cell)
    book.close()
    return stream.getvalue()


def ods(sheets: Mapping[str, Rows], before: str = "") -> bytes:
    """Write an .ods file by hand, with the repeated empty rows that LibreOffice puts at the end."""
    tables = "".join(
        f"<table:table table:name={quoteattr(name)}>"
        + "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows)
        + '<table:table-row table:number-rows-repeated="1048000">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>'
        for name, rows in sheets.items()
    )
    return ods_of(before + tables)


def ods_of(tables: str) -> bytes:
    """Wrap tables written by hand into an .ods file."""
    spaces = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
        for short, long in (("office", "office"), ("table", "table"), ("text", "text"))
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces}><office:body>'
        f"<office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<manifest:file-entry manifest:full-path="/" manifest:media-type='
        '"application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>'
    )
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": content,
        "META-INF/manifest.xml": manifest,
    }
    return zipped({name: part.encode() for name, part in parts.items()})


def _ods_cell(cell: Cell) -> str:
    if cell is None:
        return "<table:table-cell/>"
    if isinstance(cell, bool):
        kind = f'office:value-type="boolean" office:boolean-value="{str(cell).lower()}"'
    elif isinstance(cell, date):
        kind = f'office:value-type="date" office:date-value="{cell.isoformat()}"'
    elif isinstance(cell, int | float):
        kind = f'office:value-type="float" office:value="{cell}"'
    else:
        kind = 'office:value-type="string"'
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in shown(cell).split("\n"))
    return f"<table:table-cell {kind}>{lines}</table:table-cell>"


def delimited(rows: Rows, separator: str, encoding: str) -> bytes:
    """Write one sheet as text."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=separator)
    writer.writerows([[shown(cell) for cell in row] for row in rows])
    return stream.getvalue().encode(encoding)


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Pack parts into a zip."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


def raw_xlsx(
    sheet_data: str, *, before: str = "", shared: str = "", extra: Mapping[str, bytes] | None = None
) -> bytes:
    """Write an .xlsx file whose only sheet has this content, whatever it is."""
    parts = {
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        ),
        "xl/workbook.xml": (
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
            '<sheet name="lijst" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
        ),
        "xl/worksheets/sheet1.xml": (
            f'{before}<worksheet xmlns="{_MAIN}"><sheetData>{sheet_data}</sheetData></worksheet>'
        ),
    }
    if shared:
        parts["xl/sharedStrings.xml"] = f'<sst xmlns="{_MAIN}">{shared}</sst>'
    return zipped({name: part.encode() for name, part in parts.items()} | dict(extra or {}))


def xls(rows: Rows) -> bytes:
    """Write an .xls file by hand: BIFF8 records in an OLE container ([MS-XLS], [MS-CFB])."""
    return ole({"Workbook": biff(rows)})


def biff(rows: Rows, hidden_in: int = 0) -> bytes:
    """Write the records of an .xls file; the sheet may be hidden inside a record of another kind."""
    texts = list(dict.fromkeys(cell for row in rows for cell in row if isinstance(cell, str)))
    cells = b"".join(
        _xls_cell(at, column, cell, texts)
        for at, row in enumerate(rows)
        for column, cell in enumerate(row)
        if cell is not None
    )
    name = "lijst".encode("latin-1")
    formats = b"".join(_record(0x00E0, struct.pack("<HHH", 0, number, 0) + bytes(14)) for number in (0, 14))
    head = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0)) + formats
    bound_length = 4 + 8 + len(name)
    shared = b"".join(_shared_texts(texts))
    start = len(head) + bound_length + len(shared) + 4 + (4 if hidden_in else 0)
    bound = _record(0x0085, struct.pack("<IHBB", start, 0, len(name), 0) + name)
    sheet = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0)) + cells + _record(0x000A, b"")
    envelope = struct.pack("<HH", hidden_in, len(sheet)) if hidden_in else b""
    return head + bound + shared + _record(0x000A, b"") + envelope + sheet


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _shared_texts(texts: list[str]) -> list[bytes]:
    """Write the shared texts; a text that does not fit starts the next record."""
    records, kind = [], 0x00FC
    data = struct.pack("<II", len(texts), len(texts))
    for text in texts:
        one = struct.pack("<HB", len(text.encode("utf-16-le")) // 2, 1) + text.encode("utf-16-le")
        if len(data) + len(one) > 8000:
            records.append(_record(kind, data))
            kind, data = 0x003C, b""
        data += one
    return [*records, _record(kind, data)]


def _xls_cell(row: int, column: int, cell: Cell, texts: list[str]) -> bytes:
    if isinstance(cell, str):
        return _record(0x00FD, struct.pack("<HHHI", row, column, 0, texts.index(cell)))
    if isinstance(cell, date):
        day = cell.date() if isinstance(cell, datetime) else cell
        return _record(0x0203, struct.pack("<HHHd", row, column, 1, (day - date(1899, 12, 30)).days))
    return _record(0x0203, struct.pack("<HHHd", row, column, 0, float(cell or 0)))


def ole(streams: Mapping[str, bytes], *, is_small: bool = False) -> bytes:
    """Write an OLE container with 512-byte sectors; small streams lie in 64-byte pieces in the root's."""
    sectors: list[bytes] = []
    table: list[int] = []

    def add(content: bytes) -> int:
        """Add a chain of sectors and return the first."""
        first, count = len(sectors), -(-len(content) // 512)
        sectors.extend(content[at * 512 : at * 512 + 512].ljust(512, b"\0") for at in range(count))
        table.extend([first + at + 1 for at in range(count - 1)] + [_END_OF_CHAIN])
        return first

    small_table: list[int] = []
    small = b""
    entries: list[bytes] = []
    for name, content in streams.items():
        if is_small:
            first, count = len(small) // 64, -(-len(content) // 64)
            small += content.ljust(count * 64, b"\0")
            small_table += [first + at + 1 for at in range(count - 1)] + [_END_OF_CHAIN]
            entries.append(_entry(name, 2, first, len(content)))
        else:
            padded = content.ljust(4096, b"\0")
            entries.append(_entry(name, 2, add(padded), len(padded)))
    root = _entry("Root Entry", 5, add(small) if small else _END_OF_CHAIN, len(small), child=1)
    small_at = add(struct.pack(f"<{len(small_table)}I", *small_table)) if small else _END_OF_CHAIN
    directory_at = add(b"".join([root, *entries]))
    table_count = -(-(len(table) + 2) // 126)
    table_sectors = list(range(len(sectors), len(sectors) + table_count))
    table += [0xFFFFFFFD] * table_count
    add(struct.pack(f"<{len(table)}I", *table).ljust(table_count * 512, b"\xff"))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    head += bytes(6) + struct.pack("<IIII", 0, table_count, directory_at, 0)
    head += struct.pack("<IIIII", 4096, small_at, bool(small), _END_OF_CHAIN, 0)
    pointers = struct.pack(f"<{table_count}I", *table_sectors).ljust(436, b"\xff")
    return head + pointers + b"".join(sectors)


def _entry(name: str, kind: int, first: int, size: int, child: int = 0xFFFFFFFF) -> bytes:
    text = (name + "\0").encode("utf-16-le")
    return (
        text.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(text), kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child)
        + bytes(36)
        + struct.pack("<IQ", first, size)
    )
