"""Two definitions of early leaving, the Flemish one and Eurostat's: two flags, each with its reasons."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from eletdesk.programmes.definition_table import DefinitionTable
from eletdesk.programmes.label import Basis, Label
from eletdesk.programmes.law.rule_file import house_rules_text, lines_of, opened_rules


@dataclass(frozen=True, slots=True)
class Qualification:
    """A certificate: whether the Flemish definition counts it, and its ISCED level where we know it."""

    code: str
    label: Label
    counts_flemish: bool
    isced: int | None
    basis: Basis


@dataclass(frozen=True, slots=True)
class FlemishDefinition:
    """No longer of compulsory age, left a regular qualifying track, none of the qualifications."""

    label: Label
    from_age: int
    last_age: int
    excluded_training_forms: tuple[str, ...]
    excludes_individual_curriculum: bool
    basis: Basis


@dataclass(frozen=True, slots=True)
class EurostatDefinition:
    """At most lower secondary education, and no lesson or training in the last four weeks."""

    label: Label
    from_age: int
    last_age: int
    highest_isced: int
    days_without_training: int
    in_training: tuple[str, ...]
    basis: Basis


@dataclass(frozen=True, slots=True)
class Compulsory:
    """Until which birthday somebody must go to school."""

    until_age: int
    basis: Basis


@dataclass(frozen=True, slots=True)
class EarlyLeaving:
    """Both definitions and the qualifications that they look at."""

    compulsory: Compulsory
    flemish: FlemishDefinition
    eurostat: EurostatDefinition
    qualifications: tuple[Qualification, ...]

    def qualification(self, code: str) -> Qualification | None:
        """Return one qualification; None when the code is not in the list."""
        return next((one for one in self.qualifications if one.code == code), None)


@dataclass(frozen=True, slots=True)
class Schooling:
    """What a file says about school and work on a day, in plain values.

    is_enrolled is None when no school is known; left_on is the last day at the last school. Qualifications
    are the codes that were written down with any school; empty when nobody wrote one.
    """

    birth_on: date | None = None
    is_enrolled: bool | None = None
    left_on: date | None = None
    community: str = ""
    training_form: str = "none"
    is_individual_curriculum: bool = False
    qualifications: tuple[str, ...] = ()
    occupation: str = ""
    had_recent_training: bool | None = None
    registered_on: date | None = None
    integration_period_ended_on: date | None = None


def read_early_leaving(text: str, name: str) -> EarlyLeaving:
    """Read the rules from a TOML text; a mistake names the file and the key."""
    top = opened_rules(text, name)
    compulsory = top.table("compulsory")
    rules = EarlyLeaving(
        Compulsory(compulsory.whole("until_age", least=1), compulsory.basis()),
        _flemish(top.table("flemish")),
        _eurostat(top.table("eurostat")),
        tuple(_qualification(table) for table in lines_of(top, "qualifications")),
    )
    compulsory.done()
    top.done()
    return rules


@cache
def early_leaving() -> EarlyLeaving:
    """Return the rules that ship with the program."""
    return read_early_leaving(house_rules_text("early_leaving"), "early_leaving.toml")


def _flemish(table: DefinitionTable) -> FlemishDefinition:
    found = FlemishDefinition(
        table.label("label"), table.whole("from_age"), table.whole("last_age"),
        table.texts("excluded_training_forms"), table.yes("excludes_individual_curriculum"), table.basis(),
    )  # fmt: skip
    table.done()
    return found


def _eurostat(table: DefinitionTable) -> EurostatDefinition:
    found = EurostatDefinition(
        table.label("label"), table.whole("from_age"), table.whole("last_age"), table.whole("highest_isced"),
        table.whole("days_without_training"), table.texts("in_training"), table.basis(),
    )  # fmt: skip
    table.done()
    return found


def _qualification(table: DefinitionTable) -> Qualification:
    found = Qualification(
        table.code(), table.label("label"), table.yes("counts_flemish"),
        table.whole("isced") if table.has("isced") else None, table.basis(),
    )  # fmt: skip
    table.done()
    return found
