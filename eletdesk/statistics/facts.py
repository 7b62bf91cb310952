"""What figures are counted from: a few facts per young person, without a name, filled from the register."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PersonFact:
    """One young person; case_id only tells that facts belong together and is never published."""

    case_id: str
    birth_on: date | None = None
    gender: str = ""
    is_belgian: bool | None = None


@dataclass(frozen=True, slots=True)
class PathwayFact:
    """One course through a programme; stages holds each stage with the day on which it was entered."""

    case_id: str
    pathway_id: str
    programme: str
    started_on: date
    closed_on: date | None = None
    outcome: str = ""
    reasons: tuple[str, ...] = ()
    stages: tuple[tuple[str, date], ...] = ()


@dataclass(frozen=True, slots=True)
class SessionFact:
    """One guidance session: when, how long in minutes and guidance half-days, for whom, attended or not.

    activity_id names the group activity that it is one young person's part in: for the provider the activity
    counts once (rule 4).
    """

    case_id: str
    held_on: date
    minutes: int = 0
    half_days: float = 0.0
    level: str = ""
    attendance: str = ""
    activity_id: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """All facts of a desk."""

    people: tuple[PersonFact, ...] = ()
    pathways: tuple[PathwayFact, ...] = ()
    sessions: tuple[SessionFact, ...] = ()


@dataclass(frozen=True, slots=True)
class Period:
    """The days that figures are about, the first and the last included."""

    first_day: date
    last_day: date

    def __post_init__(self) -> None:
        if self.last_day < self.first_day:
            raise ValueError("a period ends on or after its first day")
