"""Headings in three languages, columns guessed by what stands below them, and mappings that are kept."""

import json
from datetime import date

import pytest

from eletdesk.errors import InvalidInputError
from eletdesk.imports.caseload import plan_caseload
from eletdesk.imports.columns import guess_mapping
from eletdesk.imports.fields import FIELDS
from eletdesk.imports.header import find_header
from eletdesk.imports.header_words import field_of_header
from eletdesk.imports.mapping import FAMILY_FIRST, GIVEN_FIRST, ColumnMapping, column_letters
from eletdesk.imports.merging import people_to_write
from eletdesk.imports.sheet import Cell, Sheet

Rows = list[list[Cell]]


def sheet_of(*rows: list[Cell]) -> Sheet:
    return Sheet("lijst", list(rows))


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("geb.datum", "birth_on"),
        ("GEBOORTEDATUM", "birth_on"),
        ("Né(e) le", "birth_on"),
        ("date of birth", "birth_on"),
        ("geboortedaum", "birth_on"),
        ("RR nr", "national_number"),
        ("N° registre national", "national_number"),
        ("INSZ-nummer", "national_number"),
        ("Établissement", "school"),
        ("tel mama", "mother_phone"),
        ("GSM-nr. vader", "father_phone"),
        ("Tél. mère", "mother_phone"),
        ("mail ouders", "guardian_email"),
        ("naam moeder", "mother_name"),
        ("papa", "father_name"),
        ("#dagdelen", ""),
        ("opm.", "remarks"),
        ("laatste contact", "last_contact_on"),
        ("Demi-jours injustifiés", "absence_half_days"),
        ("Stamnummer leerling", "school_record_number"),
        ("E-mail", "email"),
        ("thuistaal", "home_language"),
        ("fiets", ""),
        ("", ""),
        ("x" * 500, ""),
    ],
)
def test_headings_are_understood(heading: str, field: str) -> None:
    assert field_of_header(heading)[0] == field


def test_the_header_row_is_found_below_titles() -> None:
    sheet = sheet_of(
        ["Opvolging jongeren 2026-2027"],
        [],
        ["School: TA De Linde", None, "klas 3"],
        ["Nr", "Naam", "Voornaam", "klas"],
        [1, "Claes", "Brecht", "3B"],
    )
    assert find_header(sheet) == 4
    assert find_header(sheet_of(["Claes", "Brecht"], ["Maes", "Ine"])) is None
    assert find_header(sheet_of(["Jongere"], ["Brecht Claes"])) == 1
    assert find_header(sheet_of([])) is None


def test_name_means_family_name_only_beside_a_first_name() -> None:
    both = sheet_of(["Naam", "Voornaam"], ["Claes", "Brecht"])
    assert guess_mapping(both, 1).fields == ("family_name", "given_name")
    one = sheet_of(["Naam", "klas"], ["Claes Brecht", "3B"])
    assert guess_mapping(one, 1).fields == ("full_name", "year_label")


def test_a_column_that_only_says_date_is_left_to_the_note_unless_others_explain_it() -> None:
    plain = sheet_of(["Naam", "Voornaam", "Datum"], ["Claes", "Brecht", "1/9/2026"])
    assert guess_mapping(plain, 1).fields[2] is None
    minutes = sheet_of(["Naam", "Voornaam", "Datum", "Minuten"], ["Claes", "Brecht", "1/9/2026", 45])
    assert guess_mapping(minutes, 1).fields[2] == "session_on"
    codes = sheet_of(["Naam", "Voornaam", "Datum", "VM"], ["Claes", "Brecht", "1/9/2026", "B"])
    assert guess_mapping(codes, 1).fields[2] == "absent_on"


def test_what_stands_in_a_column_counts_too() -> None:
    numbers = sheet_of(
        ["Naam", "Voornaam", "code"], ["Claes", "Brecht", "09071351343"], ["Maes", "Ine", 7082231137]
    )
    assert guess_mapping(numbers, 1).fields[2] == "national_number"
    contacts = sheet_of(["Jongere", "bereik", "digitaal"], ["Claes Brecht", "0470 12 34 56", "a@b.be"])
    assert guess_mapping(contacts, 1).fields == ("full_name", "phone", "email")
    start = sheet_of(["Naam", "Voornaam", "startplaats werk"], ["Claes", "Brecht", "bakkerij"])
    assert guess_mapping(start, 1).fields[2] != "started_on"


def test_a_list_without_headings_is_known_by_its_names() -> None:
    rows: Rows = [[f"{family} {given}", "3B"] for family in ("Claes", "Maes") for given in ("Ine", "Jef")]
    plan = plan_caseload([sheet_of(*rows)])
    assert [person.values["family_name"] for person in plan.people] == ["Claes", "Claes", "Maes", "Maes"]
    assert plan.person(1).note == "B: 3B"
    assert plan.is_accounted_for()


def test_headings_above_several_columns_say_whose_they_are() -> None:
    sheet = sheet_of(
        ["Opvolging van deze jongeren"],
        [None, None, "Moeder", None, "Vader", None],
        ["Naam", "Voornaam", "naam", "tel", "naam", "tel"],
        ["Claes", "Ine", "Els", "0470 11 22 33", "Jan", "0470 44 55 66"],
    )
    plan = plan_caseload([sheet])
    assert plan.person(4).values == {
        "family_name": "Claes",
        "given_name": "Ine",
        "mother_name": "Els",
        "mother_phone": "0470 11 22 33",
        "father_name": "Jan",
        "father_phone": "0470 44 55 66",
    }
    assert "phone" not in plan.mapping.fields


