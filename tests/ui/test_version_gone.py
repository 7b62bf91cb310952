"""A case worked with a version that is gone from the disk: its rules travel with it, no page breaks."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from eletdesk import clock
from eletdesk.desk.new_case import NewCase, new_case
from eletdesk.desk.programmes import keep_definition
from eletdesk.desk.summaries import own_figures
from eletdesk.operations.spells import reopen_pathway
from eletdesk.queries.present_rows import present_pathway
from eletdesk.statistics.facts import Period
from tests.asking_programme import asking_text, homework_text
from tests.desks import make_desk
from tests.ui.case_pages import MONDAY, NOW
from ui.case.case_page import CasePage
from ui.caseload.caseload_page import CaseloadPage
from ui.open_desk import OpenDesk
from ui.today.reading import read_today


@pytest.fixture
def gone(tmp_path: Path) -> Iterator[tuple[OpenDesk, str, str]]:
    """Open a desk with two cases whose versions were taken away: one unknown, one now with other stages."""
    clock.use_clock(lambda: NOW)
    desk = make_desk(tmp_path / "desk")
    keep_definition(desk, homework_text(), "huiswerk.toml")
    keep_definition(desk, asking_text(), "asking.toml")
    first = new_case(desk, NewCase({"given_name": "Noor"}), "huiswerk", date(2026, 9, 14))
    second = new_case(desk, NewCase({"given_name": "Ilyas"}), "naft", date(2026, 9, 14))
    with desk.file.transaction() as execute:
        execute("DELETE FROM programme")
    desk.forget_programmes()
    keep_definition(desk, asking_text().replace('"aanmelding"', '"eerste_contact"'), "other.toml")
    opened = OpenDesk(desk)
    yield opened, first, second
    opened.close()


def test_the_case_shows_its_own_stages(gone: tuple[OpenDesk, str, str], qtbot: QtBot) -> None:
    desk, first, second = gone
    assert ("huiswerk", 1) not in desk.desk.programmes
    for case_id, name in ((first, "Huiswerk"), (second, "NAFT")):
        page = CasePage(desk, case_id)
        qtbot.addWidget(page)
        assert page.view.programme is not None
        assert name in page.head.facts.text()
        assert page.view.programme.stage("aanmelding").label.nl == "Aanmelding"
    assert page.view.overview.answers, "its questions too"


def test_lists_and_figures_go_on(gone: tuple[OpenDesk, str, str], qtbot: QtBot) -> None:
    desk, _first, _second = gone
    assert read_today(desk, MONDAY).people == 2
    page = CaseloadPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.grab()
    assert page.model.rowCount() == 2
    stages = {table.code: table for table in own_figures(desk.desk, Period(date(2026, 9, 1), MONDAY))}[
        "stage"
    ]
    assert sum(row.count for row in stages.rows) == 2


def test_a_new_spell_goes_on_by_the_rules_of_the_case(gone: tuple[OpenDesk, str, str]) -> None:
    from eletdesk.operations.pathways import close_pathway

    desk, first, _second = gone
    pathway = desk.read(first, present_pathway)
    assert pathway is not None
    programme = desk.desk.programme_of(first, "huiswerk", 1)
    desk.run(
        first, close_pathway, pathway.id, programme=programme, outcome="other_school",
        on=date(2026, 10, 1), reason="x",
    )  # fmt: skip
    spell = desk.run(
        first, reopen_pathway, pathway.id, programme=programme, on=date(2026, 11, 2), reason="hervallen"
    )
    assert (spell.programme_code, spell.programme_version) == ("huiswerk", 1)
