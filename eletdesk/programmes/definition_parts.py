"""The parts that a programme is made of, each with the source it comes from."""

from dataclasses import dataclass

from eletdesk.programmes.label import Basis, Label

COLOURS = ("s1", "s2", "s3", "s4", "s5", "s_closed")
CLOCK_UNITS = ("days", "working_days", "lesson_half_days", "weeks", "months", "years")
BUCKET_UNITS = ("working_days", "weeks")
UNIT_CODES = ("half_day", "hour", "period", "day", "month")
ROUNDINGS = ("nearest", "up", "down")
REASON_CATEGORIES = ("ground", "push_school", "push_external", "pull_labour_market")
OUTCOME_CLASSES = (
    "in_education",
    "in_work",
    "referred",
    "stopped",
    "not_started",
    "ongoing",
    "employment",
    "education",
    "training",
    "apprenticeship",
    "traineeship",
    "social_integration",
    "unemployed",
    "inactive",
    "none_known",
)


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
    """How a pathway ended, or what a follow-up found; the class is what summaries count."""

    outcome_class: str


@dataclass(frozen=True, slots=True)
class Unit(Choice):
    """The unit that session time is counted in; sessions are stored in minutes.

    A unit of no minutes, such as a month, is not counted from session time.
    """

    minutes: int
    step: float
    smallest: float
    rounding: str
    many: Label


@dataclass(frozen=True, slots=True)
class Bucket(Choice):
    """A label for how long something lasted; least and most are included."""

    unit: str
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Clock(Choice):
    """A term that starts to run with a fact; the same code may return with a later valid_from.

    Kind says what its end means (facts.CLOCK_KINDS) and starts names the fact (facts.CLOCK_STARTS). Per says
    over what a limit adds up: the whole life, one school year, or one period of its own, which may then be
    renewed so many times. Warn at is the share of a limit after which the worker is warned; 0 is never.
    """

    amount: int
    unit: str
    starts: str
    kind: str
    per: str
    renewals: int
    warn_at: float


@dataclass(frozen=True, slots=True)
class TaskRule(Choice):
    """A task that follows by itself, so long after something happened (facts.TASK_MOMENTS)."""

    when: str
    amount: int
    unit: str


@dataclass(frozen=True, slots=True)
class FollowUpKind:
    """A clock whose end is a look at how the young person is doing, and what can be found then."""

    clock: str
    outcomes: tuple[Outcome, ...]
    basis: Basis


@dataclass(frozen=True, slots=True)
class Question(Choice):
    """Something the programme asks that no other subject holds; the answers are kept as Answer rows.

    Kind is one of facts.QUESTION_KINDS; stage is where it is asked, empty when at any time.
    """

    help: Label | None
    kind: str
    choices: tuple[Choice, ...]
    stage: str
    is_required: bool


@dataclass(frozen=True, slots=True)
class Word:
    """The word that this programme uses for one thing of the program (facts.WORD_CODES)."""

    code: str
    label: Label


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
    """What a summary of this programme counts, and the average it is read beside; 0 when there is none."""

    code: str
    label: Label
    counts: tuple[str, ...]
    reference_half_days: float
    basis: Basis
