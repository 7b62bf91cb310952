"""Planning an import: people, skipped rows and look-alikes of a file. Nothing is written."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from eletdesk.domain.names import comparable
from eletdesk.errors import InvalidInputError
from eletdesk.imports.columns import guess_mapping, headers_of
from eletdesk.imports.header import find_header
from eletdesk.imports.look_alikes import find_look_alikes
from eletdesk.imports.mapping import ColumnMapping
from eletdesk.imports.merging import join_people
from eletdesk.imports.person_row import plan_person
from eletdesk.imports.place import Place
from eletdesk.imports.plan import (
    CaseloadPlan,
    KnownCase,
    LookAlike,
    PlannedPerson,
    PlannedSheet,
    SkippedRow,
    merge_with,
)
from eletdesk.imports.privacy import without_numbers
from eletdesk.imports.row_kinds import skip_reason
from eletdesk.imports.sheet import Sheet
from eletdesk.imports.values import shown
from eletdesk.translation import _

_LONGEST_SHOWN = 200


def plan_caseload(
    workbook: Sequence[Sheet],
    mapping: ColumnMapping | Iterable[ColumnMapping] | None = None,
    known: Iterable[KnownCase] = (),
    sheets: Iterable[str] | None = None,
) -> CaseloadPlan:
    """Plan the import of all people in a file.

    A mapping (the user's, or those kept from earlier imports) is used for every sheet with the same
    headings; other sheets are guessed. Without sheets, all visible sheets that hold names are taken.
    """
    if not workbook or not any(sheet.rows for sheet in workbook):
        raise InvalidInputError("file", _("There is nothing in this file."))
    kept = [mapping] if isinstance(mapping, ColumnMapping) else list(mapping or ())
    chosen = None if sheets is None else set(sheets)
    cases = tuple(known)
    planned: list[PlannedSheet] = []
    people: list[PlannedPerson] = []
    skipped: list[SkippedRow] = []
    for sheet in _named_apart(workbook):
        one = _plan_sheet(sheet, kept, chosen)
        planned.append(one)
        _sort_rows(sheet, one, people, skipped)
    repeating = [one.name for one in planned if "session_on" in one.mapping.fields]
    look_alikes = find_look_alikes(people, cases, repeating)
    numbers = sum(person.national_numbers for person in people)
    numbers += sum(_numbers_of_skipped(sheet, skipped) for sheet in _named_apart(workbook))
    return CaseloadPlan(
        tuple(planned), _with_merges(people, look_alikes), tuple(skipped), look_alikes, numbers, cases
    )


def _named_apart(workbook: Sequence[Sheet]) -> list[Sheet]:
    """Give each sheet a name of its own, without national numbers."""
    named: list[Sheet] = []
    for sheet in workbook:
        name = wanted = without_numbers(sheet.name)[0]
        count = 1
        while any(name == other.name for other in named):
            count += 1
            name = f"{wanted} ({count})"
        named.append(replace(sheet, name=name))
    return named


def _plan_sheet(sheet: Sheet, kept: list[ColumnMapping], chosen: set[str] | None) -> PlannedSheet:
    """Find headings and columns of one sheet, and whether it is taken."""
    header_row = find_header(sheet)
    headers = headers_of(sheet, header_row)
    fitting = next((one for one in kept if _is_for(one, headers)), None)
    mapping = guess_mapping(sheet, header_row) if fitting is None else fitting.for_headers(headers)
    if fitting is not None and header_row is None:
        mapping = fitting
    left_out = ""
    if chosen is not None:
        left_out = "" if sheet.name in chosen else "sheet_not_chosen"
    elif sheet.is_hidden:
        left_out = "hidden_sheet"
    if not left_out and not mapping.has_names():
        left_out = "no_people"
    return PlannedSheet(sheet.name, len(sheet.rows), header_row, mapping, left_out)


def _is_for(mapping: ColumnMapping, headers: tuple[str, ...]) -> bool:
    """Tell whether a mapping belongs to these headings; a list without headings is known by its width."""
    return mapping.fits(headers) or (
        not any(headers) and not any(mapping.headers) and len(headers) == len(mapping.headers)
    )


def _sort_rows(
    sheet: Sheet, planned: PlannedSheet, people: list[PlannedPerson], skipped: list[SkippedRow]
) -> None:
    """Make a person or a skipped row of each row."""
    of_this_sheet: list[PlannedPerson] = []
    for row in range(1, len(sheet.rows) + 1):
        reason = planned.left_out or skip_reason(sheet, row, planned.header_row, planned.mapping)
        if reason:
            skipped.append(SkippedRow(Place(sheet.name, row), reason, _text_of(sheet, row)[0]))
        else:
            of_this_sheet.append(plan_person(sheet, row, planned.mapping))
    if planned.mapping.is_absence_list():
        of_this_sheet = _one_for_each_person(of_this_sheet)
    people += of_this_sheet


def _text_of(sheet: Sheet, row: int) -> tuple[str, int]:
    """Return what stands in a row that is skipped, for the screen; and how many national numbers."""
    cells = [shown(cell) for cell in sheet.rows[row - 1] if cell is not None]
    cells += [text for _column, text in sheet.comments_of(row)]
    text, count = without_numbers(" | ".join(cells))
    return text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…", count


def _numbers_of_skipped(sheet: Sheet, skipped: list[SkippedRow]) -> int:
    """Count the national numbers in rows that are skipped."""
    return sum(_text_of(sheet, row.place.row)[1] for row in skipped if row.place.sheet == sheet.name)


def _one_for_each_person(rows: list[PlannedPerson]) -> list[PlannedPerson]:
    """Join the rows of an absence list that carry the same record number and name."""
    groups: dict[tuple[object, str], list[PlannedPerson]] = {}
    for row in rows:
        key = (row.values.get("school_record_number"), comparable(row.name) or row.name)
        groups.setdefault(key, []).append(row)
    return [_once_each(join_people(group)) for group in groups.values()]


def _once_each(person: PlannedPerson) -> PlannedPerson:
    """Report what is the matter with a name once, not for every day of absence."""
    seen: set[tuple[str, str]] = set()
    problems = []
    for problem in person.problems:
        key = (problem.reason, problem.raw)
        if problem.reason in ("letters_lost", "name_order_unsure", "no_given_name", "no_family_name"):
            if key in seen:
                continue
            seen.add(key)
        problems.append(problem)
    return replace(person, problems=tuple(problems))


def _with_merges(
    people: list[PlannedPerson], look_alikes: tuple[LookAlike, ...]
) -> tuple[PlannedPerson, ...]:
    """Propose to merge each strong look-alike with the earliest row or the known case that it is like."""
    target: dict[Place, Place | str] = {}
    order = {person.place: at for at, person in enumerate(people)}
    for one in look_alikes:
        if not one.is_strong:
            continue
        now = target.get(one.first)
        if isinstance(now, str):
            continue
        if now is None or isinstance(one.other, str) or order[one.other] < order[now]:
            target[one.first] = one.other
    return tuple(
        replace(person, choice=merge_with(target[person.place])) if person.place in target else person
        for person in people
    )
