"""Folding, likeness, initials and order of names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eletdesk.domain.names import (
    LOOKS_ALIKE,
    first_name_and_initial,
    fold,
    initials,
    similarity,
    sort_key,
)


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Çelik", "celik"),
        ("ŞEYMA Yılmaz", "seyma yilmaz"),
        ("İREM", "irem"),
        ("Đorđević", "dordevic"),
        ("Nguyễn", "nguyen"),
        ("Cœur Ægir Straße", "coeur aegir strasse"),
        ("Łukasz Sørensen", "lukasz sorensen"),
        ("D’Hondt", "d'hondt"),
        ("  Van   den Broeck ", "van den broeck"),
        ("ﬁlip", "filip"),
    ],
)
def test_what_people_leave_out_is_taken_away(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [
        ("El Idrissi Yassin", "Yassine El Idrissi", 97),
        ("Lotte Desmedt", "Lotte De Smet", 97),
        ("Tom Claes", "Tom Claeys", 98),
    ],
)
def test_measured_examples_look_alike(one: str, other: str, score: int) -> None:
    assert round(similarity(one, other)) == score >= LOOKS_ALIKE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("N'Diaye Lotte", "Lotte N'DIAYES"),
        ("Đorđević Hamza", "ĐORĐEVIĆ Hamza"),
        ("Peeters Fatoumata", "Fatoumata Peeterss"),
        ("D'Hondt Wout", "Wout Dhondt"),
        ("Jean-Baptiste Öztürk", "Ozturk Jean Baptiste"),
    ],
)
def test_accents_order_typos_and_marks_do_not_hide_a_double(one: str, other: str) -> None:
    assert similarity(one, other) >= LOOKS_ALIKE
    assert similarity(one, other) == similarity(other, one)


def test_different_people_of_one_family_do_not_look_alike() -> None:
    assert similarity("Sofie Peeters", "Jan Peeters") <= 78
    assert similarity("Emma Willems", "Emma Wouters") < LOOKS_ALIKE


def test_an_empty_name_is_like_nobody() -> None:
    assert similarity("", "Noor Verlinden") == 0
    assert similarity("—", "...") == 0


def test_initials_and_short_names() -> None:
    assert initials("Noor", "Verlinden") == "NV"
    assert initials("jean-baptiste", "'t Jampens") == "JT"
    assert initials("", "Öztürk") == "Ö"
    assert initials(" ", "—") == "?"
    assert first_name_and_initial("Noor", "Verlinden") == "Noor V."
    assert first_name_and_initial("Noor", "") == "Noor"


def test_lists_are_sorted_by_the_whole_family_name_without_accents() -> None:
    people = [
        ("Salma", "Van den Broeck"),
        ("Zoë", "Öztürk"),
        ("Aya", "Van Hoof"),
        ("Ali", "Ozturk"),
        ("A", "N"),
    ]
    ordered = sorted(people, key=lambda person: sort_key(*person))
    assert ordered == [
        ("A", "N"),
        ("Ali", "Ozturk"),
        ("Zoë", "Öztürk"),
        ("Salma", "Van den Broeck"),
        ("Aya", "Van Hoof"),
    ]
