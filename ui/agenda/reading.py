"""Gather a week: its days with what stands on each, and the holidays of both communities."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from eletdesk.domain.names import first_name_and_initial
from eletdesk.queries.agenda import AgendaItem, agenda_between
from eletdesk.queries.register.views import index_cards
from ui.open_desk import OpenDesk

MORNING, AFTERNOON = "morning", "afternoon"
_NOON = "12:30"
_WORKING = 5


@dataclass(frozen=True)
class AgendaRow:
    """One line of a day: something that stands there, or the line that begins a half-day."""

    on: date
    part: str
    item: AgendaItem | None = None

    @property
    def key(self) -> str:
        """Return what tells this line from the others of its week."""
        return f"{self.item.kind}:{self.item.row_id}" if self.item else f"{self.on}:{self.part}"


@dataclass(frozen=True)
class AgendaDay:
    """One day: first what has no hour, then the morning and the afternoon."""

    on: date
    rows: tuple[AgendaRow, ...]

    @property
    def is_free(self) -> bool:
        """Tell whether nothing stands there."""
        return all(row.item is None for row in self.rows)

    @property
    def is_weekend(self) -> bool:
        """Tell whether it is a Saturday or Sunday."""
        return self.on.weekday() >= _WORKING


def monday_of(on: date) -> date:
    """Return the Monday of a day's week."""
    return on - timedelta(days=on.weekday())


def read_week(desk: OpenDesk, monday: date, *, short_names: bool = False) -> list[AgendaDay]:
    """Read seven days; with short names a passer-by reads first names and one letter."""
    items = desk.ask(agenda_between, monday, monday + timedelta(days=6))
    if short_names:
        shown = {
            card.case_id: first_name_and_initial(card.given_name, card.family_name)
            for card in desk.ask(index_cards)
        }
        items = [replace(item, name=shown.get(item.case_id, item.name)) for item in items]
    return [_day(monday + timedelta(days=number), items) for number in range(7)]


def _day(on: date, items: Sequence[AgendaItem]) -> AgendaDay:
    own = [item for item in items if item.on == on.isoformat()]
    rows = [AgendaRow(on, "", item) for item in own if not item.at]
    for part in (MORNING, AFTERNOON):
        rows.append(AgendaRow(on, part))
        rows += [AgendaRow(on, part, item) for item in own if item.at and _part_of(item.at) == part]
    return AgendaDay(on, tuple(rows))


def _part_of(at: str) -> str:
    return MORNING if at < _NOON else AFTERNOON


def holidays_of(monday: date) -> dict[date, list[tuple[str, str]]]:
    """Return the holidays of a week by day: the community and the name in the language spoken."""
    from eletdesk.domain.school_calendar import Community, holiday_name  # noqa: PLC0415
    from eletdesk.translation import language  # noqa: PLC0415

    found: dict[date, list[tuple[str, str]]] = {}
    for number in range(7):
        on = monday + timedelta(days=number)
        for community in Community:
            name = holiday_name(on, community, language())
            if name:
                found.setdefault(on, []).append((community.value, name))
    return found
