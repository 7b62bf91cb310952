"""Turning one row of a list into a planned person: values, note, problems. Nothing in the row gets lost."""

from dataclasses import dataclass, field

from eletdesk.imports.absence_lines import AbsenceLine, problems_of_line
from eletdesk.imports.dates import Unreadable, read_date
from eletdesk.imports.fields import LONGEST_NOTE, LONGEST_RAW, kind_of, longest_of
from eletdesk.imports.mapping import ColumnMapping
from eletdesk.imports.person_name import split_whole_name, tidy_name
from eletdesk.imports.place import Place
from eletdesk.imports.plain_text import one_line
from eletdesk.imports.plan import CellProblem, PlannedPerson
from eletdesk.imports.privacy import INSTEAD, without_any_long_number, without_numbers
from eletdesk.imports.sheet import Cell, Sheet
from eletdesk.imports.values import (
    is_blank,
    is_none,
    is_unknown,
    name_has_lost_letters,
    read_value,
    says_more_than,
    shown,
)
from eletdesk.translation import _

_MOST_PERIODS = 12


@dataclass
class _Row:
    """What has been read of one row so far."""

    place: Place
    mapping: ColumnMapping
    values: dict[str, object] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    of_the_day: list[str] = field(default_factory=list)
    problems: list[CellProblem] = field(default_factory=list)
    absence: dict[str, Cell] = field(default_factory=dict)
    national_numbers: int = 0

    def keep(self, column: int, text: str) -> None:
        """Keep a text under its heading in the note."""
        if text.strip(INSTEAD + " \n"):
            is_named = column < len(self.mapping.fields) and self.mapping.fields[column]
            lines = self.lines if is_named or not self.mapping.is_absence_list() else self.of_the_day
            lines.append(f"{self.mapping.heading(column)}: {text}")

    def report(self, column: int | None, reason: str, raw: str) -> None:
        """Report a cell that needs attention."""
        header = self.mapping.heading(column) if column is not None else ""
        short = raw if len(raw) <= LONGEST_RAW else raw[:LONGEST_RAW] + "…"
        self.problems.append(CellProblem(self.place, header, reason, short))


def plan_person(sheet: Sheet, row: int, mapping: ColumnMapping) -> PlannedPerson:
    """Read one row; the caller has made sure that there is a name in it."""
    read = _Row(Place(sheet.name, row), mapping)
    for column, cell in enumerate(sheet.rows[row - 1]):
        if not is_blank(cell):
            _read_cell(read, column, cell)
    for column, comment in sheet.comments_of(row):
        _read_comment(read, column, comment)
    _check_names(read)
    absences = _absence_lines(read)
    note, more = without_numbers("\n".join([*read.remarks, *read.lines]))
    if len(note) > LONGEST_NOTE:
        read.report(None, "note_cut", "")
        note = note[:LONGEST_NOTE]
    return PlannedPerson(
        place=read.place,
        rows=(read.place,),
        values=read.values,
        note=note,
        problems=tuple(read.problems),
        absences=absences,
        national_numbers=read.national_numbers + more,
        is_hidden=row in sheet.hidden_rows,
    )


def _read_comment(read: _Row, column: int, comment: str) -> None:
    """Keep what is pinned to a cell."""
    text, count = without_numbers(comment)
    read.national_numbers += count
    heading = _("{heading} (comment)").format(heading=read.mapping.heading(column))
    read.lines.append(f"{heading}: {text}")


def _read_cell(read: _Row, column: int, cell: Cell) -> None:
    """Read one filled cell; national numbers are taken out before anything else looks at it."""
    field_name = read.mapping.fields[column] if column < len(read.mapping.fields) else None
    text, count = without_numbers(shown(cell))
    read.national_numbers += count
    if count:
        cell = text.replace(INSTEAD, "").strip() or None
    if field_name == "national_number":
        _read_national_number(read, column, text)
    elif field_name is None or (field_name == "row_number" and len(text) > 6):
        read.keep(column, text)
    elif field_name == "row_number" or is_blank(cell):
        return
    elif kind_of(field_name) == "remark":
        read.remarks.append(text)
    elif kind_of(field_name) == "absence":
        read.absence[field_name] = cell
    elif is_unknown(cell):
        read.report(column, "unknown", text)
        read.keep(column, text)
    elif is_none(cell):
        read.keep(column, text)
    else:
        _read_field(read, column, field_name, cell)


