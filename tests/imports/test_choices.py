"""Look-alikes and what is chosen for them: import, merge, leave out."""

import copy
from datetime import date

import pytest

from eletdesk.errors import InvalidInputError
from eletdesk.imports.caseload import plan_caseload
from eletdesk.imports.merging import people_to_write
from eletdesk.imports.place import Place
from eletdesk.imports.plan import IMPORT, LEAVE_OUT, CaseloadPlan, Choice, KnownCase, merge_with
from eletdesk.imports.sheet import Cell, Sheet

HEAD: list[Cell] = ["Naam", "Voornaam", "geboortedatum", "school", "opm", "stamnummer"]


def plan_of(*people: list[Cell], known: tuple[KnownCase, ...] = ()) -> CaseloadPlan:
    return plan_caseload([Sheet("lijst", [HEAD, *people])], known=known)


def pairs(plan: CaseloadPlan) -> set[tuple[int, int | str, bool | None, bool]]:
    return {
        (
            one.first.row,
            one.other.row if isinstance(one.other, Place) else one.other,
            one.same_birth,
            one.is_strong,
        )
        for one in plan.look_alikes
    }


@pytest.mark.parametrize(
    ("family", "given"),
    [
        ("Đorđević", "Şeyma"),
        ("DORDEVIC", "seyma"),
        ("Đorđévić", "Şeyma"),
        ("Seyma", "Dordevic"),
    ],
)
def test_accents_capitals_and_order_make_no_difference(family: str, given: str) -> None:
    plan = plan_of(["Đorđević", "Şeyma", date(2006, 10, 10)], [family, given, "10/10/2006"])
    assert pairs(plan) == {(3, 2, True, True)}
    assert plan.person(3).choice == Choice("merge", Place("lijst", 2))


@pytest.mark.parametrize(
    ("family", "given", "born", "is_found"),
    [
        ("Van den Broek", "Salma", "4/9/2012", True),
        ("Vandenbroeck", "Salma", "4/9/2012", True),
        ("Van den Broeck", "Salma", None, True),
        ("Van den Broeck", "Salam", None, True),
        ("Van den Broeck", "Salma", "5/9/2012", True),
        ("Van den Broeck", "Ines", "4/9/2012", True),
        ("Van den Broeck", "Ines", None, False),
        ("Van den Broeck", "Selin", None, False),
        ("Van den Broek", "Salma", "5/10/2010", True),
        ("Peeters", "Jef", "4/9/2012", False),
    ],
)
def test_typing_errors_are_listed_but_not_merged(family: str, given: str, born: Cell, is_found: bool) -> None:
    plan = plan_of(["Van den Broeck", "Salma", "4/9/2012"], [family, given, born])
    assert bool(plan.look_alikes) == is_found
    assert plan.person(3).choice == IMPORT
    assert len(people_to_write(plan)) == 2


def test_the_same_record_number_is_strong() -> None:
    people: list[list[Cell]] = [
        ["Claes", "Brecht", None, "x", "", "2600001"],
        ["Claes", "B.", None, "x", "", 2600001],
    ]
    assert pairs(plan_of(*people)) == {(3, 2, None, True)}


def test_letters_lost_as_question_marks_are_found() -> None:
    known = (KnownCase("k1", "Hamza", "Đorđević", date(2006, 4, 3)),)
    plan = plan_of(["?or?evi?", "Hamza", None], known=known)
    assert pairs(plan) == {(2, "k1", None, False)}
    assert [one.reason for one in plan.problems] == ["letters_lost"]


def test_known_cases_are_found_and_proposed() -> None:
    known = (KnownCase("k1", "Şeyma", "Đorđević", date(2006, 10, 10)), KnownCase("k2", "Ine", "Maes"))
    plan = plan_of(["DORDEVIC", "Seyma", "10/10/2006"], ["Maes", "Ine", "1/1/2010"], known=known)
    assert pairs(plan) == {(2, "k1", True, True), (3, "k2", None, False)}
    written = people_to_write(plan)
    assert [person.case_id for person in written] == ["k1", None]


