"""Guessing which column is which field from its heading and from what stands below it."""

from collections.abc import Callable, Sequence
from datetime import date

from eletdesk import clock
from eletdesk.domain.phone import is_possible_phone
from eletdesk.imports.dates import Unreadable, read_date
from eletdesk.imports.fields import kind_of
from eletdesk.imports.header_words import SOME_DATE, SOME_NAME, field_of_header
from eletdesk.imports.mapping import FAMILY_FIRST, ColumnMapping
from eletdesk.imports.person_name import guess_name_order
from eletdesk.imports.plain_text import one_line
from eletdesk.imports.privacy import without_numbers
from eletdesk.imports.sheet import Cell, Sheet
from eletdesk.imports.values import is_blank, is_email, is_none, is_unknown, shown

_LOOKED_AT = 300
_GROUPS = ("mother_name", "father_name", "guardian_name")
_BIRTH_YEARS = (8, 26)  # ages between which a column of dates without a heading is a date of birth
_CODES = ("absence_morning", "absence_afternoon")


def headers_of(sheet: Sheet, header_row: int | None) -> tuple[str, ...]:
    """Return the headings as one line of text each, empty where there is none."""
    width = sheet.width()
    if header_row is None:
        return ("",) * width
    cells = [sheet.cell(header_row, column) for column in range(width)]
    texts = [without_numbers(one_line(str(cell)))[0] if cell is not None else "" for cell in cells]
    groups = _groups_above(sheet, header_row)
    return tuple(f"{groups[at]} {text}" if at in groups and text else text for at, text in enumerate(texts))


def _groups_above(sheet: Sheet, header_row: int) -> dict[int, str]:
    """Return the columns above which a heading such as Mother spans several, with that heading."""
    groups: dict[int, str] = {}
    above = sheet.rows[header_row - 2] if header_row > 1 else []
    group = ""
    for column in range(len(sheet.rows[header_row - 1])):
        cell = above[column] if column < len(above) else None
        if cell is not None:
            group = str(cell) if field_of_header(str(cell))[0] in _GROUPS else ""
        if group:
            groups[column] = group
    return groups


def guess_mapping(sheet: Sheet, header_row: int | None) -> ColumnMapping:
    """Guess the fields of all columns; each field is given once, the surest column first."""
    headers = headers_of(sheet, header_row)
    samples = [_sample(sheet, header_row or 0, column) for column in range(len(headers))]
    guesses = [field_of_header(header) for header in headers]
    guesses = [_checked(guess, sample) for guess, sample in zip(guesses, samples, strict=True)]
    fields: list[str | None] = [None] * len(headers)
    for column in sorted(range(len(headers)), key=lambda one: -guesses[one][1]):
        field = guesses[column][0]
        if field and (field not in fields or field in ("national_number", "row_number")):
            fields[column] = field
    _settle_dates(fields)
    _settle_names(fields, samples)
    order = FAMILY_FIRST
    if "full_name" in fields:
        column = fields.index("full_name")
        order = guess_name_order([str(cell) for cell in samples[column]], headers[column])
    return ColumnMapping(headers, tuple(fields), order)


def _sample(sheet: Sheet, header_row: int, column: int) -> list[Cell]:
    """Return the cells below a heading that say something."""
    last = min(len(sheet.rows), header_row + _LOOKED_AT)
    cells = (sheet.cell(row, column) for row in range(header_row + 1, last + 1))
    return [cell for cell in cells if not (is_blank(cell) or is_unknown(cell) or is_none(cell))]


def _share(sample: Sequence[Cell], test: Callable[[Cell], bool]) -> float:
    """Return which part of the filled cells passes a test."""
    return sum(test(cell) for cell in sample) / len(sample) if sample else 0.0


def _is_date(cell: Cell) -> bool:
    return not isinstance(cell, int | float) and not isinstance(read_date(cell), Unreadable)


def _is_national_number(cell: Cell) -> bool:
    """Tell whether a cell holds a national number and no words."""
    rest, count = without_numbers(shown(cell))
    return count > 0 and not any(sign.isalpha() for sign in rest)


