"""Every screen and sheet of an open desk by name, and people whose every field tries to be something else."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from eletdesk.desk.demo.list import demo_list
from eletdesk.preferences import Preferences
from tests.ui.absence_screens import ABSENCES
from tests.ui.audit import settle
from tests.ui.desk_fixtures import fix_clock, make_desk
from tests.ui.finding_screens import FINDING
from tests.ui.follow_up_screens import FOLLOW_UP
from tests.ui.group_screens import GROUPS
from tests.ui.hostile_desk import fill_hostile
from tests.ui.planning_screens import PLANNING
from tests.ui.rights_screens import RIGHTS
from ui.case.case_page import CasePage
from ui.caseload.import_page import ImportPage
from ui.figures.figures_page import FiguresPage
from ui.main_window import MainWindow
from ui.open_desk import OpenDesk
from ui.referral.dossier_page import DossierPage
from ui.theme import current
from ui.widgets.dialog import Dialog

if TYPE_CHECKING:
    pass

Show = Callable[[MainWindow], QWidget]


@contextmanager
def hostile_window(folder: Path, language: str = "nl") -> Iterator[MainWindow]:
    """Open the window of a desk of unfriendly people."""
    fix_clock()
    desk = make_desk(folder / "desk")
    fill_hostile(desk)
    opened = OpenDesk(desk)
    window = MainWindow(opened, Preferences(language=language))
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    settle()
    yield window
    window.keep_drafts()
    window.hide()
    window.deleteLater()
    opened.close()


def first_case(window: MainWindow) -> CasePage:
    """Show the case with the longest words."""
    from eletdesk.queries.register.views import index_cards

    hardest = max(window.desk.ask(index_cards), key=lambda card: len(card.name))
    window.ways.open_case(hardest.case_id)
    page = window.stack.page()
    assert isinstance(page, CasePage)
    return page


def _page(key: str) -> Show:
    def show(window: MainWindow) -> QWidget:
        window.ways.go(key)
        page = window.stack.page()
        if isinstance(page, FiguresPage):
            _wait(lambda: page.figures is not None and not page.is_counting())
        return window

    return show


def _tab(key: str) -> Show:
    def show(window: MainWindow) -> QWidget:
        first_case(window).tabs.choose(key)
        return window

    return show


def _sheet(part: str, method: str) -> Show:
    def show(window: MainWindow) -> QWidget:
        getattr(getattr(first_case(window).do, part), method)()
        return open_sheet(window)

    return show


TAB_SHEETS = {
    "agree on a goal": ("goals", "add_goal"),
    "ask how it goes": ("goals", "add_assessment"),
    "note a step of care": ("care", "add_step"),
}


def _tab_sheet(key: str, method: str) -> Show:
    def show(window: MainWindow) -> QWidget:
        page = first_case(window)
        page.tabs.choose(key)
        getattr(page.tabs.more[key].content, method)()
        return open_sheet(window)

    return show


def _which_dossier(window: MainWindow) -> QWidget:
    first_case(window).tabs.new_dossier()
    return open_sheet(window)


def _import(window: MainWindow) -> QWidget:
    window.ways.go("import")
    page = window.stack.page()
    assert isinstance(page, ImportPage)
    path = window.desk.desk.folder.parent / "lijst.xlsx"
    path.write_bytes(demo_list())
    page.read_file(path)
    _wait(lambda: page.plan is not None)
    return window


def _dossier(window: MainWindow) -> QWidget:
    window.ways.open_dossier(first_case(window).shown_case(), "")
    page = window.stack.page()
    assert isinstance(page, DossierPage)
    _wait(lambda: not page.preview.is_waiting())
    return window


def _issue(window: MainWindow) -> QWidget:
    _dossier(window)
    window.stack.page().prepare()  # type: ignore[union-attr]
    return open_sheet(window)


def _report(window: MainWindow) -> QWidget:
    _page("figures")(window)
    window.stack.page().make_report()  # type: ignore[union-attr]
    return open_sheet(window)


def _new_person(window: MainWindow) -> QWidget:
    window.ways.new_person()
    return open_sheet(window)


def _adapt(window: MainWindow) -> QWidget:
    from ui.programmes.programmes_page import ProgrammesPage

    window.ways.go("programmes")
    page = window.stack.page()
    assert isinstance(page, ProgrammesPage)
    page.adapt_programme("naft")
    return window


def _line(window: MainWindow) -> QWidget:
    window.ways.go("caseload")
    window.layers.log()
    line = window.layers.line()
    assert line is not None
    line.edit.put("dik gesprek 45m gist stage @mama bellen wo #stage")
    return window


def _palette(window: MainWindow) -> QWidget:
    window.layers.search("dik")
    return window


SCREENS: dict[str, Show] = {
    **{key: _page(key) for key in ("today", "caseload", "referrals", "figures", "settings", "retention")},
    **{f"case {key}": _tab(key) for key in ("timeline", "tasks", "network", "documents", "referral")},
    **{f"case {key}": _tab(key) for key in ("goals", "care")},
    **{name: _tab_sheet(*place) for name, place in TAB_SHEETS.items()},
    **PLANNING,
    **GROUPS,
    **ABSENCES,
    **FOLLOW_UP,
    **FINDING,
    **RIGHTS,
    "programmes": _page("programmes"),
    "adapt a programme": _adapt,
    "import": _import,
    "dossier": _dossier,
    "quick line": _line,
    "palette": _palette,
    "new person": _new_person,
    "issue a dossier": _issue,
    "which dossier": _which_dossier,
    "make a report": _report,
    **{
        method.replace("_", " "): _sheet(part, method)
        for part, methods in (
            ("moments", ("plan_session", "record_contact", "record_time_out", "add_task", "show_bin")),
            ("people", ("edit_person", "edit_enrolment", "add_member", "show_consents")),
            ("pathway", ("move_stage", "edit_pathway", "close_pathway", "answer_questions")),
        )
        for method in methods
    },
}  # fmt: skip


def open_sheet(window: MainWindow) -> Dialog:
    """Return the sheet that lies over the window."""
    found = [sheet for sheet in window.findChildren(Dialog) if sheet.isVisible()]
    assert found, "no sheet was opened"
    return found[-1]


def leave(window: MainWindow) -> None:
    """Close every sheet and layer."""
    for sheet in window.findChildren(Dialog):
        if sheet.isVisible():
            sheet.reject()
    window.layers.close_all()
    settle()
    delete_what_was_closed()


def delete_what_was_closed() -> None:
    """Delete closed sheets and old pages: without a running event loop they would stay, and slow all down."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def build_again(window: MainWindow) -> None:
    """Build every part of the window anew, with its own words."""
    for short in (True, False):
        window.use_preferences(replace(window.preferences, train_mode=short))
    settle()
    delete_what_was_closed()


def use_scale(window: MainWindow, scale: int) -> None:
    """Show the window with larger text."""
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    if current().text_scale != scale:
        current().install(app, "light", scale)
    window.resize(1280, 800)
    settle()


def _wait(ready: Callable[[], bool]) -> None:
    from ui.tour.hands import Hands

    Hands().until(ready, "the screen is ready")
