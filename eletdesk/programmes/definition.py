"""What a programme is: stages with gates, levels, reasons, outcomes, clocks, each with its source."""

from dataclasses import dataclass
from datetime import date

from eletdesk.errors import InvalidInputError, NotFoundError
from eletdesk.programmes.label import Basis, Label, Source
from eletdesk.translation import _

COLOURS = ("s1", "s2", "s3", "s4", "s5", "s_closed")
CLOCK_UNITS = ("days", "working_days", "lesson_half_days", "weeks", "months", "years")
BUCKET_UNITS = ("working_days", "weeks")
ROUNDINGS = ("nearest", "up", "down")
REASON_CATEGORIES = ("ground", "push_school", "push_external", "pull_labour_market")
OUTCOME_CLASSES = ("in_education", "in_work", "referred", "stopped", "not_started", "ongoing")


@dataclass(frozen=True, slots=True)
class Gate:
    """What must be known to enter a stage, and the question asked when it is not."""

    needs: str
    asks: Label
    to_do: Label
    reason_field: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of a programme; colour is a step of the theme's stage ramp."""

    code: str
    label: Label
    short: Label
    what: Label
    colour: str
    is_optional: bool
    is_final: bool
    gates: tuple[Gate, ...]
    basis: Basis


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be chosen from a list: a building block or a mode."""

    code: str
    label: Label
    basis: Basis


@dataclass(frozen=True, slots=True)
class Level(Choice):
    """Whom a session is for; a session with participants counts once for the provider."""

    has_participants: bool


@dataclass(frozen=True, slots=True)
class Reason(Choice):
    """Why a pathway starts; the category is the legal ground or the kind of early leaving."""

    category: str


@dataclass(frozen=True, slots=True)
class Outcome(Choice):
    """How a pathway ended; the class is what summaries count."""

    outcome_class: str


@dataclass(frozen=True, slots=True)
class Unit(Choice):
    """The unit that session time is counted in; sessions are stored in minutes."""

    minutes: int
    step: float
    smallest: float
    rounding: str


@dataclass(frozen=True, slots=True)
class Bucket(Choice):
    """A label for how long something lasted; least and most are included."""

    unit: str
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Clock(Choice):
    """A term that starts to run; the same code may return with a later valid_from."""

    amount: int
    unit: str


@dataclass(frozen=True, slots=True)
class Retention(Choice):
    """How long a closed file is kept: until an age, or years after the last contact, the later one."""

    until_age: int
    years_after_contact: int


@dataclass(frozen=True, slots=True)
class AbsenceCode(Choice):
    """The school's code for a pupil who is with the programme during lessons."""

    community: str
    needs_agreement: bool
    excludes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SchoolYear:
    """The day on which a new reporting year starts, and whether a start counts in one year only."""

    month: int
    day: int
    counts_once: bool
    basis: Basis


@dataclass(frozen=True, slots=True)
class ReportProfile:
    """What a summary of this programme counts, and the average it is read beside."""

    code: str
    label: Label
    counts: tuple[str, ...]
    reference_half_days: float
    basis: Basis


@dataclass(frozen=True, slots=True)
class Programme:
    """One version of one programme; a pathway keeps code and version, so old cases keep their rules."""

    code: str
    version: int
    label: Label
    short: Label
    community: str
    stages: tuple[Stage, ...]
    levels: tuple[Level, ...]
    building_blocks: tuple[Choice, ...]
    reasons: tuple[Reason, ...]
    modes: tuple[Choice, ...]
    outcomes: tuple[Outcome, ...]
    units: tuple[Unit, ...]
    buckets: tuple[Bucket, ...]
    clocks: tuple[Clock, ...]
    retention: Retention
    absence: AbsenceCode | None
    school_year: SchoolYear
    report_profile: ReportProfile
    sources: tuple[Source, ...]

    @property
    def first_stage(self) -> Stage:
        """Return the stage that a new pathway starts in."""
        return self.stages[0]

    @property
    def final_stage(self) -> Stage:
        """Return the stage in which a pathway is closed."""
        return self.stages[-1]

    def position(self, code: str) -> int:
        """Return where a stage stands in the order, from 0."""
        for at, stage in enumerate(self.stages):
            if stage.code == code:
                return at
        raise InvalidInputError("stage", _("This programme has no such stage."))

    def stage(self, code: str) -> Stage:
        """Return one stage."""
        return self.stages[self.position(code)]

    def next_stage(self, code: str) -> Stage | None:
        """Return the next stage that every pathway goes through; None after the last."""
        after = self.stages[self.position(code) + 1 :]
        return next((stage for stage in after if not stage.is_optional), None)

    def allowed_moves(self, from_stage: str) -> tuple[Stage, ...]:
        """Return the stages that follow in the order, optional ones first; the others ask a reason."""
        after = self.stages[self.position(from_stage) + 1 :]
        allowed: list[Stage] = []
        for stage in after:
            allowed.append(stage)
            if not stage.is_optional:
                break
        return tuple(allowed)

    def level(self, code: str) -> Level:
        """Return one level; a session has exactly one (rule 4)."""
        for level in self.levels:
            if level.code == code:
                return level
        raise InvalidInputError("level", _("Choose for whom this session was."))

    def outcome(self, code: str) -> Outcome:
        """Return one outcome."""
        for outcome in self.outcomes:
            if outcome.code == code:
                return outcome
        raise InvalidInputError("outcome", _("Choose how the pathway ended."))

    def reason(self, code: str) -> Reason:
        """Return one reason why a pathway starts."""
        for reason in self.reasons:
            if reason.code == code:
                return reason
        raise InvalidInputError("reasons", _("Choose a reason from the list."))

    def unit(self, code: str = "half_day") -> Unit:
        """Return one unit of count."""
        for unit in self.units:
            if unit.code == code:
                return unit
        raise NotFoundError(_("This programme does not count in that unit."))

    def clock(self, code: str, on: date) -> Clock | None:
        """Return the term that holds on a day; None when none does yet."""
        valid = [clock for clock in self.clocks if clock.code == code and clock.basis.valid_from <= on]
        return max(valid, key=lambda clock: clock.basis.valid_from, default=None)
