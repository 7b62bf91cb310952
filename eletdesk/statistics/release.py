"""Put a summary together for export: the tables that are safe, and for each other one the reason why not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from eletdesk.statistics.facts import Period
from eletdesk.statistics.safety import (
    THRESHOLD,
    RefusalKind,
    find_disclosure,
    is_small,
    refusal_sentence,
    shows_small,
)
from eletdesk.statistics.tables import OPEN, UNKNOWN_ROW, Table

METHOD = "whole-table-or-nothing"


@dataclass(frozen=True, slots=True)
class ReleasedTable:
    """A table that left the desk, as the desk keeps it to compare later ones with: numbers and codes."""

    code: str
    first_day: date
    last_day: date
    total: int
    counts: tuple[tuple[str, int], ...]
    open_total: int | None = None
    is_overlapping: bool = False


@dataclass(frozen=True, slots=True)
class Refusal:
    """A table that stays on the desk; sentence is for the screen and never goes into a file."""

    code: str
    title: str
    kind: RefusalKind
    sentence: str


@dataclass(frozen=True, slots=True)
class ReleaseMetadata:
    """What stands in every file beside the figures; rounded_people is None when nothing is published."""

    method: str
    threshold: int
    first_day: date
    last_day: date
    made_on: date
    version: str
    rounded_people: int | None


@dataclass(frozen=True, slots=True)
class SummaryRelease:
    """What may leave the desk, and what stays; the reasons go into no file: they could tell by themselves."""

    tables: tuple[Table, ...]
    refusals: tuple[Refusal, ...]
    metadata: ReleaseMetadata


def make_release(
    tables: Sequence[Table],
    period: Period,
    *,
    made_on: date,
    version: str,
    earlier: Sequence[ReleasedTable] = (),
) -> SummaryRelease:
    """Return the tables that may be exported, given everything that this desk exported before."""
    published: list[Table] = []
    refusals: list[Refusal] = []
    for table in tables:
        kind = find_disclosure(table) or check_against(earlier, released(table, period))
        if kind is None:
            published.append(table)
        else:
            refusals.append(Refusal(table.code, table.title, kind, refusal_sentence(kind)))
    rounded = 5 * round(published[0].total / 5) if published else None
    metadata = ReleaseMetadata(
        METHOD, THRESHOLD, period.first_day, period.last_day, made_on, version, rounded
    )
    return SummaryRelease(tuple(published), tuple(refusals), metadata)


def released(table: Table, period: Period) -> ReleasedTable:
    """Return a table as the desk keeps it."""
    open_rows = [row.count for row in table.rows if row.part == OPEN]
    return ReleasedTable(
        table.code,
        period.first_day,
        period.last_day,
        table.total,
        tuple((row.code, row.count) for row in table.rows),
        sum(open_rows) if open_rows else None,
        table.is_overlapping,
    )


def check_against(earlier: Sequence[ReleasedTable], table: ReleasedTable) -> RefusalKind | None:
    """Return a refusal when a reader who kept the earlier tables could compute 1 to 4 people.

    Each earlier table is compared with this one, and so is each pair of earlier tables of its kind whose
    periods together make up the third one of the three (two quarters and the half-year).
    """
    if any(_differs_by_few(known, table) for known in earlier):
        return RefusalKind.earlier_release
    same_kind = [known for known in earlier if known.code == table.code]
    if any(_overlaps_by_few(first, second, table) for first, second in combinations(same_kind, 2)):
        return RefusalKind.earlier_release
    return None


def _differs_by_few(known: ReleasedTable, table: ReleasedTable) -> bool:
    """Say whether two tables differ by 1 to 4 people somewhere, in any sum of rows or in a total."""
    by_total = table.total - known.total
    if is_small(by_total):
        return True
    if known.open_total is not None and table.open_total is not None:
        by_open = table.open_total - known.open_total
        if is_small(by_open) or is_small(by_total - by_open):
            return True
    if known.code != table.code:
        return False
    changes = _row_changes(known, table)
    if table.is_overlapping or known.is_overlapping:
        return _overlapping_change_is_small(changes, by_total)
    moved = [change for change in changes.values() if change]
    all_newcomers_alike = by_total != 0 and len(changes) > 1 and len(moved) == 1
    return shows_small(moved) or all_newcomers_alike


def _row_changes(known: ReleasedTable, table: ReleasedTable) -> dict[str, int]:
    """Return by how much each row changed; a row that one of the two lacks counts as 0 there."""
    before, after = dict(known.counts), dict(table.counts)
    return {code: after.get(code, 0) - before.get(code, 0) for code in {**before, **after}}


def _overlapping_change_is_small(changes: dict[str, int], by_total: int) -> bool:
    """Say whether the change of a row, of the rest without it, or of the surplus of answers is small."""
    by_answering = by_total - changes.get(UNKNOWN_ROW, 0)
    rows = [change for code, change in changes.items() if code != UNKNOWN_ROW]
    rests = [by_answering - change for change in rows] + [by_total - change for change in rows]
    all_newcomers_alike = by_answering != 0 and by_answering in rows
    numbers = (*changes.values(), *rests, by_answering, sum(rows) - by_answering)
    return all_newcomers_alike or any(is_small(number) for number in numbers)


def _overlaps_by_few(first: ReleasedTable, second: ReleasedTable, third: ReleasedTable) -> bool:
    """Say whether three periods, one made of the other two, show that 1 to 4 people were in both."""
    three = (first, second, third)
    for whole in three:
        one, other = (part for part in three if part is not whole)
        starts = min(one.first_day, other.first_day) == whole.first_day
        ends = max(one.last_day, other.last_day) == whole.last_day
        touching = max(one.first_day, other.first_day).toordinal() <= (
            min(one.last_day, other.last_day).toordinal() + 1
        )
        if starts and ends and touching and is_small(one.total + other.total - whole.total):
            return True
    return False
