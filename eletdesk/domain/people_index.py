"""Find people by what is typed of their name; made once for a caseload, asked at each key."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from operator import itemgetter
from typing import TypeAlias

from eletdesk.domain.names import comparable, sort_key

_CLOSE_ENOUGH = 0.88
_SHORTEST_FUZZY = 3
_WORDS_OF_A_FRAGMENT = 3
_WORD = re.compile(r"\S+")
_IS_NAME = re.compile(r"[^\d@#]+")


@dataclass(frozen=True)
class KnownPerson:
    """What the quick line must know of a young person."""

    case_id: str
    given_name: str
    family_name: str

    @property
    def full_name(self) -> str:
        """The name as written in a line: Noor Verlinden."""
        return f"{self.given_name} {self.family_name}".strip()


class PeopleIndex:
    """All the ways in which the people of a caseload may be written."""

    def __init__(self, people: Iterable[KnownPerson]) -> None:
        self.people = sorted(people, key=lambda one: (sort_key(one.given_name, one.family_name), one.case_id))
        self._by_one_name: dict[str, list[KnownPerson]] = {}
        self._by_full_name: dict[str, list[KnownPerson]] = {}
        self._written: list[tuple[str, str, KnownPerson]] = []
        for person in self.people:
            self._add(person)
        self.longest = max((key.count(" ") + 1 for key in self._by_full_name), default=1)

    def _add(self, person: KnownPerson) -> None:
        """Note given name, family name, both in both orders, and the given name with one letter."""
        given, family = comparable(person.given_name), comparable(person.family_name)
        self._written.append((f"{given} {family}".strip(), f"{family} {given}".strip(), person))
        calling_names = {given, given.split(" ")[0]} - {""}
        for name in calling_names | ({family} - {""}):
            self._by_one_name.setdefault(name, []).append(person)
        if family:
            for calling in calling_names:
                for key in {f"{calling} {family}", f"{family} {calling}", f"{calling} {family[0]}"}:
                    self._by_full_name.setdefault(key, []).append(person)

    def named(self, name: str, *, in_full: bool = False) -> tuple[KnownPerson, ...]:
        """Return everybody of this comparable name; `in_full` asks both names, or a name and a letter."""
        found = self._by_full_name.get(name) or (None if in_full else self._by_one_name.get(name))
        return tuple(dict.fromkeys(found or ()))

    def beginning_with(self, fragment: str) -> list[KnownPerson]:
        """Return everybody whose name starts with a comparable fragment, given names first."""
        by_given = [person for given_first, _, person in self._written if given_first.startswith(fragment)]
        by_family = [person for _, family_first, person in self._written if family_first.startswith(fragment)]
        return list(dict.fromkeys(by_given + by_family))

    def sounding_like(self, fragment: str) -> list[tuple[float, KnownPerson]]:
        """Return everybody with a name that is nearly a comparable fragment, with how near from 0 to 1."""
        from rapidfuzz.distance import JaroWinkler  # noqa: PLC0415  heavy: only when nothing begins so

        scored = []
        for number, (given_first, family_first, person) in enumerate(self._written):
            names = {given_first, family_first, *given_first.split(" "), comparable(person.family_name)}
            likeness = max(JaroWinkler.similarity(fragment, name) for name in names)
            if likeness >= _CLOSE_ENOUGH and len(fragment) >= _SHORTEST_FUZZY:
                scored.append((-likeness, number, person))
        return [(-likeness, person) for likeness, _, person in sorted(scored)]


People: TypeAlias = Collection[KnownPerson] | PeopleIndex


def as_index(people: People) -> PeopleIndex:
    """Return an index of people; give one yourself when you ask at each key."""
    return people if isinstance(people, PeopleIndex) else PeopleIndex(people)


def matching_people(fragment: str, people: People, limit: int = 8) -> list[KnownPerson]:
    """Return who may be meant by part of a name: what starts with it, else what is nearly it."""
    index, plain = as_index(people), comparable(fragment)
    if not plain:
        return []
    found = index.beginning_with(plain)
    if not found:
        found = [person for _, person in index.sounding_like(plain)]
    return found[:limit]


def complete_name(text: str, cursor: int, people: People) -> tuple[str, int] | None:
    """Finish the name before the cursor; returns the new text and cursor, or None when nobody fits."""
    index = as_index(people)
    before = [match for match in _WORD.finditer(text) if match.start() < cursor]
    if not before or before[-1].end() < cursor:
        return None
    end = before[-1].end()
    starts = [match.start() for match in before[-_WORDS_OF_A_FRAGMENT:]]
    fragments = [
        (start, comparable(text[start:end])) for start in starts if _IS_NAME.fullmatch(text[start:end])
    ]
    for start, fragment in fragments:
        if fragment and (found := index.beginning_with(fragment)):
            return _put_in(text, start, end, found[0].full_name)
    likely = [(*near, start) for start, fragment in fragments for near in index.sounding_like(fragment)[:1]]
    if not likely:
        return None
    _, person, start = max(likely, key=itemgetter(0))
    return _put_in(text, start, end, person.full_name)


def _put_in(text: str, start: int, end: int, name: str) -> tuple[str, int]:
    """Replace part of a line by a name and one blank, and place the cursor after it."""
    return f"{text[:start]}{name} {text[end:].removeprefix(' ')}", start + len(name) + 1
