"""How scores changed: first and last in each domain, and every one between, as numbers and in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from eletdesk.domain.spoken_dates import short_date
from eletdesk.translation import _

#: One assessment: its day and its scores by domain.
Scored = tuple[date, dict[str, int]]


@dataclass(frozen=True, slots=True)
class ScorePoint:
    """One score on one day."""

    on: date
    score: int


@dataclass(frozen=True, slots=True)
class Change:
    """The scores of one domain or goal, the oldest first; code names it."""

    code: str
    points: tuple[ScorePoint, ...]

    @property
    def first(self) -> ScorePoint:
        """Return the oldest score."""
        return self.points[0]

    @property
    def last(self) -> ScorePoint:
        """Return the newest score."""
        return self.points[-1]

    @property
    def by(self) -> int:
        """Return how much the last score is above the first."""
        return self.last.score - self.first.score

    @property
    def has_moved(self) -> bool:
        """Tell whether there are two scores to compare."""
        return len(self.points) > 1


def changes_by_domain(assessments: Iterable[Scored], order: Iterable[str]) -> tuple[Change, ...]:
    """Return one change for each domain that was ever scored, in the order given, others behind."""
    points: dict[str, list[ScorePoint]] = {}
    for on, scores in sorted(assessments, key=lambda one: one[0]):
        for code, score in scores.items():
            points.setdefault(code, []).append(ScorePoint(on, score))
    codes = [code for code in order if code in points]
    codes += [code for code in points if code not in codes]
    return tuple(Change(code, tuple(points[code])) for code in codes)


def say_by(change: Change) -> str:
    """Say the difference with its sign: +3, -2, or = when nothing changed; empty for one score."""
    if not change.has_moved:
        return ""
    return f"{change.by:+d}".replace("-", "\N{MINUS SIGN}") if change.by else "="


def say_change(change: Change, name: str, today: date) -> str:
    """Say in one sentence what the picture shows of one domain."""
    last = change.last
    if not change.has_moved:
        said = _("{name}: {score} of 10 on {date}.")
        return said.format(name=name, score=last.score, date=short_date(last.on, today))
    if change.by > 0:
        said = _("{name}: from {first} on {start} to {last} on {end}, {count} higher.")
    elif change.by < 0:
        said = _("{name}: from {first} on {start} to {last} on {end}, {count} lower.")
    else:
        said = _("{name}: {first} on {start} and {last} on {end}, the same.")
    return said.format(
        name=name, first=change.first.score, start=short_date(change.first.on, today),
        last=last.score, end=short_date(last.on, today), count=abs(change.by),
    )  # fmt: skip


def say_every_point(change: Change, name: str, today: date) -> str:
    """Say every score of one domain with its day."""
    said = ", ".join(f"{point.score} ({short_date(point.on, today)})" for point in change.points)
    return f"{name}: {said}"
