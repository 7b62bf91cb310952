"""Words as keys: the lists are file format, and mistakes in typing them back are found and located."""

import random
import secrets
from hashlib import sha256
from itertools import pairwise

import pytest

from eletdesk.errors import InvalidInputError
from eletdesk.storage.words import (
    WORD_LANGUAGES,
    folded,
    generate_passphrase,
    new_recovery_words,
    recovery_key_from_words,
    recovery_words_from_key,
    similar_words,
    word_list,
)
from eletdesk.translation import speaking

FINGERPRINTS = {
    "nl": "9585de8426e733de52394c62432f488588cc451747d20aad6fff85d00e315c23",
    "fr": "b590d1fce0c31212bac489ffb5c809952b54cf7f5e4befce4d623b503dc6988f",
    "en": "187db04a869dd9bc7be80d21a86497d692c0db6abd3aa8cb6be5d618ff757fae",
}


@pytest.mark.parametrize("language", WORD_LANGUAGES)
def test_list_never_changes(language: str) -> None:
    assert sha256("\n".join(word_list(language)).encode()).hexdigest() == FINGERPRINTS[language]


@pytest.mark.parametrize("language", WORD_LANGUAGES)
def test_list_has_2048_words_that_four_letters_tell_apart(language: str) -> None:
    words = word_list(language)
    assert len(words) == 2048
    assert len({word[:4] for word in words}) == 2048
    assert all(3 <= len(word) <= 8 and word.isascii() and word.islower() for word in words)


def test_dutch_list_is_sorted_and_no_word_begins_another() -> None:
    words = word_list("nl")
    assert list(words) == sorted(words)
    assert not [word for word, following in pairwise(words) if following.startswith(word)]


@pytest.mark.parametrize("language", WORD_LANGUAGES)
def test_passphrase_has_different_words_of_the_language(language: str) -> None:
    drawn = {generate_passphrase(language) for _time in range(50)}
    assert len(drawn) == 50
    for passphrase in drawn:
        words = passphrase.split("-")
        assert len(set(words)) == 5
        assert set(words) <= set(word_list(language))


def test_passphrase_of_more_words() -> None:
    assert len(generate_passphrase("nl", words=8).split("-")) == 8


def test_draws_come_from_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    random.seed(1)
    first = generate_passphrase("nl")
    random.seed(1)
    assert generate_passphrase("nl") != first
    monkeypatch.setattr(secrets, "token_bytes", bytes)
    assert new_recovery_words("en")[:2] == ["abandon", "abandon"]


@pytest.mark.parametrize("language", WORD_LANGUAGES)
def test_key_comes_back_from_its_words(language: str) -> None:
    for _time in range(20):
        key = secrets.token_bytes(32)
        words = recovery_words_from_key(key, language)
        assert len(words) == 24
        assert recovery_key_from_words(words) == key


def test_english_words_are_bip39() -> None:
    # Test vector of BIP39 for 256 bits of zeros.
    assert recovery_words_from_key(bytes(32), "en") == ["abandon"] * 23 + ["art"]


def test_typed_back_carelessly() -> None:
    key = bytes(range(32))
    words = recovery_words_from_key(key, "fr")
    numbered = "\n".join(f"{place}.  {word.upper()} ," for place, word in enumerate(words, start=1))
    assert recovery_key_from_words(f"  {numbered}\t") == key


def test_french_accents_do_not_matter() -> None:
    number = word_list("fr").index("eleve") << 245  # the first 11 bits of 256 are the first word
    words = recovery_words_from_key(number.to_bytes(32, "big"), "fr")
    assert words[0] == "eleve"
    assert recovery_key_from_words(["Élève", *words[1:]]) == number.to_bytes(32, "big")
    assert folded("Cœur ÉLÈVE ça") == "coeur eleve ca"


def refused(words: list[str]) -> str:
    with pytest.raises(InvalidInputError) as caught, speaking("en"):
        recovery_key_from_words(words)
    assert caught.value.field == "words"
    return str(caught.value)


@pytest.mark.parametrize("number", [1, 7, 24])
def test_unknown_word_is_located_and_a_near_one_proposed(number: int) -> None:
    words = recovery_words_from_key(bytes(range(32)), "nl")
    right = words[number - 1]
    words[number - 1] = right[:-1] + "x"
    sentence = refused(words)
    assert f"{number} " in sentence
    assert right in sentence


def test_unknown_word_without_a_near_one_is_located() -> None:
    words = recovery_words_from_key(bytes(range(32)), "nl")
    words[4] = "qqqqqqqq"
    assert "5 " in refused(words)


def test_word_of_another_language_is_unknown() -> None:
    words = recovery_words_from_key(bytes(range(32)), "nl")
    words[9] = "abandon"
    assert "10 " in refused(words)


@pytest.mark.parametrize("count", [0, 1, 23, 25])
def test_missing_words_are_counted(count: int) -> None:
    words = (recovery_words_from_key(bytes(32), "en") * 2)[:count]
    assert f"{count}" in refused(words)


def test_wrong_word_of_the_list_is_found_in_255_of_256() -> None:
    words = recovery_words_from_key(bytes(range(32)), "nl")
    accepted = 0
    for word in word_list("nl")[:512]:
        try:
            recovery_key_from_words([word, *words[1:]])
        except InvalidInputError:
            continue
        accepted += 1
    assert accepted <= 10


def test_similar_words_are_few() -> None:
    assert "fiets" in similar_words("fietz", "nl")
    assert len(similar_words("fiets", "nl")) <= 3
    assert similar_words("qqqq", "nl") == []
