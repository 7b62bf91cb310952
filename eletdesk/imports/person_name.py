"""Splitting whole names into first and family names, with Belgian particles and capitals of French lists."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from eletdesk.domain.names import fold
from eletdesk.imports.given_names import is_common_given_name
from eletdesk.imports.header_words import header_key
from eletdesk.imports.mapping import FAMILY_FIRST, GIVEN_FIRST

_PARTICLE_WORDS = """
van vande vanden vander ver de den der het 't ten ter te in op uit
la le les du des d' da do dos das del della di von zu zum zur
el al ben bin ibn bel ould ait abu abd
"""
PARTICLES = frozenset(_PARTICLE_WORDS.split())
_LOWER_INSIDE = frozenset(("den", "der", "het", "'t", "ten", "ter"))
_LOST_LETTER = re.compile(r"\?(?=\w)|(?<=\w)\?|\ufffd")
_GIVEN_FIRST_HEADERS = re.compile(r"\b(?:voornaam|prenom|first name|given name)\b.*\b(?:naam|nom|name)\b")
_FAMILY_FIRST_HEADERS = re.compile(r"\b(?:naam|nom)\b.*\b(?:voornaam|prenom)\b")


@dataclass(frozen=True)
class WholeName:
    """A split name; is_sure is False when another split was possible."""

    given: str
    family: str
    is_sure: bool = True


def has_lost_letters(text: str) -> bool:
    """Tell whether a program has put question marks in place of letters it could not write."""
    return bool(_LOST_LETTER.search(text)) and any(sign.isalpha() for sign in text)


def tidy_name(text: str) -> str:
    """Write VAN DEN BROECK as Van den Broeck and hamza as Hamza; leave mixed writing as it is."""
    words = text.split()
    if text.isupper() and sum(sign.isalpha() for sign in text) > 1:
        return " ".join(_capitalised(word, at) for at, word in enumerate(words))
    if text.islower():
        return " ".join(
            word if at == 0 and word == "'t" else _capitalised(word, at) for at, word in enumerate(words)
        )
    return text


def _capitalised(word: str, at: int) -> str:
    """Give a word its capital, also after a hyphen or an apostrophe; den and der stay small inside a name."""
    lowered = word.lower()
    if at > 0 and lowered in _LOWER_INSIDE:
        return lowered
    parts = re.split(r"([-'’])", lowered)
    return "".join(part[:1].upper() + part[1:] for part in parts)


def _is_capitals(word: str) -> bool:
    """Tell whether a word is written in capitals, as family names in French lists."""
    return word.isupper() and sum(sign.isalpha() for sign in word) > 1


def _is_particle(word: str) -> bool:
    return fold(word) in PARTICLES


def _by_capitals(words: list[str]) -> WholeName | None:
    """Split VAN DEN BROECK Salma or Salma VAN DEN BROECK."""
    flags = [_is_capitals(word) for word in words]
    if not any(flags) or all(flags):
        return None
    if flags[0]:
        end = flags.index(False)
        return None if any(flags[end:]) else WholeName(" ".join(words[end:]), " ".join(words[:end]))
    start = flags.index(True)
    if not all(flags[start:]):
        return None
    while start > 1 and _is_particle(words[start - 1]):
        start -= 1
    return WholeName(" ".join(words[:start]), " ".join(words[start:]))


def split_whole_name(text: str, order: str = FAMILY_FIRST) -> WholeName:
    """Split a whole name; a comma and capitals say more than the order of the list."""
    if "," in text:
        family, _comma, given = text.partition(",")
        return WholeName(given.strip(), family.strip(), bool(given.strip()) and "," not in given)
    words = text.split()
    if len(words) < 2:
        return WholeName(text.strip(), "", False)
    return _by_capitals(words) or (_given_first(words) if order == GIVEN_FIRST else _family_first(words))


def _family_first(words: list[str]) -> WholeName:
    """Take particles and one word as family name; without particles all but the last word."""
    start = 0
    while start < len(words) - 2 and _is_particle(words[start]):
        start += 1
    if start:
        return WholeName(" ".join(words[start + 1 :]), " ".join(words[: start + 1]))
    if len(words) > 2 and _is_particle(words[1]):
        # Salma Van den Broeck in a list that has the family name first
        return WholeName(words[0], " ".join(words[1:]), False)
    return WholeName(words[-1], " ".join(words[:-1]), len(words) == 2)


def _given_first(words: list[str]) -> WholeName:
    """Take everything from the first particle on as family name; without particles all but the first word."""
    at = next((at for at, word in enumerate(words) if at > 0 and _is_particle(word)), None)
    if at is not None and at < len(words) - 1:
        return WholeName(" ".join(words[:at]), " ".join(words[at:]))
    return WholeName(words[0], " ".join(words[1:]), len(words) == 2)


def guess_name_order(texts: Sequence[str], header: str) -> str:
    """Tell which comes first in a column of whole names: by heading, particles, capitals, common names."""
    key = header_key(header)
    if _GIVEN_FIRST_HEADERS.search(key):
        return GIVEN_FIRST
    if _FAMILY_FIRST_HEADERS.search(key):
        return FAMILY_FIRST
    votes = 0
    for text in texts:
        words = text.split()
        if len(words) < 2 or "," in text:
            continue
        by_capitals = _by_capitals(words)
        if by_capitals:
            votes += 1 if by_capitals.family == " ".join(words[: len(by_capitals.family.split())]) else -1
        elif _is_particle(words[0]):
            votes += 1
        elif any(_is_particle(word) for word in words[1:-1]):
            votes -= 1
        else:
            votes += is_common_given_name(words[-1]) - is_common_given_name(words[0])
    if votes:
        return FAMILY_FIRST if votes > 0 else GIVEN_FIRST
    return (
        GIVEN_FIRST
        if key in ("name", "full name", "pupil", "student", "young person", "client")
        else FAMILY_FIRST
    )
