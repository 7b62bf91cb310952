"""Gather what Today shows: who needs something, what is due, the sessions of the day, the caseload."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from eletdesk.desk.put_off import matters_put_off
from eletdesk.domain.names import first_name_and_initial
from eletdesk.domain.spoken_dates import short_date
from eletdesk.queries.attention.folding import folded
from eletdesk.queries.attention.item import Attention
from eletdesk.queries.attention.sources import attention
from eletdesk.queries.register.index_card import IndexCard
from eletdesk.queries.register.views import (
    DayMoment,
    DueTask,
    due_tasks,
    index_cards,
    moments_of_day,
)
from eletdesk.translation import _
from ui.open_desk import OpenDesk

SOON_DAYS = 14
_LOOK_BACK_DAYS = 7
_NOW_BEFORE = timedelta(minutes=15)


@dataclass(frozen=True)
class DayRow:
    """One session or contact of the day, or a planned one of the last week that was never recorded."""

    moment: DayMoment
    on: date
    is_late: bool

    @property
    def is_planned(self) -> bool:
        """Tell whether it still has to be recorded."""
        return self.moment.state == "planned"


@dataclass(frozen=True)
class StageShare:
    """How many of the caseload are in one stage; colour is a stage token."""

    text: str
    count: int
    colour: str


@dataclass(frozen=True)
class TodayFacts:
    """Everything that Today shows."""

    today: date
    attention: Sequence[Attention]
    #: What is said of those that were put off, by their key.
    waiting: dict[str, str]
    tasks: Sequence[DueTask]
    day: Sequence[DayRow]
    shares: Sequence[StageShare]
    people: int
    has_cases: bool

    @property
    def pressing(self) -> int:
        """Return how many matters need attention now."""
        return sum(1 for item in self.attention if item.key not in self.waiting)

    @property
    def next_said(self) -> str:
        """Say which planned session of today comes next; empty without one."""
        ahead = [row.moment for row in self.day if row.is_planned and not row.is_late]
        if not ahead:
            return ""
        who = ", ".join(part for part in (ahead[0].at, ahead[0].name) if part)
        return _("Next session: {who}.").format(who=who)

    @property
    def planned(self) -> int:
        """Return how many moments of today count as sessions, recorded or not."""
        return sum(1 for row in self.day if row.moment.kind == "session" and not row.is_late)

    @property
    def ahead(self) -> int:
        """Return how many sessions of today still have to be recorded."""
        return sum(1 for row in self.day if row.is_planned and not row.is_late)

    @property
    def recorded(self) -> int:
        """Return how many sessions of today are recorded."""
        sessions = [row for row in self.day if row.moment.kind == "session" and not row.is_late]
        return sum(1 for row in sessions if not row.is_planned)


def read_today(desk: OpenDesk, today: date, *, short_names: bool = False) -> TodayFacts:
    """Read what Today shows; with short names a passer-by reads first names and one letter."""
    cards = desk.ask(index_cards)
    names: dict[str, str] = {}
    if short_names:
        cards = [_shortened(card) for card in cards]
        names = {card.case_id: card.name for card in cards}
    tasks = desk.ask(due_tasks, today + timedelta(days=SOON_DAYS))
    found = desk.ask(attention, cards, today, desk.desk.programmes)
    waiting = _waiting(desk, today)
    shown = [
        *folded(item for item in found if item.key not in waiting),
        *(item for item in found if item.key in waiting),
    ]
    return TodayFacts(
        today=today,
        attention=shown,
        waiting=waiting,
        tasks=[replace(task, name=names.get(task.case_id, task.name)) for task in tasks] if names else tasks,
        day=_day(desk, today, names),
        shares=_shares(desk, cards, today),
        people=sum(1 for card in cards if card.stage and not card.closed_on),
        has_cases=bool(cards),
    )


def _waiting(desk: OpenDesk, today: date) -> dict[str, str]:
    """Say of what was put off, by its key, until when and why."""
    return {
        key: _("Put off until {date}: {reason}").format(date=short_date(one.until, today), reason=one.reason)
        for key, one in matters_put_off(desk.desk).items()
    }


def _shortened(card: IndexCard) -> IndexCard:
    shown = first_name_and_initial(card.given_name, card.family_name)
    return replace(card, given_name=shown, family_name="")


def _day(desk: OpenDesk, today: date, names: dict[str, str]) -> list[DayRow]:
    rows = []
    for days in range(_LOOK_BACK_DAYS, -1, -1):
        on = today - timedelta(days=days)
        for moment in desk.ask(moments_of_day, on):
            if days == 0 or moment.state == "planned":
                name = names.get(moment.case_id, moment.name)
                shown = moment if name == moment.name else replace(moment, name=name)
                rows.append(DayRow(shown, on, days > 0))
    return rows


def now_row(rows: Sequence[DayRow], now: datetime) -> int | None:
    """Return which planned session is going on or about to start; None when there is none."""
    for number, row in enumerate(rows):
        if not row.is_planned or row.is_late or not row.moment.at:
            continue
        starts = datetime.combine(now.date(), time.fromisoformat(row.moment.at))
        if starts - _NOW_BEFORE <= now <= starts + timedelta(minutes=max(row.moment.minutes, 30)):
            return number
    return None


def next_row(rows: Sequence[DayRow], now: datetime) -> int | None:
    """Return the row that work goes on with: the one of now, else the first that is still planned."""
    going_on = now_row(rows, now)
    if going_on is not None:
        return going_on
    return next((number for number, row in enumerate(rows) if row.is_planned), None)


def _shares(desk: OpenDesk, cards: Sequence[IndexCard], today: date) -> list[StageShare]:
    """Count the open cases by stage, in the order of their programme; who is in a time-out counts there."""
    counts: dict[tuple[str, int, str], int] = {}
    out = 0
    for card in cards:
        if not card.stage or card.closed_on:
            continue
        if card.time_out_from and card.time_out_from <= today.isoformat() <= card.time_out_until:
            out += 1
            continue
        key = (card.programme, card.programme_version, card.stage)
        counts[key] = counts.get(key, 0) + 1
    shares: dict[tuple[str, str], int] = {}
    for (code, version), programme in desk.desk.programmes.items():
        for stage in programme.stages:
            count = counts.pop((code, version, stage.code), 0)
            if count:
                name = (stage.short.said(), stage.colour)
                shares[name] = shares.get(name, 0) + count
    found = [StageShare(text, count, colour) for (text, colour), count in shares.items()]
    if rest := sum(counts.values()):
        found.append(StageShare(_("Other programme"), rest, "s_closed"))
    if out:
        found.append(StageShare(_("Time-out"), out, "s_out"))
    return found
