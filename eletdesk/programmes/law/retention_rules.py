"""Rule 17: until when a closed file is kept, by the programmes it was worked with; the latest term counts."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from eletdesk.locations import resources_folder
from eletdesk.programmes.anniversaries import years_later
from eletdesk.programmes.definition import Retention
from eletdesk.programmes.definition_table import DefinitionTable, refuse_doubles
from eletdesk.programmes.label import Basis, Label
from eletdesk.programmes.reading import opened_definition, read_sources


@dataclass(frozen=True, slots=True)
class Extension:
    """A longer term for some files of one retention profile."""

    code: str
    profile: str
    until_age: int
    label: Label
    basis: Basis


@dataclass(frozen=True, slots=True)
class Duty:
    """What is owed to the young person when a file is closed."""

    code: str
    label: Label
    basis: Basis


@dataclass(frozen=True, slots=True)
class RetentionRules:
    """What holds beside the terms of the programmes."""

    extensions: tuple[Extension, ...]
    duties: tuple[Duty, ...]


@dataclass(frozen=True, slots=True)
class RetentionTerm:
    """The day from which a file is to be destroyed, and the line of the rule that says so."""

    ends_on: date
    label: Label
    basis: Basis
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class OwnTerm:
    """What an organisation put in the place of a profile's term."""

    until_age: int = 0
    years_after_contact: int = 0


def retention_term(
    profiles: Collection[Retention],
    born_on: date | None,
    last_contact_on: date,
    *,
    was_in_special_education: bool = False,
    own: Mapping[str, OwnTerm] | None = None,
) -> RetentionTerm | None:
    """Return the latest of the terms of all profiles (rule 17); None while the birth date is missing.

    A term by age ends on that birthday; with both an age and years after the last contact, the later counts
    (CLB: ten years after the last contact, and not before 25; special education not before 30).
    """
    terms = [
        term
        for profile in profiles
        for term in _terms(profile, born_on, last_contact_on, was_in_special_education, own or {})
    ]
    needs_birth = any(_own(profile, own or {})[0] for profile in profiles)
    if born_on is None and needs_birth:
        return None
    return max(terms, key=lambda term: term.ends_on, default=None)


def _own(profile: Retention, own: Mapping[str, OwnTerm]) -> tuple[int, int, bool]:
    """Return the age and the years that count here, and whether the organisation chose them."""
    chosen = own.get(profile.code)
    if chosen is None:
        return profile.until_age, profile.years_after_contact, False
    return chosen.until_age, chosen.years_after_contact, True


def _terms(
    profile: Retention, born_on: date | None, last_contact_on: date, special: bool, own: Mapping[str, OwnTerm]
) -> list[RetentionTerm]:
    age, years, is_own = _own(profile, own)
    found = []
    if age and born_on is not None:
        found.append(RetentionTerm(years_later(born_on, age), profile.label, profile.basis, is_own))
    if years:
        found.append(RetentionTerm(years_later(last_contact_on, years), profile.label, profile.basis, is_own))
    if special and born_on is not None:
        for more in retention_rules().extensions:
            if more.profile == profile.code:
                found.append(RetentionTerm(years_later(born_on, more.until_age), more.label, more.basis))
    return found


def read_retention_rules(text: str, name: str) -> RetentionRules:
    """Read the rules from a TOML text; a mistake names the file and the key."""
    top = opened_definition(text, name)
    read_sources(top)
    extensions, duties = top.tables("extensions", least=0), top.tables("duties", least=0)
    for tables in (extensions, duties):
        refuse_doubles(tables)
    rules = RetentionRules(
        tuple(_extension(table) for table in extensions), tuple(_duty(table) for table in duties)
    )
    top.done()
    return rules


@cache
def retention_rules() -> RetentionRules:
    """Return the rules that ship with the program."""
    path = resources_folder() / "rules" / "retention.toml"
    return read_retention_rules(path.read_text(encoding="utf-8"), path.name)


def _extension(table: DefinitionTable) -> Extension:
    found = Extension(
        table.code(), table.code("profile"), table.whole("until_age", least=1), table.label("label"),
        table.basis(),
    )  # fmt: skip
    table.done()
    return found


def _duty(table: DefinitionTable) -> Duty:
    found = Duty(table.code(), table.label("label"), table.basis())
    table.done()
    return found
