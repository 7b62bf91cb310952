"""Lengths of the shared texts of an .xls file ([MS-XLS] 2.4.265 SST, with its CONTINUE records)."""

import struct


class _Pieces:
    """Bytes of an SST record and the records that continue it."""

    def __init__(self, pieces: list[bytes]) -> None:
        self._pieces = pieces
        self._piece = self._at = 0

    def take(self, size: int) -> bytes:
        """Take so many bytes, from the next piece when this one is used up."""
        taken = b""
        while len(taken) < size:
            if self._at >= len(self._pieces[self._piece]):
                self._piece, self._at = self._piece + 1, 0
            part = self._pieces[self._piece][self._at : self._at + size - len(taken)]
            self._at += len(part)
            taken += part
        return taken

    def skip_characters(self, count: int, is_wide: bool) -> None:
        """Skip characters; each new piece says anew whether they are wide."""
        while count:
            if self._at >= len(self._pieces[self._piece]):
                self._piece, self._at = self._piece + 1, 0
                is_wide = bool(self.take(1)[0] & 1)
            width = 2 if is_wide else 1
            here = min(count, (len(self._pieces[self._piece]) - self._at) // width)
            if here == 0:
                raise struct.error
            self._at += here * width
            count -= here


def shared_text_lengths(pieces: list[bytes]) -> list[int] | None:
    """Return the length of each shared text; None when the records do not add up."""
    stream = _Pieces(pieces)
    lengths: list[int] = []
    try:
        count = struct.unpack("<II", stream.take(8))[1]
        for _text in range(min(count, sum(map(len, pieces)))):
            length, flags = struct.unpack("<HB", stream.take(3))
            runs = struct.unpack("<H", stream.take(2))[0] if flags & 8 else 0
            extra = struct.unpack("<I", stream.take(4))[0] if flags & 4 else 0
            stream.skip_characters(length, bool(flags & 1))
            if extra > sum(map(len, pieces)):
                return None
            stream.take(runs * 4 + extra)
            lengths.append(length)
    except (struct.error, IndexError):
        return None
    return lengths
