"""Search files for words in every disguise a file format may give them."""

import base64
import codecs
import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_DEEPEST = 4
_ZLIB = re.compile(rb"\x78[\x01\x5e\x9c\xda]")
_PDF_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "cp037", "utf-7")


@dataclass(frozen=True)
class Hit:
    """Where a word was found and how it was hidden."""

    path: str
    disguise: str


def disguises(word: str) -> dict[str, bytes]:
    """Return the word as the bytes of many encodings, also inside base64 at any offset."""
    found: dict[str, bytes] = {}
    for case, text in (("", word), (" lower", word.lower()), (" upper", word.upper())):
        for encoding in _ENCODINGS:
            found[f"{encoding}{case}"] = text.encode(encoding)
        for encoding in ("utf-8", "utf-16-le"):
            raw = text.encode(encoding)
            found[f"hex of {encoding}{case}"] = raw.hex().encode()
            found[f"HEX of {encoding}{case}"] = raw.hex().upper().encode()
            for offset in range(3):
                found[f"base64 of {encoding}{case} +{offset}"] = _inner(base64.b64encode, raw, offset, 3, 4)
            for offset in range(5):
                found[f"base32 of {encoding}{case} +{offset}"] = _inner(base64.b32encode, raw, offset, 5, 8)
        found[f"rot13{case}"] = codecs.encode(text, "rot13").encode()
        found[f"backwards{case}"] = text[::-1].encode()
        found[f"octal{case}"] = "".join(f"\\{ord(sign):03o}" for sign in text).encode()
        found[f"escaped{case}"] = "".join(f"\\u{ord(sign):04x}" for sign in text).encode()
        found[f"percent{case}"] = "".join(f"%{ord(sign):02X}" for sign in text).encode()
        found[f"entities{case}"] = "".join(f"&#{ord(sign)};" for sign in text).encode()
    return found


def _inner(encode: object, raw: bytes, offset: int, group: int, signs: int) -> bytes:
    """Return the signs of an encoded text that do not depend on its neighbours."""
    whole: bytes = encode(bytes(offset) + raw)  # type: ignore[operator]
    bits = 8 * group // signs
    first = -(-8 * offset // bits)
    last = 8 * (offset + len(raw)) // bits
    return whole[first:last]


class Search:
    """A search for words in bytes, in what the bytes contain, and in names of files."""

    def __init__(self, words: Iterable[str], raw: Iterable[bytes] = ()) -> None:
        self._wanted = {
            (f"{disguise} of {word}"): content
            for word in words
            for disguise, content in disguises(word).items()
        } | {f"raw bytes {number}": content for number, content in enumerate(raw)}
        self.files = 0
        self.bytes = 0

    def hits_in(self, folder: Path, besides: Iterable[Path] = ()) -> list[Hit]:
        """Search every file below a folder, besides some folders; a link or a socket counts by its name."""
        found: list[Hit] = []
        left_out = set(besides)
        for path in sorted(folder.rglob("*")):
            if any(path == one or one in path.parents for one in left_out):
                continue
            name = str(path.relative_to(folder))
            found += [
                Hit(name, f"name: {disguise}") for disguise in self._look(name.encode("utf-8", "replace"))
            ]
            if path.is_file() and not path.is_symlink():
                content = path.read_bytes()
                self.files += 1
                self.bytes += len(content)
                found += [Hit(name, disguise) for disguise in self.look(content)]
        return found

    def look(self, content: bytes, depth: int = 0) -> Iterator[str]:
        """Yield each disguise that stands in bytes or in what they contain."""
        yield from self._look(content)
        if depth < _DEEPEST:
            for kind, inside in contents(content):
                for disguise in self.look(inside, depth + 1):
                    yield f"{kind} > {disguise}"

    def _look(self, content: bytes) -> Iterator[str]:
        yield from (name for name, wanted in self._wanted.items() if wanted in content)


def contents(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield what is packed in bytes: zip members, gzip, zlib at any place, streams and text of a PDF."""
    if content.startswith(b"PK"):
        with suppress(Exception), zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield f"zip name {name}", name.encode()
                yield f"zip {name}", archive.read(name)
    if content.startswith(b"\x1f\x8b"):
        with suppress(Exception):
            yield "gzip", gzip.decompress(content)
    for match in _ZLIB.finditer(content):
        with suppress(zlib.error):
            inside = zlib.decompressobj().decompress(content[match.start() :], 50_000_000)
            if len(inside) > 8:
                yield f"zlib at {match.start()}", inside
    for match in _PDF_STREAM.finditer(content):
        with suppress(ValueError):
            yield "ascii85", base64.a85decode(b"<~" + match[1].strip().removeprefix(b"<~"), adobe=True)
    if content.startswith(b"%PDF"):
        yield "text of the PDF", pdf_text(content).encode()


def pdf_text(content: bytes) -> str:
    """Return the text of a PDF and of its properties: with an embedded font the stream holds no letters."""
    from pypdf import PdfReader

    with suppress(Exception):
        reader = PdfReader(io.BytesIO(content))
        pages = [page.extract_text() for page in reader.pages]
        return "\n".join([*pages, str(reader.metadata)])
    return ""
