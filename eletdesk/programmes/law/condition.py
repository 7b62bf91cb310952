"""One condition of a definition in words, met, not met or not known, and what all of them say together."""

from collections.abc import Iterable
from dataclasses import dataclass

from eletdesk.programmes.label import Basis


@dataclass(frozen=True, slots=True)
class Condition:
    """What is asked and how it stands: True is met, False is not met, None is not known.

    says tells in words why, in the language spoken now; asks is the code of a yes or no that the worker
    can answer, empty where the answer follows from the file.
    """

    code: str
    is_met: bool | None
    says: str
    basis: Basis
    asks: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Yes, no or not known, with the conditions that decide it."""

    answer: bool | None
    conditions: tuple[Condition, ...]
    basis: Basis

    @property
    def because(self) -> tuple[Condition, ...]:
        """Return the conditions that decide: those not met, else those not known, else all of them."""
        for state in (False, None):
            deciding = tuple(one for one in self.conditions if one.is_met is state)
            if deciding:
                return deciding
        return self.conditions


def verdict(conditions: Iterable[Condition], basis: Basis) -> Verdict:
    """Return no when one condition is not met, not known when one is not known, yes otherwise."""
    found = tuple(conditions)
    states = {one.is_met for one in found}
    answer = False if False in states else None if None in states else True
    return Verdict(answer, found, basis)