def _checked(guess: tuple[str, int], sample: list[Cell]) -> tuple[str, int]:
    """Correct a guess by what stands in the column."""
    field, score = guess
    if kind_of_guess(field) not in ("name", "remark") and _share(sample, _is_national_number) > 0.5:
        return "national_number", 100
    if field == "row_number":
        is_short = _share(sample, lambda cell: len(str(cell)) <= 6) > 0.8
        return guess if is_short or not sample else ("", 0)
    if field and kind_of_guess(field) == "date" and score < 100 and _share(sample, _is_date) < 0.2:
        return "", 0
    return guess if field else _by_content(sample)


def _by_content(sample: list[Cell]) -> tuple[str, int]:
    """Guess a column without a known heading."""
    if _share(sample, lambda cell: is_email(str(cell))) > 0.5:
        return "email", 20
    if _share(sample, lambda cell: isinstance(cell, str) and is_possible_phone(cell)) > 0.6:
        return "phone", 20
    if _counts_up(sample):
        return "row_number", 20
    return ("birth_on", 10) if _share(sample, _is_birth) > 0.8 else ("", 0)


def _counts_up(sample: list[Cell]) -> bool:
    """Tell whether a column only numbers the rows."""
    texts = [shown(cell) for cell in sample]
    first = texts[0] if texts else ""
    if len(texts) < 2 or not (first.isascii() and first.isdigit()) or len(first) > 6:
        return False
    return texts == [str(int(first) + step) for step in range(len(texts))]


def _is_birth(cell: Cell) -> bool:
    """Tell whether a cell is the date of birth of a young person."""
    day = read_date(cell, is_birth=True) if not isinstance(cell, int | float) else None
    if not isinstance(day, date):
        return False
    return _BIRTH_YEARS[0] <= clock.today().year - day.year <= _BIRTH_YEARS[1]


def kind_of_guess(field: str) -> str:
    """Return the kind of a guessed field; a heading that only says date is a date."""
    if field == SOME_DATE:
        return "date"
    if not field:
        return ""
    return "name" if field == SOME_NAME else kind_of(field)


def _settle_dates(fields: list[str | None]) -> None:
    """Decide what a heading that only says date means."""
    if SOME_DATE not in fields:
        return
    column = fields.index(SOME_DATE)
    fields[column] = None
    if any(code in fields for code in _CODES):
        if "absent_on" not in fields:
            fields[column] = "absent_on"
    elif "session_minutes" in fields and "session_on" not in fields:
        fields[column] = "session_on"


def _settle_names(fields: list[str | None], samples: list[list[Cell]]) -> None:
    """Decide whether a heading that only says name holds family names or whole names."""
    if SOME_NAME in fields:
        column = fields.index(SOME_NAME)
        wanted = "family_name" if "given_name" in fields else "full_name"
        fields[column] = wanted if wanted not in fields else None
    if not any(field in fields for field in ("family_name", "given_name", "full_name")):
        found = _column_of_names(fields, samples)
        if found is not None:
            fields[found] = "full_name"


def _column_of_names(fields: list[str | None], samples: list[list[Cell]]) -> int | None:
    """Find the first unnamed column in which nearly every cell could be the name of a person."""
    for column, sample in enumerate(samples):
        different = len({str(cell) for cell in sample})
        if fields[column] is None and different > len(sample) * 0.6 and _share(sample, _could_be_name) > 0.8:
            return column
    return None


def _could_be_name(cell: Cell) -> bool:
    """Tell whether a cell is two to five words that begin with a capital or are particles."""
    if not isinstance(cell, str) or any(sign.isdigit() for sign in cell):
        return False
    words = cell.replace(",", " ").split()
    capitals = sum(word[0].isupper() for word in words)
    return (
        2 <= len(words) <= 5 and capitals >= 2 and all(word[0].isalpha() or word[0] == "'" for word in words)
    )
