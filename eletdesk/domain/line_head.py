"""Read the first words of a line: who, what, when, how long, whether they came, in any order.

Reading stops at the first word that is none of these; small words (`met`, `avec`) may stand between them.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from eletdesk.domain.date_words import WEEKDAY_OF
from eletdesk.domain.line_tasks import task_for_somebody
from eletdesk.domain.line_words import LONGEST_DATE, LineWord, date_said_by, phrase_of
from eletdesk.domain.names import comparable
from eletdesk.domain.people_index import KnownPerson, PeopleIndex
from eletdesk.domain.quick_line_words import AND, DID_NOT_COME, FILLERS, KIND_OF, MEMBERS, WITH, EntryKind
from eletdesk.domain.spoken_durations import read_minutes

Role: TypeAlias = Literal["person", "kind", "minutes", "date", "task", "topic", "member", "attendance"]
Mark: TypeAlias = tuple[Role, tuple[LineWord, ...]]

_CONTACT = (EntryKind.call, EntryKind.message, EntryKind.meeting)
_LONGEST_PHRASE = 4
_MOST_FILLERS = 2
_LONGEST_MINUTES = 360
"""More is a time of day: 8u30."""


@dataclass
class LineHead:
    """What the first words said, which words they were, and the words after them."""

    person: KnownPerson | None = None
    candidates: tuple[KnownPerson, ...] = ()
    kind: EntryKind | None = None
    minutes: int | None = None
    date_words: tuple[LineWord, ...] = ()
    attended: bool = True
    member: str | None = None
    marks: list[Mark] = field(default_factory=list)
    rest: Sequence[LineWord] = ()


class _HeadReader:
    """Try at each word all that may begin a line; each reader returns how many words it took."""

    def __init__(
        self, words: Sequence[LineWord], index: PeopleIndex, today: date, default: KnownPerson | None
    ) -> None:
        self.words, self.index, self.today, self.default = words, index, today, default
        self.head = LineHead(person=default)
        self._said: set[Role] = set()
        self._readers: tuple[tuple[Role, Callable[[int, Collection[str]], int]], ...] = (
            ("attendance", self._attendance),
            ("person", self._person),
            ("member", self._member),
            ("kind", self._kind),
            ("date", self._date),
            ("minutes", self._minutes),
        )

    def read(self) -> LineHead:
        """Read until a word fits nowhere."""
        at = 0
        while at < len(self.words) and (taken := self._take(at)):
            at += taken
        self.head.rest = self.words[at:]
        return self.head

    def _take(self, at: int) -> int:
        """Return how many words from here were understood, small words before them included."""
        for fillers in range(_MOST_FILLERS + 1):
            if fillers and self.words[at + fillers - 1].plain not in FILLERS | {""}:
                return 0
            if at + fillers >= len(self.words):
                return 0
            skipped = {word.plain for word in self.words[at : at + fillers]}
            for role, reader in self._readers:
                if role not in self._said and (count := reader(at + fillers, skipped)):
                    self._said.add(role)
                    self.head.marks.append((role, tuple(self.words[at : at + fillers + count])))
                    return fillers + count
        return 0

    def _windows(self, at: int, longest: int) -> Iterator[Sequence[LineWord]]:
        """Yield the words from here, most of them first, none with an @ before it."""
        window = self.words[at : at + longest]
        while window:
            if not any(word.typed.startswith("@") for word in window):
                yield window
            window = window[:-1]

    def _attendance(self, at: int, skipped: Collection[str]) -> int:
        for window in self._windows(at, _LONGEST_PHRASE):
            if phrase_of(window) in DID_NOT_COME:
                self.head.attended = False
                return len(window)
        return 0

    def _person(self, at: int, skipped: Collection[str]) -> int:
        """Find who is meant; with a person at hand one name alone counts only as the very first word."""
        for window in self._windows(at, self.index.longest):
            phrase = phrase_of(window)
            found = self.index.named(phrase)
            if not found or (len(window) == 1 and self._means_something_else(phrase, found)):
                continue
            if self.default in found:
                return len(window)
            if self.default is not None and at > 0:
                found = self.index.named(phrase, in_full=True)
            if found:
                self.head.person = found[0] if len(found) == 1 else None
                self.head.candidates = found if len(found) > 1 else ()
                return len(window)
        return 0

    def _means_something_else(self, phrase: str, found: Collection[KnownPerson]) -> bool:
        """Tell whether a family name is a word of ours: Do is Thursday, Bel is a call; given names win."""
        is_word = phrase in KIND_OF or phrase in FILLERS or phrase in WEEKDAY_OF
        return is_word and all(comparable(person.given_name) != phrase for person in found)

    def _kind(self, at: int, skipped: Collection[str]) -> int:
        for window in self._windows(at, _LONGEST_PHRASE):
            if kind := KIND_OF.get(phrase_of(window)):
                self.head.kind = kind
                return len(window)
        return 0

    def _date(self, at: int, skipped: Collection[str]) -> int:
        for window in self._windows(at, LONGEST_DATE):
            if date_said_by(window, self.today, "back"):
                self.head.date_words = tuple(window)
                return len(window)
        return 0

    def _minutes(self, at: int, skipped: Collection[str]) -> int:
        """Find a duration; a bare number only when it is a usual length: 5, 10, 15 ..."""
        for window in self._windows(at, 3):
            said = " ".join(word.bare for word in window)
            minutes = None if ":" in said else read_minutes(said)
            if minutes and minutes <= _LONGEST_MINUTES and (not said.isdigit() or minutes % 5 == 0):
                self.head.minutes = minutes
                return len(window)
        return 0

    def _member(self, at: int, skipped: Collection[str]) -> int:
        """Find somebody of the network: @mama; mama after or before a call; `met mama` after another kind."""
        word, kind = self.words[at], self.head.kind
        if word.mention:
            if task_for_somebody(self.words[at:], self.today, needs_verb=kind in _CONTACT):
                return 0
            self.head.member = word.mention
            return 1
        is_after_call = kind in _CONTACT and self.head.marks[-1][0] == "kind"
        is_with = kind not in (None, EntryKind.task, EntryKind.note) and not WITH.isdisjoint(skipped)
        for window in self._windows(at, 2):
            after = self.words[at + len(window) : at + len(window) + 1]
            is_before_call = kind is None and KIND_OF.get(phrase_of(after)) in _CONTACT
            if phrase_of(window) in MEMBERS and (is_after_call or is_with or is_before_call):
                count = len(window) + self._second_member(at + len(window))
                self.head.member = " ".join(word.bare for word in self.words[at : at + count])
                return count
        return 0

    def _second_member(self, at: int) -> int:
        """Return 2 when `en papa` follows."""
        plain = [word.plain for word in self.words[at : at + 2]]
        return 2 if len(plain) == 2 and plain[0] in AND and plain[1] in MEMBERS else 0


def read_head(
    words: Sequence[LineWord], index: PeopleIndex, today: date, default: KnownPerson | None
) -> LineHead:
    """Read the first words of a line."""
    return _HeadReader(words, index, today, default).read()