def test_a_title_is_no_heading_because_one_word_of_it_is_known() -> None:
    rows: Rows = [
        ["klas 3B"],
        [],
        [1, "Claes Ine", "12/3/2009"],
        [2, "Maes Jef", "1/4/2009"],
        [3, "De Wit Aya", "?"],
    ]
    plan = plan_caseload([sheet_of(*rows)])
    assert plan.person(3).values == {
        "given_name": "Ine",
        "family_name": "Claes",
        "birth_on": date(2009, 3, 12),
    }
    assert [(row.place.row, row.reason) for row in plan.skipped] == [(1, "section"), (2, "empty")]


def test_the_rows_of_a_session_list_are_one_person_each() -> None:
    sheet = sheet_of(
        ["Jongere", "Datum gesprek", "Duur", "Verslag"],
        ["Ine Claes", "3/11/2026", "45m", "ging goed"],
        ["Jef Maes", "10/11/2026", 30, "stil"],
        ["Ine Claes", "10/11/2026", "1u", "beter"],
    )
    ine, jef = people_to_write(plan_caseload([sheet]))
    assert ine.values == {
        "given_name": "Ine",
        "family_name": "Claes",
        "session_on": date(2026, 11, 3),
        "session_minutes": 45,
    }
    assert ine.note.split("\n") == [
        "ging goed",
        "beter",
        "Datum van het gesprek (andere rij): 10/11/2026",
        "Minuten van het gesprek (andere rij): 60",
    ]
    assert jef.note == "stil"


def test_the_second_column_of_a_field_goes_into_the_note() -> None:
    plan = plan_caseload([sheet_of(["Naam", "Voornaam", "school", "school"], ["Claes", "Brecht", "x", "y"])])
    assert plan.person(2).values["school"] == "x"
    assert plan.person(2).note == "school: y"


def test_the_order_of_whole_names_follows_the_list() -> None:
    sheet = sheet_of(["Jongere"], ["Salma Van den Broeck"], ["Brecht Claes"])
    assert guess_mapping(sheet, 1).name_order == GIVEN_FIRST
    assert plan_caseload([sheet]).person(3).values == {"given_name": "Brecht", "family_name": "Claes"}
    assert guess_mapping(sheet_of(["Naam"], ["Claes Brecht"]), 1).name_order == FAMILY_FIRST


def test_a_mapping_is_kept_and_recognised_next_time() -> None:
    first = sheet_of(["Naam", "Voornaam", "Fiets", "tel mama"], ["Claes", "Brecht", "Gent", "0470 12 34 56"])
    chosen = guess_mapping(first, 1).with_field(2, "place").with_field(3, None)
    kept = ColumnMapping.from_dict(json.loads(json.dumps(chosen.to_dict())))
    assert kept == chosen
    again = sheet_of(
        ["Lijst"], ["NAAM ", "voornaam", "fiets", "Tel. mama"], ["Maes", "Ine", "Aalst", "niet bellen"]
    )
    plan = plan_caseload([again], [kept])
    assert plan.mapping.signature == chosen.signature
    assert plan.person(3).values == {"family_name": "Maes", "given_name": "Ine", "place": "Aalst"}
    assert plan.person(3).note == "Tel. mama: niet bellen"


def test_a_kept_mapping_follows_columns_that_changed_places() -> None:
    kept = guess_mapping(sheet_of(["Naam", "Voornaam", "Fiets"], ["Claes", "Brecht", "Gent"]), 1).with_field(
        2, "place"
    )
    plan = plan_caseload([sheet_of(["Fiets", "Voornaam", "Naam"], ["Aalst", "Ine", "Maes"])], kept)
    assert plan.person(2).values == {"place": "Aalst", "given_name": "Ine", "family_name": "Maes"}


def test_a_mapping_of_another_list_is_not_used() -> None:
    kept = guess_mapping(sheet_of(["Naam", "Voornaam", "Fiets"], ["Claes", "Brecht", "Gent"]), 1).with_field(
        0, "place"
    )
    plan = plan_caseload([sheet_of(["Naam", "Voornaam"], ["Maes", "Ine"])], kept)
    assert plan.person(2).values == {"family_name": "Maes", "given_name": "Ine"}


@pytest.mark.parametrize(
    "change", [{"fields": ["family_name"]}, {"fields": ["x", None]}, {"headers": 3}, {"name_order": "z"}]
)
def test_a_damaged_mapping_is_refused(change: dict[str, object]) -> None:
    good: dict[str, object] = {"headers": ["Naam", "Fiets"], "fields": ["family_name", None]}
    assert ColumnMapping.from_dict(good).fields == ("family_name", None)
    with pytest.raises(InvalidInputError):
        ColumnMapping.from_dict(good | change)


def test_a_field_belongs_to_one_column() -> None:
    mapping = ColumnMapping(("a", "b"), ("school", None))
    assert mapping.with_field(1, "school").fields == (None, "school")
    for column, field in ((2, "school"), (0, "zomaar"), (-1, None)):
        with pytest.raises(InvalidInputError):
            mapping.with_field(column, field)


def test_columns_without_a_heading_have_letters() -> None:
    assert [column_letters(at) for at in (0, 25, 26, 99)] == ["A", "Z", "AA", "CV"]
    assert set(FIELDS) >= {"family_name", "referrer", "absence_half_days"}
