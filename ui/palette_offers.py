"""What the window offers its palette: actions, what can be done in a case, views, and what pages can do."""

from functools import partial
from typing import TYPE_CHECKING

from eletdesk.desk.case_views import case_views
from eletdesk.translation import N_, _
from ui.palette.entries import Offers
from ui.palette.entry import CaseAction, Entry

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_OPENS = {"search", "keys"}
_OF_A_CASE = {"log", "add_task", "open_dossier"}

#: What a page can do besides the actions of the window: page, name of the deed there, words, icon.
PAGE_DEEDS = (
    ("caseload", "edit_filter", N_("Filter the young people"), "filter"),
    ("caseload", "choose_columns", N_("Columns of the young people"), "spreadsheet"),
    ("caseload", "keep_view", N_("Keep this view of the young people"), "pin"),
    ("caseload", "export", N_("Export the young people shown"), "export"),
    ("directory", "add", N_("Add an organisation"), "organisation"),
    ("directory", "read_list", N_("Read a list of schools"), "import"),
)


def make_offers(window: "MainWindow") -> Offers:
    """Gather everything that can be found or done now."""
    shown = window.ways.shown_case()
    apart = _OPENS | (_OF_A_CASE if shown else set())
    return Offers(
        window.desk,
        [action for action in window.deeds() if action.objectName() not in apart],
        case_actions(window),
        window.ways.open_case,
        others=[*_views(window), *_page_deeds(window)],
        short_names=window.preferences.train_mode,
    )


def case_actions(window: "MainWindow") -> tuple[CaseAction, ...]:
    """Return what can be done for a young person: the three of the keys, the whole menu, every tab."""
    from ui.case.menu import ENTRIES  # noqa: PLC0415 - the sheets of a case come along
    from ui.case.more_tabs import MORE_TABS  # noqa: PLC0415
    from ui.case.tabs import FIRST_TABS  # noqa: PLC0415

    ways = window.ways
    main = (
        CaseAction(_("Log a session"), "write", "Ctrl N", ways.log),
        CaseAction(_("Add a task"), "task", "Ctrl T", partial(_do_in_case, window, "add_task")),
        CaseAction(
            _("Open the referral dossier"), "dossier", "Ctrl D", partial(_do_in_case, window, "open_dossier")
        ),
    )
    menu = [
        CaseAction(
            _(entry.text),
            entry.icon,
            entry.keys.replace("+", " "),
            partial(ways.do_in_menu, entry.key),
            is_main=False,
        )
        for entry in ENTRIES
    ]
    names = [*FIRST_TABS, *((kind.key, kind.name) for kind in MORE_TABS)]
    tabs = [
        CaseAction(
            _("Show: {tab}").format(tab=_(name)), "next", "", partial(ways.show_tab, key), is_main=False
        )
        for key, name in names
    ]
    return (*main, *menu, *tabs)


def _do_in_case(window: "MainWindow", method: str, case_id: str) -> None:
    window.ways.do_in_case(case_id, method)


def _views(window: "MainWindow") -> list[Entry]:
    return [
        Entry(view.said, _("view"), "filter", run=partial(window.ways.show_view, view.key))
        for view in case_views(window.desk.desk)
    ]


def _page_deeds(window: "MainWindow") -> list[Entry]:
    return [
        Entry(_(text), icon=icon, run=partial(window.ways.do_on_page, page, deed))
        for page, deed, text, icon in PAGE_DEEDS
    ]
