"""The page of a case and its sheets for a screen reader, for hostile words and for large text."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from eletdesk import translation
from eletdesk.desk.dossier_files import issue_dossier, newest_kind
from eletdesk.domain.consent import ConsentGiver, ConsentPurpose
from eletdesk.domain.network_member import MemberRole
from eletdesk.operations.absences import record_absences
from eletdesk.operations.consents import record_consent
from eletdesk.operations.documents import add_document
from eletdesk.operations.people import add_member, change_person
from eletdesk.operations.referrals import start_referral
from eletdesk.operations.sessions import record_session
from eletdesk.operations.tasks import add_task
from eletdesk.operations.time_outs import record_time_out
from eletdesk.queries.case_head import case_head
from tests.ui.audit import (
    audit_accessibility,
    find_clipped_labels,
    find_double_letters,
    find_lost_parts,
    find_rich_text,
)
from tests.ui.case_pages import MONDAY, Opened, opened_case
from tests.ui.goal_case import fill_goals
from ui.case.case_page import CasePage
from ui.theme import current
from ui.widgets.dialog import Dialog

HOSTILE = "<b>Zoë</b> & <img src='x.png'> %s {name}"


@pytest.fixture
def full(tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    """Open a case in which everything there is has hostile words."""
    with opened_case(tmp_path, qtbot) as opened:
        fill(opened)
        page, _desk, _case_id = opened
        page.read()
        yield opened
    current().install(settle(), "light", 100)


def fill(opened: Opened) -> None:
    """Write hostile words everywhere."""
    page, desk, case_id = opened
    programme = page.view.programme
    desk.run(case_id, change_person, family_name=HOSTILE, remarks=HOSTILE)
    desk.run(case_id, add_member, name=HOSTILE, role=MemberRole.clb_counsellor, organisation=HOSTILE)
    desk.run(
        case_id, record_session,
        held_on=date(2026, 11, 20), minutes=50, programme=programme, note=HOSTILE, topics=[HOSTILE],
    )  # fmt: skip
    desk.run(case_id, record_time_out, starts_on=MONDAY, ends_on=date(2026, 12, 4), note=HOSTILE)
    desk.run(
        case_id, record_absences,
        absent_on=date(2026, 10, 5), until_on=date(2026, 10, 8), code="B", note=HOSTILE, school=HOSTILE,
    )  # fmt: skip
    desk.run(case_id, add_task, title=HOSTILE, due_on=MONDAY)
    desk.run(case_id, add_document, name=HOSTILE, content=b"x")
    for purpose in (ConsentPurpose.guidance, ConsentPurpose.share_with_naft):
        desk.run(
            case_id, record_consent,
            purpose=purpose, given_by=ConsentGiver.young_person, given_on=MONDAY, name=HOSTILE,
        )  # fmt: skip
    fill_goals(opened, HOSTILE)
    referral = desk.run(case_id, start_referral, kind=newest_kind("naft"), recipient=HOSTILE)
    issue_dossier(desk.desk, case_id, referral.id)


def _tab(page: CasePage, key: str) -> Any:
    """Show a tab of another room and return what it holds."""
    page.tabs.choose(key)
    return page.tabs.more[key].content


def session_sheet(page: CasePage) -> None:
    """Open the session of the timeline."""
    key = next(item.key for item in page.line.items() if item.key[0] == "guidance_session")  # type: ignore[index]
    page.do.moments.open_row(*key)  # type: ignore[misc]


def history_sheet(page: CasePage) -> None:
    """Open the history of the session."""
    key = next(item.key for item in page.line.items() if item.key[0] == "guidance_session")  # type: ignore[index]
    page.do.moments.show_history(*key)  # type: ignore[misc]


def document_sheet(page: CasePage) -> None:
    """Open the document."""
    page.do.files.edit_document(page.view.overview.documents[0].id)


def bin_sheet(page: CasePage) -> None:
    """Open the bin with a task in it."""
    page.do.moments.erase_task(page.view.overview.sides.tasks[0].id)
    page.do.moments.show_bin()


SHEETS: dict[str, Callable[[CasePage], object]] = {
    "session": session_sheet,
    "history": history_sheet,
    "document": document_sheet,
    "bin": bin_sheet,
    "plan": lambda page: page.do.moments.plan_session(),
    "contact": lambda page: page.do.moments.record_contact(),
    "time_out": lambda page: page.do.moments.open_row("time_out", page.view.overview.time_outs[0].id),
    "stage": lambda page: page.do.pathway.move_stage(),
    "closing": lambda page: page.do.pathway.close_pathway(),
    "pathway": lambda page: page.do.pathway.edit_pathway(),
    "start": lambda page: page.do.pathway.start_pathway(),
    "questions": lambda page: page.do.pathway.answer_questions(),
    "person": lambda page: page.do.people.edit_person(),
    "enrolment": lambda page: page.do.people.edit_enrolment(),
    "member": lambda page: page.do.people.add_member(),
    "consent": lambda page: page.do.people.record_consent("guidance", "given"),
    "consents": lambda page: page.do.people.show_consents(),
    "shared": lambda page: page.do.files.show_shared(),
    "task": lambda page: page.do.moments.add_task(),
    "jump": lambda page: page.jump_to_date(),
    "which dossier": lambda page: page.tabs.new_dossier(),
    "absence": lambda page: _tab(page, "absences").add_absence(),
    "absence codes": lambda page: _tab(page, "absences").give_codes(),
    "goal": lambda page: _tab(page, "goals").edit_goal(_tab(page, "goals").goals.open[0].goal.id),
    "review": lambda page: _tab(page, "goals").review_goal(_tab(page, "goals").goals.open[0].goal.id),
    "assessment": lambda page: _tab(page, "goals").add_assessment(),
    "care step": lambda page: _tab(page, "care").edit_step(_tab(page, "care").care.continuum[1].steps[0].id),
}


def settle() -> QApplication:
    """Let everything be laid out."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    for _round in range(10):
        app.processEvents()
    return app


