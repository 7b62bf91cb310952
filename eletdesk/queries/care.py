"""What was tried for a pupil, phase by phase, and how far the continuum of care has come."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlmodel import Session

from eletdesk.domain.care_step import CareStep
from eletdesk.programmes.law.care_phases import CarePhase, ReferralGround, care_phases
from eletdesk.queries.live_rows import live_rows

PhaseState = Literal["done", "now", "later"]


@dataclass(frozen=True)
class PhaseOfCare:
    """One phase with its steps, the oldest first; now is the highest phase that something was tried in."""

    phase: CarePhase
    steps: tuple[CareStep, ...]
    state: PhaseState

    @property
    def since(self) -> date | None:
        """Return the day of the first step."""
        return self.steps[0].started_on if self.steps else None


@dataclass(frozen=True)
class CareOfCase:
    """The continuum, the phases of action-oriented assessment, and steps whose phase left the list.

    Skipped are phases before the present one in which nothing was noted.
    """

    continuum: tuple[PhaseOfCare, ...]
    assessment: tuple[PhaseOfCare, ...]
    others: tuple[CareStep, ...]
    skipped: tuple[CarePhase, ...]
    referral: ReferralGround

    @property
    def present(self) -> CarePhase:
        """Return the phase that care has come to: the first before anything was noted."""
        now = [part.phase for part in self.continuum if part.state == "now"]
        return (*now, self.continuum[0].phase)[0]

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was noted yet."""
        lists = (*self.continuum, *self.assessment)
        return not self.others and not any(part.steps for part in lists)


def care_of_case(session: Session) -> CareOfCase:
    """Read the steps of a case."""
    known = care_phases()
    rows = sorted(live_rows(session, CareStep), key=lambda row: (row.started_on, row.id))
    steps: dict[str, list[CareStep]] = {}
    for row in rows:
        steps.setdefault(row.phase, []).append(row)
    codes = {phase.code for phase in (*known.continuum, *known.assessment)}
    reached = [at for at, phase in enumerate(known.continuum) if phase.code in steps]
    if any(phase.code in steps for phase in known.assessment):
        numbers = [phase.code for phase in known.continuum]
        reached.append(numbers.index(known.referral.from_phase))  # HGD belongs to that phase
    now = max(reached, default=-1)
    return CareOfCase(
        continuum=_with_steps(known.continuum, steps, now),
        assessment=_with_steps(known.assessment, steps, _last(known.assessment, steps)),
        others=tuple(row for row in rows if row.phase not in codes),
        skipped=tuple(phase for phase in known.continuum[: max(now, 0)] if phase.code not in steps),
        referral=known.referral,
    )


def _with_steps(
    phases: tuple[CarePhase, ...], steps: dict[str, list[CareStep]], now: int
) -> tuple[PhaseOfCare, ...]:
    found = []
    for at, phase in enumerate(phases):
        own = tuple(steps.get(phase.code, ()))
        state: PhaseState = "now" if at == now else ("done" if at < now and own else "later")
        found.append(PhaseOfCare(phase, own, state))
    return tuple(found)


def _last(phases: tuple[CarePhase, ...], steps: dict[str, list[CareStep]]) -> int:
    return max((at for at, phase in enumerate(phases) if phase.code in steps), default=-1)
