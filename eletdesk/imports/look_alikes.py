"""Finding rows that may be one person: accents, capitals, word order, typing errors, lost letters."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from eletdesk.domain.names import LOOKS_ALIKE, comparable, fold, similarity_of_comparable
from eletdesk.imports.person_name import PARTICLES, has_lost_letters
from eletdesk.imports.place import Place
from eletdesk.imports.plan import KnownCase, LookAlike, PlannedPerson

ALIKE_WITH_SAME_BIRTH = 80
ALIKE_WITH_OTHER_BIRTH = 97
_LOST_LETTER_SCORE = 95
_PREFIX = 3
_LARGEST_GROUP = 300


@dataclass(frozen=True)
class _Candidate:
    """What is compared of a row or a known case."""

    where: Place | str
    folded: str
    words: str
    joined: str
    has_gaps: bool
    birth_on: date | None
    number: str


def _candidate(where: Place | str, family: str, given: str, born: date | None, number: str) -> _Candidate:
    name = f"{family} {given}"[:200]
    words = comparable(name).split()
    return _Candidate(
        where, fold(name), " ".join(sorted(words)), "".join(words), has_lost_letters(name), born, number
    )


def find_look_alikes(
    people: Sequence[PlannedPerson], known: Iterable[KnownCase], repeating: Collection[str] = ()
) -> tuple[LookAlike, ...]:
    """Return all pairs that may be one person, the surest first; the row that comes later stands first.

    In a repeating sheet each row is one event of a person, so the same name there is the same person.
    """
    rows = [
        _candidate(
            person.place,
            str(person.values.get("family_name", "")),
            str(person.values.get("given_name", "")),
            person.birth_on,
            str(person.values.get("school_record_number", "")),
        )
        for person in people
    ]
    cases = [_candidate(case.case_id, case.family_name, case.given_name, case.birth_on, "") for case in known]
    compared = (_compare(later, earlier, repeating) for later, earlier in _pairs(rows, cases))
    return tuple(sorted((one for one in compared if one is not None), key=_surest_first))


def _surest_first(one: LookAlike) -> tuple[bool, bool, int, Place]:
    return not one.is_strong, one.same_birth is False, -one.score, one.first


def _pairs(rows: list[_Candidate], cases: list[_Candidate]) -> Iterator[tuple[_Candidate, _Candidate]]:
    """Yield the pairs worth comparing: the same birth date, or a word that begins alike.

    All pairs of a list of 20 000 rows would be 200 million comparisons.
    """
    groups: dict[object, list[int]] = defaultdict(list)
    everybody = [*cases, *rows]
    for at, one in enumerate(everybody):
        for key in _keys(one):
            groups[key].append(at)
    seen: set[tuple[int, int]] = set()
    for key, members in groups.items():
        if len(members) > _LARGEST_GROUP and not (isinstance(key, tuple) and key[0] == "words"):
            continue
        for pair in combinations(members[: _LARGEST_GROUP * 2], 2):
            if pair not in seen and pair[1] >= len(cases):
                seen.add(pair)
                yield everybody[pair[1]], everybody[pair[0]]


def _keys(one: _Candidate) -> set[object]:
    keys: set[object] = {("words", one.words)}
    keys |= {word[:_PREFIX] for word in one.words.split() if word not in PARTICLES}
    if one.birth_on:
        keys.add(one.birth_on)
    if one.number:
        keys.add(("number", one.number))
    return keys


def _compare(later: _Candidate, earlier: _Candidate, repeating: Collection[str]) -> LookAlike | None:
    """Compare two people; None when they are clearly two."""
    if not isinstance(later.where, Place):
        return None
    same_birth = None
    if later.birth_on and earlier.birth_on:
        same_birth = later.birth_on == earlier.birth_on
    has_same_number = bool(later.number) and later.number == earlier.number and same_birth is not False
    needed = {True: ALIKE_WITH_SAME_BIRTH, False: ALIKE_WITH_OTHER_BIRTH, None: LOOKS_ALIKE}[same_birth]
    score = _score(later, earlier)
    if score < needed and not has_same_number:
        return None
    is_clear = score == 100 or (score >= needed and (later.has_gaps or same_birth is True))
    if not is_clear and not _words_fit(later.words, earlier.words):
        return None
    is_same_list = isinstance(earlier.where, Place) and earlier.where.sheet == later.where.sheet
    is_event = is_same_list and later.where.sheet in repeating and same_birth is not False
    is_strong = has_same_number or (later.words == earlier.words and (same_birth is True or is_event))
    return LookAlike(later.where, earlier.where, max(score, LOOKS_ALIKE * is_strong), same_birth, is_strong)


def _score(a: _Candidate, b: _Candidate) -> int:
    """Return how alike two names are, 100 only when the folded words are the same."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - only when names are compared

    if a.words == b.words:
        return 100
    score = max(similarity_of_comparable(a.words, b.words), fuzz.ratio(a.joined, b.joined))
    if a.has_gaps != b.has_gaps and _fits_gaps(a, b):
        score = max(score, _LOST_LETTER_SCORE)
    return min(round(score), 99)


def _fits_gaps(a: _Candidate, b: _Candidate) -> bool:
    """Tell whether one name is the other with question marks in place of letters."""
    gappy, whole = (a, b) if a.has_gaps else (b, a)
    pattern = "".join("." if sign in "?\ufffd" else re.escape(sign) for sign in gappy.folded)
    return re.fullmatch(pattern, whole.folded) is not None


def _words_fit(a: str, b: str) -> bool:
    """Tell whether each word of the shorter name is one of the other's with at most a typing error.

    Without a birth date beside it, a long shared family name would make brothers and sisters alike.
    """
    from rapidfuzz import fuzz  # noqa: PLC0415 - only when names are compared

    shorter, longer = sorted((a.split(), b.split()), key=len)
    left = list(longer)
    for word in shorter:
        partner = next((one for one in left if _is_nearly(word, one)), None)
        if partner is None:
            return fuzz.ratio(a.replace(" ", ""), b.replace(" ", "")) >= LOOKS_ALIKE and len(shorter) != len(
                longer
            )
        left.remove(partner)
    return True


def _is_nearly(word: str, other: str) -> bool:
    """Tell whether two words differ by a typing error, or one is short for the other."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - only when names are compared

    short, long = sorted((word, other), key=len)
    if len(short) != 2 and long.startswith(short):
        return True
    return OSA.distance(short, long) <= (1 if len(long) <= 5 else 2)
