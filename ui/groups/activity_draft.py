"""Keep what is typed in the activity sheet in the desk, and put it back when the sheet opens again."""

import json
from datetime import datetime

from eletdesk.desk.drafts import desk_draft, drop_desk_draft, keep_desk_draft
from eletdesk.domain.group_activity import Participant
from ui.case.fields import FormField
from ui.case.sheet_draft import put_back, typed_in
from ui.groups.participants_field import ParticipantsField
from ui.open_desk import OpenDesk

_PEOPLE = "participants"


class ActivityDraft:
    """The draft of one sheet: of a new activity, or of the one with this id."""

    def __init__(
        self, desk: OpenDesk, activity_id: str, fields: dict[str, FormField], people: ParticipantsField
    ) -> None:
        self._desk, self._name = desk, f"group_activity:{activity_id}"
        self._fields, self._people = fields, people
        self._start = self._kept = self._typed()

    def offer(self) -> datetime | None:
        """Put back what was typed before; return when it was kept."""
        draft = desk_draft(self._desk.desk, self._name)
        if draft is None:
            return None
        put_back(self._fields, {name: text for name, text in draft.values.items() if name != _PEOPLE})
        parts = json.loads(draft.values.get(_PEOPLE, "[]"))
        self._people.set_participants(
            Participant(case_id, bool(came), tuple(members)) for case_id, came, members in parts
        )
        self._kept = self._typed()
        return draft.saved_at

    def keep(self) -> bool:
        """Keep what was typed since; tell whether something was kept."""
        typed = self._typed()
        if typed in (self._start, self._kept):
            return False
        keep_desk_draft(self._desk.desk, self._name, typed)
        self._kept = typed
        return True

    def drop(self) -> None:
        """Forget it: it was saved, or thrown away."""
        drop_desk_draft(self._desk.desk, self._name)
        self._kept = self._start

    def _typed(self) -> dict[str, str]:
        parts = [[part.case_id, part.has_attended, part.member_ids] for part in self._people.participants()]
        return typed_in(self._fields) | {_PEOPLE: json.dumps(parts)}
