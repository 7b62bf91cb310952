"""What a sheet holds besides its values, found before the values are read: size, formulas, hidden rows."""

from dataclasses import dataclass, field

from eletdesk.imports import limits
from eletdesk.imports.limits import check_extent, too_large


@dataclass
class SheetExtent:
    """Counts while a sheet is looked through; refuses as soon as it grows too large.

    The reader keeps a full rectangle in memory: one cell at the far corner would take gigabytes,
    so the rectangle is measured before the reader sees the file.
    """

    rows: int = 0
    columns: int = 0
    characters: int = 0
    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    comments: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)

    def add(self, row: int, column: int, characters: int = 0) -> None:
        """Count one filled cell; row from 1, column from 0."""
        self.rows = max(self.rows, row)
        self.columns = max(self.columns, column + 1)
        self.characters += characters
        check_extent(self.rows, self.columns)
        if self.characters > limits.TEXT_CHARACTERS:
            raise too_large()


def check_total(extents: list[SheetExtent]) -> None:
    """Refuse a workbook whose sheets are too large together."""
    if len(extents) > limits.SHEETS or sum(one.rows * one.columns for one in extents) > limits.CELLS:
        raise too_large()
    if sum(one.characters for one in extents) > limits.TEXT_CHARACTERS:
        raise too_large()
