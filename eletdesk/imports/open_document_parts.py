"""Looking through the content of an .ods file before its values are read."""

from eletdesk.imports import limits
from eletdesk.imports.limits import not_readable, too_large
from eletdesk.imports.sheet_extent import SheetExtent, check_total
from eletdesk.imports.xml_part import Attributes, walk

_CELLS = ("table-cell", "covered-table-cell")
_VALUES = {"value-type", "value", "string-value", "date-value", "time-value", "boolean-value"}
_HIDDEN = ("collapse", "filter")


def _times(attributes: Attributes, name: str) -> int:
    """Return how often a row or cell stands there."""
    text = attributes.get(name, "1")
    if not (text.isascii() and text.isdigit() and len(text) < 9):
        raise not_readable()
    return max(1, int(text))


class _ContentLook:
    """Follows tables, rows and cells; a repeated cell counts as often as it stands there."""

    def __init__(self) -> None:
        self.extents: dict[str, SheetExtent] = {}
        self._extent = SheetExtent()
        self._row = self._column = 0
        self._row_times = self._cell_times = 1
        self._cell: Attributes | None = None
        self._is_annotation = self._has_text = False
        self._text = self._annotation = ""

    def start(self, name: str, attributes: Attributes) -> None:
        """Note where the next value belongs."""
        if name == "table":
            self._extent = SheetExtent()
            self.extents[attributes.get("name", "")] = self._extent
            self._row = 0
        elif name == "table-row":
            self._row, self._column = self._row + 1, 0
            self._row_times = _times(attributes, "number-rows-repeated")
            if attributes.get("visibility") in _HIDDEN:
                rows = range(self._row, min(self._row + self._row_times, limits.ROWS + 1))
                self._extent.hidden_rows.update(rows)
        elif name in _CELLS:
            self._cell, self._text, self._annotation = attributes, "", ""
            self._has_text = False
            self._cell_times = _times(attributes, "number-columns-repeated")
        elif name == "annotation":
            self._is_annotation = True
        elif name == "p":
            self._has_text = True
        elif name == "s" and self._cell is not None:
            # a run of spaces is written as a number: the reader writes the spaces out
            self._extent.characters += _times(attributes, "c") * self._cell_times * self._row_times
            if self._extent.characters > limits.TEXT_CHARACTERS:
                raise too_large()

    def text(self, text: str) -> None:
        """Gather the text of a cell and of what is pinned to it."""
        if self._cell is None:
            return
        if self._is_annotation:
            self._annotation += text
        else:
            self._text += text

    def end(self, name: str) -> None:
        """Count cells and rows when they are complete."""
        if name == "annotation":
            self._is_annotation = False
        elif name in _CELLS and self._cell is not None:
            self._count_cell(self._cell)
            self._column += self._cell_times
            self._cell = None
        elif name == "table-row":
            self._row += self._row_times - 1

    def _count_cell(self, cell: Attributes) -> None:
        place = (self._row, self._column)
        has_value = bool(_VALUES & cell.keys()) or bool(self._text.strip())
        if has_value or self._has_text or "formula" in cell:
            last = (self._row + self._row_times - 1, self._column + self._cell_times - 1)
            length = max(len(self._text), len(cell.get("string-value", "")))
            self._extent.add(*last, length * self._row_times * self._cell_times)
        if "formula" in cell and not has_value:
            self._extent.texts[place] = "=" + cell["formula"].removeprefix("of:").removeprefix("=")
        if self._annotation.strip():
            self._extent.comments[place] = self._annotation


def look_through_open_document(parts: dict[str, bytes]) -> dict[str, SheetExtent]:
    """Measure every table of the document and return what belongs to each sheet by its name."""
    look = _ContentLook()
    for name, xml in parts.items():
        if name == "content.xml":
            walk(xml, look.start, look.end, look.text)
    check_total(list(look.extents.values()))
    return look.extents
