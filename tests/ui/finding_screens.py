"""The screens of filters, views, export and the directory, where every text tries to be something else."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from eletdesk.desk.case_views import CaseView, ShownColumn, case_views, keep_view
from eletdesk.desk.desk import Desk
from eletdesk.desk.directory import keep_organisation, organisations
from eletdesk.desk.directory_import import plan_directory
from eletdesk.domain.organisation import Organisation, OrganisationContact
from eletdesk.operations.people import change_person
from eletdesk.queries.register.case_filter import CaseFilter, Condition
from eletdesk.queries.register.views import index_cards
from tests.ui.audit import settle
from ui.caseload.caseload_page import CaseloadPage
from ui.caseload.filter_sheet import FilterSheet
from ui.directory.directory_page import DirectoryPage
from ui.directory.import_sheet import DirectoryImportSheet
from ui.main_window import MainWindow
from ui.widgets.dialog import Dialog

SCHOOLS = Path(__file__).parents[1] / "data" / "schools" / "fwb_secondary_brussels.csv"


def _fill(desk: Desk) -> None:
    """Give everybody tags of their own words, keep views under them, and organisations of that name."""
    if any(not view.is_shipped for view in case_views(desk)):
        return
    for number, card in enumerate(desk.ask(index_cards)):
        text = card.given_name
        desk.run(card.case_id, change_person, tags=[text[:40]])
        asked = (
            Condition("tag", codes=(text[:40],)),
            Condition("school", words=text, is_not=True),
            Condition("age", low=1, high=99),
            Condition("time_out", is_not=True),
        )
        shown = (ShownColumn("person"), ShownColumn("tags"), ShownColumn("contact"))
        keep_view(desk, CaseView(name=f"{number} {text}"[:60], filter=CaseFilter(asked), columns=shown))
        people = (OrganisationContact(text, text, text[:30], text),)
        keep_organisation(
            desk,
            Organisation(
                kind="school", name=text, number=str(number), address=text, postcode="1000", place=text,
                phone=text[:30], email=text, website=text, network=text, clb=text, note=text, detail=text,
                contacts=people,
            ),
        )  # fmt: skip


def _caseload(window: MainWindow) -> CaseloadPage:
    _fill(window.desk.desk)
    window.ways.go("caseload")
    page = window.stack.page()
    assert isinstance(page, CaseloadPage)
    page.list.do.leave_view()
    return page


def _view(window: MainWindow) -> QWidget:
    page = _caseload(window)
    page.show_view(case_views(window.desk.desk)[0].key)
    settle()
    return window


def _sheet(do: Callable[[CaseloadPage], object]) -> Callable[[MainWindow], QWidget]:
    def show(window: MainWindow) -> QWidget:
        page = _caseload(window)
        page.show_view(case_views(window.desk.desk)[0].key)
        do(page)
        settle()
        return _open(window)

    return show


def _filter(window: MainWindow) -> QWidget:
    sheet = _sheet(lambda page: page.list.do.edit_filter())(window)
    assert isinstance(sheet, FilterSheet)
    sheet.add_condition()
    sheet.rows[-1].subject.set_value("programme")
    settle()
    return sheet


def _directory(window: MainWindow) -> DirectoryPage:
    _fill(window.desk.desk)
    window.ways.go("directory")
    page = window.stack.page()
    assert isinstance(page, DirectoryPage)
    settle()
    return page


def _directory_list(window: MainWindow) -> QWidget:
    _directory(window)
    return window


def _organisation(window: MainWindow) -> QWidget:
    hardest = max(organisations(window.desk.desk), key=lambda one: len(one.name))
    _directory(window).open_organisation(hardest)
    return _open(window)


def _new_organisation(window: MainWindow) -> QWidget:
    _directory(window).add_organisation()
    return _open(window)


def _schools(window: MainWindow) -> QWidget:
    page = _directory(window)
    DirectoryImportSheet(page.window(), plan_directory(window.desk.desk, SCHOOLS), lambda _ends: None).open()
    settle()
    return _open(window)


def _tags(window: MainWindow) -> QWidget:
    _fill(window.desk.desk)
    window.ways.do_in_menu("tags", window.desk.ask(index_cards)[0].case_id)
    settle()
    return _open(window)


def _open(window: MainWindow) -> Dialog:
    return next(sheet for sheet in reversed(window.findChildren(Dialog)) if sheet.isVisible())


FINDING: dict[str, Callable[[MainWindow], QWidget]] = {
    "view": _view,
    "filter": _filter,
    "columns": _sheet(lambda page: page.list.do.choose_columns()),
    "keep a view": _sheet(lambda page: page.list.do.keep_view()),
    "export the caseload": _sheet(lambda page: page.export()),
    "directory": _directory_list,
    "organisation": _organisation,
    "new organisation": _new_organisation,
    "list of schools": _schools,
    "tags": _tags,
}
"""Each screen by name."""
