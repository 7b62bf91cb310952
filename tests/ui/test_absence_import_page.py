"""Reading a school's list of absences on the screen: answered, kept, left out, written, undone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from eletdesk.desk import steps
from eletdesk.domain.absence import Absence
from eletdesk.queries.live_rows import live_rows
from tests.desks import add_noor
from tests.ui.desk_fixtures import fix_clock, make_desk
from ui.absences.import_page import AbsenceImportPage
from ui.caseload.import_page import ImportPage
from ui.open_desk import OpenDesk
from ui.widgets.buttons import Button
from ui.widgets.labels import Label

LIST = (
    "Stamnummer;Naam;Datum;VM;NM;Opmerking\n"
    "1;Verlinden Noor;16/11/2026;L;B;te laat\n"
    "1;Verlinden Noor;21/11/2026;B;;\n"
    "2;Claes Jef;17/11/2026;Z;Z;\n"
    "3;Onbekend Iemand;17/11/2026;B;;\n"
)


@pytest.fixture
def opened(tmp_path: Path, qtbot: QtBot) -> Iterator[tuple[AbsenceImportPage, OpenDesk, list[str]]]:
    """Open the page on a desk with one Noor and two people called Jef."""
    fix_clock()
    desk = OpenDesk(make_desk(tmp_path / "desk"))
    ids = [add_noor(desk.desk), add_noor(desk.desk, "Jef", "Claes"), add_noor(desk.desk, "Jef", "Claes")]
    page = AbsenceImportPage(desk)
    qtbot.addWidget(page)
    page.resize(1048, 800)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    file = tmp_path / "lijst.csv"
    file.write_text(LIST, "utf-8")
    desk.list_to_read = file
    page.focus_first()
    qtbot.waitUntil(lambda: page.plan is not None)
    yield page, desk, ids
    desk.close()


def key(name: Qt.Key) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, name)
    QApplication.processEvents()


def states(page: AbsenceImportPage) -> list[str]:
    assert page.plan is not None
    return [one.state for one in page.plan.half_days]


def test_a_list_is_answered_and_read_in_by_keyboard(
    opened: tuple[AbsenceImportPage, OpenDesk, list[str]], qtbot: QtBot
) -> None:
    page, desk, (noor, jef, _other) = opened
    assert states(page) == ["asked", "written", "no_lesson", "pupil_asked", "pupil_asked", "nobody"]
    assert page.tabs.key() == "questions"
    told: list[tuple[str, bool]] = []
    page.toast_requested.connect(lambda sentence, undo: told.append((sentence, undo)))
    page.start()
    assert any("2 vragen" in label.text() for label in page.problem.findChildren(Label))
    assert page.write.isEnabled()
    qtbot.waitUntil(lambda: QApplication.focusWidget() in page.questions.boxes.values())
    key(Qt.Key.Key_Down)
    assert states(page)[0] == "written"
    page.questions.focus_first()
    key(Qt.Key.Key_Down)
    assert states(page)[3:5] == ["written", "written"]
    assert page.plan is not None
    assert page.plan.open_questions == 0
    page.tabs.choose("lines")
    page.lines.focus_first()
    page.lines.table.selectRow(2)
    key(Qt.Key.Key_Return)
    assert states(page)[2] == "written"
    page.lines.table.selectRow(1)
    key(Qt.Key.Key_Delete)
    assert states(page)[1] == "left_out"
    key(Qt.Key.Key_R)
    assert states(page)[1] == "written"
    page.write.click()
    qtbot.waitUntil(lambda: bool(told))
    assert told[0][1]
    codes = sorted((row.absent_on.day, row.code) for row in desk.read(noor, live_rows, Absence))
    assert codes == [(16, "B"), (16, "R"), (21, "B")]
    written = [case_id for case_id in opened[2][1:] if desk.read(case_id, live_rows, Absence)]
    assert len(written) == 1
    steps.undo(desk.desk)
    assert desk.read(noor, live_rows, Absence) == desk.read(jef, live_rows, Absence) == []


def test_leaving_out_is_an_answer(
    opened: tuple[AbsenceImportPage, OpenDesk, list[str]], qtbot: QtBot
) -> None:
    page, _desk, _ids = opened
    for box in page.questions.boxes.values():
        if box.value() == "?":
            box.set_value("")
    assert page.plan is not None
    assert page.plan.open_questions == 0
    assert states(page)[0] == "code_left_out"
    assert states(page)[3:5] == ["pupil_left_out", "pupil_left_out"]


def test_the_lines_are_filtered_by_what_happens(
    opened: tuple[AbsenceImportPage, OpenDesk, list[str]], qtbot: QtBot
) -> None:
    page, _desk, _ids = opened
    page.tabs.choose("lines")
    page.lines.group.set_value("no_lesson")
    assert [one.state for one in page.lines.model.rows()] == ["no_lesson"]
    page.lines.group.set_value("listed")
    assert page.lines.model.rowCount() == 5


def test_the_page_of_lists_hands_a_list_of_absences_over(
    opened: tuple[AbsenceImportPage, OpenDesk, list[str]], qtbot: QtBot, tmp_path: Path
) -> None:
    _page, desk, _ids = opened
    lists = ImportPage(desk)
    qtbot.addWidget(lists)
    lists.resize(1048, 800)
    lists.show()
    asked: list[str] = []
    lists.page_requested.connect(asked.append)
    lists.read_file(tmp_path / "lijst.csv")
    qtbot.waitUntil(lambda: lists.plan is not None)
    assert lists.absences.isVisible()
    next(one for one in lists.absences.findChildren(Button) if one.isVisible()).click()
    assert asked == ["absences"]
    assert desk.list_to_read == tmp_path / "lijst.csv"


def test_another_list_is_refused_in_words(
    opened: tuple[AbsenceImportPage, OpenDesk, list[str]], qtbot: QtBot, tmp_path: Path
) -> None:
    page, _desk, _ids = opened
    other = tmp_path / "namen.csv"
    other.write_text("Voornaam;Familienaam\nNoor;Verlinden\n", "utf-8")
    page.read_file(other)
    qtbot.waitUntil(page.problem.isVisible)
    assert page.plan is None
