"""Looking through the parts of an .xlsx file before its values are read."""

import posixpath
import re

from eletdesk.imports.limits import not_readable
from eletdesk.imports.sheet_extent import SheetExtent, check_total
from eletdesk.imports.xml_part import Attributes, attributes_of, walk

_REFERENCE = re.compile(r"([A-Za-z]{1,3})([1-9][0-9]{0,6})\Z")


def position_of(reference: str) -> tuple[int, int]:
    """Return row (from 1) and column (from 0) of a cell reference such as B4."""
    found = _REFERENCE.match(reference)
    if found is None:
        raise not_readable()
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]), column - 1


class _SheetLook:
    """Follows rows and cells; a cell without a reference stands after the one before it."""

    def __init__(self, shared_lengths: list[int]) -> None:
        self.extent = SheetExtent()
        self._shared = shared_lengths
        self._row = self._line = self._next_line = 1
        self._column = self._next_column = 0
        self._type = ""
        self._inside = ""
        self._texts: dict[str, str] = {}

    def start(self, name: str, attributes: Attributes) -> None:
        """Note where the next value belongs."""
        if name == "row":
            self._start_row(attributes)
        elif name == "c":
            place = attributes.get("r")
            here = (self._line, self._next_column)
            self._row, self._column = here if place is None else position_of(place)
            self._type = attributes.get("t", "n")
            self._texts = {}
        elif name in ("v", "f", "t", "is"):
            self._inside = name
            self._texts.setdefault(name, "")

    def _start_row(self, attributes: Attributes) -> None:
        number = attributes.get("r", "")
        if number and not (number.isascii() and number.isdigit() and len(number) < 8):
            raise not_readable()
        self._line = int(number) if number else self._next_line
        self._next_line, self._next_column = self._line + 1, 0
        if attributes.get("hidden") in ("1", "true"):
            self.extent.hidden_rows.add(self._line)

    def text(self, text: str) -> None:
        """Gather the text of a value or a formula."""
        if self._inside:
            self._texts[self._inside] = self._texts.get(self._inside, "") + text

    def end(self, name: str) -> None:
        """Count a cell when it is complete."""
        if name == "c":
            self._next_column = self._column + 1
            if self._texts:
                self._count_cell()
            self._texts = {}
        if name == self._inside:
            self._inside = ""

    def _count_cell(self) -> None:
        value = self._texts.get("v", "").strip()
        characters = len(self._texts.get("t", "")) + len(value)
        if self._type == "s" and value.isascii() and value.isdigit():
            characters = self._shared[int(value)] if int(value[:9]) < len(self._shared) else 0
        self.extent.add(self._row, self._column, characters)
        if self._type == "e" and value:
            self.extent.texts[self._row, self._column] = value
        elif "f" in self._texts and not value:
            # a formula that was never calculated has no value: its own text is all there is
            self.extent.texts[self._row, self._column] = "=" + self._texts["f"].strip().removeprefix("=")


def look_through_sheet(xml: bytes, shared_lengths: list[int]) -> SheetExtent:
    """Measure one sheet and find what its values do not show."""
    look = _SheetLook(shared_lengths)
    walk(xml, look.start, look.end, look.text)
    return look.extent


def shared_text_lengths(parts: dict[str, bytes]) -> list[int]:
    """Return how long each shared text is: a few bytes of a cell can repeat a very long one."""
    lengths: list[int] = []

    def start(name: str, _attributes: Attributes) -> None:
        if name == "si":
            lengths.append(0)

    def text(text: str) -> None:
        if lengths:
            lengths[-1] += len(text)

    for name, xml in parts.items():
        if name.casefold().endswith("sharedstrings.xml"):
            walk(xml, start, lambda _name: None, text)
    return lengths


def related(parts: dict[str, bytes], part: str) -> dict[str, tuple[str, str]]:
    """Return what a part points to: id -> (kind, name of the other part)."""
    folder, name = posixpath.split(part)
    xml = parts.get(f"{folder}/_rels/{name}.rels")
    if xml is None:
        return {}
    return {
        one.get("Id", ""): (
            one.get("Type", "").rpartition("/")[2],
            posixpath.normpath(posixpath.join("/" + folder, one.get("Target", ""))).lstrip("/"),
        )
        for one in attributes_of(xml, "Relationship")
    }


def sheet_parts(parts: dict[str, bytes]) -> dict[str, str]:
    """Return which part holds which sheet: sheet name -> part name."""
    workbook = parts.get("xl/workbook.xml", b"")
    if not workbook:
        return {}
    targets = related(parts, "xl/workbook.xml")
    return {
        sheet.get("name", ""): targets.get(sheet.get("id", ""), ("", ""))[1]
        for sheet in attributes_of(workbook, "sheet")
    }


def comments_of(parts: dict[str, bytes], sheet_part: str) -> dict[tuple[int, int], str]:
    """Return the comments that hang on cells of one sheet."""
    found: dict[tuple[int, int], str] = {}
    place: list[tuple[int, int]] = []

    def start(name: str, attributes: Attributes) -> None:
        if name == "comment":
            place[:] = [position_of(attributes.get("ref", ""))]

    def text(text: str) -> None:
        if place:
            found[place[0]] = found.get(place[0], "") + text

    def end(name: str) -> None:
        if name == "comment":
            place.clear()

    for kind, target in related(parts, sheet_part).values():
        if kind == "comments" and target in parts:
            walk(parts[target], start, end, text)
    return found


def look_through_excel(parts: dict[str, bytes]) -> dict[str, SheetExtent]:
    """Measure every part, whatever its name, and return what belongs to each sheet by its name."""
    lengths = shared_text_lengths(parts)
    extents = {name: look_through_sheet(xml, lengths) for name, xml in parts.items()}
    check_total([extent for extent in extents.values() if extent.rows])
    by_sheet: dict[str, SheetExtent] = {}
    for sheet, part in sheet_parts(parts).items():
        if part in extents:
            extents[part].comments = comments_of(parts, part)
            by_sheet[sheet] = extents[part]
    return by_sheet
