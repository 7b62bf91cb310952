"""The domains of life that goals and assessments are about, read from resources/rules/life_domains.toml."""

from dataclasses import dataclass
from functools import cache

from eletdesk.locations import resources_folder
from eletdesk.programmes.definition_table import refuse_doubles
from eletdesk.programmes.label import Basis, Label
from eletdesk.programmes.reading import opened_definition, read_sources

LOWEST_SCORE, HIGHEST_SCORE = 0, 10


@dataclass(frozen=True, slots=True)
class LifeDomain:
    """One domain; a sensitive one (health, family, justice) goes only where secrecy binds (rule 14)."""

    code: str
    label: Label
    covers: Label
    is_sensitive: bool
    basis: Basis


def read_life_domains(text: str, name: str) -> tuple[LifeDomain, ...]:
    """Read the list; name is the file's name in an error."""
    top = opened_definition(text, name)
    read_sources(top)
    tables = top.tables("domains", least=2)
    refuse_doubles(tables)
    found = []
    for table in tables:
        found.append(
            LifeDomain(
                code=table.code(),
                label=table.label("label"),
                covers=table.label("covers"),
                is_sensitive=table.yes("is_sensitive"),
                basis=table.basis(),
            )
        )
        table.done()
    top.done()
    return tuple(found)


@cache
def life_domains() -> tuple[LifeDomain, ...]:
    """Return the domains of the house, in order."""
    path = resources_folder() / "rules" / "life_domains.toml"
    return read_life_domains(path.read_text(encoding="utf-8"), path.name)


def life_domain(code: str) -> LifeDomain | None:
    """Return one domain; None for a code that is no longer in the list."""
    return next((domain for domain in life_domains() if domain.code == code), None)


def domain_name(code: str) -> str:
    """Return the name of a domain in the language spoken now; its code when it left the list."""
    domain = life_domain(code)
    return domain.label.said() if domain else code
