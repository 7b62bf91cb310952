"""Telling people from titles, totals, repeated headings and remarks."""

from eletdesk.domain.names import comparable
from eletdesk.imports.dates import Unreadable, read_date
from eletdesk.imports.fields import NAME_FIELDS
from eletdesk.imports.header_words import header_key
from eletdesk.imports.mapping import ColumnMapping
from eletdesk.imports.sheet import Cell, Sheet
from eletdesk.imports.values import is_blank, is_unknown, shown

_TOTALS = [
    "totaal",
    "total",
    "totaux",
    "som",
    "somme",
    "sum",
    "subtotaal",
    "sous total",
    "subtotal",
    "aantal",
    "nombre",
    "gemiddelde",
    "moyenne",
    "average",
    "algemeen totaal",
    "total general",
    "grand total",
]
_WORDS_OF_A_SENTENCE = 5


def skip_reason(sheet: Sheet, row: int, header_row: int | None, mapping: ColumnMapping) -> str:
    """Return why a row is no person, empty when it is one."""
    cells = sheet.rows[row - 1]
    filled = [column for column, cell in enumerate(cells) if not is_blank(cell)]
    if header_row is not None and row <= header_row:
        return "header" if row == header_row else "title" if filled else "empty"
    said = [column for column in filled if _field(mapping, column) != "row_number"]
    if not said:
        return "footnote" if sheet.comments_of(row) else "empty"
    if _is_repeated_header(cells, mapping):
        return "repeated_header"
    if _is_total(cells, said, mapping):
        return "total"
    names = [column for column in said if _field(mapping, column) in NAME_FIELDS and _is_name(cells[column])]
    if len(said) == 1 and not (names and _stands_alone(cells[said[0]], _field(mapping, said[0]), mapping)):
        return _kind_of_single(cells[said[0]])
    return "" if names else "no_name"


def _kind_of_single(cell: Cell) -> str:
    """Tell what a row with a single cell is when it is no person."""
    if not _is_text(cell):
        return "no_name"
    return "footnote" if _is_sentence(shown(cell)) else "section"


def _field(mapping: ColumnMapping, column: int) -> str | None:
    return mapping.fields[column] if column < len(mapping.fields) else None


def _is_text(cell: Cell) -> bool:
    return isinstance(cell, str) and any(sign.isalpha() for sign in cell)


def _is_name(cell: Cell) -> bool:
    """Tell whether a cell can be a name: it has letters and does not say that it is unknown."""
    return _is_text(cell) and not is_unknown(cell)


def _is_sentence(text: str) -> bool:
    """Tell whether a text that stands alone is a remark rather than a word."""
    return text.startswith(("*", "(", "!")) or ":" in text or len(text.split()) >= _WORDS_OF_A_SENTENCE


def _stands_alone(cell: Cell, field: str | None, mapping: ColumnMapping) -> bool:
    """Tell whether a single cell is a whole person, as in a list of names and little else."""
    text = shown(cell)
    if _is_sentence(text) or any(sign.isdigit() for sign in text):
        return False
    if field == "full_name":
        return len(text.split()) >= 2
    named = [one for one in mapping.fields if one is not None]
    return len(named) == 1


def _is_total(cells: list[Cell], said: list[int], mapping: ColumnMapping) -> bool:
    """Tell whether the first text of a row says total; somebody called Som has a first name."""
    first = next((column for column in said if _is_text(cells[column])), None)
    if first is None:
        return False
    key = comparable(shown(cells[first])[:60])
    if not any(key == word or key.startswith(word + " ") for word in _TOTALS):
        return False
    given = mapping.column_of("given_name")
    born = mapping.column_of("birth_on")
    return not any(
        column is not None and column != first and column < len(cells) and _is_name_or_date(cells[column])
        for column in (given, born)
    )


def _is_name_or_date(cell: Cell) -> bool:
    if isinstance(cell, int | float) or cell is None:
        return False
    is_word = _is_text(cell) and not shown(cell).startswith("=")
    return is_word or not isinstance(read_date(cell), Unreadable)


def _is_repeated_header(cells: list[Cell], mapping: ColumnMapping) -> bool:
    """Tell whether most cells repeat the heading of their column."""
    named = [column for column, header in enumerate(mapping.headers) if header]
    if not named:
        return False
    same = sum(
        column < len(cells)
        and isinstance(cells[column], str)
        and header_key(shown(cells[column])) == header_key(mapping.headers[column])
        for column in named
    )
    return same >= max(2, len(named) * 0.6) or (same == len(named) == 1)
