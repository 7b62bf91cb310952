"""Reading a list of people from any spreadsheet or text file; nothing is judged yet."""

from pathlib import Path

from eletdesk.imports.delimited import read_delimited
from eletdesk.imports.limits import FILE_BYTES, not_readable, refused, too_large
from eletdesk.imports.sheet import Cell, Sheet
from eletdesk.imports.workbook import read_old_workbook, read_zipped_workbook
from eletdesk.translation import _

__all__ = ["Cell", "Sheet", "read_workbook"]

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WEB_STARTS = (b"<!doctype", b"<html", b"<table", b"<?xml", b"<meta", b"<head")


def read_workbook(source: Path | str | bytes, name: str = "") -> list[Sheet]:
    """Read all sheets of an .xlsx, .ods, .xls, .csv or .tsv file; what it is shows from its content.

    Raises InvalidInputError("file") with one sentence for a file that is too large or cannot be read.
    """
    content = source if isinstance(source, bytes) else _bytes_of(Path(source))
    title = name or ("" if isinstance(source, bytes) else Path(source).name)
    if len(content) > FILE_BYTES:
        raise too_large()
    if not content.strip():
        raise refused(_("This file is empty."))
    if content.startswith(_ZIP):
        return read_zipped_workbook(content)
    if content.startswith(_OLE):
        return read_old_workbook(content)
    _refuse_other_kinds(content)
    return read_delimited(content, Path(title).stem or title)


def _bytes_of(path: Path) -> bytes:
    """Read a file, but never more than a list of people can be."""
    try:
        with path.open("rb") as stream:
            return stream.read(FILE_BYTES + 1)
    except FileNotFoundError:
        raise refused(_("This file is not there any more.")) from None
    except (OSError, ValueError):
        raise refused(_("This file cannot be opened. Close it in other programs and try again.")) from None


def _refuse_other_kinds(content: bytes) -> None:
    """Say so when the file is a web page, a PDF or a picture under another name."""
    start = content[:4096].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x00").lower()
    if start.startswith(b"%pdf") or content.startswith(
        (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc")
    ):
        raise refused(_("This is not a spreadsheet that eletdesk knows. Save it as .xlsx, .ods or .csv."))
    if start.startswith(_WEB_STARTS):
        raise refused(
            _(
                "This file is a web page with the name of a spreadsheet. Open it in your spreadsheet "
                "program, save it as .xlsx and take that file."
            )
        )
    if b"\0" * 16 in content:
        raise not_readable()
