"""A file of rules in resources/rules, opened with its sources known; the lists in it read line by line."""

from eletdesk.locations import resources_folder
from eletdesk.programmes.definition_table import DefinitionTable, refuse_doubles
from eletdesk.programmes.reading import opened_definition, read_sources


def house_rules_text(name: str) -> str:
    """Return the text of a file of rules that ships with the program."""
    return (resources_folder() / "rules" / f"{name}.toml").read_text(encoding="utf-8")


def opened_rules(text: str, name: str) -> DefinitionTable:
    """Return the top table of a file of rules; a mistake names the file and the key."""
    top = opened_definition(text, name)
    read_sources(top)
    return top


def lines_of(top: DefinitionTable, key: str, *unique: str) -> tuple[DefinitionTable, ...]:
    """Return the tables of one list, none of them twice."""
    tables = top.tables(key)
    refuse_doubles(tables, *unique)
    return tables
