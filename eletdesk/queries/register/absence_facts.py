"""What the register keeps of absences: the days on which half-days were complete, for each school year.

The thresholds are not in it: an organisation may change them, and then no case has to be read again.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from eletdesk.domain.absence_count import MissedHalfDay, ThresholdState, count_absences, threshold_states
from eletdesk.domain.school_calendar import Community, DayPart, SchoolYear, school_year_of
from eletdesk.programmes.facts import KNOWN_THRESHOLDS
from eletdesk.programmes.law.absence_rules import AbsenceRules, absence_rules

RULE = "absence_threshold"
"""What a task says that a threshold asked for; its cause is code and school year."""

_ENDLESS = 1_000_000

OWN_THRESHOLDS = "absence_thresholds"
"""The setting of a desk, and its copy in the register: code of a threshold to half_days and is_on."""


@dataclass(frozen=True, slots=True)
class AbsenceFact:
    """One school year of one community; counted_on are ISO days, tasks the causes that have a task."""

    community: str
    first_year: int
    half_days: int
    counted_on: tuple[str, ...]
    tasks: tuple[str, ...] = ()

    @property
    def year(self) -> SchoolYear:
        """Return the school year."""
        return SchoolYear(self.first_year, Community(self.community))

    @property
    def last_on(self) -> str:
        """Return the day of the last half-day that counted, empty when none did."""
        return self.counted_on[-1] if self.counted_on else ""

    @property
    def days(self) -> tuple[date, ...]:
        """Return the day on which each half-day was complete."""
        return tuple(date.fromisoformat(day) for day in self.counted_on)


def cause_of(threshold: str, year: SchoolYear) -> str:
    """Return what set a task off, so that it is made once."""
    return f"{threshold}:{year.first_year}"


def causes_with_task(tasks: Iterable[tuple[str, str]]) -> set[str]:
    """Return the thresholds and years that have a task, made by hand or asked for by the programme.

    A task is given as its rule and its cause; the programme's causes begin with the id of the pathway.
    """
    found = set()
    for rule, cause in tasks:
        threshold = cause if rule == RULE else cause.partition(":")[2]
        if threshold.partition(":")[0] in KNOWN_THRESHOLDS:
            found.add(threshold)
    return found


def read_absence_facts(connection: Any) -> tuple[AbsenceFact, ...]:
    """Count the absences of an open case file; connection is the driver's own."""
    rows = connection.execute(
        "SELECT absent_on, part, code, community, periods FROM absence WHERE deleted_at IS NULL"
    ).fetchall()
    if not rows:
        return ()
    # A task that came by itself says nothing of whether somebody saw why: it counts once it is done.
    asked = connection.execute(
        "SELECT rule, cause FROM task WHERE deleted_at IS NULL AND cause <> ''"
        " AND (rule = ? OR done_at IS NOT NULL)",
        (RULE,),
    )
    tasks = tuple(sorted(causes_with_task(asked.fetchall())))
    missed = [
        MissedHalfDay(date.fromisoformat(on), DayPart(part), code, Community(community), periods)
        for on, part, code, community, periods in rows
    ]
    return tuple(
        AbsenceFact(
            one.year.community.value, one.year.first_year, one.half_days,
            tuple(day.isoformat() for day in one.counted_on), tasks,
        )
        for one in count_absences(missed, absence_rules())
    )  # fmt: skip


def facts_by_case(
    register: Any, since: str = "", half_days: int = 0, first_year: int = 0
) -> dict[str, list[AbsenceFact]]:
    """Return the facts of every case that has any; with an ISO day, of those with a half-day from it on.

    With a number of half-days, also of those that came so far in a school year from first_year on.
    """
    found: dict[str, list[AbsenceFact]] = {}
    for case_id, community, year, count, counted_on, tasks in register.connection.execute(
        "SELECT case_id, community, first_year, half_days, counted_on, tasks FROM absence_fact"
        " WHERE case_id IN (SELECT case_id FROM absence_fact WHERE last_on >= ?"
        " OR (half_days >= ? AND first_year >= ?))",
        (since, half_days or _ENDLESS, first_year),
    ):
        fact = AbsenceFact(community, year, count, tuple(json.loads(counted_on)), tuple(json.loads(tasks)))
        found.setdefault(case_id, []).append(fact)
    return found


def own_thresholds(register: Any) -> Mapping[str, object]:
    """Return the thresholds that the organisation chose, as copied into the register."""
    found = register.connection.execute("SELECT value FROM choice WHERE name = ?", (OWN_THRESHOLDS,))
    row = found.fetchone()
    kept = json.loads(row[0]) if row else {}
    return kept if isinstance(kept, dict) else {}


def states_of(fact: AbsenceFact, facts: list[AbsenceFact], rules: AbsenceRules) -> tuple[ThresholdState, ...]:
    """Return how far each threshold of one school year is, the years before it at hand."""
    days = {one.year: one.days for one in facts if one.community == fact.community}
    return threshold_states(fact.year, days, rules)


def half_days_this_year(register: Any, today: date) -> dict[str, int]:
    """Return the problematic half-days of the present school year of every case, for lists and filters."""
    found: dict[str, int] = {}
    for community in Community:
        rows = register.connection.execute(
            "SELECT case_id, half_days FROM absence_fact WHERE community = ? AND first_year = ?",
            (community.value, school_year_of(today, community).first_year),
        )
        for case_id, half_days in rows:
            found[case_id] = max(half_days, found.get(case_id, 0))
    return found
