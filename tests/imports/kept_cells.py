"""Checks that no filled cell of a list is lost: it is a value, stands in a note or is left out on purpose."""

from collections.abc import Sequence

from eletdesk.imports.dates import Unreadable
from eletdesk.imports.fields import kind_of
from eletdesk.imports.place import Place
from eletdesk.imports.plain_text import one_line
from eletdesk.imports.plan import CaseloadPlan, PlannedPerson, PlannedSheet
from eletdesk.imports.privacy import INSTEAD, without_numbers
from eletdesk.imports.sheet import Cell, Sheet
from eletdesk.imports.values import is_blank, read_value, shown


def lost_cells(workbook: Sequence[Sheet], plan: CaseloadPlan) -> list[tuple[Place, int]]:
    """Return the filled cells of people's rows that are found nowhere in the plan."""
    sheets = {sheet.name: (sheet, planned) for sheet, planned in zip(workbook, plan.sheets, strict=True)}
    lost = []
    for person in plan.people:
        for place in person.rows:
            sheet, planned = sheets[place.sheet]
            for column, cell in enumerate(sheet.rows[place.row - 1]):
                if not is_blank(cell) and not is_kept(person, planned, column, cell):
                    lost.append((place, column))
    return lost


def is_kept(person: PlannedPerson, planned: PlannedSheet, column: int, cell: Cell) -> bool:
    """Tell whether one cell is found back."""
    text, count = without_numbers(shown(cell))
    field = planned.mapping.fields[column] if column < len(planned.mapping.fields) else None
    if not text.strip(INSTEAD + " \n") or field in ("national_number", "row_number"):
        return True
    if one_line(text) in one_line(person.full_note):
        return True
    if field is None:
        return False
    if field == "full_name":
        words = one_line(person.name.replace(",", " ")).casefold().split()
        return sorted(words) == sorted(one_line(text.replace(",", " ")).casefold().split())
    if kind_of(field) == "absence":
        return is_kept_absence(person, text)
    value = read_value(field, text.replace(INSTEAD, "").strip() if count else cell)
    return not isinstance(value, Unreadable) and person.values.get(field) == value


def is_kept_absence(person: PlannedPerson, text: str) -> bool:
    """Tell whether a date or code of an absence list is found back."""
    codes = {code for line in person.absences for code in (line.morning, line.afternoon)}
    days = {shown(line.on) for line in person.absences} | {line.raw_date for line in person.absences}
    return text.strip().upper() in codes or text in days
