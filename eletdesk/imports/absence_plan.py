"""The plan of reading a list of absences: who, which half-days, what is asked. Nothing is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from eletdesk.domain.school_calendar import Community, DayPart, HalfDay
from eletdesk.errors import InvalidInputError
from eletdesk.imports.absence_lines import AbsenceLine
from eletdesk.imports.absence_matching import KnownPupil
from eletdesk.imports.place import Place
from eletdesk.imports.plan import CaseloadPlan
from eletdesk.queries.noted_absences import NotedAbsences
from eletdesk.translation import _

LEAVE_OUT = ""
"""The answer to a question about a code or a person: not this one."""


class ListCell(NamedTuple):
    """One half of one line of the list."""

    place: Place
    part: DayPart | None


@dataclass(frozen=True)
class ListedPupil:
    """Somebody in the list. chosen is the case, LEAVE_OUT for nobody, None as long as it is asked."""

    place: Place
    name: str = field(repr=False)
    record_number: str
    lines: tuple[AbsenceLine, ...]
    candidates: tuple[KnownPupil, ...] = ()
    chosen: str | None = None


@dataclass(frozen=True)
class ListedHalfDay:
    """One half-day of the list with what happens to it: state is a code of absence_words.STATES."""

    cell: ListCell
    pupil: Place
    state: str
    raw: str
    code: str = ""
    half_day: HalfDay | None = None
    community: Community | None = None
    periods: int = 0
    remark: str = field(default="", repr=False)
    why: str = ""
    other: str = ""

    @property
    def is_written(self) -> bool:
        """Tell whether this becomes an absence."""
        return self.state in ("written", "replaces")


class UnknownCode(NamedTuple):
    """A code that the community of the school does not have."""

    community: Community
    code: str


@dataclass(frozen=True)
class AbsencePlan:
    """Everything that reading the list would do; every answer makes a new plan."""

    caseload: CaseloadPlan
    pupils: tuple[ListedPupil, ...]
    known: tuple[KnownPupil, ...]
    noted: Mapping[str, NotedAbsences] = field(default_factory=dict)
    answers: Mapping[UnknownCode, str] = field(default_factory=dict)
    own_codes: Mapping[ListCell, str] = field(default_factory=dict)
    kept: frozenset[ListCell] = frozenset()
    left_out: frozenset[ListCell] = frozenset()

    def __repr__(self) -> str:
        """Show counts only."""
        return f"<AbsencePlan of {len(self.pupils)} people>"

    @cached_property
    def half_days(self) -> tuple[ListedHalfDay, ...]:
        """Return every half-day of the list with what happens to it, in the order of the list."""
        from eletdesk.imports.absence_settling import settled  # noqa: PLC0415 - settles this very plan

        return settled(self)

    @cached_property
    def unknown_codes(self) -> dict[UnknownCode, int]:
        """Return the codes that are asked, answered or not, with how many half-days have them."""
        found: dict[UnknownCode, int] = {}
        for one in self.half_days:
            key = UnknownCode(one.community, one.raw) if one.community else None
            if key is not None and (one.state == "asked" or key in self.answers):
                found[key] = found.get(key, 0) + 1
        return found

    @property
    def open_questions(self) -> int:
        """Return how many questions wait: codes without an answer and people who may be several."""
        codes = {
            UnknownCode(one.community, one.raw)
            for one in self.half_days
            if one.state == "asked" and one.community
        }
        return len(codes) + sum(pupil.chosen is None for pupil in self.pupils)

    def pupil(self, place: Place) -> ListedPupil:
        """Return one person of the list by the first row."""
        return next(one for one in self.pupils if one.place == place)

    def with_pupil(self, place: Place, case_id: str, noted: NotedAbsences | None = None) -> "AbsencePlan":
        """Say which case somebody of the list is, or LEAVE_OUT."""
        if case_id and case_id not in {one.case_id for one in self.known}:
            raise InvalidInputError("choice", _("There is no such case."))
        pupils = tuple(replace(one, chosen=case_id) if one.place == place else one for one in self.pupils)
        known = dict(self.noted) | ({case_id: noted} if case_id and noted is not None else {})
        return replace(self, pupils=pupils, noted=known)

    def with_answer(self, unknown: UnknownCode, code: str) -> "AbsencePlan":
        """Say which code an unknown one is, or LEAVE_OUT."""
        return replace(self, answers={**self.answers, unknown: code})

    def with_code(self, cell: ListCell, code: str) -> "AbsencePlan":
        """Give one half-day of the list a code of its own."""
        return replace(self, own_codes={**self.own_codes, cell: code}, left_out=self.left_out - {cell})

    def with_kept(self, cell: ListCell) -> "AbsencePlan":
        """Write one half-day all the same: no lessons, or another code stands there."""
        return replace(self, kept=self.kept | {cell}, left_out=self.left_out - {cell})

    def without(self, cell: ListCell) -> "AbsencePlan":
        """Leave one half-day out."""
        return replace(self, kept=self.kept - {cell}, left_out=self.left_out | {cell})

    def is_accounted_for(self) -> bool:
        """Tell whether every row of the file is somebody's line with a result, or skipped with a reason."""
        lines = [line.place for pupil in self.pupils for line in pupil.lines]
        shown = {one.cell.place for one in self.half_days}
        return self.caseload.is_accounted_for() and set(lines) == shown and len(lines) == len(set(lines))
