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
        self._known = list(dict.fromkeys(word for _case_id, words in self._words for word in words))

    def find(self, typed: str, limit: int = 6, *, only_sure: bool = False) -> FoundPeople:
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
        if sure or only_sure:
            return FoundPeople(sure)
        return FoundPeople(self._nearly(parts, limit), is_sure=False)

    def _nearly(self, parts: list[str], limit: int) -> tuple[str, ...]:
        """Return whose name is nearly this, the nearest first; each word may hold a slip of its own."""
        near = [self._words_near(part) for part in parts]
        if not all(near):
            return ()
        found = []
        for number, (case_id, words) in enumerate(self._words):
            nearest = [min((some[word] for word in words if word in some), default=None) for some in near]
            distances = [distance for distance in nearest if distance is not None]
            if len(distances) == len(near):
                found.append((sum(distances), number, case_id))
        return tuple(case_id for _distance, _number, case_id in sorted(found)[:limit])

    def _words_near(self, part: str) -> dict[str, float]:
        """Return the words of names that may be meant, with how many letters they are away."""
        from rapidfuzz import process  # noqa: PLC0415 - only when nobody is called so
        from rapidfuzz.distance import OSA  # noqa: PLC0415

        near = {word: 0.0 for word in self._known if word.startswith(part)}
        if len(part) < _SHORTEST_FUZZY:
            return near
        most = 2 if len(part) >= _LONG else 1
        for beginning in (False, True):
            words = [word[: len(part)] for word in self._known] if beginning else self._known
            most_now = most - 1 if beginning and most > 1 else most
            for _word, distance, place in process.extract(
                part, words, scorer=OSA.distance, score_cutoff=most_now, limit=None
            ):
                away = distance + (_OTHER_ENDING if beginning else 0.0)
                known = self._known[place]
                near[known] = min(away, near.get(known, away))
        return near


def _words_of(given_name: str, family_name: str) -> tuple[str, ...]:
    """Return the words of a name, and each name written as one word: De Smet, Desmet."""
    names = [comparable(given_name), comparable(family_name)]
    whole = [word for name in names for word in name.split()]
    return tuple(dict.fromkeys([*whole, *(name.replace(" ", "") for name in names if " " in name)]))
