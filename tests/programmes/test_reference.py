"""Postcodes lead to their place and municipality, in the language that is spoken."""

import pytest

from eletdesk.programmes.reference import (
    all_municipalities,
    municipality_named,
    municipality_of,
    place_of,
    places_of,
    province_of,
)
from eletdesk.translation import speaking


@pytest.mark.parametrize(
    ("postcode", "nis", "dutch", "french"),
    [
        ("1070", "21001", "Anderlecht", "Anderlecht"),
        ("1000", "21004", "Brussel", "Bruxelles"),
        ("2000", "11002", "Antwerpen", "Anvers"),
        (" 9200 ", "42006", "Dendermonde", "Termonde"),
    ],
)
def test_a_postcode_has_one_municipality(postcode: str, nis: str, dutch: str, french: str) -> None:
    assert municipality_of(postcode) == (nis, dutch)
    with speaking("fr"):
        assert municipality_of(postcode) == (nis, french)


@pytest.mark.parametrize(
    ("postcode", "dutch", "french"),
    [
        ("1020", "Laken", "Laeken"),
        ("1050", "Elsene", "Ixelles"),
        ("3001", "Heverlee", "Heverlee"),
        ("9200", "Dendermonde", "Termonde"),
        ("1540", "Pajottegem", "Pajottegem"),
    ],
)
def test_a_postcode_has_a_main_place(postcode: str, dutch: str, french: str) -> None:
    assert place_of(postcode) == dutch
    with speaking("fr"):
        assert place_of(postcode) == french


def test_a_postcode_may_have_several_places() -> None:
    assert places_of("2960") == ("Brecht", "Sint-Job-In-'t-Goor", "Sint-Lenaarts")


def test_elsewhere_and_nonsense_give_nothing() -> None:
    for postcode in ("4000", "", "abc", "10700"):
        assert municipality_of(postcode) is None
        assert place_of(postcode) == ""
        assert places_of(postcode) == ()
    assert municipality_named("99999") is None
    assert province_of("99999") is None


def test_networks_follow_province_and_brussels() -> None:
    assert province_of("11002") == ("10000", "Antwerpen")
    assert province_of("21001") == ("04000", "Brussels Hoofdstedelijk Gewest")
    with speaking("fr"):
        assert province_of("11002") == ("10000", "Anvers")


def test_all_municipalities_are_there() -> None:
    names = [municipality.name for municipality in all_municipalities()]
    assert len(names) == len(set(names)) == 304
    assert names == sorted(names, key=str.casefold)
