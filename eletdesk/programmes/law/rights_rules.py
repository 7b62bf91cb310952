"""Rules 13, 15 and 16: the ages at which the young person decides, terms of requests, grounds to withhold."""

from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from eletdesk.errors import NotFoundError
from eletdesk.locations import resources_folder
from eletdesk.programmes.definition_table import DefinitionTable, refuse_doubles
from eletdesk.programmes.label import Basis, Label
from eletdesk.programmes.reading import opened_definition, read_sources

TERM_UNITS = ("days", "working_days")


@dataclass(frozen=True, slots=True)
class Term:
    """How long somebody has to answer a request; the day of the request does not count."""

    code: str
    label: Label
    amount: int
    unit: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A ground on which a note stays out of an inspection copy; health is apart: it goes by the doctor."""

    code: str
    label: Label
    is_apart: bool
    basis: Basis


@dataclass(frozen=True, slots=True)
class AlwaysTransferred:
    """A part of a CLB file that goes to the next centre whatever the objection (rule 16)."""

    code: str
    label: Label
    basis: Basis


@dataclass(frozen=True, slots=True)
class DecidingAge:
    """An age from which somebody else decides, and consent is asked again (rule 13)."""

    code: str
    age: int
    asks_consent_again: bool
    label: Label
    basis: Basis


Line = TypeVar("Line", Term, DecidingAge)


def _named(lines: tuple[Line, ...], code: str) -> Line:
    for line in lines:
        if line.code == code:
            return line
    raise NotFoundError


@dataclass(frozen=True, slots=True)
class RightsRules:
    """All rules about rights over the file."""

    terms: tuple[Term, ...]
    exclusions: tuple[Exclusion, ...]
    always_transferred: tuple[AlwaysTransferred, ...]
    ages: tuple[DecidingAge, ...]

    def term(self, code: str) -> Term:
        """Return the term of one kind of request."""
        return _named(self.terms, code)

    def age(self, code: str) -> DecidingAge:
        """Return one age that matters."""
        return _named(self.ages, code)


def read_rights_rules(text: str, name: str) -> RightsRules:
    """Read the rules from a TOML text; a mistake names the file and the key."""
    top = opened_definition(text, name)
    read_sources(top)
    rules = RightsRules(
        tuple(_term(table) for table in _lines(top, "terms")),
        tuple(_exclusion(table) for table in _lines(top, "exclusions")),
        tuple(_always(table) for table in _lines(top, "always_transferred")),
        tuple(_age(table) for table in _lines(top, "ages")),
    )
    top.done()
    return rules


@cache
def rights_rules() -> RightsRules:
    """Return the rules that ship with the program."""
    path = resources_folder() / "rules" / "rights.toml"
    return read_rights_rules(path.read_text(encoding="utf-8"), path.name)


def _lines(top: DefinitionTable, key: str) -> tuple[DefinitionTable, ...]:
    tables = top.tables(key)
    refuse_doubles(tables)
    return tables


def _term(table: DefinitionTable) -> Term:
    term = Term(
        table.code(), table.label("label"), table.whole("amount", least=1), table.one_of("unit", TERM_UNITS),
        table.basis(),
    )  # fmt: skip
    table.done()
    return term


def _exclusion(table: DefinitionTable) -> Exclusion:
    found = Exclusion(table.code(), table.label("label"), table.yes("is_apart", default=False), table.basis())
    table.done()
    return found


def _always(table: DefinitionTable) -> AlwaysTransferred:
    found = AlwaysTransferred(table.code(), table.label("label"), table.basis())
    table.done()
    return found


def _age(table: DefinitionTable) -> DecidingAge:
    age = DecidingAge(
        table.code(), table.whole("age", least=1), table.yes("asks_consent_again", default=False),
        table.label("label"), table.basis(),
    )  # fmt: skip
    table.done()
    return age
