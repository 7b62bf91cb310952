"""Reading the streams of an OLE container, the outside of an .xls file ([MS-CFB] 2.2-2.6)."""

import struct
from collections.abc import Iterator

from eletdesk.imports.limits import not_readable

_LAST = 0xFFFFFFFB  # larger numbers are marks, not sectors
_HEAD_POINTERS = slice(76, 512)
_ENTRY = 128
_SMALL_SECTOR = 64
_SMALL_SHIFT = 6


def _numbers(data: bytes) -> list[int]:
    return [number for (number,) in struct.iter_unpack("<I", data[: len(data) // 4 * 4])]


def _chain(table: list[int], first: int) -> Iterator[int]:
    """Follow a chain of sectors; a chain that is longer than its table goes round in circles."""
    sector = first
    for _step in range(len(table) + 1):
        if sector > _LAST:
            return
        yield sector
        sector = table[sector]
    raise not_readable()


class OleContainer:
    """The streams of a container by folded name; struct.error or IndexError when its parts do not fit."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        shift, small_shift = struct.unpack_from("<HH", content, 30)
        if shift not in (9, 12) or small_shift != _SMALL_SHIFT:
            raise not_readable()
        self._size = 1 << shift
        directory_at, self._cutoff, self._small_at = (
            struct.unpack_from("<I", content, at)[0] for at in (48, 56, 60)
        )
        self._table = self._read_table()
        entries = list(self._read_directory(self._joined(directory_at)))
        self._entries = dict(entries)
        if len(self._entries) != len(entries):
            # two streams of one name: another reader might take the other one
            raise not_readable()

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def stream(self, name: str) -> bytes:
        """Return a whole stream; a short one lies in pieces of 64 bytes inside the root's."""
        first, length = self._entries[name]
        if length >= self._cutoff:
            return self._joined(first)[:length]
        container = self._joined(self._entries["root entry"][0])
        table = _numbers(self._joined(self._small_at))
        starts = (one * _SMALL_SECTOR for one in _chain(table, first))
        return b"".join(container[at : at + _SMALL_SECTOR] for at in starts)[:length]

    def _sector(self, number: int) -> bytes:
        return self._content[(number + 1) * self._size : (number + 2) * self._size]

    def _joined(self, first: int) -> bytes:
        return b"".join(self._sector(number) for number in _chain(self._table, first))

    def _read_table(self) -> list[int]:
        """Read the table of sectors, whose own sectors are listed in the head and in a chain behind it."""
        most = len(self._content) // self._size + 1
        sectors = [one for one in _numbers(self._content[_HEAD_POINTERS]) if one <= _LAST]
        more = struct.unpack_from("<I", self._content, 68)[0]
        while more <= _LAST and len(sectors) <= most:
            *listed, more = _numbers(self._sector(more))
            sectors += [one for one in listed if one <= _LAST] or [0] * most
        if len(sectors) > most:
            raise not_readable()
        return [number for one in sectors for number in _numbers(self._sector(one))]

    @staticmethod
    def _read_directory(directory: bytes) -> Iterator[tuple[str, tuple[int, int]]]:
        """Yield name, first sector and length of each stream."""
        for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
            name_length = struct.unpack_from("<H", directory, at + 64)[0]
            if 2 <= name_length <= 64:
                name = directory[at : at + name_length - 2].decode("utf-16-le", "replace").casefold()
                yield name, struct.unpack_from("<II", directory, at + 116)
