"""Write what is planned for another calendar, and remember that it left: initials only, unless chosen."""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING

from eletdesk import clock
from eletdesk.desk.releases import remember_release
from eletdesk.domain.names import initials
from eletdesk.errors import InvalidInputError
from eletdesk.exports.calendar import CalendarEntry, write_calendar
from eletdesk.exports.save_export import save_export
from eletdesk.queries.agenda import AgendaItem, agenda_between
from eletdesk.queries.register.index_card import IndexCard
from eletdesk.queries.register.views import index_cards
from eletdesk.storage.keys import derive
from eletdesk.translation import _

if TYPE_CHECKING:
    from eletdesk.desk.desk import Desk

_UID_LETTERS = 32


@dataclass(frozen=True)
class CalendarChoice:
    """From which day to which, with tasks or without; names only after a warning."""

    first: date
    last: date
    with_tasks: bool = True
    with_names: bool = False


def export_calendar(desk: "Desk", choice: CalendarChoice, path: Path) -> int:
    """Write the calendar file; return how many entries it has."""
    entries = calendar_entries(desk, choice)
    if not entries:
        raise InvalidInputError("last", _("Nothing is planned between these days."))
    content = write_calendar(entries, clock.now())
    payload = {
        "entries": len(entries),
        "names": choice.with_names,
        "from": choice.first.isoformat(),
        "until": choice.last.isoformat(),
        "sha256": hashlib.sha256(content).hexdigest(),
    }
    remember_release(desk, "calendar", payload)
    save_export(path, content)
    return len(entries)


def calendar_entries(desk: "Desk", choice: CalendarChoice) -> list[CalendarEntry]:
    """Return planned sessions, return meetings, and the days on which tasks and terms are due."""
    if choice.last < choice.first:
        raise InvalidInputError("last", _("The last day cannot come before the first."))
    cards = {card.case_id: card for card in desk.ask(index_cards)}
    items = desk.ask(agenda_between, choice.first, choice.last, only_planned=True)
    wanted = {"session", "return_meeting"} | ({"task", "follow_up"} if choice.with_tasks else set())
    return [_entry(desk, item, cards[item.case_id], choice) for item in items if item.kind in wanted]


def _entry(desk: "Desk", item: AgendaItem, card: IndexCard, choice: CalendarChoice) -> CalendarEntry:
    return CalendarEntry(
        uid=_uid(desk, item),
        summary=_summary(item, card, with_names=choice.with_names),
        on=date.fromisoformat(item.on),
        at=time.fromisoformat(item.at) if item.at else None,
        minutes=item.minutes,
        is_task=item.kind in ("task", "follow_up"),
    )


def _summary(item: AgendaItem, card: IndexCard, *, with_names: bool) -> str:
    """Say what it is and who; without names also not what it is about, because that may name somebody."""
    kind = {
        "session": _("Session"),
        "return_meeting": _("Return meeting"),
        "follow_up": _("Look how it goes"),
        "task": _("Task"),
    }[item.kind]
    if not with_names:
        return f"{kind} {initials(card.given_name, card.family_name)}".strip()
    about = item.title if item.kind == "task" else ""
    return " · ".join(part for part in (about or kind, card.name) if part)


def _uid(desk: "Desk", item: AgendaItem) -> str:
    """Return a name that only this desk can make: the same each time, and of no use to anybody else."""
    said = f"{item.case_id}:{item.kind}:{item.row_id}".encode()
    return hmac.new(derive(desk.key, "calendar"), said, hashlib.sha256).hexdigest()[:_UID_LETTERS]
