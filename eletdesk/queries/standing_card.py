"""What the card of a case in the register says about school, work and follow-up, for filters and figures."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from eletdesk.domain.school_calendar import Community, SchoolYear, school_year_of
from eletdesk.programmes.early_leaver import eurostat_early_leaver, flemish_early_leaver, next_change_on
from eletdesk.programmes.early_leaving import early_leaving
from eletdesk.queries.standing import Execute, Standing, days_that_turn, read_standing

_NEXT_FOLLOW_UP = (
    "SELECT due_on, clock, id FROM follow_up WHERE deleted_at IS NULL AND done_on IS NULL"
    " ORDER BY due_on, id LIMIT 1"
)
_ANY_FOLLOW_UP = "SELECT max(starts_on) FROM follow_up WHERE deleted_at IS NULL"
_NOBODY_MET = frozenset({"planned", "cancelled", "no_show", "not_reached"})
"""States of a moment in which nobody was met."""


def standing_values(execute: Execute, today: date) -> dict[str, Any]:
    """Return the fields of the card that depend on school, work and the day; None is not known."""
    standing, rules = read_standing(execute, today), early_leaving()
    school = standing.schooling
    due_on, clock, row_id = next(iter(execute(_NEXT_FOLLOW_UP)), ("", "", ""))
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
        "follow_up_from": next(iter(execute(_ANY_FOLLOW_UP)))[0] or "",
        "changes_on": _iso(_changes_on(execute, standing, today)),
    }


def attempts_since_reached(moments: Iterable[tuple[str, str, str]]) -> int:
    """Count the attempts after the last time somebody was met; moments are (day, id, state)."""
    count = 0
    for _on, _row_id, state in sorted(moments):
        if state == "not_reached":
            count += 1
        elif state not in _NOBODY_MET:
            count = 0
    return count


def _changes_on(execute: Execute, standing: Standing, today: date) -> date | None:
    """Return the first day on which the card says something else although nothing was written."""
    days = list(days_that_turn(execute, today))
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
