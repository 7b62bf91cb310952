"""Read a public list of schools into the directory: plan, show, then write all of it at once."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from eletdesk.desk.directory import organisations, put_organisation
from eletdesk.domain.organisation import Organisation
from eletdesk.domain.row_id import new_id
from eletdesk.imports.organisation_list import OrganisationList, read_organisation_list
from eletdesk.imports.spreadsheet import read_workbook

if TYPE_CHECKING:
    from eletdesk.desk.desk import Desk

_FROM_LIST = (
    "kind", "name", "detail", "network", "community", "address", "postcode", "place", "municipality_nis",
    "phone", "email", "website", "language", "clb", "is_ended",
)  # fmt: skip
"""What a list says; the note and the people to ask for are the worker's."""


@dataclass(frozen=True)
class DirectoryPlan:
    """What reading a list would do.

    `missing` are schools of an earlier list that are not in this one; they are marked as ended when the
    list looks whole, or when the worker says so.
    """

    read: OrganisationList
    added: tuple[Organisation, ...]
    changed: tuple[Organisation, ...]
    missing: tuple[Organisation, ...]
    unchanged: int

    @property
    def looks_whole(self) -> bool:
        """Tell whether the list holds at least as many as half of what was read before."""
        seen = len(self.changed) + self.unchanged
        return not self.missing or seen >= len(self.missing)


def plan_directory(desk: "Desk", file: Path | bytes, name: str = "") -> DirectoryPlan:
    """Read a list and compare it with the directory; nothing is written."""
    read = read_organisation_list(read_workbook(file, name))
    known = {(one.number, one.site): one for one in organisations(desk) if one.source == read.source}
    added, changed, unchanged = [], [], 0
    for one in read.organisations:
        before = known.pop((one.number, one.site), None)
        if before is None:
            added.append(replace(one, id=new_id()))
            continue
        after = _merged(before, one)
        if after == before:
            unchanged += 1
        else:
            changed.append(after)
    missing = tuple(one for one in known.values() if not one.is_ended)
    return DirectoryPlan(read, tuple(added), tuple(changed), missing, unchanged)


def _merged(before: Organisation, listed: Organisation) -> Organisation:
    """Take over what the list says, but nothing that a worker wrote by hand."""
    return replace(before, **{name: getattr(listed, name) for name in _FROM_LIST if name not in before.own})


def import_directory(desk: "Desk", plan: DirectoryPlan, *, ends_missing: bool) -> int:
    """Write a plan, all of it or nothing; return how many lines were written. Nothing is ever deleted."""
    ended = [replace(one, is_ended=True) for one in plan.missing] if ends_missing else []
    rows: Iterable[Organisation] = (*plan.added, *plan.changed, *ended)
    count = 0
    with desk.busy, desk.file.transaction() as execute:
        for one in rows:
            put_organisation(execute, one)
            count += 1
    desk.tell(None, frozenset({"organisation"}))
    return count
