"""Reading a school's list of absences: people, codes and days, each line with its result."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from eletdesk.domain.school_calendar import Community, DayPart, HalfDay
from eletdesk.errors import InvalidInputError
from eletdesk.imports.absence_file import plan_absences
from eletdesk.imports.absence_matching import KnownPupil, match_pupil
from eletdesk.imports.absence_plan import LEAVE_OUT, AbsencePlan, ListCell, UnknownCode
from eletdesk.imports.absence_words import STATES, describe_absences, half_day_text, state_text, where_text
from eletdesk.imports.spreadsheet import read_workbook
from eletdesk.queries.noted_absences import NotedAbsences
from eletdesk.queries.school_on import SchoolPeriod
from eletdesk.translation import use_language

SAMPLES = Path(__file__).parents[1] / "data" / "samples"
HEADER = "Stamnummer;Naam;Datum;VM;NM;Opmerking"
LOTTE = KnownPupil("k1", "Lotte", "N'Diaye", date(2008, 3, 13))
SCHOOL = NotedAbsences((SchoolPeriod("TA De Linde"),))


def read(text: str, known: tuple[KnownPupil, ...] = (LOTTE,), noted: NotedAbsences = SCHOOL) -> AbsencePlan:
    """Plan a list given as text; everybody found for sure is at a Flemish school."""
    plan = plan_absences(read_workbook(text.encode(), "lijst.csv"), known)
    for pupil in plan.pupils:
        if pupil.chosen:
            plan = plan.with_pupil(pupil.place, pupil.chosen, noted)
    return plan


def lines(*rows: str) -> str:
    return "\n".join([HEADER, *rows])


def states(plan: AbsencePlan) -> list[str]:
    return [one.state for one in plan.half_days]


def test_every_line_has_a_result() -> None:
    plan = read(
        lines(
            "1;N'Diaye Lotte;14/09/2026;B;Z;te laat",
            "1;N'Diaye Lotte;13/09/2026;R;;",
            "1;N'Diaye Lotte;16/09/2026;;B;",
            "1;N'Diaye Lotte;15/09/2026;;;GWP",
            "1;N'Diaye Lotte;31/02/2026;B;;",
            "1;N'Diaye Lotte;17/09/2026;L;;",
            "2;Onbekend Iemand;17/09/2026;B;;",
        )
    )
    assert plan.is_accounted_for()
    assert states(plan) == [
        "written", "written", "no_lesson", "no_lesson", "no_code", "no_date", "asked", "nobody",
    ]  # fmt: skip
    assert [one.why for one in plan.half_days if one.state == "no_lesson"] == [
        "weekend", "woensdagnamiddag",
    ]  # fmt: skip
    assert plan.half_days[0].remark == "te laat"


def test_an_unknown_code_is_asked_and_never_guessed() -> None:
    plan = read(lines("1;N'Diaye Lotte;14/09/2026;L;B;", "1;N'Diaye Lotte;15/09/2026;L;;"))
    unknown = UnknownCode(Community.flemish, "L")
    assert plan.unknown_codes == {unknown: 2}
    assert plan.open_questions == 1
    answered = plan.with_answer(unknown, "R")
    assert answered.open_questions == 0
    assert [(one.raw, one.code) for one in answered.half_days] == [("L", "R"), ("B", "B"), ("L", "R")]
    left = plan.with_answer(unknown, LEAVE_OUT)
    assert states(left) == ["code_left_out", "written", "code_left_out"]
    one = plan.with_code(ListCell(plan.half_days[0].cell.place, DayPart.morning), "Z")
    assert [(half.state, half.code) for half in one.half_days] == [
        ("written", "Z"), ("written", "B"), ("asked", ""),
    ]  # fmt: skip


def test_the_same_half_day_twice_is_found_and_the_first_stays() -> None:
    plan = read(
        lines(
            "1;N'Diaye Lotte;14/09/2026;B;Z;te laat",
            "1;N'Diaye Lotte;14/09/2026;B;;GWP",
            "1;N'Diaye Lotte;14/09/2026;R;;",
        )
    )
    assert states(plan) == ["written", "written", "same_line", "other_line"]
    first = plan.half_days[0]
    for words in ("te laat", "GWP", "R (rij 4)"):
        assert words in first.remark
    later = plan.with_kept(plan.half_days[3].cell)
    assert states(later) == ["other_line", "written", "other_line", "written"]
    assert "B (rij 2)" in later.half_days[3].remark


def test_what_the_case_has_is_not_doubled_nor_replaced_unasked() -> None:
    noted = NotedAbsences(
        SCHOOL.schools,
        {
            HalfDay(date(2026, 9, 14), DayPart.morning): "B",
            HalfDay(date(2026, 9, 14), DayPart.afternoon): "Z",
        },
    )
    plan = read(lines("1;N'Diaye Lotte;14/09/2026;B;B;"), noted=noted)
    assert states(plan) == ["noted", "noted_other"]
    replaced = plan.with_kept(plan.half_days[1].cell)
    assert states(replaced) == ["noted", "replaces"]
    assert replaced.half_days[1].other == "Z"
    assert states(replaced.without(plan.half_days[1].cell)) == ["noted", "left_out"]


def test_a_day_without_lessons_is_written_on_demand() -> None:
    plan = read(lines("1;N'Diaye Lotte;03/11/2026;B;;", "1;N'Diaye Lotte;19/09/2026;B;;"))
    assert [(one.state, one.why) for one in plan.half_days] == [
        ("no_lesson", "Herfstvakantie"), ("no_lesson", "weekend"),
    ]  # fmt: skip
    assert states(plan.with_kept(plan.half_days[0].cell)) == ["written", "no_lesson"]


def test_french_letters_and_periods_belong_to_a_french_school() -> None:
    french = NotedAbsences((SchoolPeriod("Athénée", Community.french),))
    text = "Matricule;Nom et prénom;Date;Matin;Après-midi;Périodes;Remarque\n"
    text += "1;N'Diaye Lotte;14/09/2026;O;;3;\n1;N'Diaye Lotte;15/09/2026;M;O;5;\n"
    text += "1;N'Diaye Lotte;16/09/2026;Z;;;\n"
    plan = read(text, noted=french)
    assert [(one.state, one.code, one.periods) for one in plan.half_days] == [
        ("written", "O", 3), ("written", "M", 0), ("written", "O", 0), ("asked", "", 0),
    ]  # fmt: skip
    assert "5" in plan.half_days[1].remark


KNOWN = (
    KnownPupil("a", "Hamza", "Đorđević", date(2007, 8, 22), "2600003"),
    KnownPupil("b", "Hamza", "Đorđević", date(2006, 4, 3)),
    KnownPupil("c", "Salma", "Van den Broeck"),
    KnownPupil("d", "Jef", "Claes", record_number="77"),
)


@pytest.mark.parametrize(
    ("name", "number", "found", "is_sure"),
    [
        ("Hamza Đorđević", "2600003", ["a"], True),
        ("Hamza Đorđević", "2600010", ["a", "b"], False),
        ("Hamza ?or?evi?", "", ["a", "b"], False),
        ("Van den Broeck Salma", "5", ["c"], True),
        ("Salma Vandenbroeck", "", ["c"], False),
        ("Jef Claes", "78", ["d"], False),
        ("Piet Peeters", "77", ["d"], False),
        ("Piet Peeters", "", [], False),
    ],
)
def test_people_are_found_by_number_and_name_and_never_guessed(
    name: str, number: str, found: list[str], is_sure: bool
) -> None:
    match = match_pupil(name, number, KNOWN)
    assert [one.case_id for one in match.candidates] == found
    assert match.is_sure is is_sure


def test_several_people_are_asked_and_one_answer_settles_all_lines() -> None:
    plan = read(lines("9;Hamza Đorđević;14/09/2026;B;;", "9;Hamza Đorđević;15/09/2026;B;;"), KNOWN)
    assert (states(plan), plan.open_questions) == (["pupil_asked", "pupil_asked"], 1)
    place = plan.pupils[0].place
    assert states(plan.with_pupil(place, "b", SCHOOL)) == ["written", "written"]
    assert states(plan.with_pupil(place, LEAVE_OUT)) == ["pupil_left_out", "pupil_left_out"]
    with pytest.raises(InvalidInputError):
        plan.with_pupil(place, "zz")


def test_a_list_without_codes_is_refused_in_words() -> None:
    with pytest.raises(InvalidInputError) as refused:
        read("Voornaam;Familienaam\nLotte;N'Diaye\n")
    assert refused.value.field == "file"


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_every_state_has_words_in_every_language(language: str) -> None:
    use_language(language)
    plan = plan_absences(read_workbook(SAMPLES / "afwezigheden.csv"), (LOTTE,))
    for one in plan.half_days:
        assert "{" not in state_text(one) + half_day_text(one) + where_text(plan, one.cell.place)
    said = describe_absences(plan)
    assert not any("{" in sentence for sentence in said)
    assert len(said) == len(set(said))
    assert set(Counter(states(plan))) <= set(STATES)
