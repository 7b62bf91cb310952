"""People are found by any part of their name, in any order, and nearly so."""

import pytest

from eletdesk.domain.people_index import KnownPerson
from eletdesk.domain.people_search import PeopleSearch

PEOPLE = [
    KnownPerson(name, *name.rsplit("|", 1))
    for name in (
        "Noor|Verlinden", "Noortje|Aerts", "Ilyas|Bensalem", "Yassin|El Idrissi", "Bilal|Aydın",
        "Yentl|De Smet", "Jef|Claeys", "Şeyma|Öztürk", "Siobhán|O'Brien", "Marie-Claire|D'Hondt",
    )
]  # fmt: skip


def found(typed: str) -> tuple[list[str], bool]:
    result = PeopleSearch(PEOPLE).find(typed)
    return [case_id.split("|")[0] for case_id in result.case_ids], result.is_sure


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("noor", "Noor"), ("verl", "Noor"), ("noor verl", "Noor"), ("verl noor", "Noor"), ("no ver", "Noor"),
        ("aydin", "Bilal"), ("AYDIN", "Bilal"), ("ozturk", "Şeyma"), ("seyma", "Şeyma"),
        ("obrien", "Siobhán"),
        ("idrissi yas", "Yassin"), ("dhondt", "Marie-Claire"), ("claire", "Marie-Claire"), ("smet", "Yentl"),
    ],
)  # fmt: skip
def test_a_name_is_found_as_it_is_typed(typed: str, first: str) -> None:
    assert found(typed)[0][:1] == [first]
    assert found(typed)[1]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("nor verlinden", "Noor"), ("verlnden", "Noor"), ("verilnden", "Noor"), ("werlinden", "Noor"),
        ("verlindne noro", "Noor"), ("claes", "Jef"), ("desmedt", "Yentl"), ("yasin idrisi", "Yassin"),
        ("bensalm", "Ilyas"), ("ilias", "Ilyas"), ("bensla", "Ilyas"), ("siobahn", "Siobhán"),
    ],
)  # fmt: skip
def test_a_slip_is_forgiven_and_told(typed: str, first: str) -> None:
    assert found(typed)[0][:1] == [first]
    assert not found(typed)[1]


@pytest.mark.parametrize("typed", ["", "  ", "x", "qq", "peeters", "zz verlinden", "bakkerij"])
def test_who_is_far_off_is_not_meant(typed: str) -> None:
    assert found(typed)[0] == []


def test_who_is_called_exactly_so_comes_first() -> None:
    assert found("noor")[0] == ["Noor", "Noortje"]
