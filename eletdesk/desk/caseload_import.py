"""Read a spreadsheet into the desk: plan, show, then write all of it as one step that can be undone."""

import hashlib
import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eletdesk import clock
from eletdesk.desk.cases import Merge, open_cases
from eletdesk.desk.imported_addition import add_lines, add_person
from eletdesk.desk.imported_values import new_case_of, record_history
from eletdesk.desk.new_case import fill_case, present_programme
from eletdesk.desk.refresh import catch_up
from eletdesk.errors import EletdeskError, InvalidInputError
from eletdesk.imports.caseload import plan_caseload
from eletdesk.imports.mapping import ColumnMapping
from eletdesk.imports.merging import PersonToWrite, people_to_write
from eletdesk.imports.plan import CaseloadPlan, KnownCase
from eletdesk.imports.spreadsheet import read_workbook
from eletdesk.log import note_error
from eletdesk.programmes.definition import Programme
from eletdesk.queries.register.views import index_cards

if TYPE_CHECKING:
    from sqlmodel import Session

    from eletdesk.desk.desk import Desk

_MAPPINGS, _FILES = "import_mappings", "imported_files"


@dataclass(frozen=True)
class ImportResult:
    """What an import wrote: new cases, cases that were added to, rows that were left out."""

    new_cases: tuple[str, ...]
    merged_cases: tuple[str, ...]
    skipped_rows: int
    national_numbers: int


def known_cases(desk: "Desk") -> tuple[KnownCase, ...]:
    """Return who is in the desk already, to find the same person in a list.

    Looks first for cases that the register missed: after a full disk the same list is often read in again.
    """
    catch_up(desk)
    return tuple(
        KnownCase(
            card.case_id, card.given_name, card.family_name,
            date.fromisoformat(card.birth_on) if card.birth_on else None,
        )
        for card in desk.ask(index_cards)
    )  # fmt: skip


def kept_mappings(desk: "Desk") -> tuple[ColumnMapping, ...]:
    """Return how the columns of earlier lists were read."""
    found = []
    for mapping in desk.file.setting(_MAPPINGS, {}).values():
        with suppress(InvalidInputError):  # one that cannot be read any more is guessed again
            found.append(ColumnMapping.from_dict(mapping))
    return tuple(found)


def plan_import(
    desk: "Desk", file: Path | bytes, name: str = "", mapping: ColumnMapping | None = None
) -> CaseloadPlan:
    """Read a file and plan what it would write; nothing is written."""
    mappings = ([mapping] if mapping else []) + list(kept_mappings(desk))
    return plan_caseload(read_workbook(file, name), mappings, known_cases(desk))


def read_in_on(desk: "Desk", file: Path | bytes) -> date | None:
    """Return the day on which this very file was read in before, so that nobody is added twice unawares."""
    found = desk.file.setting(_FILES, {}).get(_digest(file))
    return date.fromisoformat(found) if found else None


def _digest(file: Path | bytes) -> str:
    content = file if isinstance(file, bytes) else file.read_bytes()
    return hashlib.sha256(content).hexdigest()


def import_caseload(
    desk: "Desk",
    plan: CaseloadPlan,
    progress: Callable[[int, int], bool] = lambda done, total: True,
    file: Path | bytes | None = None,
) -> ImportResult:
    """Write a plan: all of it or nothing. How the columns were read is kept for the next list like it.

    With file, it is remembered by its hash that this file was read in.
    """
    programme = present_programme(desk)
    people = people_to_write(plan)
    new = [person for person in people if person.case_id is None]
    joined = _by_case(people)
    opened = open_cases(
        desk,
        [_new(person, programme) for person in new],
        [Merge(case_id, _add(found, programme)) for case_id, found in joined.items()],
        progress=progress,
    )
    remember_file(desk, plan, file)
    return ImportResult(opened.case_ids, tuple(joined), len(plan.skipped), plan.national_numbers)


def remember_file(desk: "Desk", plan: CaseloadPlan, file: Path | bytes | None) -> None:
    """Remember how the columns of a list were read, and by its hash that this file was read in."""
    try:
        _keep_mapping(desk, plan)
        if file is not None:
            known = desk.file.setting(_FILES, {})
            desk.file.keep_setting(_FILES, known | {_digest(file): clock.today().isoformat()})
    except EletdeskError as error:
        note_error(error)  # the people are in the desk; only their columns are asked again next time


def _by_case(people: Sequence[PersonToWrite]) -> dict[str, list[PersonToWrite]]:
    """Gather who belongs to which known case: one operation a case, so that it can be undone as one."""
    found: dict[str, list[PersonToWrite]] = {}
    for person in people:
        if person.case_id is not None:
            found.setdefault(person.case_id, []).append(person)
    return found


def _new(person: PersonToWrite, programme: Programme) -> Callable[["Session"], None]:
    def fill(session: "Session") -> None:
        case = new_case_of(person, programme)
        fill_case(session, case, programme, clock.today())
        record_history(session, person.values, programme)
        session.flush()
        add_lines(session, person)

    return fill


def _add(people: Sequence[PersonToWrite], programme: Programme) -> Callable[["Session"], None]:
    def fill(session: "Session") -> None:
        for person in people:
            add_person(session, person, programme)
            session.flush()

    return fill


def _keep_mapping(desk: "Desk", plan: CaseloadPlan) -> None:
    kept: dict[str, Any] = desk.file.setting(_MAPPINGS, {})
    signature = json.dumps(plan.mapping.signature)
    desk.file.keep_setting(_MAPPINGS, kept | {signature: plan.mapping.to_dict()})
