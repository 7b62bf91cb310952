"""Finding the row with the headings, below title rows and empty rows."""

from eletdesk.imports.header_words import field_of_header
from eletdesk.imports.sheet import Cell, Sheet

_LOOKED_AT = 40
_LONGEST_HEADING = 60
_SURE = 95


def heading_score(row: list[Cell]) -> int:
    """Tell how much a row looks like a row of headings: known headings count, values count against it."""
    filled = [cell for cell in row if cell is not None]
    if not filled or not all(isinstance(cell, str) and len(cell) <= _LONGEST_HEADING for cell in filled):
        return 0
    known = sum(field_of_header(str(cell))[1] >= 45 for cell in filled)
    if known < 2 and not (len(filled) == 1 and field_of_header(str(filled[0]))[1] >= _SURE):
        return 0
    return known * 10 + len(filled) if known * 3 >= len(filled) else 0


def find_header(sheet: Sheet) -> int | None:
    """Return the number of the row with the headings; None when the list has none."""
    best, best_score = None, 0
    for number, row in enumerate(sheet.rows[:_LOOKED_AT], start=1):
        score = heading_score(row)
        if score > best_score:
            best, best_score = number, score
    return best
