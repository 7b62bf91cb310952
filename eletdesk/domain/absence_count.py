"""Rules 9 and 10: problematic half-days of a school year, and the day on which a threshold was reached."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from eletdesk.domain.school_calendar import Community, DayPart, SchoolYear, school_year_of
from eletdesk.programmes.law.absence_rules import AbsenceRules, Threshold


class MissedHalfDay(NamedTuple):
    """One half-day as it is counted; periods is 0 where nobody wrote how many."""

    on: date
    part: DayPart
    code: str
    community: Community
    periods: int = 0


@dataclass(frozen=True)
class ThresholdState:
    """How far one threshold is; `earlier` are the years before that count with it (30 twice)."""

    threshold: Threshold
    half_days: int
    reached_on: date | None
    earlier: tuple[int, ...] = ()

    @property
    def left(self) -> int:
        """Return how many half-days are left before it is reached; 0 when it is."""
        return 0 if self.reached_on else max(0, self.threshold.reached_at - self.half_days)


@dataclass(frozen=True)
class AbsenceYear:
    """What one school year of one community counts; half_days are the problematic ones."""

    year: SchoolYear
    codes: Mapping[str, int]
    half_days: int
    periods: int
    without_periods: int
    unknown_codes: int
    #: The day on which each of the half-days was complete, in order.
    counted_on: tuple[date, ...]
    states: tuple[ThresholdState, ...]


def count_absences(
    missed: Iterable[MissedHalfDay], rules: AbsenceRules, also: Iterable[SchoolYear] = ()
) -> list[AbsenceYear]:
    """Count each school year of each community, the newest first; schools do not matter (rule 9).

    A half-day that two schools both report counts once. The years of `also` are there without absences too.
    """
    years: dict[SchoolYear, dict[tuple[date, DayPart], MissedHalfDay]] = {year: {} for year in also}
    for one in missed:
        halves = years.setdefault(school_year_of(one.on, one.community), {})
        key = (one.on, one.part)
        if key not in halves or _counts(one, rules) > _counts(halves[key], rules):
            halves[key] = one
    days = {year: _counted_on(year, halves, rules) for year, halves in years.items()}
    found = [_year(year, halves.values(), days, rules) for year, halves in years.items()]
    return sorted(found, key=lambda one: (one.year.starts_on, one.year.community), reverse=True)


def _counts(one: MissedHalfDay, rules: AbsenceRules) -> bool:
    code = rules.code_on(one.community, one.on, one.code)
    return code is not None and code.is_problematic


def _counted_on(
    year: SchoolYear, halves: Mapping[tuple[date, DayPart], MissedHalfDay], rules: AbsenceRules
) -> tuple[date, ...]:
    """Return the day on which each half-day was complete, by the conversion of this school year."""
    conversion = rules.conversion_on(year.community, year.starts_on)
    problematic = sorted((one for one in halves.values() if _counts(one, rules)), key=lambda one: one.on)
    if conversion.method == "each_half_day":
        return tuple(one.on for one in problematic)
    days: list[date] = []
    total = 0
    for one in problematic:
        total += one.periods or conversion.unknown_periods
        days += [one.on] * (total // conversion.periods - len(days))
    return tuple(days)


def _year(
    year: SchoolYear,
    missed: Iterable[MissedHalfDay],
    days: Mapping[SchoolYear, tuple[date, ...]],
    rules: AbsenceRules,
) -> AbsenceYear:
    missed = list(missed)
    problematic = [one for one in missed if _counts(one, rules)]
    counts = Counter(one.code for one in missed)
    by_periods = rules.conversion_on(year.community, year.starts_on).method == "periods"
    return AbsenceYear(
        year=year,
        codes=dict(sorted(counts.items(), key=lambda item: (-item[1], item[0]))),
        half_days=len(days[year]),
        periods=sum(one.periods for one in problematic),
        without_periods=sum(1 for one in problematic if not one.periods) if by_periods else 0,
        unknown_codes=sum(1 for one in missed if rules.code_on(one.community, one.on, one.code) is None),
        counted_on=days[year],
        states=threshold_states(year, days, rules),
    )


def threshold_states(
    year: SchoolYear, days: Mapping[SchoolYear, tuple[date, ...]], rules: AbsenceRules
) -> tuple[ThresholdState, ...]:
    """Return how far each threshold of a school year is, given the counted days of all years."""
    return tuple(
        _state(threshold, year, days)
        for threshold in rules.thresholds_on(year.community, year.starts_on)
        if threshold.years == 1 or _is_open(threshold, year, days)
    )


def _before(threshold: Threshold, year: SchoolYear) -> list[SchoolYear]:
    """Return the school years before this one that a threshold over several years looks at."""
    return [SchoolYear(year.first_year - back, year.community) for back in range(1, threshold.years)]


def _is_open(threshold: Threshold, year: SchoolYear, days: Mapping[SchoolYear, tuple[date, ...]]) -> bool:
    """Tell whether the years before reached it, so that this year decides."""
    return all(len(days.get(one, ())) >= threshold.reached_at for one in _before(threshold, year))


def _state(
    threshold: Threshold, year: SchoolYear, days: Mapping[SchoolYear, tuple[date, ...]]
) -> ThresholdState:
    own = days.get(year, ())
    earlier = tuple(len(days.get(one, ())) for one in _before(threshold, year))
    reached = own[threshold.reached_at - 1] if len(own) >= threshold.reached_at else None
    return ThresholdState(threshold, len(own), reached, earlier)
