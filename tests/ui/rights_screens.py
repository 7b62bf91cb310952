"""The screens of rights, keeping, the trajectory, history, programmes and safety, with unfriendly words."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from eletdesk.desk.cases import binned_cases, open_case
from eletdesk.desk.desk import Desk
from eletdesk.desk.new_case import fill_case, present_programme
from eletdesk.desk.retention import kept_files, put_aside
from eletdesk.domain.rights_request import RequestKind, RightsRequest
from eletdesk.operations.documents import add_document
from eletdesk.operations.pathways import close_pathway
from eletdesk.operations.people import change_person
from eletdesk.operations.rights import record_request
from eletdesk.queries.live_rows import live_rows
from eletdesk.queries.present_rows import pathways_in_order
from tests.ui.audit import settle
from tests.ui.desk_fixtures import TODAY

if TYPE_CHECKING:
    from ui.main_window import MainWindow

TEXT = "<b>dik</b> &amp; <img src=x onerror=alert(1)> {name} Donaudampfschifffahrtsgesellschaft"
Show = Callable[["MainWindow"], QWidget]


def _sheet(window: "MainWindow") -> QWidget:
    from tests.ui.screens import open_sheet

    settle()
    return open_sheet(window)


def _tab(key: str) -> Callable[["MainWindow"], Any]:
    def content(window: "MainWindow") -> Any:
        from tests.ui.screens import first_case

        page = first_case(window)
        case_id = page.shown_case()
        if not window.desk.read(case_id, live_rows, RightsRequest):
            window.desk.run(
                case_id, record_request,
                kind=RequestKind.inspection, received_on=TODAY - timedelta(days=4), asked_by=TEXT,
            )  # fmt: skip
        page.tabs.choose(key)
        settle()
        return page.tabs.more[key].content

    return content


def _shown_tab(key: str) -> Show:
    def show(window: "MainWindow") -> QWidget:
        _tab(key)(window)
        return window

    return show


def _tab_sheet(key: str, do: Callable[[Any], object]) -> Show:
    def show(window: "MainWindow") -> QWidget:
        do(_tab(key)(window))
        return _sheet(window)

    return show


def _answer(tab: Any) -> None:
    tab.answer_request(next(iter(tab._requests)).id)


def closed_case(desk: Desk) -> str:
    """Return a closed case whose time to be kept is over."""
    kept = kept_files(desk)
    if kept:
        return kept[0].case_id
    from tests.ui.hostile_desk import hostile_case

    programme = present_programme(desk)

    def fill(session: Any) -> None:
        fill_case(session, hostile_case(TEXT), programme, TODAY - timedelta(days=60))
        session.flush()
        close_pathway(
            session, pathways_in_order(session)[0].id, programme=programme,
            outcome=programme.outcomes[0].code, on=TODAY - timedelta(days=3), reason=TEXT,
        )  # fmt: skip

    case_id = open_case(desk, fill)
    desk.run(case_id, change_person, birth_on=date(1980, 3, 4))
    return case_id


def _retention(window: "MainWindow") -> Any:
    if not binned_cases(window.desk.desk):
        closed_case(window.desk.desk)
    window.ways.go("retention")
    page: Any = window.stack.page()
    page.read()
    settle()
    return page


def _due(window: "MainWindow") -> QWidget:
    _retention(window)
    return window


def _put_aside(window: "MainWindow") -> Any:
    page = _retention(window)
    if not binned_cases(window.desk.desk):
        put_aside(window.desk.desk, closed_case(window.desk.desk))
    page.bin.read()
    page.read()
    settle()
    return page


def _aside(window: "MainWindow") -> QWidget:
    _put_aside(window)
    return window


def _destroy(window: "MainWindow") -> QWidget:
    page = _put_aside(window)
    page.bin.ask_to_destroy(page.bin.people[0])
    return _sheet(window)


def _terms(window: "MainWindow") -> QWidget:
    _retention(window).change_terms()
    return _sheet(window)


def _case_deed(do: Callable[[Any], object]) -> Show:
    def show(window: "MainWindow") -> QWidget:
        from tests.ui.screens import first_case

        do(first_case(window).do)
        return _sheet(window)

    return show


def _row_history(deeds: Any) -> None:
    deeds.moments.show_history("task", deeds._view().overview.sides.tasks[0].id)


def _reopen(window: "MainWindow") -> QWidget:
    case_id = closed_case(window.desk.desk)
    window.ways.open_case(case_id)
    window.stack.page().do.pathway.reopen_pathway()  # type: ignore[union-attr]
    return _sheet(window)


def _preview(window: "MainWindow") -> QWidget:
    from tests.ui.screens import first_case

    page = first_case(window)
    if not page.view.overview.documents:
        window.desk.run(page.shown_case(), add_document, name=TEXT[:60], content=TEXT.encode())
        page.read()
    page.do.files.look_at(page.view.overview.documents[0].id)
    return _sheet(window)


def _programmes(do: Callable[[Any], object]) -> Callable[["MainWindow"], Any]:
    def show(window: "MainWindow") -> Any:
        window.ways.go("programmes")
        page: Any = window.stack.page()
        do(page)
        settle()
        return page

    return show


def _look(window: "MainWindow") -> QWidget:
    _programmes(lambda page: page.look_at("naft"))(window)
    return window


def _part(kind: str) -> Show:
    def show(window: "MainWindow") -> QWidget:
        page = _programmes(lambda page: page.adapt_programme("naft"))(window)
        if kind == "programme":
            page.adapting.edit_names()
        else:
            page.adapting.edit(kind, 0)
        return _sheet(window)

    return show


def _settings(card: str, method: str) -> Show:
    def show(window: "MainWindow") -> QWidget:
        window.ways.go("settings")
        getattr(getattr(window.stack.page(), card), method)()
        return _sheet(window)

    return show


PARTS = ("programme", "stages", "clocks", "questions")
RIGHTS: dict[str, Show] = {
    "case on one page": _shown_tab("trajectory"),
    "case rights": _shown_tab("rights"),
    "one page as PDF": _tab_sheet("trajectory", lambda tab: tab.make_page()),
    "request about the file": _tab_sheet("rights", lambda tab: tab.add_request()),
    "answer to a request": _tab_sheet("rights", _answer),
    "copy of the file": _tab_sheet("rights", lambda tab: tab.make_copy()),
    "files whose time is over": _due,
    "open again": _reopen,
    "files put aside": _aside,
    "destroy a file": _destroy,
    "terms of the organisation": _terms,
    "history of a case": _case_deed(lambda do: do.moments.show_case_history()),
    "look at a document": _preview,
    "look at a programme": _look,
    **{f"part of a programme: {kind}": _part(kind) for kind in PARTS},
    "another passphrase": _settings("safety", "change_passphrase"),
    "recovery words": _settings("safety", "renew_recovery"),
    "licences": _settings("about", "show_licences"),
}
"""What can be seen there, by name."""
