"""National numbers are seen wherever they stand, counted, and never taken over."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eletdesk.domain.national_number import find_national_numbers
from eletdesk.imports.caseload import plan_caseload
from eletdesk.imports.fields import FIELDS
from eletdesk.imports.header_words import header_key
from eletdesk.imports.mapping import ColumnMapping
from eletdesk.imports.merging import people_to_write
from eletdesk.imports.sheet import Cell, Sheet
from tests.imports.test_samples import all_texts

NUMBER = "09071351343"
WRITTEN = [
    "09071351343",
    "09.07.13-513.43",
    "09 07 13 513 43",
    "RR: 09071351343 (mama)",
    9071351343,
    9071351343.0,
]


def test_the_number_is_a_valid_one() -> None:
    assert len(find_national_numbers(NUMBER)) == 1


@pytest.mark.parametrize("written", WRITTEN)
@pytest.mark.parametrize("field", [field for field in FIELDS if field != "full_name"])
def test_in_any_column(field: str, written: Cell) -> None:
    headers = ("Naam", "Voornaam", "kolom")
    mapping = ColumnMapping(headers, ("family_name", "given_name", field))
    if field in ("family_name", "given_name"):
        mapping = ColumnMapping(headers, ("full_name", None, field))
    sheet = Sheet("lijst", [list(headers), ["Claes", "Brecht", written]])
    plan = plan_caseload([sheet], mapping)
    assert plan.mapping.fields[2] == field
    assert plan.national_numbers == 1
    assert find_national_numbers(all_texts(plan)) == []
    assert plan.is_accounted_for()


def test_in_headings_titles_totals_names_comments_and_sheet_names() -> None:
    rows: list[list[Cell]] = [
        [f"lijst {NUMBER}"],
        ["Naam", "Voornaam", f"kolom {NUMBER}"],
        [f"Claes {NUMBER}", "Brecht", "x"],
        ["Totaal", NUMBER],
        [None, None, f"* {NUMBER}"],
        [],
    ]
    sheet = Sheet(f"blad {NUMBER}", rows, comments={(3, 0): f"zie {NUMBER}", (6, 1): NUMBER})
    plan = plan_caseload([sheet])
    assert plan.national_numbers == 7
    assert len(plan.people) == 1
    assert plan.person(3).values["family_name"] == "Claes"
    assert find_national_numbers(all_texts(plan)) == []


def test_a_mistyped_number_in_its_own_column_is_not_kept_either() -> None:
    rows: list[list[Cell]] = [
        ["Naam", "Voornaam", "RR nr"],
        ["Claes", "Ine", "09071351344"],
        ["Maes", "Jef", "aangevraagd"],
    ]
    plan = plan_caseload([Sheet("lijst", rows)])
    assert [one.reason for one in plan.problems] == ["mistyped_national_number"]
    assert "09071351344" not in all_texts(plan)
    assert plan.person(3).note == "RR nr: aangevraagd"


TEXTS = st.one_of(
    st.none(),
    st.sampled_from([*WRITTEN, "Claes", "Brecht", "?", "geen", "totaal", "1/2/2010", "=A1", "tel", "—"]),
    st.text(max_size=12),
    st.integers(0, 10**11),
    st.dates(),
)
HEADINGS = st.lists(
    st.sampled_from(
        ["Naam", "Voornaam", "Nr", "RR nr", "geb.datum", "school", "opm", "fiets", "", "VM", "Datum", "tel"]
    ),
    min_size=1,
    max_size=6,
)


@given(st.lists(st.lists(TEXTS, max_size=7), min_size=1, max_size=12), HEADINGS, st.integers(0, 3))
def test_any_sheet_is_accounted_for_without_numbers(
    rows: Sequence[list[Cell]], headings: list[str], at: int
) -> None:
    body = [list(row) for row in rows]
    body.insert(min(at, len(body)), list(headings))
    plan = plan_caseload([Sheet("lijst", body)])
    assert plan.is_accounted_for()
    assert find_national_numbers(all_texts(plan)) == []
    written = people_to_write(plan)
    assert sorted(row for person in written for row in person.rows) == sorted(
        row for person in plan.people for row in person.rows
    )


def test_headings_are_folded_for_the_signature() -> None:
    assert header_key("GEB. DATUM") == header_key("geb.datum") == "geb datum"
