"""Every sentence is there in Dutch, French and English."""

from tools.word_catalogues import LANGUAGES, areas, catalogue_path, faults, read_catalogue


def test_every_word_is_translated_with_the_same_placeholders() -> None:
    assert faults() == []


def test_the_words_are_really_read() -> None:
    sentence = "That passphrase does not fit. Check Caps Lock and try again."
    for language in LANGUAGES:
        assert read_catalogue(catalogue_path(language, "eletdesk")).get(sentence)
    assert {"eletdesk", "eletdesk-domain"} <= set(areas())
