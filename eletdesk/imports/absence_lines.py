"""The days of an absence list as they stand there: day, codes, remark; and as readable lines for a note."""

from dataclasses import dataclass, field
from datetime import date

from eletdesk.domain.school_calendar import DayPart
from eletdesk.imports.place import Place
from eletdesk.imports.values import shown
from eletdesk.translation import _

# Discimus codes since 1 September 2019 (AGODI, registratie afwezigheden)
KNOWN_CODES = frozenset("ABHMPRZ")


@dataclass(frozen=True)
class AbsenceLine:
    """One row of an absence list; on is None when its date could not be read (then raw_date holds it)."""

    place: Place
    on: date | None
    raw_date: str = field(repr=False)
    morning: str
    afternoon: str
    remark: str = field(repr=False)
    periods: int = 0

    @property
    def codes(self) -> tuple[tuple[DayPart, str], ...]:
        """Return the halves that have a code."""
        halves = ((DayPart.morning, self.morning), (DayPart.afternoon, self.afternoon))
        return tuple((part, code) for part, code in halves if code)


def problems_of_line(line: AbsenceLine) -> list[tuple[str, str]]:
    """Return what is odd about a line: reason and raw text."""
    odd = [
        ("unknown_code", code) for code in (line.morning, line.afternoon) if code and code not in KNOWN_CODES
    ]
    if not line.morning and not line.afternoon:
        odd.append(("no_code", shown(line.on)))
    if line.on is not None and line.on.weekday() >= 5:
        odd.append(("weekend", shown(line.on)))
    return odd


def absence_sentence(line: AbsenceLine) -> str:
    """Write one line for a note: 14/09/2026: morning B, afternoon Z, te laat."""
    parts = []
    if line.morning:
        parts.append(_("morning {code}").format(code=line.morning))
    if line.afternoon:
        parts.append(_("afternoon {code}").format(code=line.afternoon))
    if not parts:
        parts.append(_("no code"))
    if line.remark:
        parts.append(line.remark)
    return f"{shown(line.on) or line.raw_date or '?'}: {', '.join(parts)}"


def absence_note(lines: tuple[AbsenceLine, ...]) -> str:
    """Write all lines below each other, earliest day first, for the note of a case."""
    if not lines:
        return ""
    ordered = sorted(lines, key=lambda line: (line.on or date.max, line.place.row))
    return "\n".join([_("Absences from the list:"), *(absence_sentence(line) for line in ordered)])
