"""What stands in the agenda between two days: sessions, return meetings, follow-ups, tasks, time-outs."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from eletdesk.queries.register.views import HasConnection

KINDS = ("time_out", "return_meeting", "follow_up", "task", "session")
"""The order within a day for what has no hour."""

_NAME = "trim(c.given_name || ' ' || c.family_name)"


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One thing on one day (ISO); a time-out lasts until `ends`.

    state is the attendance of a session, the clock of a follow-up, and the rule of a task.
    """

    kind: str
    case_id: str
    name: str
    row_id: str
    on: str
    at: str = ""
    minutes: int = 0
    state: str = ""
    title: str = ""
    ends: str = ""

    @property
    def table(self) -> str:
        """Return the table of the case file that the row is in."""
        return {"session": "guidance_session", "return_meeting": "time_out"}.get(self.kind, self.kind)

    @property
    def is_planned(self) -> bool:
        """Tell whether it is a session that still has to be recorded."""
        return self.kind == "session" and self.state == "planned"


def agenda_between(
    register: HasConnection, first: date, last: date, *, only_planned: bool = False
) -> list[AgendaItem]:
    """Return everything from one day to another, both included, by day and hour."""
    span = (first.isoformat(), last.isoformat())
    found = [
        *_sessions(register, span, "AND m.state = 'planned'" if only_planned else ""),
        *_dues(register, span),
        *_tasks(register, span),
        *_time_outs(register, span),
    ]
    return sorted(found, key=lambda one: (one.on, one.at == "", one.at, KINDS.index(one.kind), one.name))


def _sessions(register: HasConnection, span: tuple[str, str], more: str) -> Iterable[AgendaItem]:
    rows = register.connection.execute(
        f"SELECT m.case_id, {_NAME}, m.row_id, m.on_date, m.at_time, m.minutes, m.state, m.title"  # noqa: S608
        " FROM moment m JOIN card c USING (case_id)"
        f" WHERE m.kind = 'session' AND m.on_date BETWEEN ? AND ? {more}",
        span,
    )
    return (AgendaItem("session", *row) for row in rows)


def _dues(register: HasConnection, span: tuple[str, str]) -> Iterable[AgendaItem]:
    rows = register.connection.execute(
        f"SELECT d.table_name, d.case_id, {_NAME}, d.row_id, d.on_date, d.title_code"  # noqa: S608
        " FROM due d JOIN card c USING (case_id) WHERE d.on_date BETWEEN ? AND ?",
        span,
    )
    for table, case_id, name, row_id, on, code in rows:
        kind = "return_meeting" if table == "time_out" else "follow_up"
        yield AgendaItem(kind, case_id, name, row_id, on, state=code)


def _tasks(register: HasConnection, span: tuple[str, str]) -> Iterable[AgendaItem]:
    rows = register.connection.execute(
        f"SELECT t.case_id, {_NAME}, t.row_id, t.due_on, t.rule, t.title"  # noqa: S608
        " FROM open_task t JOIN card c USING (case_id) WHERE t.due_on BETWEEN ? AND ?",
        span,
    )
    for case_id, name, row_id, on, rule, title in rows:
        yield AgendaItem("task", case_id, name, row_id, on, state=rule, title=title)


def _time_outs(register: HasConnection, span: tuple[str, str]) -> Iterable[AgendaItem]:
    """Give the time-outs that touch the span: on their first day within it, and on the day they end."""
    first, last = span
    rows = register.connection.execute(
        f"SELECT case_id, {_NAME}, time_out_id, max(time_out_from, ?), time_out_until FROM card c"  # noqa: S608
        " WHERE time_out_from <> '' AND time_out_from <= ? AND time_out_until >= ?",
        (first, last, first),
    )
    for case_id, name, row_id, on, until in rows:
        yield AgendaItem("time_out", case_id, name, row_id, on, ends=until)
        if on < until <= last:
            yield AgendaItem("time_out", case_id, name, row_id, until, ends=until)
