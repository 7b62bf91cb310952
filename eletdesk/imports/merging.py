"""What the chosen merges lead to: one entry for each person, with both remarks and all conflicts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from eletdesk.imports.absence_lines import AbsenceLine
from eletdesk.imports.fields import FIELDS, LONGEST_NOTE, label_of
from eletdesk.imports.place import Place
from eletdesk.imports.plan import CaseloadPlan, PlannedPerson
from eletdesk.imports.privacy import without_numbers
from eletdesk.imports.reasons import problem_sentence
from eletdesk.imports.values import shown
from eletdesk.translation import _


@dataclass(frozen=True)
class PersonToWrite:
    """One person as the import writes him: a new case, or more about the known case case_id.

    The days of an absence list are in absences, not in the note.
    """

    rows: tuple[Place, ...]
    values: Mapping[str, object]
    note: str
    case_id: str | None = None
    absences: tuple[AbsenceLine, ...] = field(default=())

    def __repr__(self) -> str:
        """Show the number of rows only."""
        return f"<PersonToWrite of {len(self.rows)} rows>"


def shown_value(value: object) -> str:
    """Write a value of the plan for a note or the screen."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return shown(value) if isinstance(value, str | int | float | date) else str(value)


def people_to_write(plan: CaseloadPlan) -> tuple[PersonToWrite, ...]:
    """Return who is written, in the order of the list; people that are left out are not among them."""
    groups: dict[Place, list[PlannedPerson]] = {}
    for person in plan.people:
        if person.choice.kind == "leave_out":
            continue
        last = list(plan.chain(person))[-1]
        if last.choice.kind == "leave_out":
            last = person
        groups.setdefault(last.place, []).append(person)
    written = [_join(sorted(group, key=lambda one: one.place != root)) for root, group in groups.items()]
    return tuple(sorted(written, key=lambda one: _order(plan, one)))


def _order(plan: CaseloadPlan, person: PersonToWrite) -> tuple[int, int]:
    names = [sheet.name for sheet in plan.sheets]
    return names.index(person.rows[0].sheet), person.rows[0].row


def _join(group: list[PlannedPerson]) -> PersonToWrite:
    """Join people into the first of them."""
    root = group[0]
    joined = join_people(group)
    case_id = (
        root.choice.target if root.choice.kind == "merge" and isinstance(root.choice.target, str) else None
    )
    return PersonToWrite(joined.rows, joined.values, _bounded(joined.note), case_id, joined.absences)


def _bounded(note: str) -> str:
    """Cut a note that no case file can keep, and say so in it."""
    if len(note) <= LONGEST_NOTE:
        return note
    return f"{note[:LONGEST_NOTE]}\n{problem_sentence('note_cut')}"


def join_people(group: list[PlannedPerson]) -> PlannedPerson:
    """Return the first person with what the others add: values that he lacks, remarks, conflicting values."""
    root = group[0]
    values = dict(root.values)
    note = root.note.split("\n") if root.note else []
    kept = set(note)
    for other in group[1:]:
        extra = other.note.split("\n") if other.note else []
        for name, value in other.values.items():
            if name not in values:
                values[name] = value
            elif value != values[name]:
                extra.append(_conflict(name, value))
        note += [line for line in dict.fromkeys(extra) if line not in kept]
        kept.update(extra)
    text, count = without_numbers("\n".join(note))
    return PlannedPerson(
        place=root.place,
        rows=tuple(row for person in group for row in person.rows),
        values=values,
        note=text,
        problems=tuple(problem for person in group for problem in person.problems),
        choice=root.choice,
        absences=tuple(line for person in group for line in person.absences),
        national_numbers=sum(person.national_numbers for person in group) + count,
        is_hidden=all(person.is_hidden for person in group),
    )


def _conflict(name: str, value: object) -> str:
    """Write a value that another row has for the same field."""
    label = label_of(name) if name in FIELDS else name
    return _("{field} (other row): {value}").format(field=label, value=shown_value(value))
