"""Where something stands in a file."""

from typing import NamedTuple


class Place(NamedTuple):
    """A row of a sheet, numbered from 1 as spreadsheet programs do."""

    sheet: str
    row: int
