"""The pages of the window: where one can go, who builds each page, and what a page may ask of the window.

A page is a QWidget. It never knows the window; it may have any of the signals of SIGNALS and any of the
methods of METHODS, and the window uses what it finds. A new page is one function and one line here.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from eletdesk.preferences import Preferences
from eletdesk.translation import N_
from ui.open_desk import OpenDesk

#: Signals of a page that the window listens to: name -> what it carries.
SIGNALS = {
    "case_requested": "str case_id: open this case",
    "row_requested": "str case_id, str row_id: open this case at this row; 'tab/row' or 'tab/' names its tab",
    "dossier_requested": "str case_id, str referral_id ('' for a new one)",
    "quick_line_requested": "str case_id ('' for nobody yet): log something",
    "new_person_requested": "nothing: open a new case",
    "import_requested": "nothing: read a spreadsheet in",
    "page_requested": "str key of a page in PAGES",
    "toast_requested": "str sentence, bool can_undo",
    "problem_requested": "str sentence: told in red until it is closed",
    "preferences_chosen": "Preferences: keep and use them now",
    "lock_requested": "nothing: lock the desk",
    "pin_requested": "str case_id: pin to the sidebar, or take the pin away",
    "count_changed": "str count: shown beside the page in the sidebar",
    "left": "nothing: this page is done, go back",
}

#: Methods of a page that the window calls: name -> when.
METHODS = {
    "keep_drafts": "before lock, close and leaving the page: keep what is being typed",
    "start_search": "Ctrl+F: put the focus in the page's own search field",
    "add_task": "Ctrl+T: task for the person shown",
    "open_dossier": "Ctrl+D: referral dossier for the person shown",
    "jump_to_date": "Ctrl+J: jump to a date in the timeline",
    "print_page": "Ctrl+P: print or PDF",
    "save": "Ctrl+S: save and stay",
    "shown_case": "() -> str: the case that is shown or chosen, for the palette and the quick line",
    "show_row": "(str row_id): bring one row of the page in sight",
    "focus_first": "put the focus where work starts on this page",
    "panes": "() -> list[QWidget]: what F6 goes through on this page",
    "new_person": "Ctrl+Shift+N, on the caseload page only: begin a new case",
    "deeds": "not a method: names with what they do, for the palette (PAGE_DEEDS of ui.palette_offers)",
    "view_state": "() -> dict: selection, scroll and typed text that survive a change of language or theme",
    "restore_view": "(dict): put that back",
}


@dataclass(frozen=True)
class Place:
    """Where somebody is: a page, and the case and row that it shows."""

    page: str
    case_id: str = ""
    row_id: str = ""


Build = Callable[[OpenDesk, Preferences, Place, QWidget], QWidget]


@dataclass(frozen=True)
class PageKind:
    """One kind of page; `digit` is its place in the sidebar (0: not there) and its Ctrl key.

    `has_row`: each row has a page of its own (a dossier); otherwise show_row is called on the case's page.
    `wants_room`: the sidebar steps back to a rail, unless the window is very wide.
    """

    key: str
    text: str
    icon: str
    build: Build
    digit: int = 0
    has_row: bool = False
    wants_room: bool = False


def _today(desk: OpenDesk, preferences: Preferences, _place: Place, parent: QWidget) -> QWidget:
    from ui.today.today_page import TodayPage  # noqa: PLC0415

    return TodayPage(desk, short_names=preferences.train_mode, parent=parent)


def _caseload(desk: OpenDesk, preferences: Preferences, _place: Place, parent: QWidget) -> QWidget:
    from ui.caseload.caseload_page import CaseloadPage  # noqa: PLC0415

    return CaseloadPage(desk, short_names=preferences.train_mode, parent=parent)


def _agenda(desk: OpenDesk, preferences: Preferences, _place: Place, parent: QWidget) -> QWidget:
    from ui.agenda.agenda_page import AgendaPage  # noqa: PLC0415

    return AgendaPage(desk, short_names=preferences.train_mode, parent=parent)


def _tasks(desk: OpenDesk, preferences: Preferences, _place: Place, parent: QWidget) -> QWidget:
    from ui.tasks.tasks_page import TasksPage  # noqa: PLC0415

    return TasksPage(desk, short_names=preferences.train_mode, parent=parent)


def _import(desk: OpenDesk, _preferences: Preferences, _place: Place, parent: QWidget) -> QWidget:
    from ui.caseload.import_page import ImportPage  # noqa: PLC0415

    return ImportPage(desk, parent=parent)


def _absences(desk: OpenDesk, _preferences: Preferences, _place: Place, parent: QWidget) -> QWidget:
    from ui.absences.import_page import AbsenceImportPage  # noqa: PLC0415

    return AbsenceImportPage(desk, parent=parent)


def _dossier(desk: OpenDesk, _preferences: Preferences, place: Place, parent: QWidget) -> QWidget:
    from ui.referral.dossier_page import DossierPage  # noqa: PLC0415

    return DossierPage(desk, place.case_id, place.row_id, parent=parent)


def _referrals(desk: OpenDesk, preferences: Preferences, _place: Place, parent: QWidget) -> QWidget:
    from ui.referral.referrals_page import ReferralsPage  # noqa: PLC0415

    return ReferralsPage(desk, short_names=preferences.train_mode, parent=parent)


def _figures(desk: OpenDesk, _preferences: Preferences, _place: Place, parent: QWidget) -> QWidget:
    from ui.figures.figures_page import FiguresPage  # noqa: PLC0415

    return FiguresPage(desk, parent=parent)


def _groups(desk: OpenDesk, preferences: Preferences, _place: Place, parent: QWidget) -> QWidget:
    from ui.groups.groups_page import GroupsPage  # noqa: PLC0415

    return GroupsPage(desk, short_names=preferences.train_mode, parent=parent)


def _case(desk: OpenDesk, preferences: Preferences, place: Place, parent: QWidget) -> QWidget:
    from ui.case.case_page import CasePage  # noqa: PLC0415

    return CasePage(desk, place.case_id, short_names=preferences.train_mode, parent=parent)


def _settings(desk: OpenDesk, preferences: Preferences, _place: Place, parent: QWidget) -> QWidget:
    from ui.settings.settings_page import SettingsPage  # noqa: PLC0415

    return SettingsPage(desk, preferences, parent=parent)


def _retention(desk: OpenDesk, preferences: Preferences, _place: Place, parent: QWidget) -> QWidget:
    from ui.rights.retention_page import RetentionPage  # noqa: PLC0415

    return RetentionPage(desk, short_names=preferences.train_mode, parent=parent)


def _programmes(desk: OpenDesk, _preferences: Preferences, _place: Place, parent: QWidget) -> QWidget:
    from ui.programmes.programmes_page import ProgrammesPage  # noqa: PLC0415

    return ProgrammesPage(desk, parent=parent)


def _directory(desk: OpenDesk, _preferences: Preferences, _place: Place, parent: QWidget) -> QWidget:
    from ui.directory.directory_page import DirectoryPage  # noqa: PLC0415

    return DirectoryPage(desk, parent=parent)


PAGES: dict[str, PageKind] = {
    kind.key: kind
    for kind in (
        PageKind("today", N_("Today"), "today", _today, 1),
        PageKind("caseload", N_("Young people"), "caseload", _caseload, 2),
        PageKind("agenda", N_("Agenda"), "agenda", _agenda, 3),
        PageKind("tasks", N_("Tasks"), "tasks", _tasks, 4),
        PageKind("case", N_("Case"), "person", _case),
        PageKind("import", N_("Read a list"), "import", _import),
        PageKind("absences", N_("Read a list of absences"), "absence", _absences),
        PageKind("dossier", N_("Referral dossier"), "dossier", _dossier, has_row=True, wants_room=True),
        PageKind("referrals", N_("Referrals"), "referrals", _referrals, 5),
        PageKind("figures", N_("Figures"), "figures", _figures, 6),
        PageKind("groups", N_("Groups"), "group", _groups, 7),
        PageKind("retention", N_("Keeping and destroying"), "retention", _retention),
        PageKind("directory", N_("Directory"), "organisation", _directory),
        PageKind("programmes", N_("Programmes"), "programme", _programmes),
        PageKind("settings", N_("Settings"), "settings", _settings),
    )
}
"""Every page by key, in the order of the sidebar."""
