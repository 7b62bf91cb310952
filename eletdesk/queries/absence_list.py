"""The absences of one case: each half-day in words, and the counters of each school year."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sqlmodel import Session, col, select

from eletdesk.domain.absence import Absence, AbsenceSource
from eletdesk.domain.absence_count import AbsenceYear, MissedHalfDay, count_absences
from eletdesk.domain.school_calendar import Community, DayPart, HalfDay, SchoolYear, school_year_of
from eletdesk.domain.task import Task
from eletdesk.programmes.law.absence_rules import AbsenceCode, absence_rules
from eletdesk.queries.live_rows import live_rows
from eletdesk.queries.register.absence_facts import causes_with_task
from eletdesk.queries.school_on import school_on, school_periods, why_no_lesson


@dataclass(frozen=True)
class AbsenceItem:
    """One half-day; code is None when the letter was not in use on that day, no_lesson says why it is odd."""

    row_id: str
    on: date
    part: DayPart
    letter: str
    code: AbsenceCode | None
    periods: int
    community: Community
    year: SchoolYear
    school: str
    source: AbsenceSource
    note: str = field(repr=False)
    no_lesson: str

    @property
    def is_problematic(self) -> bool:
        """Tell whether it counts for the thresholds."""
        return self.code is not None and self.code.is_problematic


@dataclass(frozen=True)
class AbsenceCounters:
    """The counted years, the newest first, and for which threshold and year there is a task."""

    years: tuple[AbsenceYear, ...]
    tasks: frozenset[str]
    present: SchoolYear


def absence_list(session: Session) -> list[AbsenceItem]:
    """Return every half-day missed, the newest first."""
    periods = school_periods(session)
    rules = absence_rules()
    rows = session.exec(
        select(Absence)
        .where(col(Absence.deleted_at).is_(None))
        .order_by(col(Absence.absent_on).desc(), col(Absence.part), col(Absence.id))
    )
    return [
        AbsenceItem(
            row.id, row.absent_on, row.part, row.code, rules.code_on(row.community, row.absent_on, row.code),
            row.periods, row.community, school_year_of(row.absent_on, row.community), row.school, row.source,
            row.note, why_no_lesson(periods, HalfDay(row.absent_on, row.part)),
        )
        for row in rows
    ]  # fmt: skip


def absence_counters(
    session: Session, today: date, own: Mapping[str, object] | None = None
) -> AbsenceCounters:
    """Count each school year and community (rules 9 and 10), with the thresholds of the organisation."""
    rules = absence_rules().with_own(own or {})
    rows = live_rows(session, Absence)
    missed = [MissedHalfDay(row.absent_on, row.part, row.code, row.community, row.periods) for row in rows]
    tasks = causes_with_task((task.rule, task.cause) for task in live_rows(session, Task))
    community = school_on(school_periods(session), today).community
    present = school_year_of(today, community)
    years = count_absences(missed, rules, [present])
    return AbsenceCounters(tuple(years), frozenset(tasks), present)
