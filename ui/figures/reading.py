"""Count the figures of a period for the screen, and ask which tables may leave."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from eletdesk.desk.desk import Desk
from eletdesk.desk.summaries import facts_of, own_figures, prepare_summary
from eletdesk.statistics.facts import Facts, Period, SessionFact
from eletdesk.statistics.release import SummaryRelease
from eletdesk.statistics.tables import Table

MOST_WEEKS = 14
_HELD = "attended"


@dataclass(frozen=True)
class Week:
    """The sessions of one week that were held."""

    monday: date
    number: int
    count: int


@dataclass(frozen=True)
class Figures:
    """Everything that the page shows: exact tables, what may leave, and the work done."""

    period: Period
    tables: tuple[Table, ...]
    release: SummaryRelease
    people: int
    closed: int
    sessions: int
    minutes: int
    weeks: tuple[Week, ...]

    def refusal(self, code: str) -> str:
        """Return why a table stays; empty when it may leave."""
        return next((refusal.sentence for refusal in self.release.refusals if refusal.code == code), "")


def read_figures(desk: Desk, period: Period) -> Figures:
    """Count everything for one period."""
    tables = own_figures(desk, period)
    facts = facts_of(desk)
    held = once_for_the_provider(
        session
        for session in facts.sessions
        if session.attendance == _HELD and period.first_day <= session.held_on <= period.last_day
    )
    return Figures(
        period=period,
        tables=tables,
        release=prepare_summary(desk, period),
        people=tables[0].total,
        closed=_closed(facts, period),
        sessions=len(held),
        minutes=sum(session.minutes for session in held),
        weeks=_weeks([session.held_on for session in held], period),
    )


def once_for_the_provider(sessions: Iterable[SessionFact]) -> list[SessionFact]:
    """Return the sessions with each group activity once, however many young people came (rule 4)."""
    by_activity: dict[str, SessionFact] = {}
    alone = []
    for session in sessions:
        if session.activity_id:
            by_activity.setdefault(session.activity_id, session)
        else:
            alone.append(session)
    return [*alone, *by_activity.values()]


def _closed(facts: Facts, period: Period) -> int:
    return sum(
        pathway.closed_on is not None and period.first_day <= pathway.closed_on <= period.last_day
        for pathway in facts.pathways
    )


def _weeks(days: list[date], period: Period) -> tuple[Week, ...]:
    """Return the last weeks of the period, also those without a session."""
    counts = Counter(_monday(day) for day in days)
    weeks: list[Week] = []
    monday = _monday(period.last_day)
    while monday >= _monday(period.first_day) and len(weeks) < MOST_WEEKS:
        weeks.append(Week(monday, monday.isocalendar().week, counts[monday]))
        monday -= timedelta(days=7)
    return tuple(reversed(weeks))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
