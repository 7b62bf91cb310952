"""Looking through an .xls file (BIFF8 in an OLE container) before its values are read.

Layout: [MS-CFB] 2.2-2.6 for the container, [MS-XLS] 2.4 for the records.
"""

import struct
from collections import Counter
from collections.abc import Iterator

from eletdesk.errors import InvalidInputError
from eletdesk.imports import limits
from eletdesk.imports.limits import has_passphrase, not_readable, refused, too_large
from eletdesk.imports.shared_texts import shared_text_lengths
from eletdesk.imports.sheet_extent import SheetExtent, check_total
from eletdesk.translation import _

_END_OF_CHAIN = 0xFFFFFFFE
_FREE = 0xFFFFFFFF
_BOF, _FILEPASS, _CONTINUE, _SST = 0x0809, 0x002F, 0x003C, 0x00FC
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
    except (struct.error, IndexError, ValueError, OverflowError):
        raise not_readable() from None


def _sector_chain(table: list[int], first: int, most: int) -> Iterator[int]:
    """Follow a chain of sectors; a chain that is longer than the file goes round in circles."""
    sector = first
    for _step in range(most + 1):
        if sector >= _END_OF_CHAIN - 1:
            return
        yield sector
        sector = table[sector]
    raise not_readable()


def _workbook_stream(content: bytes) -> bytes:
    """Return the stream named Workbook of an OLE container."""
    shift, mini_shift = struct.unpack_from("<HH", content, 30)
    if shift not in (9, 12) or mini_shift != 6:
        raise not_readable()
    size = 1 << shift
    most = len(content) // size + 1
    directory_at, cutoff, mini_at = (struct.unpack_from("<I", content, at)[0] for at in (48, 56, 60))

    def sector(number: int) -> bytes:
        return content[(number + 1) * size : (number + 2) * size]

    def numbers(data: bytes) -> list[int]:
        return list(struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4]))

    table_sectors = [one for one in numbers(content[76:512]) if one < _END_OF_CHAIN - 1]
    more, steps = struct.unpack_from("<I", content, 68)[0], 0
    while more < _END_OF_CHAIN - 1 and steps <= most:
        *sectors, more = numbers(sector(more))
        table_sectors += [one for one in sectors if one < _END_OF_CHAIN - 1]
        steps += 1
    if len(table_sectors) > most:
        raise not_readable()
    table = [entry for one in table_sectors for entry in numbers(sector(one))]

    def stream(first: int) -> bytes:
        return b"".join(sector(one) for one in _sector_chain(table, first, most))

    directory = stream(directory_at)
    entries = {name: (first, length) for name, first, length in _directory_entries(directory)}
    if "encryptedpackage" in entries:
        raise has_passphrase()
    if "workbook" not in entries:
        raise refused(_("This is not a spreadsheet that eletdesk knows. Save it as .xlsx, .ods or .csv."))
    first, length = entries["workbook"]
    if length >= cutoff:
        return stream(first)[:length]
    container = stream(entries["root entry"][0])
    mini_table = numbers(stream(mini_at))
    chain = _sector_chain(mini_table, first, len(mini_table))
    return b"".join(container[one * 64 : one * 64 + 64] for one in chain)[:length]


def _directory_entries(directory: bytes) -> Iterator[tuple[str, int, int]]:
    """Yield name, first sector and length of each stream."""
    for at in range(0, len(directory) - 127, 128):
        name_length = struct.unpack_from("<H", directory, at + 64)[0]
        if 2 <= name_length <= 64:
            name = directory[at : at + name_length - 2].decode("utf-16-le", "replace").casefold()
            first, length = struct.unpack_from("<II", directory, at + 116)
            yield name, first, length


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield each record's kind and content."""
    at = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _measure(stream: bytes) -> None:
    """Count cells and shared texts of all sheets."""
    extents: list[SheetExtent] = []
    shared: list[bytes] = []
    references: Counter[int] = Counter()
    is_shared = False
    for kind, data in _records(stream):
        if kind == _FILEPASS:
            raise has_passphrase()
        if kind == _BOF:
            extents.append(SheetExtent())
        is_shared = kind == _SST or (is_shared and kind == _CONTINUE)
        if is_shared:
            shared.append(data)
        if kind in _CELL_RECORDS and len(data) >= 6:
            row, column = struct.unpack_from("<HH", data)
            extents[-1].add(row + 1, column)
        elif kind == _ROW_OF_NUMBERS and len(data) >= 12:
            row, column = struct.unpack_from("<HH", data)
            extents[-1].add(row + 1, column + (len(data) - 6) // 6 - 1)
        if kind == _LABEL_SST and len(data) >= 10:
            references[struct.unpack_from("<I", data, 6)[0]] += 1
    _check_shared(shared, references)
    check_total(extents)


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
