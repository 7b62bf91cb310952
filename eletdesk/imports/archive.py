"""Unpacking a zipped spreadsheet while counting, and packing the counted parts again for the reader."""

import zipfile
from io import BytesIO

from eletdesk.errors import InvalidInputError
from eletdesk.imports import limits
from eletdesk.imports.limits import has_passphrase, not_readable, refused, too_large
from eletdesk.translation import _

_CHUNK = 65_536
_READ_ENDINGS = (".xml", ".rels")
_IS_ENCRYPTED = 0x1


def unpack(content: bytes) -> dict[str, bytes]:
    """Return the text parts of a zipped spreadsheet by name; pictures and macros stay unread."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return _read_parts(archive)
    except InvalidInputError:
        raise
    except MemoryError:
        raise too_large() from None
    except Exception:  # noqa: BLE001 - ten kinds of error escape from a damaged zip; all mean the same here
        raise not_readable() from None


def _read_parts(archive: zipfile.ZipFile) -> dict[str, bytes]:
    """Read each text part once, counting bytes as they come out."""
    members = archive.infolist()
    if len(members) > limits.MEMBERS:
        raise too_large()
    names = [member.filename.casefold() for member in members]
    if len(set(names)) != len(names):
        raise refused(_("This file holds the same part twice. It is not read."))
    parts: dict[str, bytes] = {}
    room = limits.UNPACKED_BYTES
    for member in members:
        if member.filename != "mimetype" and not member.filename.casefold().endswith(_READ_ENDINGS):
            continue
        if member.flag_bits & _IS_ENCRYPTED:
            raise has_passphrase()
        parts[member.filename] = part = _read_counted(archive, member, room)
        room -= len(part)
    return parts


def _read_counted(archive: zipfile.ZipFile, member: zipfile.ZipInfo, room: int) -> bytes:
    """Read one part; the sizes that the file states about itself are not believed."""
    chunks: list[bytes] = []
    size = 0
    with archive.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            packed = max(1, min(member.compress_size, limits.FILE_BYTES))
            if size > room or (size > limits.RATIO_FROM_BYTES and size > packed * limits.RATIO):
                raise too_large()
            chunks.append(chunk)
    return b"".join(chunks)


def pack(parts: dict[str, bytes]) -> BytesIO:
    """Pack counted parts again, uncompressed, so that the reader sees exactly what was counted."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part)
    stream.seek(0)
    return stream
