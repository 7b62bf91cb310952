"""Which rows are people, and what the others are."""

from datetime import date

import pytest

from eletdesk.errors import InvalidInputError
from eletdesk.imports.caseload import plan_caseload
from eletdesk.imports.sheet import Cell, Sheet

HEAD: list[Cell] = ["Nr", "Naam", "Voornaam", "geb.datum", "opm."]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ([None, "TOTAAL", None, None, 12], "total"),
        ([None, None, None, None, "Totaal: 12"], "total"),
        ([None, "Nombre", 40], "total"),
        (["Nr", "Naam", "Voornaam", "geb.datum", "opm."], "repeated_header"),
        ([12], "empty"),
        ([12, "—", "-"], "empty"),
        ([None, "Vrij CLB"], "section"),
        ([None, None, None, None, "* bijgewerkt op 3 november"], "footnote"),
        ([None, "lijst nagekeken met het team op maandag"], "footnote"),
        ([None, None, None, "1/2/2010", "zonder naam"], "no_name"),
        ([None, "?", "?", "1/2/2010"], "no_name"),
        ([None, None, None, 39520], "no_name"),
        ([3, "Som", "Aya", "1/2/2010"], ""),
        ([3, "Total", "Fatou"], ""),
        ([None, "Som", "12", "1/2/2010"], ""),
        ([None, "Som", "12", date(2010, 2, 1)], ""),
        ([None, "Totaal", "12", "=SUM(D1:D9)"], "total"),
        ([None, "Claes", "Brecht"], ""),
        ([None, "Claes", None, "1/2/2010"], ""),
        ([None, None, "Brecht", "1/2/2010"], ""),
    ],
)
def test_kinds_of_rows(row: list[Cell], reason: str) -> None:
    plan = plan_caseload([Sheet("lijst", [HEAD, row, [1, "Maes", "Ine"]])])
    assert plan.is_accounted_for()
    skipped = {one.place.row: one.reason for one in plan.skipped}
    assert skipped.get(2, "") == reason
    assert len(plan.people) == 1 + (not reason)


def test_a_missing_half_of_the_name_is_said() -> None:
    plan = plan_caseload(
        [Sheet("lijst", [HEAD, [1, "Claes", None, "1/2/2010"], [2, None, "Ine", "1/2/2011"]])]
    )
    assert [one.reason for one in plan.problems] == ["no_given_name", "no_family_name"]
    assert plan.person(2).values["family_name"] == "Claes"


def test_a_list_of_names_only() -> None:
    rows: list[list[Cell]] = [["Voornaam"], ["Brecht"], ["* klas 3"], ["Ine"]]
    plan = plan_caseload([Sheet("lijst", rows)])
    assert [person.values for person in plan.people] == [{"given_name": "Brecht"}, {"given_name": "Ine"}]


@pytest.mark.parametrize("workbook", [[], [Sheet("a", [])], [Sheet("a", []), Sheet("b", [])]])
def test_a_workbook_without_rows_is_refused(workbook: list[Sheet]) -> None:
    with pytest.raises(InvalidInputError) as caught:
        plan_caseload(workbook)
    assert caught.value.field == "file"


def test_a_workbook_without_people_is_accounted_for() -> None:
    plan = plan_caseload([Sheet("adressen", [["School", "adres"], ["TA De Linde", "Lindelaan 1"]])])
    assert plan.people == ()
    assert {row.reason for row in plan.skipped} == {"no_people"}
    assert plan.is_accounted_for()


def test_sheets_of_the_same_name_are_told_apart() -> None:
    sheets = [Sheet("a", [["Naam", "Voornaam"], ["Claes", name]]) for name in ("Ine", "Jef", "Aya")]
    plan = plan_caseload(sheets)
    assert [sheet.name for sheet in plan.sheets] == ["a", "a (2)", "a (3)"]
    assert plan.is_accounted_for()
