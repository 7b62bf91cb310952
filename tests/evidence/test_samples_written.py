"""The three sample lists in a desk: every row is somewhere, no national number is, undo takes all back."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook
from stdnum.be import ssn

from eletdesk.desk import steps
from eletdesk.desk.caseload_import import ImportResult, import_caseload, plan_import
from eletdesk.desk.cases import binned_cases
from eletdesk.desk.checking import check_desk
from eletdesk.desk.desk import Desk
from eletdesk.imports.describe import look_alike_text
from eletdesk.imports.plan import CaseloadPlan
from eletdesk.queries.register.views import index_cards
from tests.desks import make_desk
from tests.figures import Figure

SAMPLES = Path(__file__).parents[1] / "data" / "samples"
NAMES = ("caseload_naft.xlsx", "suivi_eleves.csv", "afwezigheden.csv")


def rows_of_file(path: Path) -> int:
    """Count the rows of a file with a reader that is not ours."""
    if path.suffix == ".xlsx":
        book = CalamineWorkbook.from_path(str(path))
        return sum(book.get_sheet_by_name(name).total_height for name in book.sheet_names)
    with path.open(encoding="latin-1", newline="") as file:
        return sum(1 for _row in csv.reader(file, delimiter=";"))


def texts_of_file(path: Path) -> str:
    if path.suffix != ".xlsx":
        return path.read_text("latin-1")
    book = CalamineWorkbook.from_path(str(path))
    sheets = [book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names]
    return "\n".join(str(cell) for sheet in sheets for row in sheet for cell in row)


def national_numbers(text: str) -> set[str]:
    """Find valid national numbers with other rules than ours: any eleven digits, whatever stands between."""
    found = re.findall(r"(?<!\d)\d(?:[ .,/_\-–]{0,2}\d){10}(?!\d)", text)
    digits = {re.sub(r"\D", "", one) for one in found}
    return {one for one in digits if ssn.is_valid(one)}


@dataclass(frozen=True)
class Written:
    """A desk after the three imports."""

    desk: Desk
    plans: dict[str, CaseloadPlan]
    results: dict[str, ImportResult]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Written]:
    desk = make_desk(tmp_path_factory.mktemp("samples") / "desk")
    plans, results = {}, {}
    for name in NAMES:
        plans[name] = plan_import(desk, SAMPLES / name)
        results[name] = import_caseload(desk, plans[name])
    yield Written(desk, plans, results)
    desk.close()


def decrypted(desk: Desk) -> dict[str, list[str]]:
    """Return every text of every table of every file of a desk, and every term of its full text."""
    found: dict[str, list[str]] = {}
    for row in desk.file.case_keys():
        found[row.case_id] = _all_texts(desk.case(row.case_id).connection)
        desk.close_case(row.case_id)
    found["desk.db"] = _all_texts(desk.file.connection)
    register = desk.register.connection
    found["register.db"] = _all_texts(register)
    register.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.words USING fts5vocab('main', 'search_text', 'row')"
    )
    found["search words"] = [term for (term, *_rest) in register.execute("SELECT term FROM temp.words")]
    return found


def _all_texts(connection: Any) -> list[str]:
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    rows = [row for table in tables for row in connection.execute(f'SELECT * FROM "{table}"')]
    return [_text(value) for row in rows for value in row if value is not None]


def _text(value: Any) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)


def test_every_row_of_every_list_is_accounted_for(written: Written, figure: Figure) -> None:
    for name, plan in written.plans.items():
        rows = rows_of_file(SAMPLES / name)
        people = sum(len(person.rows) for person in plan.people)
        result = written.results[name]
        assert plan.is_accounted_for()
        assert people + len(plan.skipped) >= rows
        assert all(row.sentence for row in plan.skipped)
        merged = sum(person.choice.kind == "merge" for person in plan.people)
        parts = f"{people} of people, {len(plan.skipped)} skipped with a reason"
        cases = (
            f"{len(result.new_cases)} new cases, {len(result.merged_cases)} cases added to, {merged} merged"
        )
        figure(name, f"{people + len(plan.skipped)} rows: {parts}; {len(plan.people)} people: {cases}")
        assert len(result.new_cases) + merged == len(plan.people)
        assert result.skipped_rows == len(plan.skipped)


def test_every_person_of_every_list_has_a_case(written: Written) -> None:
    names = {card.name for card in written.desk.ask(index_cards)}
    for plan in written.plans.values():
        for person in plan.people:
            assert person.name in names or person.choice.kind == "merge", person


def test_the_two_look_alikes_are_found(written: Written) -> None:
    plan = written.plans["caseload_naft.xlsx"]
    said = [look_alike_text(plan, one) for one in plan.look_alikes]
    for name in ("eyma", "Hamza"):
        assert any(name in sentence for sentence in said)
    assert sum(one.is_strong for one in plan.look_alikes) == 1


def test_no_national_number_is_anywhere_in_the_desk(written: Written, figure: Figure) -> None:
    wanted = set.union(*(national_numbers(texts_of_file(SAMPLES / name)) for name in NAMES))
    texts = decrypted(written.desk)
    everything = "\n".join(text for values in texts.values() for text in values)
    figure("texts searched", sum(map(len, texts.values())))
    figure("national numbers in the lists", len(wanted))
    assert len(wanted) >= 15
    assert len(everything) > 100_000
    for values in texts.values():
        for text in values:
            assert not any(number in re.sub(r"[\s.,/_\-–]", "", text) for number in wanted)
    assert not wanted & set(texts["search words"])
    for number in wanted:
        phrase = f'"{number[:2]} {number[2:4]} {number[4:6]} {number[6:9]} {number[9:]}"'
        sql = "SELECT count(*) FROM search_text WHERE search_text MATCH ?"
        assert written.desk.register.connection.execute(sql, (phrase,)).fetchone() == (0,)


def test_the_search_for_national_numbers_can_find_one(tmp_path: Path) -> None:
    """Negative control: a number that came in past every operation is seen."""
    desk = make_desk(tmp_path / "desk")
    number = sorted(national_numbers(texts_of_file(SAMPLES / NAMES[0])))[0]
    desk.file.keep_setting("planted", f"{number[:6]}-{number[6:9]} {number[9:]}")
    texts = "\n".join(decrypted(desk)["desk.db"])
    desk.close()
    assert number in national_numbers(texts)


def test_undo_brings_the_desk_back(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "desk")
    import_caseload(desk, plan_import(desk, SAMPLES / "suivi_eleves.csv"))
    before = desk.ask(index_cards)
    texts = {card.case_id: _all_texts(desk.case(card.case_id).connection) for card in before}
    result = import_caseload(desk, plan_import(desk, SAMPLES / "caseload_naft.xlsx"))
    assert len(result.merged_cases) > 10
    assert len(desk.ask(index_cards)) == len(before) + len(result.new_cases) > len(before)
    after = desk.ask(index_cards)
    steps.undo(desk)
    assert desk.ask(index_cards) == before
    assert {case.case_id for case in binned_cases(desk)} == set(result.new_cases)
    for card in before:
        now = _all_texts(desk.case(card.case_id).connection)
        assert now == texts[card.case_id] or card.case_id in result.merged_cases
    steps.redo(desk)
    assert desk.ask(index_cards) == after
    assert check_desk(desk).is_sound
    desk.close()
