"""What the palette offers for some typed words: people, deeds, views, and the notes that hold them."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial

from PySide6.QtGui import QAction, QKeySequence

from eletdesk import clock
from eletdesk.domain.names import first_name_and_initial, fold
from eletdesk.domain.people_index import KnownPerson
from eletdesk.domain.people_search import PeopleSearch
from eletdesk.domain.spoken_dates import short_date
from eletdesk.programmes.choosing import stage_of
from eletdesk.queries.register.index_card import IndexCard
from eletdesk.queries.register.views import TextHit, index_cards
from eletdesk.translation import _
from ui.open_desk import OpenDesk
from ui.palette.entry import CaseAction, Entry, choosable
from ui.palette.found_notes import FoundNotes

__all__ = ["CaseAction", "Entry", "Offers", "choosable"]

_MOST_PEOPLE, _MOST_ACTIONS = 6, 12


class Offers:
    """Everything that can be found, read once when the palette opens.

    `others` are lines that are found by their words like the actions: views, and what pages can do.
    """

    def __init__(
        self,
        desk: OpenDesk,
        actions: Iterable[QAction],
        case_actions: Sequence[CaseAction],
        open_case: Callable[[str, str], object],
        *,
        others: Sequence[Entry] = (),
        short_names: bool = False,
    ) -> None:
        self._desk = desk
        self._actions = [_line_of(action) for action in actions if action.isEnabled() and action.text()]
        self._others = list(others)
        self._case_actions = case_actions
        self._open_case = open_case
        self._short_names = short_names
        self._cards = {card.case_id: card for card in desk.ask(index_cards)}
        self._people = PeopleSearch(
            KnownPerson(card.case_id, card.given_name, card.family_name) for card in self._cards.values()
        )
        self.notes = FoundNotes(desk, self._name_of_hit, open_case, shows_text=not short_names)

    def find(self, words: str, shown_case: str = "") -> list[Entry]:
        """Return the lines for some words; without words what can be done here and now."""
        shown = shown_case if shown_case in self._cards else ""
        if not words.strip():
            near = self._group(self._title_of(shown), self._deeds_for(shown)) if shown else []
            return [*near, *self._group(_("Do"), [*self._actions, *self._others])]
        people = self._people.find(words, _MOST_PEOPLE)
        if not people.case_ids:
            return self._without_people(words, shown)
        first = people.case_ids[0]
        main = [action for action in self._case_actions if action.is_main]
        rest = [action for action in self._case_actions if not action.is_main]
        title = _("Young people") if people.is_sure else _("Did you mean?")
        return [
            *self._group(title, [self._person(case_id) for case_id in people.case_ids]),
            *self._group(self._title_of(first), self._deeds_for(first, main)),
            *self._group(_("Do"), _matching(words, [*self._actions, *self._others])),
            *self.notes.find(words, people.case_ids),
            *self._group(
                _("More for {name}").format(name=self._name(self._cards[first])), self._deeds_for(first, rest)
            ),
        ]

    def _without_people(self, words: str, shown: str) -> list[Entry]:
        """Return what can be done, for the person shown or for one named first: `noor school`."""
        found: list[Entry] = []
        for person, deeds in self._deeds_by_name(words):
            found += self._group(self._title_of(person), deeds)
        if shown:
            found += self._group(self._title_of(shown), _matching(words, self._deeds_for(shown)))
        found += self._group(_("Do"), _matching(words, [*self._actions, *self._others]))
        return [*found, *self.notes.find(words, ())]

    def _deeds_by_name(self, words: str) -> list[tuple[str, list[Entry]]]:
        """Return what can be done for who is named by the first words, by the words that follow."""
        parts = words.split()
        for end in range(len(parts) - 1, 0, -1):
            people = self._people.find(" ".join(parts[:end]), 2, only_sure=True)
            found = [
                (case_id, _matching(" ".join(parts[end:]), self._deeds_for(case_id)))
                for case_id in people.case_ids
            ]
            if any(deeds for _case_id, deeds in found):
                return found
        return []

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

    def _name_of_hit(self, hit: TextHit) -> str:
        return self._name(self._cards[hit.case_id]) if hit.case_id in self._cards else hit.name

    def _title_of(self, case_id: str) -> str:
        return _("For {name}").format(name=self._name(self._cards[case_id]))

    def _where(self, card: IndexCard) -> str:
        parts = [card.school]
        known = self._desk.desk.programmes
        stage = stage_of(known, card.programme, card.programme_version, card.stage)
        if card.closed_on:
            parts = [_("closed on {date}").format(date=_day(card.closed_on))]
        elif stage is not None:
            parts = [stage.short.said(), card.school]
        return " · ".join(part for part in parts if part)

    def _deeds_for(self, case_id: str, actions: Sequence[CaseAction] | None = None) -> list[Entry]:
        return [
            Entry(
                action.text,
                icon=action.icon,
                keys=action.keys,
                case_id=case_id,
                run=partial(action.run, case_id),
            )
            for action in (self._case_actions if actions is None else actions)
        ]

    @staticmethod
    def _group(title: str, lines: Sequence[Entry]) -> list[Entry]:
        return [Entry(title), *lines] if lines else []


def _line_of(action: QAction) -> Entry:
    text = action.text().replace("&", "")
    icon = str(action.property("meaning") or "next")
    return Entry(text, icon=icon, keys=_caps(action.shortcut()), run=action.trigger)


def _matching(words: str, lines: Sequence[Entry]) -> list[Entry]:
    """Return the lines of which every typed word begins a word; those that begin with it first."""
    wanted = fold(words).split()
    found = []
    for line in lines:
        known = fold(f"{line.text} {line.second}").replace(":", " ").split()
        if all(any(word.startswith(part) for word in known) for part in wanted):
            found.append((not fold(line.text).startswith(" ".join(wanted)), line))
    return [line for _order, line in sorted(found, key=lambda one: one[0])][:_MOST_ACTIONS]


def _caps(shortcut: QKeySequence) -> str:
    """Write a shortcut as it stands on the keys: `Ctrl K`, `Ctrl +`, `Alt ←`."""
    keys = shortcut.toString(QKeySequence.SequenceFormat.NativeText)
    parts = keys.removesuffix("++").split("+") + (["+"] if keys.endswith("++") else [])
    return " ".join({"Left": "←", "Right": "→"}.get(part, part) for part in parts if part)


def _day(on: str) -> str:
    return short_date(date.fromisoformat(on), clock.today()) if on else ""
