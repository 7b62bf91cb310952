"""The days of absence that come with a list of people: rows where that is sure, else lines for the note."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from eletdesk.domain.school_calendar import HalfDay
from eletdesk.imports.absence_lines import AbsenceLine, absence_note
from eletdesk.programmes.law.absence_rules import absence_rules

if TYPE_CHECKING:
    from sqlmodel import Session


def add_absences(session: "Session", lines: Iterable[AbsenceLine]) -> str:
    """Write what is sure; return the rest as lines for the note.

    Not sure are an unknown code, a day without lessons or that cannot be read, and a second code for the
    same half-day: reading the list as a list of absences asks about each of them.
    """
    from eletdesk.operations.absences import WantedHalfDay, write_listed_absences  # noqa: PLC0415
    from eletdesk.queries.noted_absences import noted_absences  # noqa: PLC0415
    from eletdesk.queries.school_on import is_lesson, school_on  # noqa: PLC0415

    noted = noted_absences(session)
    codes = dict(noted.codes)
    rest: list[AbsenceLine] = []
    wanted: list[WantedHalfDay] = []
    for line in lines:
        is_whole = bool(line.codes) and line.on is not None
        for part, code in line.codes:
            if line.on is None:
                break
            half_day = HalfDay(line.on, part)
            community = school_on(noted.schools, line.on).community.value
            known = absence_rules().code_on(community, line.on, code)
            if known is None or known.kind == "present" or not is_lesson(noted.schools, half_day):
                is_whole = False
            elif codes.setdefault(half_day, code) == code:
                wanted.append(WantedHalfDay(half_day, code, line.periods, line.remark))
            else:
                is_whole = False
        if not is_whole:
            rest.append(line)
    write_listed_absences(session, wanted)
    return absence_note(tuple(rest))
