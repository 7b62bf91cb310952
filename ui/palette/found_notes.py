"""The notes that hold some words, with a piece of each that is read from its case when it is shown."""

from collections.abc import Callable, Container
from dataclasses import replace
from datetime import date

from eletdesk import clock
from eletdesk.desk.found_texts import text_of_hit
from eletdesk.domain.spoken_dates import short_date
from eletdesk.queries.register.text_search import find_texts, snippet
from eletdesk.queries.register.views import TextHit
from eletdesk.translation import N_, _
from ui.open_desk import OpenDesk
from ui.palette.entry import Entry

_MOST, _SHORTEST = 8, 3
_TABLES = {
    "guidance_session": ("session", N_("session")),
    "contact_moment": ("call", N_("contact")),
    "time_out": ("time-out", N_("time-out")),
    "task": ("task", N_("task")),
    "document": ("document", N_("document")),
    "consent": ("consent", N_("consent")),
    "network_member": ("network", N_("network")),
    "enrolment": ("school", N_("school")),
    "pathway": ("stage", N_("pathway")),
    "young_person": ("person", N_("personal details")),
    "goal": ("goal", N_("goal")),
    "goal_review": ("goal", N_("look at a goal")),
    "assessment": ("assessment", N_("assessment")),
    "care_step": ("care", N_("step of care")),
    "answer": ("question", N_("answer")),
    "follow_up": ("date", N_("follow-up")),
    "situation": ("person", N_("situation")),
    "absence": ("absence", N_("absence")),
    "rights_request": ("confidential", N_("request")),
}


class FoundNotes:
    """Looks for notes and words them as lines."""

    def __init__(
        self,
        desk: OpenDesk,
        name_of: Callable[[TextHit], str],
        open_case: Callable[[str, str], object],
        *,
        shows_text: bool,
    ) -> None:
        self._desk, self._name_of, self._open_case = desk, name_of, open_case
        self._shows_text = shows_text
        self._words = ""

    def find(self, words: str, people: Container[str]) -> list[Entry]:
        """Return the lines under their title; a person that was found by name is not found again."""
        if len(words.strip()) < _SHORTEST:
            return []
        found = self._desk.ask(find_texts, words, _MOST)
        self._words = found.meant or words
        lines = [
            self._line(hit) for hit in found.hits if hit.table != "young_person" or hit.case_id not in people
        ]
        if not lines:
            return []
        title = Entry(_("In notes"))
        if not found.meant:
            return [title, *lines]
        meant = _("Did you mean “{words}”?").format(words=found.meant)
        return [title, Entry(meant, icon="search", refill=found.meant), *lines]

    def _line(self, hit: TextHit) -> Entry:
        icon, what = _TABLES.get(hit.table, ("document", N_("text")))
        return Entry(
            self._name_of(hit),
            " · ".join(part for part in (_(what), _day(hit.on)) if part),
            icon,
            case_id=hit.case_id,
            run=lambda: self._open_case(hit.case_id, hit.row_id),
            hit=hit if self._shows_text else None,
        )

    def with_text(self, entry: Entry) -> Entry:
        """Return the line with a piece of the note, read now; nothing of it is kept anywhere."""
        if entry.hit is None:
            return entry
        body = text_of_hit(self._desk.desk, entry.hit)
        text = snippet(body, self._words) if body else ""
        second = " · ".join(part for part in (entry.second, text) if part)
        return replace(entry, second=second, hit=None)


def _day(on: str) -> str:
    return short_date(date.fromisoformat(on), clock.today()) if on else ""
