"""Rules 1 to 6 of the domain: pure functions that warn or ask for a reason, and never stop recording."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal

from eletdesk.errors import InvalidInputError, ReasonNeededError
from eletdesk.programmes.definition import Bucket, Gate, Programme, Stage
from eletdesk.programmes.facts import is_known
from eletdesk.translation import _

OTHER_DURATION = "other"
HALF_DAY = "half_day"
_ROUNDINGS = {"nearest": ROUND_HALF_UP, "up": ROUND_UP, "down": ROUND_DOWN}


def missing_for(
    programme: Programme, to_stage: str, facts: Mapping[str, object], from_stage: str | None = None
) -> tuple[Gate, ...]:
    """Return the gates of a stage whose fact is not known (rules 1 and 2).

    With from_stage, the gates of the stages passed over on the way forward count too; closing has
    only its own gates, because a pathway may be stopped in any stage.
    """
    target = programme.stage(to_stage)
    passed: tuple[Stage, ...] = (target,)
    if from_stage is not None and not target.is_final:
        passed = programme.stages[programme.position(from_stage) + 1 : programme.position(to_stage) + 1]
    return tuple(gate for stage in passed for gate in stage.gates if not is_known(facts, gate.needs))


def kind_of_move(programme: Programme, from_stage: str | None, to_stage: str) -> str:
    """Return what a move is: start, next, skip, back or close."""
    target = programme.stage(to_stage)
    if from_stage is None:
        return "start" if target == programme.first_stage else "skip"
    if programme.position(to_stage) < programme.position(from_stage):
        return "back"
    if target.is_final:
        return "close"
    return "next" if target in programme.allowed_moves(from_stage) else "skip"


def check_move(
    programme: Programme,
    from_stage: str | None,
    to_stage: str,
    facts: Mapping[str, object],
    reason: str = "",
) -> None:
    """Ask for a reason where a rule wants one; with a reason every move goes through (rules 1 and 2).

    A move back, a skipped stage and a gate whose fact is not known need a reason. Closing needs only
    what its own gates ask for: the date of the round-table meeting, or the reason why there was none.
    """
    if from_stage == to_stage:
        raise InvalidInputError("to_stage", _("The pathway is in this stage already."))
    kind = kind_of_move(programme, from_stage, to_stage)
    if reason.strip():
        return
    if kind == "back":
        raise ReasonNeededError("reason", _("Why does the pathway go back to an earlier stage?"))
    for gate in missing_for(programme, to_stage, facts, from_stage):
        raise ReasonNeededError(gate.reason_field, gate.asks.said())
    if kind == "skip":
        raise ReasonNeededError("reason", _("Why is a stage skipped?"))


def units_of(minutes: int, programme: Programme) -> float:
    """Return minutes of session time in the unit that the programme counts in, rounded as it says (rule 3).

    A programme that counts in months or days has no session time to count: 0.
    """
    if minutes < 0:
        raise InvalidInputError("minutes", _("A session cannot last less than no time."))
    unit = programme.unit()
    if minutes == 0 or unit.minutes == 0:
        return 0.0
    step = Decimal(str(unit.step))
    steps = (Decimal(minutes) / unit.minutes / step).quantize(Decimal(1), _ROUNDINGS[unit.rounding])
    return float(max(steps * step, Decimal(str(unit.smallest))))


def half_days_of(minutes: int, programme: Programme) -> float:
    """Return minutes of session time as guidance half-days (rule 3); 0 where other units count."""
    units = units_of(minutes, programme)
    return units if programme.unit().code == HALF_DAY else 0.0


def average_half_days(minutes_by_pathway: Collection[Collection[int]], programme: Programme) -> float | None:
    """Return half-days per pathway: their sum over the number of pathways (rule 3); None without any."""
    if not minutes_by_pathway:
        return None
    total = sum(half_days_of(minutes, programme) for pathway in minutes_by_pathway for minutes in pathway)
    return total / len(minutes_by_pathway)


def check_level(programme: Programme, level: str, participants: int = 1) -> None:
    """Refuse a session without one of the programme's levels, or with others beside it (rule 4).

    Only a level with participants links to more than one young person; the session is still one.
    """
    if participants > 1 and not programme.level(level).has_participants:
        raise InvalidInputError("level", _("Only a group session has more than one young person."))
    programme.level(level)


def duration_bucket(
    starts_on: date, ends_on: date, programme: Programme, free_days: Collection[date] = ()
) -> str:
    """Return the code of the bucket that a duration falls in, or "other" (rule 5): a label, never a block.

    Both days count. Working days are Monday to Friday without the free days given; weeks run on through
    free days and are whole when five weekdays fall in them.
    """
    if ends_on < starts_on:
        raise InvalidInputError("ends_on", _("The last day cannot come before the first."))
    days = (starts_on + timedelta(days=at) for at in range((ends_on - starts_on).days + 1))
    weekdays = [day for day in days if day.weekday() < 5]
    working_days = len([day for day in weekdays if day not in free_days])
    for bucket in programme.buckets:
        if _falls_in(bucket, working_days, len(weekdays)):
            return bucket.code
    return OTHER_DURATION


def _falls_in(bucket: Bucket, working_days: int, weekdays: int) -> bool:
    if bucket.unit == "working_days":
        return bucket.least <= working_days <= bucket.most
    return bucket.least * 5 <= weekdays <= bucket.most * 5


def school_year_of(day: date, programme: Programme) -> str:
    """Return the school year that a day falls in, as 2026-2027 (rule 6)."""
    starts = (programme.school_year.month, programme.school_year.day)
    first = day.year if (day.month, day.day) >= starts else day.year - 1
    return f"{first}-{first + 1}"


def school_years_touched(starts_on: date, ends_on: date, programme: Programme) -> tuple[str, ...]:
    """Return the school years that a pathway is reported in, the first one first (rule 6)."""
    if ends_on < starts_on:
        raise InvalidInputError("ends_on", _("The last day cannot come before the first."))
    first, last = (int(school_year_of(day, programme)[:4]) for day in (starts_on, ends_on))
    return tuple(f"{year}-{year + 1}" for year in range(first, last + 1))


def school_years_started(starts_on: date, ends_on: date, programme: Programme) -> tuple[str, ...]:
    """Return the school years in which a pathway counts as started: by default the first only (rule 6)."""
    touched = school_years_touched(starts_on, ends_on, programme)
    return touched[:1] if programme.school_year.counts_once else touched
