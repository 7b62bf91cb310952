"""Figures of a desk in which several programmes are worked with."""

from datetime import date
from pathlib import Path

from eletdesk.desk.desk import Desk
from eletdesk.desk.new_case import NewCase, new_case
from eletdesk.desk.programmes import choose_my_programme, keep_definition, my_programme, programmes_to_start
from eletdesk.desk.summaries import own_figures
from eletdesk.operations.pathways import move_stage
from eletdesk.queries.present_rows import present_pathway
from eletdesk.statistics.facts import Period
from eletdesk.statistics.tables import Table
from eletdesk.translation import speaking
from tests.asking_programme import homework_text
from tests.desks import make_desk

PERIOD = Period(date(2026, 9, 1), date(2026, 11, 30))


def _people(desk: Desk, programme: str, count: int) -> list[str]:
    return [
        new_case(
            desk, NewCase({"given_name": f"P{number}"}, pathway={"reasons": ["social"]}), programme,
            date(2026, 9, 14),
        )
        for number in range(count)
    ]  # fmt: skip


def _counts(table: Table) -> dict[str, int]:
    return {row.label: row.count for row in table.rows if row.count}


def test_the_same_stage_of_two_programmes_is_two_rows(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "desk")
    keep_definition(desk, homework_text(), "huiswerk.toml")
    naft = _people(desk, "naft", 3)
    _people(desk, "huiswerk", 2)
    pathway = desk.read(naft[0], present_pathway)
    assert pathway is not None
    programme = desk.programmes[("naft", 1)]
    desk.run(
        naft[0],
        move_stage,
        pathway.id,
        programme=programme,
        to_stage="plan",
        on=date(2026, 10, 1),
        reason="x",
    )
    with speaking("nl"):
        tables = {table.code: table for table in own_figures(desk, PERIOD)}
    assert _counts(tables["programme"]) == {"NAFT": 3, "Huiswerk": 2}
    assert _counts(tables["stage"]) == {
        "NAFT: Aanmelding": 2,
        "NAFT: Trajectplan": 1,
        "Huiswerk: Aanmelding": 2,
    }
    assert _counts(tables["reason"]) == {"NAFT: Sociaal": 3, "Huiswerk: Sociaal": 2}
    desk.close()


def test_with_one_programme_nothing_names_it(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "desk")
    _people(desk, "", 2)
    with speaking("nl"):
        tables = {table.code: table for table in own_figures(desk, PERIOD)}
    assert "programme" not in tables
    assert _counts(tables["stage"]) == {"Aanmelding": 2}
    assert tables["stage"].rows[0].code == "naft.aanmelding", "the same code in every summary of this desk"
    desk.close()


def test_the_worker_chooses_a_programme_and_it_comes_first(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "desk")
    assert my_programme(desk) == "naft"
    keep_definition(desk, homework_text(), "huiswerk.toml")
    choose_my_programme(desk, "huiswerk")
    assert programmes_to_start(desk)[0].code == "huiswerk"
    case_id = new_case(desk, NewCase({"given_name": "Noor"}))
    pathway = desk.read(case_id, present_pathway)
    assert pathway is not None
    assert pathway.programme_code == "huiswerk"
    desk.file.keep_setting("programme", "gone")
    assert my_programme(desk) == "naft", "a programme that is no longer there is not proposed"
    desk.close()
