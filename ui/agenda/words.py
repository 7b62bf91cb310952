"""The words of the agenda: what a line says, what is read aloud, and a whole week as text."""

from collections.abc import Mapping, Sequence
from datetime import date

from eletdesk.domain.date_words import SHORT_WEEKDAYS, WEEKDAYS
from eletdesk.domain.labels import label
from eletdesk.domain.spoken_dates import long_date, short_date
from eletdesk.domain.spoken_durations import say_minutes
from eletdesk.programmes.definition import Programme
from eletdesk.queries.agenda import AgendaItem
from eletdesk.translation import _, language
from ui.agenda.reading import MORNING, AgendaDay, AgendaRow

ICONS = {
    "time_out": ("time-out", "warn"),
    "return_meeting": ("handover", "info"),
    "follow_up": ("history", "info"),
    "task": ("task", "text2"),
    "session": ("session", "accent"),
}
_PLACES = ("school", "home", "office", "online", "elsewhere")
_COMMUNITIES = {"flemish": "VL", "french": "FR"}
Programmes = Mapping[tuple[str, int], Programme]


def follow_up_name(code: str, programmes: Programmes) -> str:
    """Return the name of a term: of the Youth Guarantee, or of a programme."""
    from eletdesk.programmes.law.youth_guarantee import youth_guarantee  # noqa: PLC0415

    term = youth_guarantee().term(code)
    if term is not None:
        return term.label.said()
    clocks = (clock for programme in programmes.values() for clock in programme.clocks)
    return next((clock.label.said() for clock in clocks if clock.code == code), _("Look how it goes"))


def what_it_is(item: AgendaItem, programmes: Programmes) -> str:
    """Say what a line is about, without the name."""
    if item.kind == "time_out":
        return (
            _("Time-out ends")
            if item.on == item.ends
            else _("Time-out until {date}").format(date=_short(item.ends))
        )
    if item.kind == "return_meeting":
        return _("Return meeting")
    if item.kind == "follow_up":
        return follow_up_name(item.state, programmes)
    if item.kind == "task":
        return item.title
    is_place = item.title in _PLACES
    what = f"{_('Session')} · {label('place', item.title)}" if is_place else item.title or _("Session")
    state = "" if item.state in ("planned", "attended") else label("attendance", item.state)
    return " · ".join(part for part in (what, state) if part)


def half_name(row: AgendaRow) -> str:
    """Return the name of a half-day."""
    return _("Morning") if row.part == MORNING else _("Afternoon")


def spoken(row: AgendaRow, programmes: Programmes) -> str:
    """Return what is read aloud for a line."""
    item = row.item
    if item is None:
        return _("{half}: press Enter to plan a session").format(half=half_name(row))
    state = label("attendance", item.state) if item.kind == "session" else ""
    minutes = say_minutes(item.minutes) if item.minutes else ""
    kind = _("Task") if item.kind == "task" else ""
    parts = (item.at, item.name, kind, what_it_is(item, programmes), minutes, state)
    return ", ".join(part for part in parts if part)


def day_name(on: date, *, short: bool = False) -> str:
    """Return Monday 23 November, or Mon 23."""
    if short:
        return f"{SHORT_WEEKDAYS[language()][on.weekday()]} {on.day}".capitalize()
    return f"{WEEKDAYS[language()][on.weekday()]} {on.day}".capitalize()


def holiday_line(names: Sequence[tuple[str, str]]) -> str:
    """Say the holidays of a day; one that both communities have is said once."""
    if len(names) > 1 and len({name for _community, name in names}) == 1:
        return names[0][1]
    return " · ".join(f"{name} ({_COMMUNITIES[community]})" for community, name in names)


def week_name(days: Sequence[AgendaDay], today: date) -> str:
    """Say which week it is: week 48, 23 November to 29 November 2026."""
    first, last = days[0].on, days[-1].on
    span = f"{short_date(first, today)} – {short_date(last, today)}"
    return _("Week {number}: {span}").format(number=first.isocalendar().week, span=span)


def week_as_text(
    days: Sequence[AgendaDay], holidays: Mapping[date, Sequence[tuple[str, str]]], programmes: Programmes
) -> str:
    """Return a week as text: each day with what stands there."""
    said = []
    for day in days:
        names = holidays.get(day.on, ())
        if day.is_weekend and day.is_free and not names:
            continue
        said.append(long_date(day.on).capitalize())
        if names:
            said.append(f"  {holiday_line(names)}")
        lines = [f"  {spoken(row, programmes)}" for row in day.rows if row.item]
        said += [*(lines or ["  " + _("Nothing")]), ""]
    return "\n".join(said).rstrip()


def _short(iso: str) -> str:
    on = date.fromisoformat(iso)
    return short_date(on, on)
