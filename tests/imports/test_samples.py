"""The three sample lists: every row accounted for, the look-alikes found, no national number anywhere."""

import json
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path

import pytest

from eletdesk.domain.national_number import find_national_numbers
from eletdesk.imports.caseload import plan_caseload
from eletdesk.imports.describe import (
    column_texts,
    describe,
    look_alike_text,
    problem_text,
    skipped_text,
)
from eletdesk.imports.merging import people_to_write
from eletdesk.imports.place import Place
from eletdesk.imports.plan import CaseloadPlan, Choice
from eletdesk.imports.sheet import Sheet
from eletdesk.imports.spreadsheet import read_workbook
from eletdesk.imports.values import shown
from tests.imports.kept_cells import lost_cells

SAMPLES = Path(__file__).parent.parent / "data" / "samples"
# row count over all sheets, people, skipped rows, people written when the proposals are followed
FIGURES = {
    "caseload_naft.xlsx": (62, 53, 9, 52),
    "suivi_eleves.csv": (21, 20, 1, 20),
    "afwezigheden.csv": (151, 15, 1, 15),
}


def planned(name: str) -> tuple[list[Sheet], CaseloadPlan]:
    workbook = read_workbook(SAMPLES / name)
    return workbook, plan_caseload(workbook)


@pytest.mark.parametrize("name", FIGURES)
def test_every_row_is_a_person_or_skipped_with_a_reason(name: str) -> None:
    workbook, plan = planned(name)
    rows, people, skipped, written = FIGURES[name]
    assert plan.is_accounted_for()
    assert sum(len(sheet.rows) for sheet in workbook) == rows
    assert (len(plan.people), len(plan.skipped), len(people_to_write(plan))) == (people, skipped, written)
    assert sum(len(person.rows) for person in plan.people) == rows - skipped
    assert sum(len(person.rows) for person in people_to_write(plan)) == rows - skipped


def test_the_checks_find_what_is_left_out() -> None:
    workbook, plan = planned("caseload_naft.xlsx")
    assert not replace(plan, skipped=plan.skipped[1:]).is_accounted_for()
    assert not replace(plan, skipped=(*plan.skipped, plan.skipped[0])).is_accounted_for()
    assert not replace(plan, people=plan.people[1:]).is_accounted_for()
    poorer = replace(plan, people=(replace(plan.people[0], note="", values={}), *plan.people[1:]))
    assert [column for place, column in lost_cells(workbook, poorer)] == [
        1,
        2,
        3,
        5,
        6,
        8,
        9,
        10,
        11,
        12,
        13,
        14,
    ]
    leaking = replace(plan, people=(replace(plan.people[0], note="RR 10.04.02-828.58"), *plan.people[1:]))
    assert find_national_numbers(all_texts(leaking))


@pytest.mark.parametrize("name", FIGURES)
def test_no_cell_of_a_person_is_lost(name: str) -> None:
    workbook, plan = planned(name)
    assert lost_cells(workbook, plan) == []
    written = people_to_write(plan)
    notes = "\n".join(person.note for person in written)
    days = {line.place for person in written for line in person.absences}
    for person in plan.people:
        assert all(line in notes for line in person.note.split("\n"))
        assert all(line.place in days for line in person.absences)


def all_texts(plan: CaseloadPlan) -> str:
    """Everything that the plan holds or says, in one text."""
    said = [
        *describe(plan),
        *(problem_text(plan, one) for one in plan.problems),
        *(skipped_text(plan, one) for one in plan.skipped),
        *(look_alike_text(plan, one) for one in plan.look_alikes),
        *(str(column_texts(sheet)) for sheet in plan.sheets),
        *(repr(person) + str(person.values) + person.full_note for person in plan.people),
        *(repr(person) + str(person.values) + person.note for person in people_to_write(plan)),
    ]
    return "\n".join(
        [*said, repr(plan), json.dumps(asdict(plan), default=str), json.dumps(plan.mapping.to_dict())]
    )


def test_national_numbers_are_counted_and_never_taken_over() -> None:
    workbook, plan = planned("caseload_naft.xlsx")
    raw = [shown(row[4]) for row in workbook[0].rows[3:50] if len(row) > 4 and row[4] is not None]
    assert plan.national_numbers == len(raw) == 17
    assert all(find_national_numbers(number) for number in raw)
    text = all_texts(plan)
    assert find_national_numbers(text) == []
    assert not any(number in text for number in raw)
    assert any("17" in sentence for sentence in describe(plan))


def test_both_look_alikes_of_the_caseload_are_found() -> None:
    _workbook, plan = planned("caseload_naft.xlsx")
    pairs = {(one.first, one.other): one for one in plan.look_alikes}
    seyma = pairs[Place("lopend", 50), Place("lopend", 11)]
    assert (seyma.is_strong, seyma.same_birth, seyma.score) == (True, True, 100)
    hamza = pairs[Place("lopend", 49), Place("lopend", 7)]
    assert (hamza.is_strong, hamza.same_birth, hamza.score) == (False, None, 100)
    assert plan.person(50).choice == Choice("merge", Place("lopend", 11))
    assert plan.person(49).choice == Choice("import")
    # the same name with another birth date is listed as weak, and so is each closed case with a typing error
    assert pairs[Place("lopend", 49), Place("lopend", 14)].same_birth is False
    assert {one.first.row for one in plan.look_alikes if one.first.sheet == "afgerond"} == set(range(2, 11))
    assert sum(one.is_strong for one in plan.look_alikes) == 1


