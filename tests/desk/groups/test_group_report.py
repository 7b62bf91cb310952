"""The report of a project as a workbook: the same counts as on the screen, no names, and remembered."""

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from eletdesk import clock
from eletdesk.desk.desk import Desk
from eletdesk.desk.groups.activities import record_activity
from eletdesk.desk.groups.report import column_names, export_activity_report, numbers
from eletdesk.desk.groups.views import ActivityFilter, totals
from eletdesk.desk.groups.words import in_words, key_in_words
from eletdesk.domain.group_activity import Participant
from eletdesk.statistics.activity_counts import DIMENSIONS
from eletdesk.statistics.facts import Period
from eletdesk.translation import speaking
from tests.desks import add_noor, make_desk
from tests.workshop import NOW, WORKSHOP, record_three

YEAR = ActivityFilter(Period(date(2026, 9, 1), date(2026, 11, 23)))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    clock.use_clock(lambda: NOW)
    made = make_desk(tmp_path / "desk")
    record_three(made, [add_noor(made, name) for name in ("Noor", "Ilyas", "Mathis")])
    record_activity(made, replace(WORKSHOP, project="=HYPERLINK(1)", school="", level="class", minutes=50))
    yield made
    made.close()


def sheets(content: bytes) -> dict[str, list[Any]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: list(book.get_sheet_by_name(name).to_python()) for name in book.sheet_names}


def test_the_workbook_says_what_the_screen_says(desk: Desk, tmp_path: Path) -> None:
    content = export_activity_report(desk, YEAR, tmp_path / "report.xlsx")
    assert (tmp_path / "report.xlsx").read_bytes() == content
    book = sheets(content)
    assert len(book) == 1 + len(DIMENSIONS)
    total = {str(row[0]): row[1] for row in book["Totalen"]}
    for name, number in zip(column_names(), numbers(totals(desk, YEAR).total), strict=True):
        assert total[name] == number
    towns = next(row for row in book["Per gemeente"] if row[0] == "Brussel (21004)")
    assert towns[1] == 2
    assert "Periode" in total


def test_no_name_of_a_young_person_leaves(desk: Desk, tmp_path: Path) -> None:
    everything = repr(sheets(export_activity_report(desk, YEAR, tmp_path / "report.xlsx")))
    assert "Verlinden" not in everything
    assert "Noor" not in everything


def test_user_text_is_never_a_formula(desk: Desk, tmp_path: Path) -> None:
    content = export_activity_report(desk, YEAR, tmp_path / "report.xlsx")
    assert [row[0] for row in sheets(content)["Per project"][3:5]] == ["=HYPERLINK(1)", "Samen door de stad"]
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        pages = [parts.read(name) for name in parts.namelist() if "worksheets/" in name]
    assert pages
    assert not [page for page in pages if b"<f>" in page or b"hyperlink" in page]


def test_what_left_is_remembered_before_it_is_written(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(Exception, match=r"\S"):
        export_activity_report(desk, YEAR, tmp_path / "no" / "such" / "folder" / "report.xlsx")
    export_activity_report(desk, replace(YEAR, project="Samen door de stad"), tmp_path / "report.xlsx")
    rows = desk.file.rows("SELECT kind, payload FROM release ORDER BY id")
    assert [kind for kind, _payload in rows] == ["group_activities"] * 2
    last = json.loads(rows[1][1])
    assert (last["project"], last["activities"]) == ("Samen door de stad", 1)
    assert len(last["sha256"]) == 64


def test_the_report_of_one_project_only(desk: Desk, tmp_path: Path) -> None:
    wanted = ActivityFilter(project="Samen door de stad")
    book = sheets(export_activity_report(desk, wanted, tmp_path / "report.xlsx"))
    assert book["Totalen"][0][0] == "Samen door de stad"
    assert {str(row[0]): row[1] for row in book["Totalen"]}["Activiteiten"] == 1


def test_words_of_programme_municipality_and_level(desk: Desk) -> None:
    assert in_words(desk, "objective", "psychosocial").startswith("Psychosociale vaardigheden")
    assert in_words(desk, "objective", "iets eigen") == "iets eigen"
    assert in_words(desk, "call_period", "call_2021_2024") == "2021-2024"
    assert in_words(desk, "level", "class") == "Klas"
    assert in_words(desk, "level", "parents") == "Ouders"
    assert in_words(desk, "programme_code", "das") == "DAS"
    assert key_in_words(desk, "municipality_nis", "99999") == "99999"
    with speaking("fr"):
        assert key_in_words(desk, "municipality_nis", "21004") == "Bruxelles (21004)"


def test_an_activity_may_have_a_level_of_its_programme(desk: Desk) -> None:
    kept = record_activity(
        desk,
        replace(WORKSHOP, programme_code="das", programme_version=1, level="parents"),
        [Participant(row.case_id) for row in desk.file.case_keys()[:1]],
    )
    assert kept.level == "parents"
