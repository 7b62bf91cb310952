"""Every screen and sheet of an open desk by name, and people whose every field tries to be something else."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from eletdesk.desk.cases import open_case
from eletdesk.desk.demo_list import demo_list
from eletdesk.desk.desk import Desk
from eletdesk.desk.new_case import NewCase, fill_case, present_programme
from eletdesk.preferences import Preferences
from tests.ui.absence_screens import ABSENCES
from tests.ui.audit import settle
from tests.ui.desk_fixtures import TODAY, fix_clock, make_desk
from tests.ui.finding_screens import FINDING
from tests.ui.follow_up_screens import FOLLOW_UP
from tests.ui.group_screens import GROUPS
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
    from sqlmodel import Session

HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "<b>dik</b> &amp; &nbsp;",
    "=1+1",
    "Donaudampfschifffahrtsgesellschaftskapitänswitwe" * 2,
    "שלום עולם \u202etxt.exe",
    "{name} %s %(x)s \\n & && _",
)
Show = Callable[[MainWindow], QWidget]


def hostile_case(text: str) -> NewCase:
    """Return a case with the same unfriendly words in every field."""
    return NewCase(
        person={
            "given_name": text, "family_name": text, "birth_on": date(2010, 3, 4), "street": text,
            "home_language": text[:60], "remarks": text, "phone": text[:40],
        },
        enrolment={"school": text, "year_label": text[:60], "study": text, "finality": "labour_market"},
        members=(
            {"name": text, "role": "mother", "phone": text[:40], "organisation": text, "reach_note": text},
        ),
        pathway={"question": text, "referrer": text, "referrer_centre": text},
    )  # fmt: skip


def fill_hostile(desk: Desk) -> list[str]:
    """Open one case for each unfriendly text, with something of everything in it."""
    programme = present_programme(desk)
    return [open_case(desk, _everything(text, programme)) for text in HOSTILE]


def _everything(text: str, programme: Any) -> Callable[["Session"], Any]:
    from eletdesk.domain.care_step import CareActor
    from eletdesk.operations.assessments import record_assessment
    from eletdesk.operations.care_steps import record_care_step
    from eletdesk.operations.contacts import record_contact
    from eletdesk.operations.goals import add_goal, review_goal
    from eletdesk.operations.sessions import plan_session, record_session
    from eletdesk.operations.tasks import add_task
    from eletdesk.operations.time_outs import record_time_out

    def fill(session: "Session") -> None:
        fill_case(session, hostile_case(text), programme, TODAY - timedelta(days=60))
        record_session(
            session, held_on=TODAY - timedelta(days=20), minutes=45, programme=programme, note=text,
            title=text, topics=[text[:30]],
        )  # fmt: skip
        record_contact(session, happened_on=TODAY - timedelta(days=18), with_whom=text, note=text, minutes=5)
        plan_session(session, held_on=TODAY, starts_at=time(9, 30), minutes=45, title=text)
        add_task(session, title=text, due_on=TODAY)
        goal = add_goal(session, text=text, note=text, agreed_on=TODAY - timedelta(days=30))
        session.flush()
        for days, score in ((20, 2), (1, 9)):
            on = TODAY - timedelta(days=days)
            review_goal(session, goal.id, score=score, reviewed_on=on, note=text)
            record_assessment(session, scores={"school": score, "friends": 5}, assessed_on=on, note=text)
        record_care_step(
            session, phase="phase_1", actor=CareActor.external, what=text, effect=text, by_whom=text[:200]
        )
        record_time_out(
            session, starts_on=TODAY - timedelta(days=2), ends_on=TODAY + timedelta(days=4), note=text,
            agreed_with=text, school_godparent=text,
        )  # fmt: skip

    return fill


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
    from eletdesk.queries.register_views import index_cards

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
