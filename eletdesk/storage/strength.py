"""Judge a passphrase before it is taken: what guessing it costs, and what would be better."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain
from math import log10

from eletdesk.locations import resources_folder
from eletdesk.storage.words import WORD_LANGUAGES, folded, word_list
from eletdesk.translation import _

SHORTEST = 15
"""NIST SP 800-63B-4 (2025), 3.1.1.2: at least 15 characters where the passphrase is the only protection."""

DRAWN_WORDS = 5
_ENOUGH = 14.0
"""Decimal digits of guesses: about 7000 years of one fast graphics card against Argon2id with 256 MiB."""

_STEPS = (6.0, 9.0, 12.0, _ENOUGH)
_MOST_LETTERS = 72  # what zxcvbn looks at
_DIGITS_PER_LIST_WORD = log10(2048)
_WITHOUT_SEPARATORS = str.maketrans("", "", " -_.,;:/+")


@dataclass(frozen=True, slots=True)
class Strength:
    """The judgement on one passphrase: score 0 to 4 for a bar, and one sentence of advice."""

    is_enough: bool
    score: int
    advice: str


def judge(passphrase: str, own_words: Sequence[str] = ()) -> Strength:
    """Judge a passphrase; own_words are names and places that a guesser would try for this user."""
    digits = _digits_of_guesses(passphrase, own_words)
    score = sum(digits >= step for step in _STEPS)
    if len(passphrase) < SHORTEST:
        advice = _("Make it longer: at least {count} characters. Five words are easy to remember.")
        return Strength(is_enough=False, score=min(score, 2), advice=advice.format(count=SHORTEST))
    if _is_one_word(passphrase):
        advice = _("One long word is easy to guess. Put spaces or signs between several words.")
        return Strength(is_enough=False, score=min(score, 2), advice=advice)
    if score < len(_STEPS):
        advice = _("Add a few words that have nothing to do with each other or with your work.")
        return Strength(is_enough=False, score=score, advice=advice)
    return Strength(is_enough=True, score=score, advice=_("This is a good passphrase."))


def _digits_of_guesses(passphrase: str, own_words: Sequence[str]) -> float:
    """Return how many digits the number of guesses has that a good guesser needs."""
    if not passphrase:
        return 0.0
    from zxcvbn import zxcvbn  # noqa: PLC0415 - its lists take a while to load

    known = [*(part for word in own_words for part in folded(word).split()), *_known_words()]
    plain = folded(passphrase)[:_MOST_LETTERS]
    # A guesser puts spaces and hyphens between words; they must not count as unknown signs.
    joined = plain.translate(_WITHOUT_SEPARATORS) or plain
    judged = min(float(log10(zxcvbn(text, user_inputs=known)["guesses"])) for text in {plain, joined})
    return max(judged, _digits_if_drawn(plain))


def _digits_if_drawn(plain: str) -> float:
    """Return the guesses for words drawn from one of our lists: 2048 for each different word."""
    words = set("".join(letter if letter.isalpha() else " " for letter in plain).split())
    if len(words) < DRAWN_WORDS or not any(words <= set(word_list(code)) for code in WORD_LANGUAGES):
        return 0.0
    return len(words) * _DIGITS_PER_LIST_WORD


def _is_one_word(passphrase: str) -> bool:
    """Return whether all letters stand in one run: a word or compound with at most something around it.

    Lists of guessers know more compounds than ours, above all Dutch and German ones.
    """
    runs = "".join(letter if letter.isalpha() else " " for letter in passphrase).split()
    return len(runs) <= 1 and sum(map(len, runs)) * 2 >= len(passphrase)


@cache
def _known_words() -> tuple[str, ...]:
    """Return words that guessers try, likely ones first: our field, then nl, fr, en and German."""
    context = (resources_folder() / "words" / "context.txt").read_text(encoding="utf-8")
    field = [word for line in context.splitlines() if not line.startswith("#") for word in line.split()]
    german = folded((files("xkcdpass") / "static" / "ger-anlx").read_text(encoding="utf-8")).split()
    side_by_side = zip(*(word_list(code) for code in WORD_LANGUAGES), strict=True)
    return tuple(dict.fromkeys(chain(field, german[:2000], chain.from_iterable(side_by_side), german[2000:])))
