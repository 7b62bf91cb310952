"""The past of a row, of one field and of a case: who, when, from what to what, in the words of the screen."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from eletdesk.domain.tables import SUBJECTS
from eletdesk.operations.people import change_person
from eletdesk.operations.sessions import change_session
from tests.ui.case_pages import Opened, opened_case, sheet_of, with_session
from ui.history.case_history_dialog import CaseHistoryDialog
from ui.history.field_words import SUBJECT_TABLES, field_word, has_word, subject_word
from ui.history.history_dialog import HistoryDialog
from ui.history.shown_values import shown_value
from ui.widgets.buttons import Button


@pytest.fixture
def opened(tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    with opened_case(tmp_path, qtbot) as opened:
        yield opened


def texts(dialog: HistoryDialog | CaseHistoryDialog) -> str:
    return "\n".join(label.text() for label in dialog.card.findChildren(QLabel))


def test_every_field_and_subject_has_a_word() -> None:
    fields = {name for subject in SUBJECTS for name in subject.model_fields}
    assert [name for name in sorted(fields) if not has_word(name)] == []
    tables = {str(subject.__tablename__) for subject in SUBJECTS} - {"draft"}
    assert tables == set(SUBJECT_TABLES)
    assert subject_word("care_step") == "Zorgstap"
    assert field_word("is_director_agreed") == "De directie gaat akkoord"


def test_values_are_said_as_on_the_screen() -> None:
    assert shown_value("enrolment", "started_on", "2026-09-01") == "01/09/2026"
    assert shown_value("consent", "state", "refused") == "Toestemming geweigerd"
    assert shown_value("goal", "state", "reached") == "Bereikt"
    assert shown_value("young_person", "is_belgian", 1) == "Ja"
    assert shown_value("guidance_session", "topics", '["stage", "thuis"]') == "stage, thuis"
    assert shown_value("guidance_session", "note", "<b>dik</b>") == "<b>dik</b>"
    assert shown_value("young_person", "phone", "") == "–"
    assert shown_value("young_person", "remarks", "x" * 300).endswith("x…")


def test_a_sheet_shows_the_history_of_its_row_and_of_one_field(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    row_id = with_session(desk, case_id, page, qtbot)
    desk.run(case_id, change_session, row_id, minutes=45, note="Conflict uitgepraat")
    desk.run(case_id, change_session, row_id, minutes=30)
    page.do.moments.open_row("guidance_session", row_id)
    sheet = sheet_of(page)
    (button,) = [one for one in sheet.findChildren(Button) if one.accessibleName() == "Geschiedenis"]
    button.click()
    (history,) = [one for one in page.findChildren(HistoryDialog) if one.isVisible()]
    assert len(history.changes) == 3
    assert "Minuten: 45 → 30" in texts(history)
    assert "Notitie: Conflict → Conflict uitgepraat" in texts(history)
    assert "Sara Maes" in texts(history)
    history.field.set_value("minutes")
    assert "Conflict" not in texts(history)
    assert texts(history).count("Minuten") == 3
    history.reject()
    assert sheet.isVisible()


def test_the_history_of_a_case_holds_every_subject(opened: Opened, qtbot: QtBot) -> None:
    page, desk, case_id = opened
    desk.run(case_id, change_person, birth_on=date(2010, 3, 5))
    with_session(desk, case_id, page, qtbot)
    page.menu.choose("history")
    (dialog,) = [one for one in page.findChildren(CaseHistoryDialog) if one.isVisible()]
    assert "Geboren op: 04/03/2010 → 05/03/2010" in texts(dialog)
    dialog.subject.set_value("young_person")
    assert {one.table for one in dialog.changes} == {"young_person"}
    assert len(dialog.changes) == 2
    dialog.subject.set_value("rights_request")
    assert "Hier is niets genoteerd." in texts(dialog)
