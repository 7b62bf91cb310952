"""Rule 12: how many consecutive lesson days a measure of order or discipline may last."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from eletdesk.locations import resources_folder
from eletdesk.programmes.definition_table import DefinitionTable, refuse_doubles
from eletdesk.programmes.label import Basis, Label
from eletdesk.programmes.law.absence_reading import TIME_OUTS
from eletdesk.programmes.reading import COMMUNITIES, opened_definition, read_sources


@dataclass(frozen=True, slots=True)
class DisciplineLimit:
    """The longest term of one measure in lesson days, in full-time and in part-time education."""

    community: str
    kind: str
    lesson_days: int
    part_time: int
    label: Label
    basis: Basis

    def most(self, *, is_part_time: bool) -> int:
        """Return the longest term."""
        return self.part_time if is_part_time else self.lesson_days


def read_discipline_limits(text: str, name: str) -> tuple[DisciplineLimit, ...]:
    """Read the limits from a TOML text; a mistake names the file and the key."""
    top = opened_definition(text, name)
    read_sources(top)
    tables = top.tables("limits")
    refuse_doubles(tables, "community", "kind", "valid_from")
    limits = tuple(_limit(table) for table in tables)
    top.done()
    return limits


def _limit(table: DefinitionTable) -> DisciplineLimit:
    limit = DisciplineLimit(
        table.one_of("community", COMMUNITIES), table.one_of("kind", TIME_OUTS),
        table.whole("lesson_days", least=1), table.whole("part_time", least=1),
        table.label("label"), table.basis(),
    )  # fmt: skip
    table.done()
    return limit


@cache
def _limits() -> tuple[DisciplineLimit, ...]:
    path = resources_folder() / "rules" / "discipline.toml"
    return read_discipline_limits(path.read_text(encoding="utf-8"), path.name)


def discipline_limit(community: str, kind: str, on: date) -> DisciplineLimit | None:
    """Return the limit of a measure on its first day; None for what has no limit (rule 12)."""
    found = [
        limit
        for limit in _limits()
        if (limit.community, limit.kind) == (community, kind) and limit.basis.valid_from <= on
    ]
    return max(found, key=lambda limit: limit.basis.valid_from, default=None)
