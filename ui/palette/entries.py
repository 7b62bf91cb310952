"""What the palette offers for some typed words: people, what can be done, and the notes that hold them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtGui import QAction, QKeySequence

from eletdesk import clock
from eletdesk.domain.names import comparable, first_name_and_initial, fold
from eletdesk.domain.people_index import KnownPerson, PeopleIndex, matching_people
from eletdesk.domain.spoken_dates import short_date
from eletdesk.programmes.choosing import stage_of
from eletdesk.queries.index_card import IndexCard
from eletdesk.queries.register_views import TextHit, index_cards, search_texts
from eletdesk.translation import N_, _
from ui.open_desk import OpenDesk

_MOST_PEOPLE, _MOST_HITS, _MOST_ACTIONS = 6, 8, 12
_SHORTEST_SEARCH = 3
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
}


@dataclass(frozen=True)
class Entry:
    """One line of the palette; without `run` it is the title of a group."""

    text: str
    second: str = ""
    icon: str = ""
    keys: str = ""
    case_id: str = ""
    run: Callable[[], object] | None = None


@dataclass(frozen=True)
class CaseAction:
    """Something that can be done for the person chosen: the words, the icon, the keys, and how."""

    text: str
    icon: str
    keys: str
    run: Callable[[str], object]


class Offers:
    """Everything that can be found, read once when the palette opens."""

    def __init__(
        self,
        desk: OpenDesk,
        actions: Iterable[QAction],
        case_actions: Sequence[CaseAction],
        open_case: Callable[[str, str], object],
        *,
        short_names: bool = False,
    ) -> None:
        self._desk = desk
        self._actions = [action for action in actions if action.isEnabled() and action.text()]
        self._case_actions = case_actions
        self._open_case = open_case
        self._short_names = short_names
        self._cards = {card.case_id: card for card in desk.ask(index_cards)}
        self._people = PeopleIndex(
            KnownPerson(card.case_id, card.given_name, card.family_name) for card in self._cards.values()
        )

    def find(self, words: str, shown_case: str = "") -> list[Entry]:
        """Return the lines for some words; without words what can be done here and now."""
        if not words.strip():
            near = self._of_person(shown_case) if shown_case in self._cards else []
            return [*near, *self._group(_("Do"), self._matching_actions(""))]
        people = self._matching_people(words)
        found = [*self._group(_("Young people"), [self._person(case_id) for case_id in people])]
        if people:
            found += self._of_person(people[0])
        found += self._group(_("Do"), self._matching_actions(words))
        found += self._group(_("In notes"), self._hits(words, set(people)))
        return found

    def _matching_people(self, words: str) -> list[str]:
        """Return who is meant: first who is called exactly this, then whose name begins so or sounds so."""
        named = self._people.named(comparable(words))
        found = dict.fromkeys([*named, *matching_people(words, self._people, _MOST_PEOPLE)])
        return [person.case_id for person in found][:_MOST_PEOPLE]

    def _person(self, case_id: str) -> Entry:
        card = self._cards[case_id]
        return Entry(
            self._name(card),
            self._where(card),
            "person",
            case_id=case_id,
            run=lambda: self._open_case(case_id, ""),
        )

    def _name(self, card: IndexCard) -> str:
        if self._short_names:
            return first_name_and_initial(card.given_name, card.family_name)
        return card.name

    def _where(self, card: IndexCard) -> str:
        parts = [card.school]
        known = self._desk.desk.programmes
        stage = stage_of(known, card.programme, card.programme_version, card.stage)
        if card.closed_on:
            parts = [_("closed on {date}").format(date=_day(card.closed_on))]
        elif stage is not None:
            parts = [stage.short.said(), card.school]
        return " · ".join(part for part in parts if part)

    def _of_person(self, case_id: str) -> list[Entry]:
        card = self._cards[case_id]
        lines = [
            Entry(
                action.text,
                icon=action.icon,
                keys=action.keys,
                case_id=case_id,
                run=partial(action.run, case_id),
            )
            for action in self._case_actions
        ]
        return self._group(_("For {name}").format(name=self._name(card)), lines)

    def _matching_actions(self, words: str) -> list[Entry]:
        wanted = fold(words).split()
        found = []
        for action in self._actions:
            text = action.text().replace("&", "")
            known = fold(text).split()
            if all(any(word.startswith(part) for word in known) for part in wanted):
                icon = str(action.property("meaning") or "next")
                found.append(Entry(text, icon=icon, keys=_caps(action.shortcut()), run=action.trigger))
        return found if not wanted else found[:_MOST_ACTIONS]

    def _hits(self, words: str, people: set[str]) -> list[Entry]:
        """Return the notes that hold the words; a name that was found above is not found again."""
        if len(words.strip()) < _SHORTEST_SEARCH:
            return []
        hits = self._desk.ask(search_texts, words, _MOST_HITS)
        return [self._hit(hit) for hit in hits if hit.table != "young_person" or hit.case_id not in people]

    def _hit(self, hit: TextHit) -> Entry:
        icon, what = _TABLES.get(hit.table, ("document", N_("text")))
        second = " · ".join(part for part in (_(what), _day(hit.on)) if part)
        return Entry(
            self._name(self._cards[hit.case_id]) if hit.case_id in self._cards else hit.name,
            second,
            icon,
            case_id=hit.case_id,
            run=lambda: self._open_case(hit.case_id, hit.row_id),
        )

    @staticmethod
    def _group(title: str, lines: Sequence[Entry]) -> list[Entry]:
        return [Entry(title), *lines] if lines else []


def _caps(shortcut: QKeySequence) -> str:
    """Write a shortcut as it stands on the keys: `Ctrl K`, `Ctrl +`, `Alt ←`."""
    keys = shortcut.toString(QKeySequence.SequenceFormat.NativeText)
    parts = keys.removesuffix("++").split("+") + (["+"] if keys.endswith("++") else [])
    return " ".join({"Left": "←", "Right": "→"}.get(part, part) for part in parts if part)


def _day(on: str) -> str:
    return short_date(date.fromisoformat(on), clock.today()) if on else ""


def choosable(entries: Sequence[Entry]) -> Iterator[int]:
    """Yield the numbers of the lines that can be chosen."""
    return (number for number, entry in enumerate(entries) if entry.run is not None)
