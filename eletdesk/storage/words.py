"""Words as keys: passphrases of five drawn words, and recovery keys of 24 words with a checksum."""

import secrets
import unicodedata
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files

from eletdesk.errors import InvalidInputError
from eletdesk.locations import resources_folder
from eletdesk.translation import _

WORD_LANGUAGES = ("nl", "fr", "en")
WORDS_IN_LIST = 2048
RECOVERY_WORDS = 24
_BITS_PER_WORD = 11
_CHECK_BITS = 8
_BIP39_LISTS = {"fr": "french", "en": "english"}


@cache
def word_list(language: str) -> tuple[str, ...]:
    """Return the 2048 words of nl, fr or en, without accents, in the order that the keys count on.

    The order is file format: never change a list. French and English are the lists of BIP39.
    """
    if language in _BIP39_LISTS:
        file = files("mnemonic") / "wordlist" / f"{_BIP39_LISTS[language]}.txt"
        text = file.read_text(encoding="utf-8")
    else:
        text = (resources_folder() / "words" / "nl.txt").read_text(encoding="utf-8")
    return tuple(folded(text).split())


def generate_passphrase(language: str, words: int = 5) -> str:
    """Draw different words (11 bits each) and join them with hyphens."""
    return "-".join(secrets.SystemRandom().sample(word_list(language), words))


def new_recovery_words(language: str) -> list[str]:
    """Draw a recovery key of 256 bits and return it as 24 words."""
    return recovery_words_from_key(secrets.token_bytes(32), language)


def recovery_words_from_key(key: bytes, language: str) -> list[str]:
    """Write a recovery key of 32 bytes, and 8 bits to check it, as 24 words."""
    number = int.from_bytes(key + sha256(key).digest()[:1], "big")
    words = word_list(language)
    steps = range((RECOVERY_WORDS - 1) * _BITS_PER_WORD, -1, -_BITS_PER_WORD)
    return [words[number >> step & (WORDS_IN_LIST - 1)] for step in steps]


def recovery_key_from_words(words: str | Sequence[str]) -> bytes:
    """Return the recovery key that was written as these 24 words, in whichever language.

    Accents, capitals, numbering, commas and spaces do not matter. Raises InvalidInputError that says which
    word is unknown, how many are missing, or that two are swapped or wrong.
    """
    typed = _typed_words(words if isinstance(words, str) else " ".join(words))
    fitting = [language for language in WORD_LANGUAGES if all(word in _places(language) for word in typed)]
    if not fitting and typed:
        raise _unknown_word(typed)
    if len(typed) != RECOVERY_WORDS:
        raise InvalidInputError(
            "words",
            _("The recovery key has {expected} words; here are {count}.").format(
                expected=RECOVERY_WORDS, count=len(typed)
            ),
        )
    for language in fitting:
        key = _key_from_places([_places(language)[word] for word in typed])
        if key is not None:
            return key
    raise InvalidInputError(
        "words", _("Each word exists, but together they do not fit: two are swapped or one is another word.")
    )


def similar_words(word: str, language: str) -> list[str]:
    """Return up to three words of the list that are spelt almost like this one."""
    from difflib import get_close_matches  # noqa: PLC0415

    return get_close_matches(folded(word), word_list(language), n=3, cutoff=0.6)


def folded(text: str) -> str:
    """Return text in lower case without accents, in the way the lists are kept."""
    apart = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("Œ", "oe"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).casefold()


@cache
def _places(language: str) -> dict[str, int]:
    return {word: place for place, word in enumerate(word_list(language))}


def _typed_words(text: str) -> list[str]:
    """Split what was typed into words; numbers and signs of a printed list are left out."""
    letters_only = "".join(letter if letter.isalpha() else " " for letter in folded(text))
    return letters_only.split()


def _unknown_word(typed: list[str]) -> InvalidInputError:
    """Say which word is in no list, judged by the language that knows most of the words."""
    language = max(WORD_LANGUAGES, key=lambda code: sum(word in _places(code) for word in typed))
    number = next(place for place, word in enumerate(typed, start=1) if word not in _places(language))
    similar = similar_words(typed[number - 1], language)
    if similar:
        sentence = _("Word {number} is not in the list. Is it one of these: {words}?")
    else:
        sentence = _("Word {number} is not in the list. Look at it again.")
    return InvalidInputError("words", sentence.format(number=number, words=", ".join(similar)))


def _key_from_places(places: list[int]) -> bytes | None:
    """Return the key if its checksum fits."""
    number = 0
    for place in places:
        number = number << _BITS_PER_WORD | place
    key = (number >> _CHECK_BITS).to_bytes(32, "big")
    return key if sha256(key).digest()[0] == number & 0xFF else None
