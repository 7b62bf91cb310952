"""The whole trajectory of a young person over school weeks: one set of data for the picture and the text."""

from dataclasses import dataclass
from datetime import date, timedelta

from eletdesk.domain.school_calendar import Community, holiday_name
from eletdesk.translation import N_, _

WEEK = timedelta(weeks=1)
_NAMES = {
    "stages": N_("Stages"),
    "sessions": N_("Sessions"),
    "contacts": N_("Contacts"),
    "time_outs": N_("Time-outs"),
    "absences": N_("Absences"),
    "goals": N_("Goals"),
    "referrals": N_("Referrals"),
}

LANES = tuple(_NAMES)
"""The lanes from top to bottom."""


def lane_name(lane: str) -> str:
    """Return the name of a lane in the language spoken now."""
    return _(_NAMES[lane])


@dataclass(frozen=True, slots=True)
class Span:
    """Something that lasts, both days included; until is the last day of the picture while it goes on."""

    lane: str
    starts_on: date
    ends_on: date
    text: str
    colour: str
    is_open: bool = False
    row: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Mark:
    """Something of one day; a hollow mark is what did not take place or was not reached."""

    lane: str
    on: date
    text: str
    is_hollow: bool = False
    row: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class SchoolWeek:
    """Monday to Friday; holiday is its name when there are no lessons in the whole week."""

    starts_on: date
    number: int
    holiday: str = ""

    @property
    def ends_on(self) -> date:
        """Return the Sunday."""
        return self.starts_on + timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Trajectory:
    """Everything between two days, in lanes."""

    starts_on: date
    ends_on: date
    weeks: tuple[SchoolWeek, ...]
    spans: tuple[Span, ...]
    marks: tuple[Mark, ...]

    @property
    def lanes(self) -> tuple[str, ...]:
        """Return the lanes that hold something, in order."""
        used = {span.lane for span in self.spans} | {mark.lane for mark in self.marks}
        return tuple(lane for lane in LANES if lane in used)

    def position(self, on: date) -> float:
        """Return where a day stands from 0 to 1."""
        whole = (self.weeks[-1].ends_on - self.weeks[0].starts_on).days + 1
        return (on - self.weeks[0].starts_on).days / whole

    def week_of(self, on: date) -> SchoolWeek:
        """Return the week that a day falls in."""
        return self.weeks[(on - self.weeks[0].starts_on).days // 7]

    def of_week(self, week: SchoolWeek) -> list[Span | Mark]:
        """Return what begins or happens in a week, by day and lane."""
        found: list[Span | Mark] = [mark for mark in self.marks if week.starts_on <= mark.on <= week.ends_on]
        found += [span for span in self.spans if week.starts_on <= span.starts_on <= week.ends_on]
        return sorted(found, key=lambda part: (day_of(part), LANES.index(part.lane)))

    def rows(self, lane: str) -> list[list[Span]]:
        """Return the spans of a lane in rows, so that none lies over another."""
        rows: list[list[Span]] = []
        for span in sorted((one for one in self.spans if one.lane == lane), key=lambda one: one.starts_on):
            free = (row for row in rows if row[-1].ends_on <= span.starts_on)
            row = next(free, None)
            if row is None:
                row = []
                rows.append(row)
            row.append(span)
        return rows

    def marks_of(self, lane: str) -> list[Mark]:
        """Return the marks of a lane, by day."""
        return sorted((mark for mark in self.marks if mark.lane == lane), key=lambda mark: mark.on)


def day_of(part: Span | Mark) -> date:
    """Return the day on which something begins or happens."""
    return part.starts_on if isinstance(part, Span) else part.on


def school_weeks(
    starts_on: date, ends_on: date, community: Community, language: str
) -> tuple[SchoolWeek, ...]:
    """Return every week that the days touch; a week without any lesson day names its holiday."""
    monday = starts_on - timedelta(days=starts_on.weekday())
    found = []
    while monday <= ends_on:
        days = [monday + timedelta(days=at) for at in range(5)]
        names = [holiday_name(day, community, language) for day in days]
        name = next((one for one in names if one), "") if all(names) else ""
        found.append(SchoolWeek(monday, monday.isocalendar().week, name or ""))
        monday += WEEK
    return tuple(found)
