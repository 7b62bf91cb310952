"""The screens of absences by name, for the audits of every screen: unfriendly words in every field."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from ui.main_window import MainWindow

TEXT = "<b>dik</b> &amp; <img src=x onerror=alert(1)> {name} Donaudampfschifffahrtsgesellschaft"
LIST = f"Stamnummer;Naam;Datum;VM;NM;Opmerking\n1;{TEXT};16/11/2026;L;B;{TEXT}\n1;{TEXT};21/11/2026;B;;\n"


def fill_absences(window: "MainWindow", case_id: str) -> None:
    """Note half-days of two school years with unfriendly words, once."""
    from eletdesk.domain.school_calendar import Community, SchoolYear
    from eletdesk.operations.absences import record_absences
    from eletdesk.operations.time_outs import change_time_out
    from eletdesk.queries.absence_list import absence_list
    from eletdesk.queries.time_out_ledger import time_out_ledger

    desk = window.desk
    if desk.read(case_id, absence_list):
        return
    for code, first, last in (
        ("B", date(2026, 10, 5), date(2026, 10, 9)),
        ("Z", date(2026, 10, 12), date(2026, 10, 13)),
        ("L", date(2026, 10, 14), date(2026, 10, 14)),
        ("B", date(2025, 10, 5), date(2025, 11, 28)),
    ):
        desk.run(case_id, record_absences, absent_on=first, until_on=last, code=code, note=TEXT, school=TEXT)
    for line in desk.read(case_id, time_out_ledger, SchoolYear(2026, Community.flemish)).lines:
        desk.run(case_id, change_time_out, line.row_id, is_director_agreed=True)


def _content(window: "MainWindow") -> Any:
    from tests.ui.screens import first_case

    page = first_case(window)
    fill_absences(window, page.shown_case())
    page.tabs.choose("absences")
    return page.tabs.more["absences"].content


def _tab(window: "MainWindow") -> QWidget:
    _content(window)
    return window


def _sheet(method: str) -> Callable[["MainWindow"], QWidget]:
    def show(window: "MainWindow") -> QWidget:
        from tests.ui.screens import open_sheet

        getattr(_content(window), method)()
        return open_sheet(window)

    return show


def _change(window: "MainWindow") -> QWidget:
    from eletdesk.queries.absence_list import absence_list
    from tests.ui.screens import first_case, open_sheet

    content = _content(window)
    content.edit_absence(window.desk.read(first_case(window).shown_case(), absence_list)[0].row_id)
    return open_sheet(window)


def _import(panel: str) -> Callable[["MainWindow"], QWidget]:
    def show(window: "MainWindow") -> QWidget:
        from ui.absences.import_page import AbsenceImportPage
        from ui.tour.hands import Hands

        window.ways.go("absences")
        page = window.stack.page()
        assert isinstance(page, AbsenceImportPage)
        path = window.desk.desk.folder.parent / "afwezig.csv"
        path.write_text(LIST, "utf-8")
        page.read_file(path)
        Hands().until(lambda: page.plan is not None, "the list is read")
        page.tabs.choose(panel)
        return window

    return show


ABSENCES: dict[str, Callable[["MainWindow"], QWidget]] = {
    "case absences": _tab,
    "add an absence": _sheet("add_absence"),
    "change an absence": _change,
    "thresholds of absence": _sheet("change_thresholds"),
    "codes for the school": _sheet("give_codes"),
    "list of absences: questions": _import("questions"),
    "list of absences: half-days": _import("lines"),
    "list of absences: columns": _import("columns"),
}
