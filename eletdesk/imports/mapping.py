"""Which column of a list is which field; kept, so that the same list is recognised next time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from eletdesk.errors import InvalidInputError
from eletdesk.imports.fields import FIELDS
from eletdesk.imports.header_words import header_key
from eletdesk.translation import _

FAMILY_FIRST = "family_first"
GIVEN_FIRST = "given_first"
_ORDERS = (FAMILY_FIRST, GIVEN_FIRST)
_VERSION = 1


@dataclass(frozen=True)
class ColumnMapping:
    """Headings and their fields by position; None means that the column goes into the note."""

    headers: tuple[str, ...]
    fields: tuple[str | None, ...]
    name_order: str = FAMILY_FIRST

    @property
    def signature(self) -> tuple[str, ...]:
        """Return the folded headings: two lists with the same signature are the same list."""
        return tuple(header_key(header) for header in self.headers)

    def column_of(self, field: str) -> int | None:
        """Return the column of a field, None when the list does not have it."""
        return self.fields.index(field) if field in self.fields else None

    def has_names(self) -> bool:
        """Tell whether people can be recognised in this list."""
        return any(field in self.fields for field in ("family_name", "given_name", "full_name"))

    def is_absence_list(self) -> bool:
        """Tell whether each row is one day of absence instead of one person."""
        codes = ("absence_morning", "absence_afternoon")
        return "absent_on" in self.fields and any(code in self.fields for code in codes)

    def heading(self, column: int) -> str:
        """Return what to call a column: its heading, or its letter as in a spreadsheet program."""
        text = self.headers[column] if column < len(self.headers) else ""
        return text or column_letters(column)

    def with_field(self, column: int, field: str | None) -> "ColumnMapping":
        """Give a column another field; the column that had it goes into the note."""
        if not 0 <= column < len(self.headers) or (field is not None and field not in FIELDS):
            raise InvalidInputError("column", _("This column or field is not there."))
        moved = [None if field is not None and one == field else one for one in self.fields]
        moved[column] = field
        return replace(self, fields=tuple(moved))

    def fits(self, headers: Sequence[str]) -> bool:
        """Tell whether a list with these headings is the same list, in whatever order its columns are."""
        keys = [header_key(header) for header in headers]
        return bool(any(keys)) and sorted(keys) == sorted(self.signature)

    def for_headers(self, headers: Sequence[str]) -> "ColumnMapping":
        """Return this mapping in the order of another list's columns."""
        left = list(zip(self.signature, self.fields, strict=True))
        fields: list[str | None] = []
        for header in headers:
            found = next((one for one in left if one[0] == header_key(header)), None)
            if found is not None:
                left.remove(found)
            fields.append(found[1] if found else None)
        return replace(self, headers=tuple(headers), fields=tuple(fields))

    def to_dict(self) -> dict[str, object]:
        """Return what is kept of this mapping: headings and fields, nothing of a person."""
        return {
            "version": _VERSION,
            "headers": list(self.headers),
            "fields": list(self.fields),
            "name_order": self.name_order,
        }

    @classmethod
    def from_dict(cls, kept: Mapping[str, object]) -> "ColumnMapping":
        """Make a mapping from what was kept; raises InvalidInputError("mapping") when it does not fit."""
        headers, fields, order = kept.get("headers"), kept.get("fields"), kept.get("name_order", FAMILY_FIRST)
        if not (
            isinstance(headers, list)
            and isinstance(fields, list)
            and len(headers) == len(fields)
            and all(isinstance(header, str) for header in headers)
            and all(field is None or field in FIELDS for field in fields)
            and order in _ORDERS
        ):
            raise InvalidInputError("mapping", _("The kept columns of this list cannot be read."))
        return cls(tuple(headers), tuple(fields), str(order))


def column_letters(column: int) -> str:
    """Return A for column 0, AA for column 26."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
