"""One sheet as it was read: rows of plain values, with what else the sheet says about them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

Cell = str | int | float | bool | date | datetime | None


@dataclass(frozen=True)
class Sheet:
    """Rows start at number 1 and columns at index 0; trailing empty rows and cells are left off."""

    name: str
    rows: list[list[Cell]]
    is_hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    comments: Mapping[tuple[int, int], str] = field(default_factory=dict)

    def __repr__(self) -> str:
        """Show the size only: sheets end up in tracebacks."""
        return f"<Sheet of {len(self.rows)} rows>"

    def cell(self, row: int, column: int) -> Cell:
        """Return one value, None outside the filled part."""
        cells = self.rows[row - 1]
        return cells[column] if column < len(cells) else None

    @cached_property
    def _comments_by_row(self) -> dict[int, list[tuple[int, str]]]:
        by_row: dict[int, list[tuple[int, str]]] = {}
        for (row, column), text in sorted(self.comments.items()):
            by_row.setdefault(row, []).append((column, text))
        return by_row

    def comments_of(self, row: int) -> list[tuple[int, str]]:
        """Return what is pinned to the cells of a row: column and text."""
        return self._comments_by_row.get(row, [])

    def width(self) -> int:
        """Return the number of columns of the widest row."""
        return max((len(row) for row in self.rows), default=0)


def trimmed(rows: list[list[Cell]]) -> list[list[Cell]]:
    """Leave off empty cells at the end of rows and empty rows at the end of the sheet."""
    for row in rows:
        while row and row[-1] is None:
            row.pop()
    while rows and not rows[-1]:
        rows.pop()
    return rows
