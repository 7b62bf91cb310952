"""What a list of absences is held against: the schools of a case and the half-days it has already."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlmodel import Session

from eletdesk.domain.absence import Absence
from eletdesk.domain.school_calendar import HalfDay
from eletdesk.queries.live_rows import live_rows
from eletdesk.queries.school_on import SchoolPeriod, school_periods


@dataclass(frozen=True)
class NotedAbsences:
    """The schools of one case and the code of each half-day that is noted."""

    schools: tuple[SchoolPeriod, ...] = ()
    codes: Mapping[HalfDay, str] = field(default_factory=dict)


def noted_absences(session: Session) -> NotedAbsences:
    """Return what one case knows."""
    rows = live_rows(session, Absence)
    codes = {HalfDay(row.absent_on, row.part): row.code for row in rows}
    return NotedAbsences(school_periods(session), codes)
