"""Several pathways in one case: look at another one, open a closed one again, move one to another version."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from eletdesk.desk.programmes import keep_definition
from eletdesk.domain.guidance_session import GuidanceSession
from eletdesk.domain.pathway import Pathway
from eletdesk.operations.pathways import close_pathway, start_pathway
from eletdesk.operations.spells import reopen_pathway
from eletdesk.queries.live_rows import live_rows
from tests.asking_programme import asking_text
from tests.ui.audit import audit_accessibility, find_clipped_labels, find_double_letters, find_rich_text
from tests.ui.case_pages import Opened, opened_case, press, save, sheet_of, tab_to, type_over, type_text
from ui.case.case_page import CasePage
from ui.case.head_panel import say_facts
from ui.widgets.buttons import Button


@pytest.fixture
def opened(tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    """Open Noor's page on Monday 23 November 2026."""
    with opened_case(tmp_path, qtbot) as opened:
        yield opened


def _close(opened: Opened, on: date = date(2026, 10, 13)) -> str:
    """Close the pathway that began on 14 September."""
    page, desk, case_id = opened
    pathway = page.view.head.pathway
    assert pathway is not None
    desk.run(
        case_id, close_pathway, pathway.id, programme=desk.desk.programmes[("naft", 1)],
        outcome="other_school", on=on, reason="afgesproken",
    )  # fmt: skip
    page.read()
    return pathway.id


def _is_told(page: CasePage) -> list[str]:
    told: list[str] = []
    page.toast_requested.connect(lambda sentence, _undo: told.append(sentence))
    return told


def test_a_closed_pathway_is_opened_again_with_the_keyboard(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    first = _close(opened)
    page.menu.choose("reopen")
    sheet = sheet_of(page)
    save()
    assert sheet.isVisible(), "it asks why"
    type_over(sheet.widget("on").line, "2/11/2026")
    tab_to(sheet.widget("reason"))
    type_text("Weer thuisgebleven")
    save()
    rows = desk.read(case_id, live_rows, Pathway)
    assert [(row.continues_id, row.started_on) for row in rows][-1] == (first, date(2026, 11, 2))
    qtbot.waitUntil(lambda: page.view.head.pathway is not None and page.view.head.pathway.id == rows[-1].id)
    assert "periode 2, 52 dagen in totaal" in say_facts(page.view)


def test_what_runs_is_not_opened_again(opened: Opened) -> None:
    page, desk, case_id = opened
    refused: list[str] = []
    page.problem_requested.connect(refused.append)
    page.menu.choose("reopen")
    assert refused == ["Dit traject loopt nog: er valt niets te heropenen."]
    first = _close(opened)
    naft = desk.desk.programmes[("naft", 1)]
    desk.run(case_id, reopen_pathway, first, programme=naft, on=date(2026, 11, 2), reason="x")
    page.read()
    page.head.switch.look_at(first)
    page.menu.choose("reopen")
    assert refused[-1] == "Dit traject is al heropend."


def test_another_pathway_is_looked_at_with_the_keyboard(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    assert not page.head.switch.isVisible(), "one pathway needs no list"
    page.menu.choose("start_pathway")
    sheet = sheet_of(page)
    box = sheet.widget("programme").box
    tab_to(box)
    while str(box.value()) != "clb_truancy":
        press(Qt.Key.Key_Down)
    type_over(sheet.widget("started_on").line, "16/11/2026")
    save()
    qtbot.waitUntil(lambda: len(page.view.head.pathways) == 2)
    assert page.view.programme is not None
    assert page.view.programme.code == "clb_truancy"
    assert page.head.switch.isVisible()
    tab_to(page.head.switch.box)
    press(Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.view.programme is not None and page.view.programme.code == "naft")
    page.box.set_values(page.box.values() | {"note": "over stage"})
    page.save()
    (held,) = desk.read(case_id, live_rows, GuidanceSession)
    assert page.view.head.pathway is not None
    assert held.pathway_id == page.view.head.pathway.id, "it belongs to the pathway that is looked at"
    state = page.view_state()
    page.head.switch.look_at("")
    page.restore_view(state)
    assert page.view.programme is not None
    assert page.view.programme.code == "naft", "and that survives a change of language"


def test_a_pathway_goes_on_by_the_newest_version_on_request(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    page.do.pathway.edit_pathway()
    sheet = sheet_of(page)
    assert not [button for button in sheet.findChildren(Button) if "versie" in button.text()]
    sheet.reject()
    keep_definition(desk.desk, asking_text(), "asking.toml")
    page.do.pathway.edit_pathway()
    sheet = sheet_of(page)
    (other,) = [b for b in sheet.findChildren(Button) if "versie" in b.text()]
    other.click()
    qtbot.waitUntil(lambda: not sheet.isVisible())
    sheet = sheet_of(page)
    save()
    assert sheet.isVisible(), "it asks why"
    tab_to(sheet.widget("reason"))
    type_text("Onze eigen vragen")
    save()
    (row,) = desk.read(case_id, live_rows, Pathway)
    assert row.programme_version == 1001
    qtbot.waitUntil(page.questions_card.isVisible)


def test_a_programme_without_a_round_table_does_not_ask_for_one(opened: Opened) -> None:
    page, desk, case_id = opened
    clb = desk.desk.programmes[("clb_truancy", 1)]
    desk.run(case_id, start_pathway, programme=clb, started_on=date(2026, 11, 16))
    page.read()
    page.do.pathway.close_pathway()
    sheet = sheet_of(page)
    assert "closing_round_table_on" not in sheet.fields
    sheet.widget("outcome").set_value(clb.outcomes[0].code)
    save()
    rows = {row.programme_code: row for row in desk.read(case_id, live_rows, Pathway)}
    assert rows["clb_truancy"].closed_on == date(2026, 11, 23)
    assert rows["naft"].closed_on is None


@pytest.mark.parametrize("width", [1280, 640])
def test_these_sheets_can_be_used_by_everybody(opened: Opened, width: int) -> None:
    page, desk, _case_id = opened
    _close(opened)
    keep_definition(desk.desk, asking_text(), "asking.toml")
    page.resize(width, 800)
    for opens in (
        page.do.pathway.reopen_pathway,
        page.do.pathway.start_pathway,
        lambda: page.do.pathway._change_version(sheet_of(page)),  # type: ignore[arg-type]
    ):
        if opens.__name__ == "<lambda>":
            page.do.pathway.edit_pathway()
        opens()
        sheet = sheet_of(page)
        assert not audit_accessibility(sheet)
        assert not find_rich_text(sheet)
        assert not find_clipped_labels(sheet)
        assert not find_double_letters(sheet)
        sheet.reject()
