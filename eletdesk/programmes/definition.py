"""What a programme is: stages with gates, levels, reasons, outcomes, clocks, each with its source."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from eletdesk.errors import InvalidInputError, NotFoundError
from eletdesk.programmes.definition_parts import (
    AbsenceCode,
    Bucket,
    Choice,
    Clock,
    FollowUpKind,
    Gate,
    Level,
    Outcome,
    Question,
    Reason,
    ReportProfile,
    Retention,
    SchoolYear,
    Stage,
    TaskRule,
    Unit,
    Word,
)
from eletdesk.programmes.label import Label, Source
from eletdesk.translation import _

__all__ = [
    "AbsenceCode",
    "Bucket",
    "Choice",
    "Clock",
    "FollowUpKind",
    "Gate",
    "Level",
    "Outcome",
    "Programme",
    "Question",
    "Reason",
    "ReportProfile",
    "Retention",
    "SchoolYear",
    "Stage",
    "TaskRule",
    "Unit",
    "Word",
]

C = TypeVar("C", bound=Choice)


def _named(choices: Iterable[C], code: str) -> C | None:
    return next((choice for choice in choices if choice.code == code), None)


@dataclass(frozen=True, slots=True)
class Programme:
    """One version of one programme; a pathway keeps code and version, so old cases keep their rules.

    Text is the definition as it was read: it travels with every case that is worked with it.
    """

    code: str
    version: int
    label: Label
    short: Label
    what: Label
    community: str
    is_compulsory: bool
    valid_until: date | None
    ages: tuple[int, int] | None
    dossiers: tuple[str, ...]
    words: tuple[Word, ...]
    stages: tuple[Stage, ...]
    levels: tuple[Level, ...]
    building_blocks: tuple[Choice, ...]
    reasons: tuple[Reason, ...]
    modes: tuple[Choice, ...]
    outcomes: tuple[Outcome, ...]
    units: tuple[Unit, ...]
    buckets: tuple[Bucket, ...]
    clocks: tuple[Clock, ...]
    follow_ups: tuple[FollowUpKind, ...]
    tasks: tuple[TaskRule, ...]
    questions: tuple[Question, ...]
    retention: Retention
    absence: AbsenceCode | None
    school_year: SchoolYear
    report_profile: ReportProfile
    sources: tuple[Source, ...]
    text: str = field(repr=False, compare=False)

    @property
    def first_stage(self) -> Stage:
        """Return the stage that a new pathway starts in."""
        return self.stages[0]

    @property
    def final_stage(self) -> Stage:
        """Return the stage in which a pathway is closed."""
        return self.stages[-1]

    def is_open_on(self, day: date) -> bool:
        """Tell whether a pathway may be started on a day; an old programme stays for old cases."""
        return self.valid_until is None or day <= self.valid_until

    def serves(self, community: str) -> bool:
        """Tell whether the programme works with the schools of a community."""
        return self.community in ("both", community)

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
        level = _named(self.levels, code)
        if level is None:
            raise InvalidInputError("level", _("Choose for whom this session was."))
        return level

    def outcome(self, code: str) -> Outcome:
        """Return one outcome."""
        outcome = _named(self.outcomes, code)
        if outcome is None:
            raise InvalidInputError("outcome", _("Choose how the pathway ended."))
        return outcome

    def reason(self, code: str) -> Reason:
        """Return one reason why a pathway starts."""
        reason = _named(self.reasons, code)
        if reason is None:
            raise InvalidInputError("reasons", _("Choose a reason from the list."))
        return reason

    def unit(self, code: str = "") -> Unit:
        """Return one unit of count, by default the first: the one that this programme counts in."""
        if not code:
            return self.units[0]
        unit = _named(self.units, code)
        if unit is None:
            raise NotFoundError(_("This programme does not count in that unit."))
        return unit

    def clock(self, code: str, on: date) -> Clock | None:
        """Return the term that holds on a day; None when none does yet."""
        valid = [clock for clock in self.clocks if clock.code == code and clock.basis.valid_from <= on]
        return max(valid, key=lambda clock: clock.basis.valid_from, default=None)

    def clocks_on(self, day: date, kind: str = "") -> tuple[Clock, ...]:
        """Return the terms that hold on a day, each once, in their order; of one kind when it is given."""
        codes = dict.fromkeys(clock.code for clock in self.clocks)
        found = [clock for code in codes if (clock := self.clock(code, day)) is not None]
        return tuple(clock for clock in found if kind in ("", clock.kind))

    def follow_up(self, clock: str) -> FollowUpKind | None:
        """Return what is looked at when a clock ends; None when this clock asks for no follow-up."""
        return next((kind for kind in self.follow_ups if kind.clock == clock), None)

    def question(self, code: str) -> Question | None:
        """Return one question; None when this programme does not ask it."""
        return _named(self.questions, code)

    def questions_at(self, stage: str) -> tuple[Question, ...]:
        """Return the questions that are asked in a stage; with no stage those that may always be asked."""
        return tuple(question for question in self.questions if question.stage == stage)

    def word(self, code: str) -> Label | None:
        """Return the programme's own word for a thing; None when it uses the one of the program."""
        return next((word.label for word in self.words if word.code == code), None)
