"""Decide whether a table may leave the desk: not when a reader could learn that 1 to 4 people are meant.

First form, which fails closed: a table is published exactly as it is, or not at all.

What is shown of a table of people, each in one row, all tables of a release about the same people:
rows are 0 or at least 5, so every sum of rows is, and every total minus a sum (it is the sum of the others);
with two such tables the joint count of two rows is never certain to be 1 to 4: its upper bound is the
smaller row, so 0 or at least 5. No row holds all of a group whose size is known (that would give everybody
in it a property). In a table with several answers a person, the rows overlap: there each row, the rest
without it, and the surplus of answers over people must all be 0 or at least 5; tests/statistics tries every
way in which people could have answered. A zero is published: it says nobody. Next to come, with the ledger:
several releases together; now each earlier table is compared with the new one, and pairs of them.
"""

from collections.abc import Iterable
from enum import StrEnum

from eletdesk.statistics.tables import UNKNOWN_ROW, Row, Table
from eletdesk.translation import _

THRESHOLD = 5
"""The smallest number of young people that may be shown (domain rule 20; WP29 opinion 05/2014)."""


class RefusalKind(StrEnum):
    """Why a table stays on the desk."""

    nobody = "nobody"
    small_total = "small_total"
    small_row = "small_row"
    small_rest = "small_rest"
    everybody = "everybody"
    several_answers = "several_answers"
    earlier_release = "earlier_release"


def refusal_sentence(kind: RefusalKind) -> str:
    """Return why a table is not exported, for the screen; it names no person and repeats no number."""
    return {
        RefusalKind.nobody: _("There is nobody to count in this period."),
        RefusalKind.small_total: _("The table counts fewer than 5 young people in all."),
        RefusalKind.small_row: _("A row shows 1 to 4 young people."),
        RefusalKind.small_rest: _("The total minus a row shows 1 to 4 young people."),
        RefusalKind.everybody: _("All young people of a group are in one row: this tells something of each."),
        RefusalKind.several_answers: _(
            "The rows together show that 1 to 4 young people gave more than one answer."
        ),
        RefusalKind.earlier_release: _(
            "Beside a table that you shared before, the difference shows 1 to 4 young people."
        ),
    }[kind]


def find_disclosure(table: Table) -> RefusalKind | None:
    """Return why a table by itself gives somebody away, or None when it does not."""
    if table.total == 0:
        return RefusalKind.nobody
    if is_small(table.total):
        return RefusalKind.small_total
    if any(is_small(row.count) for row in table.rows):
        return RefusalKind.small_row
    return _overlapping_disclosure(table) if table.is_overlapping else _partition_disclosure(table)


def is_small(count: int) -> bool:
    """Say whether a count, or a change of a count, is one that points at people: 1 to 4 either way."""
    return 0 < abs(count) < THRESHOLD


def shows_small(numbers: Iterable[int]) -> bool:
    """Say whether any sum of some of the numbers is small."""
    sums = {0}
    for number in numbers:
        sums |= {known + number for known in sums}
    return any(is_small(found) for found in sums)


def _partition_disclosure(table: Table) -> RefusalKind | None:
    """Look at a table in which everybody is in one row."""
    counts = [row.count for row in table.rows]
    if sum(counts) != table.total:
        raise ValueError("the rows of a table must add up to its total")
    if shows_small(counts):  # never so when no row is small; it stays here so that no change forgets it
        return RefusalKind.small_rest
    if len(table.rows) > 1 and any(_holds_all(row, table.total) for row in table.rows):
        return RefusalKind.everybody
    parts = {row.part for row in table.rows}
    if any(_has_one_filled_row([row for row in table.rows if row.part == part]) for part in parts):
        return RefusalKind.everybody
    return None


def _overlapping_disclosure(table: Table) -> RefusalKind | None:
    """Look at a table in which somebody can be in several rows."""
    rows = [row for row in table.rows if row.code != UNKNOWN_ROW]
    answering = table.total - sum(row.count for row in table.rows if row.code == UNKNOWN_ROW)
    filled = [row.count for row in rows if row.count]
    if is_small(answering) or any(is_small(answering - count) for count in filled):
        return RefusalKind.small_rest
    if any(is_small(table.total - count) for count in filled):
        return RefusalKind.small_rest
    if any(count == answering for count in filled):
        return RefusalKind.everybody
    return RefusalKind.several_answers if is_small(sum(filled) - answering) else None


def _holds_all(row: Row, total: int) -> bool:
    """Say whether a row tells a property of everybody; "not recorded" tells none."""
    return row.count == total and row.code != UNKNOWN_ROW


def _has_one_filled_row(rows: list[Row]) -> bool:
    """Say whether all people of a part, as far as recorded, are in one of several rows."""
    recorded = [row for row in rows if row.code != UNKNOWN_ROW]
    return len(recorded) > 1 and sum(1 for row in recorded if row.count) == 1