def faults(widget: QWidget) -> list[str]:
    """Return what any of the audits finds."""
    audits = (audit_accessibility, find_rich_text, find_lost_parts, find_clipped_labels, find_double_letters)
    return [fault for audit in audits for fault in audit(widget)]


@pytest.mark.parametrize(("language", "scale"), [("nl", 100), ("fr", 100), ("fr", 200)])
def test_every_tab_can_be_used_by_everybody(full: Opened, qtbot: QtBot, language: str, scale: int) -> None:
    first, desk, case_id = full
    translation.use_language(language)
    current().install(settle(), "light", scale)
    first.hide()
    page = CasePage(desk, case_id)
    qtbot.addWidget(page)
    page.resize(1048, 800)
    with qtbot.waitExposed(page):
        page.show()
    found = {}
    for tab in page.tabs.parts:
        page.tabs.choose(tab)
        settle()
        found[tab] = faults(page)
    assert {tab: wrong for tab, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize(
    ("language", "scale"), [("nl", 100), ("fr", 100), ("en", 100), ("nl", 200), ("fr", 200)]
)
def test_every_sheet_can_be_used_by_everybody(full: Opened, language: str, scale: int) -> None:
    page, _desk, _case_id = full
    translation.use_language(language)
    current().install(settle(), "light", scale)
    found = {}
    for name, opens in SHEETS.items():
        opens(page)
        settle()
        (dialog,) = [one for one in page.findChildren(Dialog) if one.isVisible()]
        found[name] = faults(dialog)
        dialog.reject()
        settle()
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_a_case_without_anything_says_what_to_do(tmp_path: Path, qtbot: QtBot) -> None:
    with opened_case(tmp_path, qtbot) as (page, desk, case_id):
        assert desk.read(case_id, case_head, MONDAY).time_out is None
        for tab in page.tabs.parts:
            page.tabs.choose(tab)
            assert audit_accessibility(page) == []
