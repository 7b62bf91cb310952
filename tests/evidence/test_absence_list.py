"""The absence sample is read completely, also as UTF-16 with tabs; thresholds fire on the right day."""

import csv
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from eletdesk import clock
from eletdesk.desk import steps
from eletdesk.desk.absence_import import choose_pupil, import_absences, plan_absence_import
from eletdesk.desk.caseload_import import import_caseload, plan_import
from eletdesk.desk.checking import check_desk
from eletdesk.desk.desk import Desk
from eletdesk.domain.absence import Absence
from eletdesk.domain.school_calendar import Community
from eletdesk.imports.absence_plan import AbsencePlan, ListedHalfDay, UnknownCode
from eletdesk.queries.absence_list import absence_counters
from eletdesk.queries.live_rows import live_rows
from eletdesk.queries.register.absence_facts import facts_by_case
from eletdesk.queries.register.views import index_cards
from tests.desks import make_desk
from tests.figures import Figure

SAMPLES = Path(__file__).parents[1] / "data" / "samples"
SAMPLE = SAMPLES / "afwezigheden.csv"
L = UnknownCode(Community.flemish, "L")
TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Give a desk with the young people of the caseload sample."""
    made = make_desk(tmp_path_factory.mktemp("absences") / "desk")
    import_caseload(made, plan_import(made, SAMPLES / "caseload_naft.xlsx"))
    yield made
    made.close()


@pytest.fixture
def desk(filled: Desk) -> Iterator[Desk]:
    """Give that desk without absences, on a Monday in November 2026."""
    clock.use_clock(lambda: datetime(2026, 11, 23, 9, 30))  # noqa: DTZ001 - the wall clock has no zone
    yield filled
    while (step := steps.next_undo(filled)) is not None and step.operation == "import_absences":
        steps.undo(filled)
    clock.use_clock(None)


def saved_again() -> dict[str, bytes]:
    """Return the sample in each way in which it arrives."""
    text = SAMPLE.read_bytes().decode("cp1252")
    tabs = text.replace(";", "\t")
    return {
        "windows-1252": SAMPLE.read_bytes(),
        "utf-8": text.encode(),
        "utf-8 with mark": b"\xef\xbb\xbf" + text.encode(),
        "utf-16 with mark and tabs": b"\xff\xfe" + tabs.encode("utf-16-le"),
        "utf-16 big with mark and tabs": b"\xfe\xff" + tabs.encode("utf-16-be"),
    }


def rows_of_sample() -> list[list[str]]:
    """Read the sample with a reader that is not ours."""
    with SAMPLE.open(encoding="cp1252", newline="") as file:
        return list(csv.reader(file, delimiter=";"))[1:]


def shape(plan: AbsencePlan) -> list[tuple[object, ...]]:
    """Say what happens to each half-day, without the name of the sheet."""

    def of(one: ListedHalfDay) -> tuple[object, ...]:
        return (
            one.cell.place.row,
            one.cell.part,
            one.half_day,
            one.state,
            one.raw,
            one.code,
            one.remark,
            one.why,
        )

    return [of(one) for one in plan.half_days]


def answered(desk: Desk, plan: AbsencePlan) -> AbsencePlan:
    """Answer as somebody would: the first candidate, and L is a justified absence."""
    for pupil in plan.pupils:
        if pupil.chosen is None:
            plan = choose_pupil(desk, plan, pupil.place, pupil.candidates[0].case_id)
    return plan.with_answer(L, "R")


def test_every_line_is_an_absence_or_listed_with_its_reason(desk: Desk, figure: Figure) -> None:
    plan = plan_absence_import(desk, SAMPLE)
    rows = rows_of_sample()
    assert plan.is_accounted_for()
    assert {one.cell.place.row for one in plan.half_days} == set(range(2, len(rows) + 2))
    codes = Counter(cell for row in rows for cell in row[3:5] if cell)
    assert Counter(one.raw for one in plan.half_days if one.raw) == codes
    said = Counter(one.state for one in plan.half_days)
    figure("lines", len(rows))
    figure("before any answer", ", ".join(f"{state} {count}" for state, count in said.most_common()))
    full = answered(desk, plan)
    figure("after the answers", dict(Counter(one.state for one in full.half_days)))
    assert full.open_questions == 0
    assert full.is_accounted_for()


def test_the_unknown_code_is_asked_about_and_nothing_is_guessed(desk: Desk) -> None:
    plan = plan_absence_import(desk, SAMPLE)
    lines = [row for row in rows_of_sample() if "L" in row[3:5]]
    for pupil in plan.pupils:
        if pupil.chosen is None:
            plan = choose_pupil(desk, plan, pupil.place, pupil.candidates[0].case_id)
    assert plan.unknown_codes == {L: len(lines)}
    assert {one.state for one in plan.half_days if one.raw == "L"} == {"asked"}
    assert plan.open_questions == 1


@pytest.mark.parametrize("how", saved_again())
def test_every_encoding_and_separator_gives_the_same_result(desk: Desk, how: str) -> None:
    expected = plan_absence_import(desk, SAMPLE)
    plan = plan_absence_import(desk, saved_again()[how], "afwezigheden.csv")
    assert shape(plan) == shape(expected)
    assert [pupil.name for pupil in plan.pupils] == [pupil.name for pupil in expected.pupils]
    assert shape(answered(desk, plan)) == shape(answered(desk, expected))


def fifth_day(rows: list[list[str]]) -> date | None:
    """Work out by hand on which day the fifth half-day with B falls: lessons only, the first line stays."""
    closed = {date(2026, 11, 11), *(date(2026, 11, day) for day in range(2, 9))}
    halves: dict[tuple[date, int], str] = {}
    for row in rows:
        on = datetime.strptime(row[2], "%d/%m/%Y").date()  # noqa: DTZ007 - a day of a list has no zone
        for half, code in enumerate(row[3:5]):
            is_free = on.weekday() > 4 or on in closed or (on.weekday() == 2 and half == 1)
            if code and not is_free:
                halves.setdefault((on, half), "R" if code == "L" else code)
    days = sorted(on for (on, _half), code in halves.items() if code == "B")
    return days[4] if len(days) > 4 else None


def test_thresholds_fire_on_the_day_that_one_counts_by_hand(desk: Desk, figure: Figure) -> None:
    """Rule 9: the fifth half-day with B (agodi.be, rapport leerplicht)."""
    plan = answered(desk, plan_absence_import(desk, SAMPLE))
    by_number: dict[str, list[list[str]]] = {}
    for row in rows_of_sample():
        by_number.setdefault(row[0], []).append(row)
    import_absences(desk, plan)
    chosen = Counter(pupil.chosen for pupil in plan.pupils)
    seen = 0
    for pupil in plan.pupils:
        if not pupil.chosen or chosen[pupil.chosen] > 1:
            continue
        (year,) = desk.read(pupil.chosen, absence_counters, TODAY).years
        states = {state.threshold.code: state.reached_on for state in year.states}
        assert states["flemish_5"] == fifth_day(by_number[pupil.record_number]), pupil.place
        seen += states["flemish_5"] is not None
    figure("young people who reached five", seen)
    assert seen >= 4


def test_the_whole_reading_is_one_step(desk: Desk, figure: Figure) -> None:
    before = facts_by_case(desk.register)
    plan = answered(desk, plan_absence_import(desk, SAMPLE))
    result = import_absences(desk, plan, file=SAMPLE)
    figure("half-days written", f"{result.half_days} in {len(result.cases)} cases")
    assert result.half_days == sum(one.is_written for one in plan.half_days)
    again = plan_absence_import(desk, SAMPLE)
    assert not any(one.is_written for one in answered(desk, again).half_days)
    steps.undo(desk)
    assert facts_by_case(desk.register) == before == {}
    rows = [desk.read(card.case_id, live_rows, Absence) for card in desk.ask(index_cards)]
    assert not any(rows)
    steps.redo(desk)
    assert len(facts_by_case(desk.register)) == len(result.cases)
    assert check_desk(desk).is_sound
