"""The page of one case on a real encrypted desk, and the keys that are pressed on it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from eletdesk import clock
from eletdesk.operations.sessions import record_session
from tests.desks import add_noor, make_desk
from ui.case.case_page import CasePage
from ui.case.form_dialog import FormDialog
from ui.open_desk import OpenDesk

MONDAY = date(2026, 11, 23)
NOW = datetime.combine(MONDAY, time(11, 42))
Opened = tuple[CasePage, OpenDesk, str]


@contextmanager
def opened_case(folder: Path, qtbot: QtBot) -> Iterator[Opened]:
    """Open Noor's page on a Monday at 11:42."""
    clock.use_clock(lambda: NOW)
    desk = OpenDesk(make_desk(folder / "desk"))
    case_id = add_noor(desk.desk)
    page = CasePage(desk, case_id)
    qtbot.addWidget(page)
    page.resize(1048, 800)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    yield page, desk, case_id
    desk.close()


def type_text(text: str) -> None:
    """Type into whatever has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClicks(widget, text)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key in whatever has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, modifier)


def tab_to(widget: QWidget, most: int = 40) -> None:
    """Press Tab until a widget has the focus."""
    for _step in range(most):
        if widget.hasFocus():
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError("Tab never comes there")


def save() -> None:
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def sheet_of(page: CasePage) -> FormDialog:
    """Return the sheet that lies over the page."""
    (sheet,) = [one for one in page.findChildren(FormDialog) if one.isVisible()]
    return sheet


def type_over(field: QLineEdit, text: str) -> None:
    """Go to a field with Tab and type something else in it."""
    tab_to(field)
    field.selectAll()
    type_text(text)


def with_session(desk: OpenDesk, case_id: str, page: CasePage, qtbot: QtBot) -> str:
    """Record one session and wait until it is in the timeline."""
    programme = page.view.programme
    row = desk.run(
        case_id, record_session,
        held_on=date(2026, 11, 20), minutes=50, programme=programme, note="Conflict",
    )  # fmt: skip
    qtbot.waitUntil(lambda: ("guidance_session", row.id) in [item.key for item in page.line.items()])
    return str(row.id)
