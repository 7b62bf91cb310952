"""Finding the young person of a list of absences: by school record number, then by name; never guessed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from eletdesk.domain.names import comparable

_ALIKE = 88


@dataclass(frozen=True)
class KnownPupil:
    """Somebody who has a case."""

    case_id: str
    given_name: str
    family_name: str
    birth_on: date | None = None
    record_number: str = ""

    def __repr__(self) -> str:
        """Show the id only."""
        return f"<KnownPupil {self.case_id}>"

    @property
    def name(self) -> str:
        """Return given and family name."""
        return f"{self.given_name} {self.family_name}".strip()


@dataclass(frozen=True)
class Match:
    """Who it may be, the likeliest first; is_sure when there is one and nothing speaks against it."""

    candidates: tuple[KnownPupil, ...] = ()
    is_sure: bool = False


def match_pupil(name: str, record_number: str, known: Iterable[KnownPupil]) -> Match:
    """Match a name and a number of a list with the cases."""
    cases = tuple(known)
    number = record_number.strip()
    numbered = [one for one in cases if number and one.record_number.strip() == number]
    named = [one for one in cases if _words(one.name) == _words(name)]
    both = [one for one in numbered if one in named]
    if len(both) == 1:
        return Match(tuple(both), is_sure=True)
    if numbered:
        return Match(_once([*numbered, *named]))
    free = [one for one in named if not (number and one.record_number.strip())]
    if len(named) == 1 and free:
        return Match(tuple(named), is_sure=True)
    return Match(_once([*named, *_nearly(name, cases)]))


def _once(found: Iterable[KnownPupil]) -> tuple[KnownPupil, ...]:
    return tuple(dict.fromkeys(found))


def _words(name: str) -> frozenset[str]:
    """Return the words of a name, in whatever order a list has them."""
    return frozenset(comparable(name).split())


def _nearly(name: str, cases: Iterable[KnownPupil]) -> list[KnownPupil]:
    """Return people with nearly this name; a question mark stands for a letter that the list lost."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - not needed to start

    lost = [_pattern(word) for word in name.split() if "?" in word]
    wanted = comparable(name)
    found = []
    for one in cases:
        words = [comparable(word) for word in one.name.split()]
        rest = " ".join(sorted(comparable(word) for word in name.split() if "?" not in word))
        if lost and set(rest.split()) <= set(words) and all(any(_fits(p, w) for w in words) for p in lost):
            found.append((100.0, one))
            continue
        given, family = comparable(one.given_name), comparable(one.family_name)
        orders = (f"{given}{family}", f"{family}{given}")
        together = wanted.replace(" ", "")
        score = max(
            fuzz.token_sort_ratio(wanted, comparable(one.name)),
            *(fuzz.ratio(together, order.replace(" ", "")) for order in orders),
        )
        if score >= _ALIKE:
            found.append((score, one))
    return [one for _score, one in sorted(found, key=lambda item: -item[0])]


def _pattern(word: str) -> str:
    return "?".join(comparable(part) for part in word.split("?"))


def _fits(pattern: str, word: str) -> bool:
    """Tell whether a word fits a word with lost letters, sign by sign."""
    return len(pattern) == len(word) and all(
        sign in ("?", letter) for sign, letter in zip(pattern, word, strict=True)
    )
