"""Judging passphrases: what guessers try is refused, what is drawn always passes."""

import pytest

from eletdesk.storage.strength import judge
from eletdesk.storage.words import WORD_LANGUAGES, generate_passphrase
from eletdesk.translation import speaking

REFUSED = [
    "",
    "geheim",
    "Welkom2026!",
    "Schulsozialarbeit",
    "Sommerferien2025",
    "Sommerferien 2025 !",
    "Schul-sozial-arbeit-2025",
    "jongerenbegeleiding1",
    "jongeren-begeleiding-2026",
    "jongeren begeleiding naft",
    "verantwoordelijkheid1",
    "Verantwoordelijkheid",
    "schoolschoolschool",
    "wachtwoordwachtwoord",
    "wachtwoord wachtwoord wachtwoord",
    "w4chtw00rd-w3lk0m!",
    "accompagnement2026",
    "décrochage scolaire",
    "mijn kind is lief",
    "ik hou van jou mama",
    "je t'aime mon amour",
    "qwertyuiopasdfgh",
    "azertyuiopqsdfgh",
    "aaaaaaaaaaaaaaaaaaaa",
    "1234567890123456",
    "14-03-2011 14-03-2011",
    "               ",
    "----------------",
]


@pytest.mark.parametrize("passphrase", REFUSED)
def test_refused_with_advice(passphrase: str) -> None:
    judged = judge(passphrase)
    assert not judged.is_enough
    assert judged.score < 4
    assert judged.advice.endswith(".")


@pytest.mark.parametrize("language", WORD_LANGUAGES)
def test_five_drawn_words_always_pass(language: str) -> None:
    for _time in range(100):
        judged = judge(generate_passphrase(language))
        assert (judged.is_enough, judged.score) == (True, 4)


@pytest.mark.parametrize("separator", [" ", ".", ", ", "_"])
def test_drawn_words_pass_with_other_signs_between_them(separator: str) -> None:
    assert judge(generate_passphrase("nl").replace("-", separator)).is_enough


@pytest.mark.parametrize(
    "passphrase",
    ["xkq7bnwr-tz9plmh", "Mijn fiets staat al 7 jaar in de gang!", "de kat krabt de krullen van de trap"],
)
def test_long_and_unusual_ones_pass(passphrase: str) -> None:
    assert judge(passphrase).is_enough


def test_14_characters_are_too_few_and_15_may_be_enough() -> None:
    assert not judge("xkq7bnwr-tz9pl").is_enough
    assert judge("xkq7bnwr-tz9plm4").is_enough


def test_own_words_are_guessed_first() -> None:
    passphrase = "Zuhalquist Bramderen 12"
    assert judge(passphrase).is_enough
    assert not judge(passphrase, ["Bramderen", "Yara Zuhalquist"]).is_enough


def test_very_long_one_is_judged_and_not_refused() -> None:
    assert judge("de kat krabt de krullen van de trap " * 50).is_enough


def test_advice_fits_the_weakness() -> None:
    with speaking("en"):
        assert "15" in judge("kort").advice
        assert "word" in judge("verantwoordelijkheid").advice
        assert judge("verantwoordelijkheid").advice != judge("jongeren begeleiding naft").advice
