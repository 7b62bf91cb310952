"""Reading a list of absences of a school: days, codes and people of any sheet; nothing is written."""

from collections.abc import Iterable, Sequence

from eletdesk.errors import InvalidInputError
from eletdesk.imports.absence_matching import KnownPupil, match_pupil
from eletdesk.imports.absence_plan import LEAVE_OUT, AbsencePlan, ListedPupil
from eletdesk.imports.caseload import plan_caseload
from eletdesk.imports.mapping import ColumnMapping
from eletdesk.imports.plan import PlannedPerson
from eletdesk.imports.sheet import Sheet
from eletdesk.translation import _


def plan_absences(
    workbook: Sequence[Sheet],
    known: Iterable[KnownPupil],
    mapping: ColumnMapping | Iterable[ColumnMapping] | None = None,
) -> AbsencePlan:
    """Plan reading a list; the caller adds what the cases know already.

    Somebody who is found for sure is taken; several or unsure ones are asked, nobody is left out and said.
    """
    caseload = plan_caseload(workbook, mapping)
    if not caseload.mapping.is_absence_list():
        raise InvalidInputError(
            "file",
            _(
                "This is not a list of absences: a column with the day and one with the codes of the "
                "morning or the afternoon are needed."
            ),
        )
    cases = tuple(known)
    pupils = tuple(_listed(person, cases) for person in caseload.people if person.absences)
    return AbsencePlan(caseload, pupils, cases)


def _listed(person: PlannedPerson, known: tuple[KnownPupil, ...]) -> ListedPupil:
    number = str(person.values.get("school_record_number", ""))
    match = match_pupil(person.name, number, known)
    chosen = match.candidates[0].case_id if match.is_sure else None if match.candidates else LEAVE_OUT
    return ListedPupil(person.place, person.name, number, person.absences, match.candidates, chosen)
