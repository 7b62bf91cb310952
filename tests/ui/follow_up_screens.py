"""The screens of follow-up by name, for the audits of every screen: unfriendly words in every field."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from ui.main_window import MainWindow

TEXT = "<b>dik</b> &amp; <img src=x onerror=alert(1)> {name} Donaudampfschifffahrtsgesellschaft"


def _content(window: "MainWindow") -> Any:
    from eletdesk.queries.situations import situations_in_order
    from tests.ui.follow_up_pages import write_follow_up
    from tests.ui.screens import first_case

    page = first_case(window)
    if not window.desk.read(page.shown_case(), situations_in_order):
        write_follow_up(window.desk, page.shown_case(), TEXT)
    page.tabs.choose("follow_up")
    return page.tabs.more["follow_up"].content


def _tab(window: "MainWindow") -> QWidget:
    _content(window)
    return window


def _sheet(method: str) -> Callable[["MainWindow"], QWidget]:
    def show(window: "MainWindow") -> QWidget:
        from tests.ui.screens import open_sheet

        getattr(_content(window).do, method)()
        return open_sheet(window)

    return show


def _term(window: "MainWindow") -> QWidget:
    from tests.ui.screens import open_sheet

    content = _content(window)
    content.do.record(content.found.lines[0].row_id)
    return open_sheet(window)


def _whole_school(window: "MainWindow") -> QWidget:
    from tests.ui.screens import open_sheet
    from ui.case.folded_form import FoldedFormDialog

    _content(window).schools.edit_last()
    sheet = open_sheet(window)
    assert isinstance(sheet, FoldedFormDialog)
    sheet.unfold()
    return sheet


FOLLOW_UP: dict[str, Callable[["MainWindow"], QWidget]] = {
    "case follow-up": _tab,
    "write down a situation": _sheet("add_situation"),
    "start a clock": _sheet("start_clock"),
    "conditions of OKOT": _sheet("answer_okot"),
    "what was found": _term,
    "everything of a school": _whole_school,
}
