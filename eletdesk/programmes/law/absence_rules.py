"""Rules 8 to 10: absence codes, how half-days are counted and their thresholds, as data with their dates."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Protocol, TypeVar

from eletdesk.errors import NotFoundError
from eletdesk.locations import resources_folder
from eletdesk.programmes.label import Basis, Label

ACTIONS = ("note", "report_clb", "inform", "alarm", "allowance")
KINDS = ("problematic", "justified", "late", "present", "open")
METHODS = ("each_half_day", "periods")
MOST_HALF_DAYS = 400


@dataclass(frozen=True, slots=True)
class AbsenceCode:
    """One letter of one community; kind tells whether it counts."""

    community: str
    code: str
    kind: str
    label: Label
    basis: Basis
    valid_until: date | None = None
    is_offered: bool = True

    @property
    def is_problematic(self) -> bool:
        """Tell whether a half-day with this code counts for the thresholds."""
        return self.kind == "problematic"


@dataclass(frozen=True, slots=True)
class Conversion:
    """How problematic absence becomes half-days; unknown_periods stand for a half-day without periods."""

    code: str
    community: str
    method: str
    label: Label
    basis: Basis
    periods: int = 1
    unknown_periods: int = 1
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class Threshold:
    """A number of half-days in a school year at which something has to be done."""

    code: str
    community: str
    half_days: int
    action: str
    label: Label
    basis: Basis
    years: int = 1
    is_exceeded: bool = False
    is_on: bool = True
    is_changed: bool = False
    valid_until: date | None = None

    @property
    def reached_at(self) -> int:
        """The number of half-days with which it is reached."""
        return self.half_days + self.is_exceeded


@dataclass(frozen=True, slots=True)
class TimeOutCode:
    """The code under which a school writes down a time-out of one kind."""

    community: str
    kind: str
    code: str
    asks_agreement: bool
    basis: Basis
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class UnknownCode:
    """What is said about a code that is not in the list."""

    label: Label
    basis: Basis


class _Dated(Protocol):
    @property
    def community(self) -> str: ...
    @property
    def basis(self) -> Basis: ...
    @property
    def valid_until(self) -> date | None: ...


Line = TypeVar("Line", bound=_Dated)


def _holding(lines: tuple[Line, ...], community: str, on: date) -> tuple[Line, ...]:
    """Return the lines of a community that hold on a day."""
    return tuple(
        line
        for line in lines
        if line.community == community
        and line.basis.valid_from <= on
        and (line.valid_until is None or on < line.valid_until)
    )


@dataclass(frozen=True, slots=True)
class AbsenceRules:
    """All rules about absence. The day decides which codes hold; a school year follows its first day."""

    codes: tuple[AbsenceCode, ...]
    conversions: tuple[Conversion, ...]
    thresholds: tuple[Threshold, ...]
    time_out_codes: tuple[TimeOutCode, ...]
    unknown_code: UnknownCode

    def codes_on(self, community: str, on: date) -> tuple[AbsenceCode, ...]:
        """Return the codes of a community on a day."""
        return _holding(self.codes, community, on)

    def code_on(self, community: str, on: date, code: str) -> AbsenceCode | None:
        """Return one code on a day; None when it was not in use."""
        return next((one for one in self.codes_on(community, on) if one.code == code), None)

    def conversion_on(self, community: str, on: date) -> Conversion:
        """Return how half-days were counted in the school year that started on a day."""
        found = _holding(self.conversions, community, on)
        if found:
            return found[-1]
        return min(
            (one for one in self.conversions if one.community == community),
            key=lambda one: one.basis.valid_from,
        )

    def thresholds_on(self, community: str, on: date, *, also_off: bool = False) -> tuple[Threshold, ...]:
        """Return the thresholds of the school year that started on a day, the lowest first."""
        found = [one for one in _holding(self.thresholds, community, on) if one.is_on or also_off]
        return tuple(sorted(found, key=lambda one: (one.reached_at, one.years)))

    def threshold(self, code: str) -> Threshold:
        """Return one threshold by its code."""
        for threshold in self.thresholds:
            if threshold.code == code:
                return threshold
        raise NotFoundError

    def time_out_code(self, community: str, kind: str, on: date) -> TimeOutCode | None:
        """Return the code of a time-out (rule 8); None when the school has none for it."""
        found = [one for one in _holding(self.time_out_codes, community, on) if one.kind == kind]
        return found[-1] if found else None

    def with_own(self, own: Mapping[str, object]) -> "AbsenceRules":
        """Return the rules with the numbers that an organisation chose: code to half_days and is_on."""
        return replace(self, thresholds=tuple(_own(one, own.get(one.code)) for one in self.thresholds))


def _own(threshold: Threshold, chosen: object) -> Threshold:
    """Change one threshold; what cannot be read leaves it as the rule says."""
    if not isinstance(chosen, Mapping):
        return threshold
    half_days, is_on = chosen.get("half_days"), chosen.get("is_on")
    number = threshold.half_days
    if isinstance(half_days, int) and not isinstance(half_days, bool) and 1 <= half_days <= MOST_HALF_DAYS:
        number = half_days
    switched = is_on if isinstance(is_on, bool) else threshold.is_on
    changed = (number, switched) != (threshold.half_days, threshold.is_on)
    return replace(threshold, half_days=number, is_on=switched, is_changed=changed)


@cache
def absence_rules() -> AbsenceRules:
    """Return the rules that ship with the program."""
    from eletdesk.programmes.law.absence_reading import read_absence_rules  # noqa: PLC0415 - first when counted

    path = resources_folder() / "rules" / "absences.toml"
    return read_absence_rules(path.read_text(encoding="utf-8"), path.name)
