"""Phases of the continuum of care and of action-oriented assessment (resources/rules/care_phases.toml)."""

from dataclasses import dataclass
from functools import cache

from eletdesk.locations import resources_folder
from eletdesk.programmes.definition_table import DefinitionTable, refuse_doubles
from eletdesk.programmes.label import CERTAINTIES, Basis, Label
from eletdesk.programmes.reading import opened_definition, read_sources

RESPONSIBLE = ("school", "clb")


@dataclass(frozen=True, slots=True)
class CarePhase:
    """One phase; number is 0 to 3 in the continuum, None in action-oriented assessment (HGD)."""

    code: str
    number: int | None
    label: Label
    short: Label
    what: Label
    responsible: tuple[str, ...]
    responsible_certainty: str
    basis: Basis

    @property
    def is_assessment(self) -> bool:
        """Tell whether this is a phase of action-oriented assessment."""
        return self.number is None

    @property
    def name(self) -> str:
        """Return the name in the language spoken now, with its number where it has one."""
        return self._numbered(self.label)

    @property
    def short_name(self) -> str:
        """Return the short name, for the stepper."""
        return self._numbered(self.short)

    def _numbered(self, label: Label) -> str:
        return label.said() if self.number is None else f"{self.number} · {label.said()}"


@dataclass(frozen=True, slots=True)
class ReferralGround:
    """From which phase an offer outside school is open, and what is asked of the phases before it."""

    from_phase: str
    asks: Label
    basis: Basis


@dataclass(frozen=True, slots=True)
class CarePhases:
    """Both lists, and the rule about referrals."""

    continuum: tuple[CarePhase, ...]
    assessment: tuple[CarePhase, ...]
    referral: ReferralGround

    def find(self, code: str) -> CarePhase | None:
        """Return one phase of either list; None for a code that is no longer there."""
        return next((phase for phase in (*self.continuum, *self.assessment) if phase.code == code), None)


def read_care_phases(text: str, name: str) -> CarePhases:
    """Read the definition; name is the file's name in an error."""
    top = opened_definition(text, name)
    read_sources(top)
    phases, steps = top.tables("phases", least=2), top.tables("assessment")
    refuse_doubles((*phases, *steps))
    refuse_doubles(phases, "number")
    continuum = tuple(_phase(table, table.whole("number")) for table in phases)
    referral = top.table("referral")
    found = CarePhases(
        continuum=continuum,
        assessment=tuple(_phase(table, None) for table in steps),
        referral=ReferralGround(
            from_phase=referral.one_of("from_phase", [phase.code for phase in continuum]),
            asks=referral.label("asks"),
            basis=referral.basis(),
        ),
    )
    referral.done()
    top.done()
    return found


def _phase(table: DefinitionTable, number: int | None) -> CarePhase:
    phase = CarePhase(
        code=table.code(),
        number=number,
        label=table.label("label"),
        short=table.label("short"),
        what=table.label("what"),
        responsible=table.texts("responsible", RESPONSIBLE),
        responsible_certainty=table.one_of("responsible_certainty", CERTAINTIES, default="fact"),
        basis=table.basis(),
    )
    table.done()
    return phase


@cache
def care_phases() -> CarePhases:
    """Return the phases of the house."""
    path = resources_folder() / "rules" / "care_phases.toml"
    return read_care_phases(path.read_text(encoding="utf-8"), path.name)
