"""The trajectory tab: the picture and the words say the same, periods turn, the page leaves with a trace."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from eletdesk.exports.pdf.pages import draw_pages, read_text
from eletdesk.operations.contacts import record_contact
from eletdesk.operations.sessions import record_session
from tests.ui.case_pages import Opened, opened_case, sheet_of, type_over
from ui.case.dialogs.session_dialog import SessionDialog
from ui.trajectory.page_dialog import PageDialog
from ui.trajectory.trajectory_tab import TrajectoryTab


@pytest.fixture
def opened(tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    with opened_case(tmp_path, qtbot) as opened:
        yield opened


@pytest.fixture
def tab(opened: Opened, qtbot: QtBot) -> TrajectoryTab:
    page, desk, case_id = opened
    desk.run(case_id, record_session, held_on=date(2026, 10, 6), minutes=50, title="Kennismaking")
    desk.run(
        case_id, record_session, held_on=date(2026, 10, 8), minutes=50, title="Geheim", is_confidential=True
    )
    desk.run(case_id, record_contact, happened_on=date(2026, 10, 7), with_whom="Fatma", is_reached=False)
    page.tabs.choose("trajectory")
    shown = page.tabs.more["trajectory"].content
    assert isinstance(shown, TrajectoryTab)
    qtbot.waitUntil(lambda: shown.shown is not None and len(shown.shown.marks) == 3)
    return shown


def words(tab: TrajectoryTab) -> str:
    return "\n".join(label.text() for label in tab.words.findChildren(QLabel))


def test_words_say_what_the_picture_shows(tab: TrajectoryTab) -> None:
    said = words(tab)
    assert "Week 41, vanaf 05/10/2026" in said
    assert "06/10/2026 · Gesprekken: Kennismaking · 50 min" in said
    assert "niet bereikt" in said
    assert "Herfstvakantie" in said
    assert "14/09/2026 tot" in tab.picture.accessibleName()


def test_a_click_on_a_part_of_the_picture_opens_it(opened: Opened, tab: TrajectoryTab) -> None:
    page, _desk, _case_id = opened
    tab.picture.grab()  # places are known once it is painted
    places = [
        (x, y) for x in range(0, tab.picture.width(), 3) for y in range(0, tab.picture.height(), 3)
        if (part := tab.picture.part_at(QPointF(x, y))) and part.row[0] == "guidance_session"
    ]  # fmt: skip
    QTest.mouseClick(tab.picture, Qt.MouseButton.LeftButton, pos=QPoint(*places[0]))
    assert isinstance(sheet_of(page), SessionDialog)


def test_last_school_year_is_empty_and_says_so(tab: TrajectoryTab) -> None:
    tab.periods.choose("before")
    assert tab.period() == (date(2025, 9, 1), date(2026, 8, 31))
    assert tab.shown is not None
    assert tab.shown.lanes == ()
    tab.periods.choose("year")
    assert tab.period()[0] == date(2026, 9, 1)
    assert tab.shown.starts_on == date(2026, 9, 1)


def test_the_page_that_leaves_has_initials_and_nothing_confidential(
    opened: Opened, tab: TrajectoryTab, qtbot: QtBot, tmp_path: Path
) -> None:
    page, desk, _case_id = opened
    tab.make_page()
    (dialog,) = [one for one in page.findChildren(PageDialog) if one.isVisible()]
    place = tmp_path / "traject.pdf"
    type_over(dialog.place, str(place))
    with qtbot.waitSignal(dialog.made, timeout=20_000):
        dialog.make()
    text = read_text(place.read_bytes())
    assert "Kennismaking" in text
    assert "Geheim" not in text
    assert "Verlinden" not in text
    assert len(draw_pages(place.read_bytes(), 1)) == 1
    assert desk.desk.file.rows("SELECT kind FROM release") == [("trajectory",)]
