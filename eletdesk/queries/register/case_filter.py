"""Filters over the caseload that can be kept: a few typed conditions, all of which a case must meet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from eletdesk.queries.register.index_card import IndexCard

if TYPE_CHECKING:
    from eletdesk.programmes.definition import Programme


@dataclass(frozen=True)
class Condition:
    """One condition: a subject of eletdesk.queries.register.filter_subjects with what is asked of it.

    low and high are bounds that belong to it, one may be None; codes are any of several choices; words
    are any words of a text. is_not turns it round.
    """

    subject: str
    low: int | None = None
    high: int | None = None
    codes: tuple[str, ...] = ()
    words: str = ""
    is_not: bool = False

    def kept(self) -> dict[str, Any]:
        """Return it as it is kept in the desk."""
        values: dict[str, Any] = {"subject": self.subject}
        for name in ("low", "high"):
            if getattr(self, name) is not None:
                values[name] = getattr(self, name)
        if self.codes:
            values["codes"] = list(self.codes)
        if self.words:
            values["words"] = self.words
        return values | ({"is_not": True} if self.is_not else {})


@dataclass(frozen=True)
class CaseFilter:
    """Conditions that must all be met; without any, every case passes."""

    conditions: tuple[Condition, ...] = ()

    def kept(self) -> list[dict[str, Any]]:
        """Return it as it is kept in the desk."""
        return [condition.kept() for condition in self.conditions]


@dataclass(frozen=True)
class Around:
    """What conditions must know besides the card: the day, the programmes, and what asks for attention.

    `matters` holds for each case the kinds of its matters of today.
    """

    today: date
    programmes: "Mapping[tuple[str, int], Programme]" = field(default_factory=dict)
    matters: Mapping[str, frozenset[str]] = field(default_factory=dict)


def read_filter(kept: Iterable[Mapping[str, Any]]) -> CaseFilter:
    """Make a filter of what was kept; a condition that this program does not know is left out."""
    from eletdesk.queries.register.filter_subjects import SUBJECTS  # noqa: PLC0415 - they know what a condition is

    return CaseFilter(tuple(_condition(each) for each in kept if each.get("subject") in SUBJECTS))


def _condition(kept: Mapping[str, Any]) -> Condition:
    return Condition(
        str(kept["subject"]),
        kept.get("low"),
        kept.get("high"),
        tuple(kept.get("codes", ())),
        str(kept.get("words", "")),
        bool(kept.get("is_not", False)),
    )


def passes(case_filter: CaseFilter, card: IndexCard, around: Around) -> bool:
    """Tell whether a case meets every condition."""
    from eletdesk.queries.register.filter_subjects import SUBJECTS  # noqa: PLC0415 - they know what a condition is

    return all(
        SUBJECTS[condition.subject].holds(card, condition, around) is not condition.is_not
        for condition in case_filter.conditions
    )
