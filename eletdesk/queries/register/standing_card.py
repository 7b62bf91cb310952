"""What the card of a case in the register says about school, work and follow-up, for filters and figures."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from eletdesk.domain.school_calendar import Community, SchoolYear, school_year_of
from eletdesk.programmes.law.early_leaver import eurostat_early_leaver, flemish_early_leaver, next_change_on
from eletdesk.programmes.law.early_leaving import early_leaving
from eletdesk.queries.standing import Execute, Standing, read_standing

_FOLLOW_UPS = (
    "SELECT due_on, clock, id, done_on, starts_on FROM follow_up WHERE deleted_at IS NULL ORDER BY due_on"
)
_ATTEMPTS = (
    "SELECT count(*) FROM contact_moment WHERE deleted_at IS NULL AND NOT is_reached"
    " AND direction = 'outgoing' AND (happened_on, id) > (?, ?)"
)
_NOBODY_MET = frozenset({"planned", "cancelled", "no_show", "not_reached"})
"""States of a moment in which nobody was met."""


def standing_values(execute: Execute, today: date) -> dict[str, Any]:
    """Return the fields of the card that depend on school, work and the day; None is not known."""
    standing, rules = read_standing(execute, today), early_leaving()
    school = standing.schooling
    follow_ups = [tuple(row) for row in execute(_FOLLOW_UPS)]
    due_on, clock, row_id = next((row[:3] for row in follow_ups if row[3] is None), ("", "", ""))
    return {
        "school_delay": standing.delay.years,
        "finality": standing.finality,
        "exit_position": standing.exit_position,
        "situation": standing.situation,
        "situation_since": _iso(standing.situation_since),
        "municipality_nis": standing.municipality_nis,
        "region": standing.region,
        "is_early_leaver_flemish": _flag(flemish_early_leaver(school, today, rules).answer),
        "is_early_leaver_eurostat": _flag(eurostat_early_leaver(school, today, rules).answer),
        "left_school_on": _iso(school.left_on if school.is_enrolled is False else None),
        "follow_up_due_on": due_on,
        "follow_up_code": clock,
        "follow_up_id": row_id,
        "follow_up_from": max((row[4] for row in follow_ups), default=""),
        "changes_on": _iso(_changes_on(standing, today)),
    }


def attempts_since_reached(connection: Any, moments: Iterable[tuple[str, str, str]]) -> int:
    """Count the attempts after the last time somebody was met; moments are (day, id, state).

    What others sought and missed is no attempt.
    """
    last = max(((on, row_id) for on, row_id, state in moments if state not in _NOBODY_MET), default=("", ""))
    return int(connection.execute(_ATTEMPTS, last).fetchone()[0])


def _changes_on(standing: Standing, today: date) -> date | None:
    """Return the first day on which the card says something else although nothing was written."""
    days = list(standing.turns_on)
    flags = next_change_on(standing.schooling, today, early_leaving())
    if flags is not None:
        days.append(flags)
    if standing.delay_year and standing.schooling.is_enrolled:
        community = Community(standing.schooling.community)
        days.append(SchoolYear(school_year_of(today, community).first_year + 1, community).starts_on)
    return min((day for day in days if day > today), default=None)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _flag(answer: bool | None) -> int | None:
    return None if answer is None else int(answer)


__all__ = ["attempts_since_reached", "standing_values"]
