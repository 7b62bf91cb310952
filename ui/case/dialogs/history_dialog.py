"""Who changed something, when, and from what to what."""

import json
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.domain.labels import choices
from eletdesk.domain.spoken_dates import numeric_date, short_date
from eletdesk.queries.row_history import FieldChange, RowChange, row_history
from eletdesk.translation import N_, _
from ui.case.icon_row import IconRow
from ui.open_case import OpenCase
from ui.widgets.card import Card
from ui.widgets.dialog import Dialog

_KINDS = {
    "new": (N_("Written down"), "add"),
    "changed": (N_("Changed"), "write"),
    "binned": (N_("Moved to the bin"), "erase"),
    "restored": (N_("Taken back from the bin"), "restore"),
}
_FIELDS = {
    "held_on": N_("Day"), "happened_on": N_("Day"), "starts_at": N_("Time"), "happened_at": N_("Time"),
    "minutes": N_("Minutes"), "half_days": N_("Half-days"), "note": N_("Note"), "topics": N_("Topics"),
    "attendance": N_("Came?"), "place": N_("Where"), "level": N_("For whom"), "title": N_("What about"),
    "medium": N_("How"), "is_reached": N_("Reached"), "with_whom": N_("With"),
    "is_confidential": N_("Confidential"), "kind": N_("Kind"), "starts_on": N_("From"),
    "ends_on": N_("Until"),
    "agreed_with": N_("Agreed with"), "name": N_("Name"), "due_on": N_("Before"), "done_at": N_("Done"),
    "return_meeting_on": N_("Return meeting"), "how_it_ended": N_("How it ended"),
    "is_director_agreed": N_("The school director agrees"), "is_in_lesson_time": N_("During lessons"),
    "building_block": N_("Building block"),
}  # fmt: skip
_HIDDEN = frozenset({"direction", "starts_part", "ends_part", "size", "media_type", "member_id"})
_CODES = {
    "attendance": "attendance",
    "place": "place",
    "level": "level",
    "medium": "medium",
    "kind": "time_out",
}
_LONGEST = 240


class HistoryDialog(Dialog):
    """The journal of one row."""

    def __init__(self, window: QWidget, case: OpenCase, table: str, row_id: str) -> None:
        super().__init__(window, _("History"), width=640)
        card = Card()
        for change in case.read(row_history, table, row_id):
            card.add_row(_row(change))
        self.add(card)
        self.add_cancel(_("Close"))


def _row(change: RowChange) -> QWidget:
    text, icon = _KINDS[change.kind]
    when = f"{short_date(change.at.date(), clock.today())} {change.at:%H:%M}"
    said = [_say(field, is_new=change.kind == "new") for field in change.fields if field.field not in _HIDDEN]
    first = " · ".join(part for part in (_(text), when, change.worker) if part)
    return IconRow(icon, first, "\n".join(said), wraps=True, margins=(14, 10, 14, 10))


def _say(field: FieldChange, *, is_new: bool) -> str:
    name = _(_FIELDS[field.field]) if field.field in _FIELDS else field.field.replace("_", " ")
    after = shown_value(field.field, field.after)
    return f"{name}: {after}" if is_new else f"{name}: {shown_value(field.field, field.before)} → {after}"


def shown_value(field: str, value: Any) -> str:  # noqa: PLR0911
    """Return a value of the journal in the words of the screen."""
    if value in (None, "", [], "[]"):
        return "–"
    if isinstance(value, dict):
        return "…"
    if field in _CODES:
        return dict(choices(_CODES[field])).get(str(value), str(value))
    if field.startswith(("is_", "has_")):
        return _("Yes") if value else _("No")
    if field == "topics":
        return ", ".join(json.loads(value) if isinstance(value, str) else value)
    if field.endswith("_on"):
        return numeric_date(date.fromisoformat(str(value)))
    text = str(value)
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