def _read_national_number(read: _Row, column: int, text: str) -> None:
    """Take nothing over from a column of national numbers but words."""
    words, mistyped = without_any_long_number(text)
    if mistyped:
        read.national_numbers += mistyped
        read.report(column, "mistyped_national_number", INSTEAD)
    if any(sign.isalpha() for sign in words):
        read.keep(column, words)


def _read_field(read: _Row, column: int, field_name: str, cell: Cell) -> None:
    """Read a cell as a value of its field, or keep it in the note with the reason."""
    text = shown(cell)
    value = read_value(field_name, cell)
    if isinstance(value, Unreadable):
        read.report(column, value.reason, text)
        read.keep(column, text)
        if value.reason == "too_long" and kind_of(field_name) == "name":
            value = tidy_name(one_line(text))[: longest_of(field_name)].strip()
        else:
            return
    if name_has_lost_letters(value) and kind_of(field_name) == "name":
        read.report(column, "letters_lost", text)
    if field_name == "full_name":
        _split_name(read, column, str(value), text)
        return
    read.values[field_name] = value
    if says_more_than(field_name, text, value):
        read.keep(column, text)


def _split_name(read: _Row, column: int, name: str, text: str) -> None:
    """Split a whole name into the two fields, unless the list has them in columns of their own."""
    whole = split_whole_name(name, read.mapping.name_order)
    parts = {"given_name": tidy_name(whole.given), "family_name": tidy_name(whole.family)}
    for part, value in parts.items():
        if value and part not in read.mapping.fields:
            read.values[part] = value
    if not whole.is_sure or any(part in read.mapping.fields for part in parts):
        read.keep(column, text)
    if not whole.is_sure and whole.family:
        read.report(column, "name_order_unsure", text)


def _check_names(read: _Row) -> None:
    """Report a missing half of the name."""
    for part in ("given_name", "family_name"):
        if not read.values.get(part):
            read.report(None, f"no_{part}", "")


def _absence_lines(read: _Row) -> tuple[AbsenceLine, ...]:
    """Make the line of an absence list; all other texts of the row stand behind its codes."""
    if not read.mapping.is_absence_list():
        for field_name, cell in read.absence.items():
            read.lines.append(f"{read.mapping.heading(read.mapping.fields.index(field_name))}: {shown(cell)}")
        return ()
    day = read.absence.get("absent_on")
    on = read_date(day) if day is not None else Unreadable("unknown")
    codes = [
        shown(read.absence.get(part)).strip().upper() for part in ("absence_morning", "absence_afternoon")
    ]
    periods = _periods(read, codes)
    remark = one_line(", ".join([*read.remarks, *read.of_the_day]))
    read.remarks = []
    line = AbsenceLine(
        read.place, None if isinstance(on, Unreadable) else on, shown(day), codes[0], codes[1], remark,
        periods,
    )  # fmt: skip
    if isinstance(on, Unreadable):
        read.report(read.mapping.column_of("absent_on"), on.reason, shown(day))
    for reason, raw in problems_of_line(line):
        read.report(_column_of_code(read.mapping, line, raw), reason, raw)
    return (line,)


def _periods(read: _Row, codes: list[str]) -> int:
    """Return the periods missed; for two halves nobody knows which, so the number goes to the remarks."""
    cell = read.absence.get("absence_periods")
    if is_blank(cell):
        return 0
    text = shown(cell).strip()
    if text.isascii() and text.isdigit() and int(text) <= _MOST_PERIODS and sum(map(bool, codes)) == 1:
        return int(text)
    read.of_the_day.append(_("periods: {count}").format(count=text))
    return 0


def _column_of_code(mapping: ColumnMapping, line: AbsenceLine, raw: str) -> int | None:
    """Return the column that a problem of a line belongs to."""
    if raw == line.morning:
        return mapping.column_of("absence_morning")
    return mapping.column_of("absence_afternoon" if raw == line.afternoon else "absent_on")
