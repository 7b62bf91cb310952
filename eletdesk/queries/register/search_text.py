"""The text of a case that can be searched."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class SearchText:
    """One row's text: where it stands and what it says."""

    table: str
    row_id: str
    on: str
    body: str


#: table -> (date column, text expression)
_TEXTS = {
    "young_person": (
        "''",
        "given_name || ' ' || family_name || ' ' || place || ' ' || remarks || ' ' || strengths"
        " || ' ' || tags",
    ),
    "enrolment": ("coalesce(started_on, '')", "school || ' ' || year_label || ' ' || study"),
    "network_member": ("''", "name || ' ' || organisation || ' ' || reach_note"),
    "pathway": ("started_on", "question || ' ' || goals || ' ' || referrer || ' ' || referrer_centre"),
    "guidance_session": ("held_on", "title || ' ' || note || ' ' || topics"),
    "contact_moment": ("happened_on", "with_whom || ' ' || note || ' ' || topics"),
    "time_out": ("starts_on", "note || ' ' || agreed_with || ' ' || how_it_ended"),
    "task": ("coalesce(due_on, '')", "title"),
    "document": ("added_on", "name"),
    "consent": ("given_on", "name || ' ' || note"),
    "answer": ("answered_on", "value"),
    "goal": ("agreed_on", "text || ' ' || note"),
    "goal_review": ("reviewed_on", "note"),
    "assessment": ("assessed_on", "note"),
    "care_step": ("started_on", "by_whom || ' ' || what || ' ' || effect"),
    "follow_up": ("due_on", "note"),
    "situation": ("since_on", "registered_with || ' ' || note"),
    "absence": ("absent_on", "note"),
    "rights_request": ("received_on", "asked_by || ' ' || decision || ' ' || note"),
}


def searchable_rows(connection: Any, only: Iterable[tuple[str, str]] | None = None) -> Iterator[SearchText]:
    """Yield the searchable text of a case, or of the rows named in only; removed rows are left out."""
    if only is None:
        for table, (on, text) in _TEXTS.items():
            sql = f"SELECT id, {on}, {text} FROM {table} WHERE deleted_at IS NULL"  # noqa: S608
            yield from _read(connection, table, sql)
        return
    for table, row_id in only:
        if table in _TEXTS:
            on, text = _TEXTS[table]
            sql = f"SELECT id, {on}, {text} FROM {table} WHERE deleted_at IS NULL AND id = ?"  # noqa: S608
            yield from _read(connection, table, sql, row_id)


def _read(connection: Any, table: str, sql: str, *values: str) -> Iterator[SearchText]:
    for row_id, on, body in connection.execute(sql, values):
        if body.strip():
            yield SearchText(table, row_id, on, body)
