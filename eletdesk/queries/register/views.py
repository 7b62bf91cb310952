"""What the register tells about all cases at once; plain rows, because long screens read them."""

import json
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Any, Protocol

from eletdesk.domain.names import fold
from eletdesk.queries.register.index_card import IndexCard


class HasConnection(Protocol):
    """The open register."""

    connection: Any


_COLUMNS = ", ".join(field.name for field in fields(IndexCard))


def index_cards(register: HasConnection) -> list[IndexCard]:
    """Return every case's card, by family name."""
    rows = register.connection.execute(
        f"SELECT {_COLUMNS} FROM card ORDER BY family_name, given_name, case_id"  # noqa: S608
    )
    return [IndexCard(*row) for row in rows]


def index_card(register: HasConnection, case_id: str) -> IndexCard | None:
    """Return one case's card."""
    row = register.connection.execute(f"SELECT {_COLUMNS} FROM card WHERE case_id = ?", (case_id,)).fetchone()  # noqa: S608
    return None if row is None else IndexCard(*row)


@dataclass(frozen=True, slots=True)
class DayMoment:
    """One session or contact of a day, with the name of the person."""

    case_id: str
    name: str
    row_id: str
    kind: str
    at: str
    minutes: int
    state: str
    title: str


def moments_of_day(register: HasConnection, on: date) -> list[DayMoment]:
    """Return the sessions and contacts of one day in the order of the clock."""
    rows = register.connection.execute(
        "SELECT m.case_id, trim(c.given_name || ' ' || c.family_name), m.row_id, m.kind, m.at_time,"
        " m.minutes, m.state, m.title FROM moment m JOIN card c USING (case_id) WHERE m.on_date = ?"
        " ORDER BY m.at_time = '', m.at_time, m.row_id",
        (on.isoformat(),),
    )
    return [DayMoment(*row) for row in rows]


@dataclass(frozen=True, slots=True)
class DueTask:
    """One open task with the name of the person; due_on is empty where there is no date."""

    case_id: str
    name: str
    row_id: str
    title: str
    due_on: str
    rule: str = ""


def due_tasks(register: HasConnection, until: date | None = None) -> list[DueTask]:
    """Return open tasks, the nearest first, those without a date last."""
    limit = "9999" if until is None else until.isoformat()
    rows = register.connection.execute(
        "SELECT t.case_id, trim(c.given_name || ' ' || c.family_name), t.row_id, t.title, t.due_on, t.rule"
        " FROM open_task t JOIN card c USING (case_id) WHERE t.due_on <= ?"
        " ORDER BY t.due_on = '', t.due_on, t.title",
        (limit,),
    )
    return [DueTask(*row) for row in rows]


def done_tasks(register: HasConnection, since: date) -> list[DueTask]:
    """Return tasks that were done since a day, the last first; due_on is the day on which they were done."""
    rows = register.connection.execute(
        "SELECT t.case_id, trim(c.given_name || ' ' || c.family_name), t.row_id, t.title, t.done_on"
        " FROM done_task t JOIN card c USING (case_id) WHERE t.done_on >= ? ORDER BY t.done_on DESC, t.title",
        (since.isoformat(),),
    )
    return [DueTask(*row) for row in rows]


@dataclass(frozen=True, slots=True)
class TextHit:
    """A row whose text matches a search."""

    case_id: str
    name: str
    table: str
    row_id: str
    on: str


def match_terms(words: str) -> list[str]:
    """Return the words of a search as the index knows them: without accents, marks and Turkish dots."""
    return "".join(letter if letter.isalnum() else " " for letter in fold(words)).split()


def search_texts(register: HasConnection, words: str, limit: int = 50) -> list[TextHit]:
    """Search all notes, the newest first; accents do not matter, words match from their beginning."""
    terms = " ".join(f'"{word}"*' for word in match_terms(words))
    if not terms:
        return []
    rows = register.connection.execute(
        "SELECT r.case_id, trim(c.given_name || ' ' || c.family_name), r.table_name, r.row_id, r.on_date"
        " FROM (SELECT r.* FROM search_text f JOIN search_row r ON r.id = f.rowid"
        " WHERE search_text MATCH ? ORDER BY r.on_date DESC, r.id DESC LIMIT ?) r"
        " JOIN card c USING (case_id) ORDER BY r.on_date DESC, r.id DESC",
        (terms, limit),
    )
    return [TextHit(*row) for row in rows]


def pathway_rows(register: HasConnection) -> list[tuple[Any, ...]]:
    """Return case, pathway, programme, version, start, end, outcome, reasons, stages of each pathway."""
    stages: dict[str, list[tuple[str, str]]] = {}
    for pathway_id, stage, on in register.connection.execute(
        "SELECT pathway_id, stage, entered_on FROM stage_fact ORDER BY entered_on, rowid"
    ):
        stages.setdefault(pathway_id, []).append((stage, on))
    rows = register.connection.execute(
        "SELECT case_id, pathway_id, programme, version, started_on, closed_on, outcome, reasons"
        " FROM pathway_fact"
    )
    return [(*row[:7], tuple(json.loads(row[7])), tuple(stages.get(row[1], ()))) for row in rows]


def session_rows(register: HasConnection) -> list[tuple[Any, ...]]:
    """Return case, day, minutes, half-days, level, state and row of each session."""
    return list(
        register.connection.execute(
            "SELECT case_id, on_date, minutes, half_days, level, state, row_id FROM moment"
            " WHERE kind = 'session'"
        )
    )


def days_since(on: str, today: date) -> int | None:
    """Return how many days ago an ISO date was; None where there is no date."""
    return (today - date.fromisoformat(on)).days if on else None


def within(on: str, today: date, days: int) -> bool:
    """Tell whether an ISO date lies between today and so many days on."""
    return bool(on) and today <= date.fromisoformat(on) <= today + timedelta(days=days)