def test_three_rows_of_one_person_become_one() -> None:
    people: list[list[Cell]] = [["Claes", "Brecht", "1/2/2010", f"school {n}", f"opm {n}"] for n in (1, 2, 3)]
    plan = plan_of(*people)
    (person,) = people_to_write(plan)
    assert [row.row for row in person.rows] == [2, 3, 4]
    assert person.values["school"] == "school 1"
    assert person.note.split("\n") == [
        "opm 1",
        "opm 2",
        "School (andere rij): school 2",
        "opm 3",
        "School (andere rij): school 3",
    ]


def test_merging_fills_what_is_missing_and_keeps_what_differs() -> None:
    plan = plan_of(["Claes", "Brecht", None, "TA", "belt"], ["Claes", "Brecht", "1/2/2010", "VTI", "belt"])
    plan = plan.with_choice(3, merge_with(Place("lijst", 2)))
    (person,) = people_to_write(plan)
    assert person.values["birth_on"] == date(2010, 2, 1)
    assert person.note == "belt\nSchool (andere rij): VTI"


def test_the_user_may_choose_otherwise() -> None:
    people: list[list[Cell]] = [["Claes", "Brecht", "1/2/2010"]] * 2
    plan = plan_of(*people)
    assert len(people_to_write(plan)) == 1
    apart = plan.with_choice(3, IMPORT)
    assert len(people_to_write(apart)) == 2
    assert len(people_to_write(apart.with_choice(2, LEAVE_OUT))) == 1
    assert len(people_to_write(plan)) == 1
    assert plan.with_choice(3, LEAVE_OUT).is_accounted_for()


def test_who_is_merged_with_somebody_left_out_is_not_lost() -> None:
    people: list[list[Cell]] = [["Claes", "Brecht", "1/2/2010", f"school {n}"] for n in (1, 2)]
    plan = plan_of(*people).with_choice(2, LEAVE_OUT)
    (person,) = people_to_write(plan)
    assert person.rows == (Place("lijst", 3),)
    assert person.values["school"] == "school 2"


def test_merging_in_circles_or_with_nobody_is_refused() -> None:
    plan = plan_of(["Claes", "Brecht"], ["Maes", "Ine"], ["Wouters", "Kato"])
    first, second, third = (Place("lijst", row) for row in (2, 3, 4))
    plan = plan.with_choice(second, merge_with(first)).with_choice(third, merge_with(second))
    assert len(people_to_write(plan)) == 1
    refused = [(first, merge_with(third)), (first, merge_with(first)), (first, merge_with(Place("lijst", 9)))]
    refused += [(first, merge_with("k1")), (first, Choice("merge")), (Place("elders", 2), IMPORT)]
    for place, choice in refused:
        with pytest.raises(InvalidInputError):
            plan.with_choice(place, choice)


def test_a_dry_plan_changes_nothing() -> None:
    sheet = Sheet(
        "lijst",
        [HEAD, ["Claes", "Brecht", "1/2/2010", "x", "nr 09071351343"], ["Claes", "Brecht", "1/2/2010"]],
    )
    before = copy.deepcopy(sheet.rows)
    known = (KnownCase("k1", "Brecht", "Claes"),)
    plans = [plan_caseload([sheet], known=known) for _time in range(2)]
    assert plans[0] == plans[1]
    kept = copy.deepcopy(plans[0].people)
    plans[0].with_choice(3, LEAVE_OUT)
    people_to_write(plans[0])
    people_to_write(plans[0])
    assert plans[0].people == kept
    assert sheet.rows == before


def test_a_long_list_of_one_name_is_planned_within_bounds() -> None:
    people: list[list[Cell]] = [
        ["Claes", f"Brecht {n}", f"{n % 28 + 1}/{n % 12 + 1}/2010"] for n in range(3_000)
    ]
    plan = plan_of(*people)
    assert plan.is_accounted_for()
    assert len(plan.people) == 3_000
