"""The screens and sheets of today, the agenda and the tasks, as tests/ui/screens.py lists them."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from tests.ui.audit import settle
from tests.ui.desk_fixtures import TODAY
from ui.agenda.agenda_page import AgendaPage
from ui.main_window import MainWindow
from ui.tasks.tasks_page import TasksPage
from ui.today.today_page import TodayPage
from ui.widgets.dialog import Dialog

Show = Callable[[MainWindow], QWidget]


def agenda_of(window: MainWindow) -> AgendaPage:
    """Go to the agenda."""
    window.ways.go("agenda")
    settle()
    page = window.stack.page()
    assert isinstance(page, AgendaPage)
    return page


def tasks_of(window: MainWindow) -> TasksPage:
    """Go to the tasks."""
    window.ways.go("tasks")
    settle()
    page = window.stack.page()
    assert isinstance(page, TasksPage)
    return page


def _sheet(window: MainWindow) -> Dialog:
    settle()
    return next(sheet for sheet in window.findChildren(Dialog) if sheet.isVisible())


def _week(window: MainWindow) -> QWidget:
    page = agenda_of(window)
    page.look.choose("week")
    page.body.go_to_day(TODAY)
    return window


def _holidays(window: MainWindow) -> QWidget:
    page = agenda_of(window)
    page.look.choose("week")
    page.body.go_to_day(TODAY - timedelta(weeks=3))
    for _wait in range(100):
        settle()
        if page.body.week.cards[0].holidays.text():
            break
    return window


def _text(window: MainWindow) -> QWidget:
    _week(window)
    agenda_of(window).look.choose("text")
    return window


def _plan(window: MainWindow) -> QWidget:
    page = agenda_of(window)
    page.body.week.cards[1].list.plan_asked.emit(page.body.week.cards[1].list.rows()[-1])
    return _sheet(window)


def _export(window: MainWindow) -> QWidget:
    agenda_of(window).export()
    sheet = _sheet(window)
    sheet.widget("with_names").setChecked(True)  # type: ignore[attr-defined]
    return sheet


def _tasks(window: MainWindow) -> QWidget:
    tasks_of(window)
    return window


def _new_task(window: MainWindow) -> QWidget:
    tasks_of(window).add_task()
    return _sheet(window)


def _put_off(window: MainWindow) -> QWidget:
    window.ways.go("today")
    page = window.stack.page()
    assert isinstance(page, TodayPage)
    settle()
    buttons = [one for one in page.attention.stops() if one.accessibleName().startswith("Uitstellen")]
    first = buttons or [one for one in page.attention.stops() if "Report" in one.accessibleName()]
    (first or page.attention.stops()[1:2])[0].click()  # type: ignore[attr-defined]
    return _sheet(window)


PLANNING: dict[str, Show] = {
    "agenda": _week,
    "agenda with holidays": _holidays,
    "agenda as text": _text,
    "plan in the agenda": _plan,
    "to another calendar": _export,
    "tasks": _tasks,
    "new task": _new_task,
    "put off": _put_off,
}