def test_the_merged_person_keeps_both_rows() -> None:
    _workbook, plan = planned("caseload_naft.xlsx")
    seyma = next(one for one in people_to_write(plan) if Place("lopend", 50) in one.rows)
    assert seyma.rows == (Place("lopend", 11), Place("lopend", 50))
    assert seyma.values["birth_on"] == date(2006, 10, 10)
    assert seyma.values["stage"] == "uitvoering"
    assert seyma.values["school"] == "TA De Linde"
    for text in ("3 Mechanica", "0470 12 34 08"):
        assert text in seyma.values.values()
    for text in (
        "start: 31/02/2026",
        "Đorđévić",
        "1B",
        "0470 12 34 44",
        "schoolmoe + spijbelen",
        "17/12/2025",
    ):
        assert text in seyma.note
    assert seyma.note.count("mama liefst na 16u") == 1


def test_title_empty_rows_and_total_are_skipped() -> None:
    _workbook, plan = planned("caseload_naft.xlsx")
    reasons = {row.place: row.reason for row in plan.skipped}
    assert reasons == {
        Place("lopend", 1): "title",
        Place("lopend", 2): "empty",
        Place("lopend", 3): "header",
        Place("lopend", 17): "empty",
        Place("lopend", 31): "empty",
        Place("lopend", 45): "empty",
        Place("lopend", 51): "total",
        Place("afgerond", 1): "header",
        Place("adressen scholen", 1): "no_people",
    }


def test_a_row_of_the_caseload_is_read_whole() -> None:
    _workbook, plan = planned("caseload_naft.xlsx")
    salma = plan.person(5)
    assert salma.values == {
        "family_name": "Van den Broeck",
        "given_name": "Salma",
        "birth_on": date(2012, 9, 4),
        "school": "TA De Linde",
        "year_label": "3 Mechanica",
        "referrer": "vrij clb",
        "mother_phone": "02 555 01 02",
        "started_on": date(2026, 11, 8),
        "stage": "uitvoering",
        "reason": "psychisch",
    }
    # the formula has no value in the file: its text is all there is; the contact lies in the future
    assert salma.note == "=SUM(A1:A3)\nfase: traject\nlaatste contact: 08/12/2026\n#dagdelen: 12"
    assert [(one.header, one.reason, one.raw) for one in salma.problems] == [
        ("laatste contact", "in_the_future", "08/12/2026")
    ]
    assert plan.person(14).note.startswith("zie mail\nCLB An\n")


def test_the_french_list_is_read() -> None:
    _workbook, plan = planned("suivi_eleves.csv")
    assert plan.problems == ()
    assert plan.person(3).values == {
        "family_name": "Van den Broeck",
        "given_name": "Salma",
        "birth_on": date(2012, 9, 4),
        "school": "TA De Linde",
        "year_label": "3e TQ",
        "absence_half_days": 12.5,
    }
    assert plan.person(3).note == '"time-out" van 3 tot 14 nov'
    assert plan.person(14).note == "zie mail\nCLB An"
    assert plan.person(5).values["family_name"] == "Đorđević"
    assert plan.person(2).note == "<b>dringend</b>"
    assert plan.person(16).note == "=SUM(A1:A3)"


def test_the_absence_list_gives_one_person_with_a_line_for_each_day() -> None:
    _workbook, plan = planned("afwezigheden.csv")
    assert plan.mapping.is_absence_list()
    lotte = plan.person(2)
    assert lotte.values == {
        "school_record_number": "2600000",
        "given_name": "Lotte",
        "family_name": "N'Diaye",
    }
    assert len(lotte.rows) == len(lotte.absences) == 11
    assert lotte.full_note.splitlines()[1:4] == [
        "10/09/2026: voormiddag Z, namiddag Z, te laat",
        "13/09/2026: voormiddag R, namiddag B",
        "14/09/2026: voormiddag B, namiddag B, te laat",
    ]
    assert people_to_write(plan)[0].note == ""
    assert sum(len(one.absences) for one in people_to_write(plan)) == 150
    assert [one.values["given_name"] for one in people_to_write(plan)].count("Chloé") == 1


def test_the_unknown_absence_code_is_reported_for_each_day() -> None:
    workbook, plan = planned("afwezigheden.csv")
    days = [row for row in workbook[0].rows if "L" in row[3:5]]
    reported = [one for one in plan.problems if one.reason == "unknown_code"]
    assert len(reported) == len(days) == 15
    assert {(one.header, one.raw) for one in reported} == {("VM", "L")}


def test_lost_letters_are_said_once_for_each_person() -> None:
    _workbook, plan = planned("afwezigheden.csv")
    lost = [one.raw for one in plan.problems if one.reason == "letters_lost"]
    assert lost == ["?or?evi? Hamza", "?or?evi? ?eyma", "?or?evi? Hamza"]
