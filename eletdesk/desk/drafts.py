"""What was being typed outside any case: kept in the desk file, dropped once it is saved where it belongs."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from eletdesk import clock
from eletdesk.domain.national_number import without_national_numbers

if TYPE_CHECKING:
    from eletdesk.desk.desk import Desk


@dataclass(frozen=True)
class DeskDraft:
    """The values of one unfinished form, and when they were kept last."""

    name: str
    saved_at: datetime
    values: dict[str, str]


def keep_desk_draft(desk: "Desk", name: str, values: dict[str, str]) -> None:
    """Keep the present content of a form without national numbers; it replaces the earlier draft."""
    kept = {field: without_national_numbers(text)[0] for field, text in values.items()}
    saved_at = clock.now().isoformat(timespec="seconds")
    with desk.busy, desk.file.transaction() as execute:
        execute("INSERT OR REPLACE INTO desk_draft VALUES (?, ?, ?)", (name, saved_at, json.dumps(kept)))


def desk_draft(desk: "Desk", name: str) -> DeskDraft | None:
    """Return the draft of that name, or None."""
    found = desk.file.rows("SELECT saved_at, content FROM desk_draft WHERE id = ?", name)
    if not found:
        return None
    saved_at, content = found[0]
    return DeskDraft(name, datetime.fromisoformat(saved_at), json.loads(content))


def drop_desk_draft(desk: "Desk", name: str) -> None:
    """Forget a draft that was saved where it belongs, or cleared."""
    if desk_draft(desk, name) is None:
        return
    with desk.busy, desk.file.transaction() as execute:
        execute("DELETE FROM desk_draft WHERE id = ?", (name,))
