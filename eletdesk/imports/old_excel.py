"""Looking through an .xls file (BIFF8 in an OLE container) before its values are read.

Layout of the records: [MS-XLS] 2.4.
"""

import struct
from collections import Counter
from collections.abc import Iterator

from eletdesk.errors import InvalidInputError
from eletdesk.imports import limits
from eletdesk.imports.limits import has_passphrase, not_readable, refused, too_large
from eletdesk.imports.ole_container import OleContainer
from eletdesk.imports.shared_texts import shared_text_lengths
from eletdesk.imports.sheet_extent import SheetExtent, check_total
from eletdesk.translation import _

_END, _FILEPASS, _CONTINUE, _BOUND_SHEET, _SST = 0x000A, 0x002F, 0x003C, 0x0085, 0x00FC
_LABEL_SST = 0x00FD
_CELL_RECORDS = {0x0006, 0x0203, 0x0204, 0x0205, 0x00D6, 0x027E, _LABEL_SST}
_ROW_OF_NUMBERS = 0x00BD
_TEXT_BOUND = 32_767  # no cell of Excel is longer


def look_through_old_excel(content: bytes) -> None:
    """Measure an .xls file and refuse it when a value stands outside the limits."""
    try:
        _measure(_workbook_stream(content))
    except InvalidInputError:
        raise
    except (struct.error, LookupError, ValueError, OverflowError):
        raise not_readable() from None


def _workbook_stream(content: bytes) -> bytes:
    """Return the stream named Workbook."""
    container = OleContainer(content)
    if "encryptedpackage" in container:
        raise has_passphrase()
    if "workbook" not in container or "book" in container:
        raise refused(_("This is not a spreadsheet that eletdesk knows. Save it as .xlsx, .ods or .csv."))
    return container.stream("workbook")


def _records(stream: bytes, start: int = 0) -> Iterator[tuple[int, bytes]]:
    """Yield each record's kind and content."""
    at = start
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _measure(stream: bytes) -> None:
    """Count cells and shared texts of all sheets, each read from where the workbook says that it starts."""
    starts: list[int] = []
    shared: list[bytes] = []
    is_shared = False
    for kind, data in _records(stream):
        if kind == _FILEPASS:
            raise has_passphrase()
        if kind == _BOUND_SHEET:
            starts.append(struct.unpack_from("<I", data)[0])
        is_shared = kind == _SST or (is_shared and kind == _CONTINUE)
        if is_shared:
            shared.append(data)
    references: Counter[int] = Counter()
    room = len(stream) * 2
    extents = []
    for start in starts:
        extent, room = _measure_sheet(stream, start, references, room)
        extents.append(extent)
    _check_shared(shared, references)
    check_total(extents)


def _measure_sheet(stream: bytes, start: int, references: Counter[int], room: int) -> tuple[SheetExtent, int]:
    """Count the cells of one sheet; room is how many bytes may still be looked at."""
    extent = SheetExtent()
    for kind, data in _records(stream, start):
        room -= 4 + len(data)
        if kind == _END or room < 0:
            break
        if kind in _CELL_RECORDS and len(data) >= 6:
            row, column = struct.unpack_from("<HH", data)
            extent.add(row + 1, column)
        elif kind == _ROW_OF_NUMBERS and len(data) >= 12:
            row, column = struct.unpack_from("<HH", data)
            extent.add(row + 1, column + (len(data) - 6) // 6 - 1)
        if kind == _LABEL_SST and len(data) >= 10:
            references[struct.unpack_from("<I", data, 6)[0]] += 1
    if room < 0:
        raise not_readable()
    return extent, room


def _check_shared(shared: list[bytes], references: Counter[int]) -> None:
    """Refuse a file in which many cells repeat very long texts."""
    lengths = shared_text_lengths(shared) if shared else []
    if lengths is None:
        longest = min(_TEXT_BOUND, sum(map(len, shared)))
        characters = longest * references.total()
        bound = limits.TEXT_CHARACTERS * 20
    else:
        characters = sum(lengths[at] * count for at, count in references.items() if at < len(lengths))
        bound = limits.TEXT_CHARACTERS
    if characters > bound:
        raise too_large()
