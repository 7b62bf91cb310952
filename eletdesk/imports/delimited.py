"""Reading lists that are plain text: .csv and .tsv in any encoding and with any separator."""

import csv
from itertools import islice

from eletdesk.imports.limits import COLUMNS, ROWS, check_cell, check_extent, not_readable, refused
from eletdesk.imports.plain_text import clean_text
from eletdesk.imports.sheet import Cell, Sheet, trimmed
from eletdesk.imports.text_encoding import decoded
from eletdesk.translation import _

_SEPARATORS = ";\t,|"
_SAMPLE_ROWS = 60
_LAST = "\x1eend of the list\x1e"
_MOST_NULS = 0.01


def read_delimited(content: bytes, name: str) -> list[Sheet]:
    """Read one text list; its only sheet carries the given name."""
    text = decoded(content)
    if text.count("\0") > len(text) * _MOST_NULS:
        raise not_readable()
    text = text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    text, separator = _named_separator(text)
    separator = separator or _separator(text)
    rows: list[list[Cell]] = []
    for row in _read_rows(text, separator):
        check_extent(len(rows), len(row) if len(row) > COLUMNS and any(row[COLUMNS:]) else 0)
        check_cell(max((len(cell) for cell in row), default=0))
        rows.append([clean_text(cell) or None for cell in row[:COLUMNS]])
    rows = trimmed(rows)
    check_extent(len(rows), 0)
    return [Sheet(name, rows)]


def _named_separator(text: str) -> tuple[str, str]:
    """Take off the first line when it only names the separator, as spreadsheet programs write it."""
    first, _end, rest = text.partition("\n")
    stripped = first.strip().strip('"').casefold()
    if stripped.startswith("sep=") and len(stripped) == len("sep=") + 1:
        return rest, stripped[-1]
    if first.casefold().startswith("sep=\t"):
        return rest, "\t"
    return text, ""


def _separator(text: str) -> str:
    """Return the separator that gives the most rows of one same width.

    csv.Sniffer takes the apostrophe of N'Diaye for a quotation mark, so the candidates are tried out.
    """
    best, best_score = ";", (0.0, 0.0)
    for separator in _SEPARATORS:
        try:
            reader = csv.reader(text[:400_000].split("\n"), delimiter=separator)
            widths = [len(row) for row in islice(reader, _SAMPLE_ROWS) if any(row)]
        except csv.Error:
            continue
        if not widths:
            continue
        usual = max(set(widths), key=lambda width: (widths.count(width), width))
        score = (widths.count(usual) / len(widths) * (usual > 1), float(min(usual, COLUMNS)))
        if score > best_score:
            best, best_score = separator, score
    return best


def _read_rows(text: str, separator: str) -> list[list[str]]:
    """Read all rows; a quotation mark that is never closed would swallow the rest of the list."""
    lines = text.split("\n")
    lines.append(_LAST)
    reader = csv.reader((line + "\n" for line in lines), delimiter=separator)
    rows: list[list[str]] = []
    started = 1
    try:
        for row in reader:
            if len(rows) > ROWS and any(row):
                check_extent(len(rows), 0)
            if row == [_LAST]:
                break
            if row and row[-1].endswith((_LAST, _LAST + "\n")):
                raise refused(
                    _(
                        "A quotation mark is opened on line {line} and never closed. "
                        "Close it in the list and take the file again."
                    ).format(line=started)
                )
            rows.append(row)
            started = reader.line_num + 1
    except csv.Error:
        raise not_readable() from None
    return rows
