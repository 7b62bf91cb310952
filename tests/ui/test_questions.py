"""The questions of a programme: answered in a sheet, asked at the stage that wants to know, found again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from eletdesk import clock
from eletdesk.desk.new_case import NewCase, new_case
from eletdesk.desk.programmes import keep_definition
from eletdesk.queries.answers import answers_of
from tests.asking_programme import asking_text
from tests.desks import make_desk
from tests.ui.case_pages import NOW, Opened, save, sheet_of, tab_to, type_text
from ui.case.case_page import CasePage
from ui.case.dialogs.questions_dialog import QuestionsDialog
from ui.open_desk import OpenDesk
from ui.widgets.labels import Label


@pytest.fixture
def asking(tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    """Open a case in a programme with every kind of question."""
    clock.use_clock(lambda: NOW)
    desk = OpenDesk(make_desk(tmp_path / "desk"))
    keep_definition(desk.desk, asking_text(), "asking.toml")
    case_id = new_case(desk.desk, NewCase({"given_name": "Noor", "family_name": "Verlinden"}))
    page = CasePage(desk, case_id)
    qtbot.addWidget(page)
    page.resize(1048, 800)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    yield page, desk, case_id
    desk.close()


def pathway_id(page: CasePage) -> str:
    """Return the pathway shown."""
    assert page.view.head.pathway is not None
    return page.view.head.pathway.id


def test_answers_of_every_kind_are_kept_and_shown(asking: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = asking
    page.menu.choose("questions")
    sheet = sheet_of(page)
    tab_to(sheet.widget("answer:what_helps"))
    type_text("Koken met oma")
    sheet.widget("answer:missed_days").setText("12,5")
    sheet.widget("answer:first_visit").set_text("3/11/2026")
    sheet.widget("answer:has_laptop").set_value("no")
    sheet.widget("answer:travels").set_value("bike")
    sheet.widget("answer:likes:sports").setChecked(True)
    save()
    kept = {code: row.value for code, row in desk.read(case_id, answers_of, pathway_id(page)).items()}
    assert kept == {
        "what_helps": "Koken met oma", "missed_days": "12.5", "first_visit": "2026-11-03",
        "has_laptop": "no", "travels": "bike", "likes": "sports",
    }  # fmt: skip
    qtbot.waitUntil(lambda: "Koken met oma" in _words(page))
    assert "6 van 6 beantwoord" in _words(page)
    page.menu.choose("questions")
    sheet = sheet_of(page)
    assert sheet.widget("answer:missed_days").text() == "12,5"
    assert sheet.widget("answer:first_visit").text() == "03/11/2026"
    assert sheet.widget("answer:likes:sports").isChecked()


def test_what_is_not_a_number_is_refused_at_its_field(asking: Opened) -> None:
    page, desk, case_id = asking
    page.do.pathway.answer_questions()
    sheet = sheet_of(page)
    sheet.widget("answer:what_helps").set_text("rust")
    sheet.widget("answer:missed_days").setText("veel")
    save()
    assert sheet.isVisible()
    assert sheet.form.box("answer:missed_days").has_error()
    assert sheet.widget("answer:what_helps").text() == "rust", "what was typed stays"
    assert not desk.read(case_id, answers_of, pathway_id(page))


def test_a_stage_asks_its_questions_and_lets_them_wait(asking: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = asking
    page.do.pathway.move_stage()
    sheet = sheet_of(page)
    sheet.widget("to_stage").set_value("plan")
    save()
    sheet.fields["reason"].widget.set_text("sneller")  # type: ignore[attr-defined]
    save()
    asked = sheet_of(page)
    assert isinstance(asked, QuestionsDialog)
    assert list(asked.fields) == ["answer:what_helps"], "only what this stage asks"
    asked.reject()
    qtbot.waitUntil(lambda: page.view.head.pathway is not None and page.view.head.pathway.stage == "plan")
    assert not desk.read(case_id, answers_of, pathway_id(page))
    assert "gevraagd in deze fase" in _words(page)


def _words(page: CasePage) -> str:
    return "\n".join(label.text() for label in page.questions_card.findChildren(Label))


def test_a_draft_of_answers_comes_back(asking: Opened) -> None:
    page, _desk, _case_id = asking
    page.do.pathway.answer_questions()
    sheet = sheet_of(page)
    tab_to(sheet.widget("answer:what_helps"))
    type_text("nog niet af")
    page.keep_drafts()
    sheet.hide()
    sheet.deleteLater()
    page.do.pathway.answer_questions()
    assert sheet_of(page).widget("answer:what_helps").text() == "nog niet af"
