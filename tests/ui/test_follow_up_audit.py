"""The tab on follow-up and its sheets for a screen reader, for hostile words and for large text."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from eletdesk import translation
from tests.ui.audit import (
    audit_accessibility,
    find_clipped_labels,
    find_double_letters,
    find_lost_parts,
    find_rich_text,
)
from tests.ui.case_pages import Opened, opened_case
from tests.ui.follow_up_pages import fill_follow_up, tab_of
from ui.case.case_page import CasePage
from ui.case.folded_form import FoldedFormDialog
from ui.theme import current
from ui.widgets.dialog import Dialog

HOSTILE = "<b>Zoë</b> & <img src='x.png'> %s {name}"


@pytest.fixture
def full(tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    """Open a case in which everything on the tab has hostile words."""
    with opened_case(tmp_path, qtbot) as opened:
        fill_follow_up(opened, HOSTILE)
        yield opened
    current().install(settle(), "light", 100)


def settle() -> QApplication:
    """Let everything be laid out."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    for _round in range(10):
        app.processEvents()
    return app


def faults(widget: Dialog | CasePage) -> list[str]:
    """Return what any of the audits finds."""
    audits = (audit_accessibility, find_rich_text, find_lost_parts, find_clipped_labels, find_double_letters)
    return [fault for audit in audits for fault in audit(widget)]


SHEETS: dict[str, Callable[[CasePage], object]] = {
    "new situation": lambda page: tab_of(page).do.add_situation(),
    "situation": lambda page: tab_of(page).situation.edit_present(),
    "clock": lambda page: tab_of(page).do.start_clock(),
    "looks": lambda page: tab_of(page).do.start_looks(),
    "term": lambda page: tab_of(page).do.record(tab_of(page).do._found().lines[0].row_id),
    "okot": lambda page: tab_of(page).do.answer_okot(),
    "school": lambda page: tab_of(page).schools.edit_last(),
    "person": lambda page: page.do.people.edit_person(),
    "member": lambda page: page.do.people.add_member(),
}


@pytest.mark.parametrize(
    ("language", "scheme", "scale"),
    [
        ("nl", "light", 100),
        ("fr", "dark", 100),
        ("en", "light", 100),
        ("nl", "light", 200),
        ("fr", "light", 200),
    ],
)
def test_the_tab_can_be_used_by_everybody(
    full: Opened, qtbot: QtBot, language: str, scheme: Literal["light", "dark"], scale: int
) -> None:
    first, desk, case_id = full
    translation.use_language(language)
    current().install(settle(), scheme, scale)
    first.hide()
    page = CasePage(desk, case_id)
    qtbot.addWidget(page)
    page.resize(1048, 800)
    with qtbot.waitExposed(page):
        page.show()
    tab_of(page)
    settle()
    assert faults(page) == []


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
        if isinstance(dialog, FoldedFormDialog):
            dialog.unfold()
            settle()
            found[f"{name}, open"] = faults(dialog)
        dialog.reject()
        settle()
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_a_case_without_anything_says_what_to_do(tmp_path: Path, qtbot: QtBot) -> None:
    with opened_case(tmp_path, qtbot) as (page, _desk, _case_id):
        tab_of(page)
        assert audit_accessibility(page) == []
