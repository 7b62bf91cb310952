"""Count group activities: once for the provider, and once for each participant (rule 4).

Rule 4: each session has exactly one level (onderwijs.vlaanderen.be, NAFT); a group session counts once for
the provider and is linked to N participants. What a DAS, DASC or pASc holder must report was found nowhere in
public, so the counts are those that can be derived from one register of activities.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from eletdesk.domain.group_activity import GroupActivity
from eletdesk.statistics.facts import Period

SMALL = 5
"""Below this a count may point at people (own choice: the smallest count of an anonymised summary)."""
_SCHOOL_YEAR_STARTS = 9
"""School years are counted from 1 September, whatever the first school day is."""

DIMENSIONS = (
    "objective", "municipality_nis", "school", "project", "call_period", "school_year", "programme_code",
    "level",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PartFact:
    """One young person's part in an activity; case_id only tells who is the same person."""

    case_id: str
    has_attended: bool
    parents: int = 0


@dataclass(frozen=True, slots=True)
class ActivityFact:
    """One activity with everybody who took part; the erased numbers are of cases that are no more."""

    activity: GroupActivity
    parts: tuple[PartFact, ...] = ()
    erased_attended: int = 0
    erased_no_show: int = 0
    erased_parents: int = 0


@dataclass(frozen=True, slots=True)
class CountLine:
    """What was counted for one group of activities, or for all of them.

    minutes counts each activity once; participant_minutes counts it once for each presence. people are
    different young people with a case who came; presences also hold those of erased cases.
    """

    key: str = ""
    activities: int = 0
    minutes: int = 0
    people: int = 0
    presences: int = 0
    no_shows: int = 0
    without_case: int = 0
    parents: int = 0
    families: int = 0
    participant_minutes: int = 0
    costs_cents: int = 0

    @property
    def attendance(self) -> float | None:
        """Return the share that came of all who were expected; None when nobody was."""
        expected = self.presences + self.no_shows
        return self.presences / expected if expected else None

    @property
    def is_small(self) -> bool:
        """Tell whether so few young people are behind it that it may point at somebody."""
        return 0 < self.people < SMALL


@dataclass(frozen=True, slots=True)
class ActivityCounts:
    """All counts of a period: everything together, and by each dimension."""

    total: CountLine
    by: Mapping[str, tuple[CountLine, ...]]


def school_year_of(on: date) -> str:
    """Return the school year of a day: 31 August belongs to the old one, 1 September to the new one."""
    first = on.year if on.month >= _SCHOOL_YEAR_STARTS else on.year - 1
    return f"{first}-{first + 1}"


def in_period(facts: Iterable[ActivityFact], period: Period | None) -> list[ActivityFact]:
    """Return what took place in a period; what is only planned never counts."""
    return [
        fact
        for fact in facts
        if not fact.activity.is_planned
        and (period is None or period.first_day <= fact.activity.held_on <= period.last_day)
    ]


def count_activities(facts: Iterable[ActivityFact], period: Period | None = None) -> ActivityCounts:
    """Return all counts of the activities that took place in a period."""
    held = in_period(facts, period)
    return ActivityCounts(
        count_line("", held), {dimension: _lines(held, _KEYS[dimension]) for dimension in DIMENSIONS}
    )


def count_line(key: str, held: Iterable[ActivityFact]) -> CountLine:
    """Count some activities: each once for the provider, and once for each participant (rule 4)."""
    people: set[str] = set()
    families: set[str] = set()
    activities = minutes = presences = no_shows = without_case = parents = participant_minutes = costs = 0
    for fact in held:
        of, came = fact.activity, fact.erased_attended
        for part in fact.parts:
            parents += part.parents
            if part.parents:
                families.add(part.case_id)
            if part.has_attended:
                came += 1
                people.add(part.case_id)
            else:
                no_shows += 1
        activities += 1
        minutes += of.minutes
        presences += came
        no_shows += fact.erased_no_show
        without_case += of.participants_without_case
        parents += of.parents_present + fact.erased_parents
        participant_minutes += of.minutes * came
        costs += of.costs_cents or 0
    return CountLine(
        key, activities, minutes, len(people), presences, no_shows, without_case, parents, len(families),
        participant_minutes, costs,
    )  # fmt: skip


def _lines(held: list[ActivityFact], key_of: Callable[[GroupActivity], str]) -> tuple[CountLine, ...]:
    groups: dict[str, list[ActivityFact]] = {}
    for fact in held:
        groups.setdefault(key_of(fact.activity), []).append(fact)
    # What was not filled in stands last.
    return tuple(
        count_line(key, groups[key]) for key in sorted(groups, key=lambda key: (not key, key.casefold()))
    )


_KEYS: dict[str, Callable[[GroupActivity], str]] = {
    "objective": lambda activity: activity.objective,
    "municipality_nis": lambda activity: activity.municipality_nis,
    "school": lambda activity: activity.school,
    "project": lambda activity: activity.project,
    "call_period": lambda activity: activity.call_period,
    "school_year": lambda activity: school_year_of(activity.held_on),
    "programme_code": lambda activity: activity.programme_code,
    "level": lambda activity: activity.level,
}
