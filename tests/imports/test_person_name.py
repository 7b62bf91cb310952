"""Splitting and tidying names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eletdesk.domain.names import comparable
from eletdesk.imports.mapping import FAMILY_FIRST, GIVEN_FIRST
from eletdesk.imports.person_name import guess_name_order, has_lost_letters, split_whole_name, tidy_name


@pytest.mark.parametrize(
    ("text", "order", "given", "family"),
    [
        ("N'Diaye Lotte", FAMILY_FIRST, "Lotte", "N'Diaye"),
        ("Van den Broeck Salma", FAMILY_FIRST, "Salma", "Van den Broeck"),
        ("De Smet Anna Maria", FAMILY_FIRST, "Anna Maria", "De Smet"),
        ("El Idrissi Jef", FAMILY_FIRST, "Jef", "El Idrissi"),
        ("D'Hondt Jean-Baptiste", FAMILY_FIRST, "Jean-Baptiste", "D'Hondt"),
        ("Vanden Eynde Kato", FAMILY_FIRST, "Kato", "Vanden Eynde"),
        ("Peeters, Fatoumata", GIVEN_FIRST, "Fatoumata", "Peeters"),
        ("VAN DEN BROECK Salma", GIVEN_FIRST, "Salma", "VAN DEN BROECK"),
        ("Salma van den BROECK", FAMILY_FIRST, "Salma", "van den BROECK"),
        ("Jean-Baptiste ÖZTÜRK", FAMILY_FIRST, "Jean-Baptiste", "ÖZTÜRK"),
        ("Salma Van den Broeck", GIVEN_FIRST, "Salma", "Van den Broeck"),
        ("Jean Pierre De Smet", GIVEN_FIRST, "Jean Pierre", "De Smet"),
        ("Lotte N'Diaye", GIVEN_FIRST, "Lotte", "N'Diaye"),
    ],
)
def test_whole_names_are_split(text: str, order: str, given: str, family: str) -> None:
    whole = split_whole_name(text, order)
    assert (whole.given, whole.family, whole.is_sure) == (given, family, True)


@pytest.mark.parametrize(
    ("text", "order", "given", "family"),
    [
        ("García López Céline", FAMILY_FIRST, "Céline", "García López"),
        ("Céline García López", GIVEN_FIRST, "Céline", "García López"),
        ("Salma Van den Broeck", FAMILY_FIRST, "Salma", "Van den Broeck"),
        ("Madonna", FAMILY_FIRST, "Madonna", ""),
        ("Claes,", FAMILY_FIRST, "", "Claes"),
    ],
)
def test_doubtful_splits_say_so(text: str, order: str, given: str, family: str) -> None:
    whole = split_whole_name(text, order)
    assert (whole.given, whole.family, whole.is_sure) == (given, family, False)


@given(st.text(max_size=60), st.sampled_from([FAMILY_FIRST, GIVEN_FIRST]))
def test_no_word_of_a_name_gets_lost(text: str, order: str) -> None:
    whole = split_whole_name(text, order)
    parts = f"{whole.family},{whole.given}".replace(",", " ").split()
    assert sorted(parts) == sorted(text.replace(",", " ").split())


@pytest.mark.parametrize(
    ("text", "tidy"),
    [
        ("VAN DEN BROECK", "Van den Broeck"),
        ("ĐORĐEVIĆ", "Đorđević"),
        ("N'DIAYE", "N'Diaye"),
        ("JEAN-BAPTISTE", "Jean-Baptiste"),
        ("hamza", "Hamza"),
        ("el idrissi", "El Idrissi"),
        ("'t hart", "'t Hart"),
        ("McDonald", "McDonald"),
        ("de Vries", "de Vries"),
        ("A", "A"),
    ],
)
def test_names_are_tidied(text: str, tidy: str) -> None:
    assert tidy_name(text) == tidy


@given(st.text(max_size=60))
def test_tidying_changes_capitals_only(text: str) -> None:
    once = tidy_name(text)
    assert comparable(once) == comparable(text)


def test_the_order_of_a_list_is_found() -> None:
    assert guess_name_order([], "Naam en voornaam") == FAMILY_FIRST
    assert guess_name_order([], "Voornaam en naam") == GIVEN_FIRST
    assert guess_name_order([], "Prénom NOM") == GIVEN_FIRST
    assert guess_name_order([], "Pupil") == GIVEN_FIRST
    assert guess_name_order(["Salma Van den Broeck", "Kato Claes"], "leerling") == GIVEN_FIRST
    assert guess_name_order(["Van den Broeck Salma", "Claes Kato"], "Name") == FAMILY_FIRST
    assert guess_name_order(["Aya LAMBERT", "Jef MAES"], "élève") == GIVEN_FIRST
    assert guess_name_order(["LAMBERT Aya", "MAES Jef"], "élève") == FAMILY_FIRST


def test_lost_letters_are_seen() -> None:
    assert all(map(has_lost_letters, ("?or?evi? Hamza", "Chlo\ufffd", "Ma?lle")))
    assert not any(map(has_lost_letters, ("?", "Lotte", "wie ?", "??? ")))
