"""Read a school's list of absences into the cases: plan, ask, then write all of it as one step."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from eletdesk.desk.caseload_import import kept_mappings, known_cases, remember_file
from eletdesk.desk.cases import Merge, open_cases
from eletdesk.errors import InvalidInputError
from eletdesk.imports.absence_file import plan_absences
from eletdesk.imports.absence_matching import KnownPupil
from eletdesk.imports.absence_plan import AbsencePlan, ListedHalfDay
from eletdesk.imports.absence_words import answer_first
from eletdesk.imports.mapping import ColumnMapping
from eletdesk.imports.place import Place
from eletdesk.imports.spreadsheet import read_workbook
from eletdesk.queries.noted_absences import noted_absences
from eletdesk.queries.register.views import index_cards

if TYPE_CHECKING:
    from sqlmodel import Session

    from eletdesk.desk.desk import Desk


@dataclass(frozen=True)
class AbsenceImportResult:
    """What was written: half-days, how many of them in place of another code, in how many cases."""

    half_days: int
    replaced: int
    cases: tuple[str, ...]


def known_pupils(desk: "Desk") -> tuple[KnownPupil, ...]:
    """Return everybody who has a case, with the school record number."""
    numbers = {}
    cases = known_cases(desk)
    for card in desk.ask(index_cards):
        numbers[card.case_id] = card.school_record_number
    return tuple(
        KnownPupil(
            case.case_id, case.given_name, case.family_name, case.birth_on, numbers.get(case.case_id, "")
        )
        for case in cases
    )


def plan_absence_import(
    desk: "Desk", file: Path | bytes, name: str = "", mapping: ColumnMapping | None = None
) -> AbsencePlan:
    """Read a file and plan what it would write; nothing is written."""
    mappings = ([mapping] if mapping else []) + list(kept_mappings(desk))
    plan = plan_absences(read_workbook(file, name), known_pupils(desk), mappings)
    for pupil in plan.pupils:
        if pupil.chosen:
            plan = choose_pupil(desk, plan, pupil.place, pupil.chosen)
    return plan


def choose_pupil(desk: "Desk", plan: AbsencePlan, place: Place, case_id: str) -> AbsencePlan:
    """Say who somebody of the list is, and look up what that case knows."""
    noted = desk.read(case_id, noted_absences) if case_id and case_id not in plan.noted else None
    return plan.with_pupil(place, case_id, noted)


def import_absences(
    desk: "Desk",
    plan: AbsencePlan,
    progress: Callable[[int, int], bool] = lambda done, total: True,
    file: Path | bytes | None = None,
) -> AbsenceImportResult:
    """Write a plan: all of it or nothing, one step to undo. Refused while a question is open."""
    if plan.open_questions:
        raise InvalidInputError("questions", answer_first(plan))
    by_case: dict[str, list[ListedHalfDay]] = {}
    for one in plan.half_days:
        if one.is_written:
            by_case.setdefault(str(plan.pupil(one.pupil).chosen), []).append(one)
    if not by_case:
        return AbsenceImportResult(0, 0, ())
    written: list[int] = []
    numbers = {str(pupil.chosen): pupil.record_number for pupil in plan.pupils if pupil.chosen}
    merges = [
        Merge(case_id, _fill(halves, numbers.get(case_id, ""), written))
        for case_id, halves in by_case.items()
    ]
    open_cases(desk, [], merges, operation="import_absences", progress=progress)
    remember_file(desk, plan.caseload, file)
    replaced = sum(one.state == "replaces" for halves in by_case.values() for one in halves)
    return AbsenceImportResult(sum(written), replaced, tuple(by_case))


def _fill(halves: list[ListedHalfDay], number: str, written: list[int]) -> Callable[["Session"], None]:
    def fill(session: "Session") -> None:
        from eletdesk.domain.young_person import YoungPerson  # noqa: PLC0415
        from eletdesk.operations.absences import WantedHalfDay, write_listed_absences  # noqa: PLC0415
        from eletdesk.queries.live_rows import live_rows  # noqa: PLC0415

        wanted = [
            WantedHalfDay(one.half_day, one.code, one.periods, one.remark, one.state == "replaces")
            for one in halves
            if one.half_day is not None
        ]
        written.append(len(write_listed_absences(session, wanted)))
        for person in live_rows(session, YoungPerson)[:1]:
            if number and not person.school_record_number:
                person.school_record_number = number

    return fill
