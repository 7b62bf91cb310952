"""Write what is planned as an iCalendar file (RFC 5545): private, in Brussels time, without any note."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from icalendar import Calendar, Event, Todo

ZONE = "Europe/Brussels"
USUAL_MINUTES = 45
"""How long a session stands in the calendar when nobody said how long it takes."""

_MOST_LETTERS = 200


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One thing for another calendar: a task when `is_task`, a whole day without an hour.

    uid is the same each time the same thing is written, and says nothing about it.
    """

    uid: str
    summary: str
    on: date
    at: time | None = None
    minutes: int = 0
    is_task: bool = False


def write_calendar(entries: Sequence[CalendarEntry], written_at: datetime) -> bytes:
    """Return a calendar file; written_at is the wall-clock time of the desk."""
    from icalendar import Calendar  # noqa: PLC0415

    calendar = Calendar()
    calendar.add("prodid", "-//eletdesk//eletdesk//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    stamp = written_at.replace(tzinfo=ZoneInfo(ZONE), microsecond=0).astimezone(UTC)
    for entry in entries:
        calendar.add_component(_todo(entry, stamp) if entry.is_task else _event(entry, stamp))
    if any(entry.at and not entry.is_task for entry in entries):
        _add_zone(calendar, entries)
    return bytes(calendar.to_ical())


def _add_zone(calendar: "Calendar", entries: Sequence[CalendarEntry]) -> None:
    """Say how Brussels time runs in the years of the entries."""
    years = [entry.on.year for entry in entries]
    calendar.add_missing_timezones(date(min(years) - 1, 1, 1), date(max(years) + 2, 1, 1))


def _event(entry: CalendarEntry, stamp: datetime) -> "Event":
    from icalendar import Event  # noqa: PLC0415

    event = Event()
    _say(event, entry, stamp)
    if entry.at is None:
        event.add("dtstart", entry.on)
        event.add("dtend", entry.on + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
        return event
    starts = datetime.combine(entry.on, entry.at, ZoneInfo(ZONE))
    event.add("dtstart", starts)
    event.add("duration", timedelta(minutes=entry.minutes or USUAL_MINUTES))
    event.add("transp", "OPAQUE")
    return event


def _todo(entry: CalendarEntry, stamp: datetime) -> "Todo":
    from icalendar import Todo  # noqa: PLC0415

    todo = Todo()
    _say(todo, entry, stamp)
    todo.add("due", entry.on)
    todo.add("status", "NEEDS-ACTION")
    return todo


def _say(component: "Event | Todo", entry: CalendarEntry, stamp: datetime) -> None:
    component.add("uid", entry.uid)
    component.add("dtstamp", stamp)
    component.add("summary", _one_line(entry.summary))
    component.add("class", "PRIVATE")


def _one_line(text: str) -> str:
    """Return words without line ends or control signs, so that no line of the file can be made with them."""
    plain = "".join(letter if letter.isprintable() else " " for letter in text)
    return " ".join(plain.split())[:_MOST_LETTERS]
