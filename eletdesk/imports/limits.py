"""How much of a stranger's file eletdesk is willing to read, and the sentence when it is too much."""

from eletdesk.errors import InvalidInputError
from eletdesk.translation import _

FILE_BYTES = 10_000_000
UNPACKED_BYTES = 50_000_000
RATIO = 200
RATIO_FROM_BYTES = 1_000_000  # a small member may well be one repeated line
MEMBERS = 200
SHEETS = 50
ROWS = 20_000
COLUMNS = 100
CELLS = 4_000_000  # over all sheets, empty ones between filled ones included
CELL_CHARACTERS = 100_000  # Excel itself stops at 32 767
TEXT_CHARACTERS = 50_000_000  # after repeated and shared texts are written out


def refused(sentence: str) -> InvalidInputError:
    """Make the error for a file that is not read."""
    return InvalidInputError("file", sentence)


def too_large() -> InvalidInputError:
    """Make the error for a file that is larger than any list of people."""
    return refused(
        _("This file is too large for a list of people. Copy the list into a new, empty file and take that.")
    )


def not_readable() -> InvalidInputError:
    """Make the error for a file that its reader stumbles over."""
    return refused(
        _("This file cannot be read as a spreadsheet. Open it, save it as .xlsx or .csv and take that file.")
    )


def has_passphrase() -> InvalidInputError:
    """Make the error for a spreadsheet that is locked."""
    return refused(
        _("This spreadsheet is locked with a password. Save a copy without password and take that.")
    )


def check_cell(characters: int) -> None:
    """Refuse a cell that holds a book."""
    if characters > CELL_CHARACTERS:
        raise refused(
            _("A cell in this file holds more text than a list can. Shorten it and take the file again.")
        )


def check_extent(rows: int, columns: int) -> None:
    """Refuse a sheet that is longer or wider than a list of people can be."""
    if rows > ROWS:
        raise refused(
            _("A sheet in this file has more than {count} rows. Keep only the list of people.").format(
                count=ROWS
            )
        )
    if columns > COLUMNS:
        raise refused(
            _("A sheet in this file has more than {count} columns. Keep only the list of people.").format(
                count=COLUMNS
            )
        )
