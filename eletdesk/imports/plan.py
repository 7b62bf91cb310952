"""The plan of an import: what would be written, what not and why. Making a plan changes nothing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Literal, NamedTuple

from eletdesk.errors import InvalidInputError
from eletdesk.imports.absence_lines import AbsenceLine, absence_note
from eletdesk.imports.mapping import ColumnMapping
from eletdesk.imports.place import Place
from eletdesk.imports.reasons import problem_sentence, skip_sentence
from eletdesk.translation import _


@dataclass(frozen=True)
class KnownCase:
    """A person who already has a case in the desk."""

    case_id: str
    given_name: str
    family_name: str
    birth_on: date | None = None

    def __repr__(self) -> str:
        """Show the id only."""
        return f"<KnownCase {self.case_id}>"


@dataclass(frozen=True)
class CellProblem:
    """A cell that needs attention; raw is (the beginning of) its text, also kept in the note."""

    place: Place
    header: str
    reason: str
    raw: str = field(repr=False)

    @property
    def sentence(self) -> str:
        """Say in one sentence what is the matter."""
        return problem_sentence(self.reason)


@dataclass(frozen=True)
class SkippedRow:
    """A row that is no person; text is what stands in it, without national numbers."""

    place: Place
    reason: str
    text: str = field(default="", repr=False)

    @property
    def sentence(self) -> str:
        """Say in one sentence why nothing is imported from this row."""
        return skip_sentence(self.reason)


@dataclass(frozen=True)
class LookAlike:
    """Two rows, or a row and a known case (other is its id), that may be one person."""

    first: Place
    other: Place | str
    score: int
    same_birth: bool | None
    is_strong: bool


class Choice(NamedTuple):
    """What to do with one planned person."""

    kind: Literal["import", "merge", "leave_out"]
    target: Place | str | None = None


IMPORT = Choice("import")
LEAVE_OUT = Choice("leave_out")


def merge_with(target: Place | str) -> Choice:
    """Choose to merge with another row of the list, or with a known case by its id."""
    return Choice("merge", target)


@dataclass(frozen=True)
class PlannedPerson:
    """One person of the list; an absence list has several rows for one person."""

    place: Place
    rows: tuple[Place, ...]
    values: Mapping[str, object]
    note: str
    problems: tuple[CellProblem, ...]
    choice: Choice = IMPORT
    absences: tuple[AbsenceLine, ...] = ()
    national_numbers: int = 0
    is_hidden: bool = False

    def __repr__(self) -> str:
        """Show the place only: plans end up in tracebacks."""
        return f"<PlannedPerson {self.place.row}>"

    @property
    def full_note(self) -> str:
        """Return the note with the lines of an absence list below it."""
        return "\n\n".join(part for part in (self.note, absence_note(self.absences)) if part)

    @property
    def name(self) -> str:
        """Return first and family name in one text."""
        return " ".join(
            str(self.values[one]) for one in ("given_name", "family_name") if self.values.get(one)
        )

    @property
    def birth_on(self) -> date | None:
        """Return the date of birth when it could be read."""
        born = self.values.get("birth_on")
        return born if isinstance(born, date) else None


@dataclass(frozen=True)
class PlannedSheet:
    """One sheet of the file; left_out is the reason when none of its rows is imported."""

    name: str
    row_count: int
    header_row: int | None
    mapping: ColumnMapping
    left_out: str = ""


@dataclass(frozen=True)
class CaseloadPlan:
    """Everything an import would do; every change makes a new plan."""

    sheets: tuple[PlannedSheet, ...]
    people: tuple[PlannedPerson, ...]
    skipped: tuple[SkippedRow, ...]
    look_alikes: tuple[LookAlike, ...]
    national_numbers: int
    known: tuple[KnownCase, ...] = ()

    def __repr__(self) -> str:
        """Show counts only."""
        return f"<CaseloadPlan of {len(self.people)} people>"

    @cached_property
    def _by_row(self) -> dict[Place, PlannedPerson]:
        return {row: person for person in self.people for row in person.rows}

    @cached_property
    def main_sheet(self) -> PlannedSheet:
        """Return the sheet with the most people: its columns are shown and kept."""
        counts = {sheet.name: 0 for sheet in self.sheets}
        for person in self.people:
            counts[person.place.sheet] += len(person.rows)
        return max(self.sheets, key=lambda sheet: counts[sheet.name])

    @property
    def sheet_name(self) -> str:
        """Return the name of the main sheet."""
        return self.main_sheet.name

    @property
    def mapping(self) -> ColumnMapping:
        """Return the columns of the main sheet."""
        return self.main_sheet.mapping

    @property
    def problems(self) -> tuple[CellProblem, ...]:
        """Return the problems of all people in the order of the list."""
        return tuple(problem for person in self.people for problem in person.problems)

    def person(self, place: Place | int) -> PlannedPerson:
        """Return the person of a row; a number alone means a row of the main sheet."""
        person = self._by_row.get(self._place(place))
        if person is None:
            raise InvalidInputError("row", _("There is no person in this row."))
        return person

    def _place(self, place: Place | int) -> Place:
        return place if isinstance(place, Place) else Place(self.sheet_name, place)

    def with_choice(self, place: Place | int, choice: Choice) -> "CaseloadPlan":
        """Return the plan with another choice for one person."""
        person = self.person(place)
        if choice.kind == "merge":
            self._check_merge(person, choice.target)
            if isinstance(choice.target, Place):
                choice = merge_with(self.person(choice.target).place)
        changed = replace(person, choice=choice)
        return replace(self, people=tuple(changed if one is person else one for one in self.people))

    def _check_merge(self, person: PlannedPerson, target: Place | str | None) -> None:
        """Refuse to merge somebody with himself, in a circle, or with nobody."""
        if isinstance(target, str):
            if target not in {case.case_id for case in self.known}:
                raise InvalidInputError("choice", _("There is no such case."))
            return
        if target is None:
            raise InvalidInputError("choice", _("Choose with whom this row is merged."))
        if any(one.place == person.place for one in self.chain(self.person(target))):
            raise InvalidInputError("choice", _("These rows would be merged in a circle."))

    def chain(self, person: PlannedPerson) -> Iterator[PlannedPerson]:
        """Yield a person and, one after the other, the people he is merged with."""
        yield person
        while person.choice.kind == "merge" and isinstance(person.choice.target, Place):
            person = self.person(person.choice.target)
            yield person

    def is_accounted_for(self) -> bool:
        """Tell whether every row of every sheet is exactly once a person's or skipped with a reason."""
        seen = [place for person in self.people for place in person.rows]
        seen += [row.place for row in self.skipped]
        wanted = [Place(sheet.name, row) for sheet in self.sheets for row in range(1, sheet.row_count + 1)]
        return sorted(seen) == sorted(wanted)
