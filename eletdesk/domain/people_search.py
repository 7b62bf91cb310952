"""Find people by what is typed of their name, also when it is spelt almost so."""

from collections.abc import Iterable
from dataclasses import dataclass

from eletdesk.domain.names import comparable
from eletdesk.domain.people_index import KnownPerson, PeopleIndex

_SHORTEST_FUZZY, _LONG = 3, 8
_OTHER_ENDING = 0.5


@dataclass(frozen=True, slots=True)
class FoundPeople:
    """Who may be meant, the likeliest first; not sure when no name holds the words as they were typed."""

    case_ids: tuple[str, ...] = ()
    is_sure: bool = True


class PeopleSearch:
    """The names of a caseload, made ready once and asked at each key."""

    def __init__(self, people: Iterable[KnownPerson]) -> None:
        self._index = PeopleIndex(people)
        self._words = [
            (person.case_id, _words_of(person.given_name, person.family_name))
            for person in self._index.people
        ]

    def find(self, typed: str, limit: int = 6) -> FoundPeople:
        """Return who is called so, whose name begins so, who has every word; else who nearly."""
        plain = comparable(typed)
        if not plain:
            return FoundPeople()
        called = [person.case_id for person in self._index.named(plain)]
        begins = [person.case_id for person in self._index.beginning_with(plain)]
        parts = plain.split()
        holds = [
            case_id
            for case_id, words in self._words
            if all(any(word.startswith(part) for word in words) for part in parts)
        ]
        sure = tuple(dict.fromkeys([*called, *begins, *holds]))[:limit]
        return FoundPeople(sure) if sure else FoundPeople(self._nearly(parts, limit), is_sure=False)

    def _nearly(self, parts: list[str], limit: int) -> tuple[str, ...]:
        """Return whose name is nearly this, the nearest first; each word may hold a slip of its own."""
        found = []
        for number, (case_id, words) in enumerate(self._words):
            distance = _distance(parts, words)
            if distance is not None:
                found.append((distance, number, case_id))
        return tuple(case_id for _distance_, _number, case_id in sorted(found)[:limit])


def _words_of(given_name: str, family_name: str) -> tuple[str, ...]:
    """Return the words of a name, and each name written as one word: De Smet, Desmet."""
    names = [comparable(given_name), comparable(family_name)]
    whole = [word for name in names for word in name.split()]
    return tuple(dict.fromkeys([*whole, *(name.replace(" ", "") for name in names if " " in name)]))


def _distance(parts: list[str], words: tuple[str, ...]) -> float | None:
    """Return how many letters the typed words are away from those of a name; None when too far."""
    total = 0.0
    for part in parts:
        nearest = min((_letters_between(part, word) for word in words), default=None)
        if nearest is None or nearest > _most(part):
            return None
        total += nearest
    return total


def _most(part: str) -> float:
    if len(part) < _SHORTEST_FUZZY:
        return 0
    return 2 if len(part) >= _LONG else 1 + _OTHER_ENDING


def _letters_between(part: str, word: str) -> float:
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - only when nobody is called so

    if word.startswith(part):
        return 0.0
    whole = float(OSA.distance(part, word))
    beginning = OSA.distance(part, word[: len(part)]) + _OTHER_ENDING
    return min(whole, beginning)
