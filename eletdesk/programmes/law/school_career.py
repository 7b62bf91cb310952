"""The school career as it is counted: exit positions, finalities, study domains, and school delay."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from eletdesk.programmes.definition_table import DefinitionTable
from eletdesk.programmes.label import Basis, Label
from eletdesk.programmes.law.rule_file import house_rules_text, lines_of, opened_rules
from eletdesk.translation import _

_YEAR_OF_WORDS = re.compile(r"\s*([1-7])(?![\d/.-])")
_GRADES = 3


@dataclass(frozen=True, slots=True)
class NamedCode:
    """One line of a list: a code, its words, and the code of the official list where there is one."""

    code: str
    label: Label
    official: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class FinalityLine:
    """A finality with the exit positions that it is mostly laid beside: a proposal."""

    code: str
    official: str
    positions: tuple[str, ...]
    basis: Basis


@dataclass(frozen=True, slots=True)
class DelayRule:
    """In the first year of secondary education one turns normal_age in the year in which it starts."""

    normal_age: int
    years_per_grade: int
    longest_shown: int
    basis: Basis


@dataclass(frozen=True, slots=True)
class SchoolCareer:
    """All lists of the school career."""

    delay: DelayRule
    exit_positions: tuple[NamedCode, ...]
    finalities: tuple[FinalityLine, ...]
    study_domains: tuple[NamedCode, ...]
    attests: tuple[NamedCode, ...]

    def proposed_positions(self, finality: str, training_form: str) -> tuple[str, ...]:
        """Return the exit positions that fit a finality or a form of special education, the nearest first."""
        special = f"buso_{training_form}"
        if special in (one.code for one in self.exit_positions):
            return (special,)
        return next((one.positions for one in self.finalities if one.code == finality), ())

    def exit_position(self, code: str) -> NamedCode | None:
        """Return one exit position."""
        return next((one for one in self.exit_positions if one.code == code), None)


@dataclass(frozen=True, slots=True)
class SchoolDelay:
    """Years behind: by birth year and by what was written down; years is the one that is used.

    used says which: birth_year, repeated_years, or nothing when neither is known. A pupil who is ahead
    has no delay.
    """

    by_birth_year: int | None
    repeated_years: int
    years: int | None
    used: str

    @property
    def differs(self) -> bool:
        """Tell whether the two do not say the same; without a repeated year nothing was written down."""
        if self.by_birth_year is None or not self.repeated_years:
            return False
        return max(self.by_birth_year, 0) != self.repeated_years

    def band(self, longest: int = 2) -> str:
        """Return the band as it is counted: 0, 1, 2 or >2; empty when not known."""
        if self.years is None:
            return ""
        return f">{longest}" if self.years > longest else str(self.years)


def school_delay(
    birth_on: date | None, grade: int, grade_year: int, first_year: int, repeated_years: int, rule: DelayRule
) -> SchoolDelay:
    """Return how many years somebody is behind (Dataloep: schoolse achterstand 0, 1, 2, more than 2).

    The normal age: in the first year of secondary education one turns 12 in the calendar year in which the
    school year starts. Counted from the birth year wherever the grade is known, because that is what the
    figures of the Department count; otherwise the repeated years that were written down.
    """
    by_birth = _by_birth_year(birth_on, grade, grade_year, first_year, rule)
    if by_birth is not None:
        return SchoolDelay(by_birth, repeated_years, max(by_birth, 0), "birth_year")
    if repeated_years:
        return SchoolDelay(None, repeated_years, repeated_years, "repeated_years")
    return SchoolDelay(None, 0, None, "")


def _by_birth_year(
    birth_on: date | None, grade: int, grade_year: int, first_year: int, rule: DelayRule
) -> int | None:
    if birth_on is None or not grade or not grade_year or not first_year:
        return None
    years_before = (grade - 1) * rule.years_per_grade + grade_year - 1
    return first_year - (birth_on.year + rule.normal_age + years_before)


def grade_of_words(text: str, rule: DelayRule) -> tuple[int, int]:
    """Return grade and year of a year in words, such as 4de jaar or 5TSO: (2, 2), (3, 1).

    The seventh year is the third of the third grade; (0, 0) where the words begin with no such number.
    """
    found = _YEAR_OF_WORDS.match(text)
    if found is None:
        return 0, 0
    year, most = int(found.group(1)), rule.years_per_grade
    grade = min((year - 1) // most + 1, _GRADES)
    return grade, year - (grade - 1) * most


def read_school_career(text: str, name: str) -> SchoolCareer:
    """Read the lists from a TOML text; a mistake names the file and the key."""
    top = opened_rules(text, name)
    positions = tuple(_named(table) for table in lines_of(top, "exit_positions"))
    known = {one.code for one in positions}
    career = SchoolCareer(
        _delay(top.table("delay")),
        positions,
        tuple(_finality(table, known) for table in lines_of(top, "finalities")),
        tuple(_named(table) for table in lines_of(top, "study_domains")),
        tuple(_attest(table) for table in lines_of(top, "attests")),
    )
    top.done()
    return career


@cache
def school_career() -> SchoolCareer:
    """Return the lists that ship with the program."""
    return read_school_career(house_rules_text("school_career"), "school_career.toml")


def _delay(table: DefinitionTable) -> DelayRule:
    rule = DelayRule(
        table.whole("normal_age", least=1), table.whole("years_per_grade", least=1),
        table.whole("longest_shown", least=1), table.basis(),
    )  # fmt: skip
    table.done()
    return rule


def _named(table: DefinitionTable) -> NamedCode:
    official = table.text("official") if table.has("official") else ""
    line = NamedCode(table.code(), table.label("label"), official, table.basis())
    table.done()
    return line


def _attest(table: DefinitionTable) -> NamedCode:
    code = table.text("code")
    if len(code) != 1:
        table.refuse("code", _("A certificate is one letter."))
    line = NamedCode(code, table.label("label"), "", table.basis())
    table.done()
    return line


def _finality(table: DefinitionTable, known: set[str]) -> FinalityLine:
    line = FinalityLine(
        table.code(), table.text("official"), table.texts("positions", known), table.basis()
    )  # fmt: skip
    table.done()
    return line
