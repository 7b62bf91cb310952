"""Go somewhere in the window, and let the page in sight do something."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from ui.pages import PAGES, Place

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class Navigation(QObject):
    """All ways through the window, for its actions, its sidebar and the requests of its pages."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def go(self, page: str) -> None:
        """Go to a page without a case, such as those of the sidebar."""
        if page in PAGES:
            self._window.stack.go(Place(page))

    def open_case(self, case_id: str, row_id: str = "") -> None:
        """Open a young person's case, at one row of it when that is given."""
        if "case" in PAGES:
            self._window.stack.go(Place("case", case_id, row_id))

    def open_dossier(self, case_id: str, referral_id: str) -> None:
        """Open a referral dossier; without an id a new one."""
        if "dossier" in PAGES:
            self._window.stack.go(Place("dossier", case_id, referral_id))

    def new_person(self) -> None:
        """Begin a new case."""
        self.go("caseload")
        self.ask_page("new_person")

    def log(self, case_id: str = "") -> None:
        """Open the quick line: in the page that has one, elsewhere as a layer over it."""
        self._window.layers.log(case_id)

    def do_in_case(self, case_id: str, method: str) -> None:
        """Open a case and let its page do something."""
        self.open_case(case_id)
        self.ask_page(method)

    def do_in_menu(self, key: str, case_id: str) -> None:
        """Open a case and choose a line of its menu."""
        self.open_case(case_id)
        menu = getattr(self._window.stack.page(), "menu", None)
        if menu is not None:
            menu.choose(key)

    def show_tab(self, key: str, case_id: str) -> None:
        """Open a case at one of its tabs."""
        self.open_case(case_id)
        tabs = getattr(self._window.stack.page(), "tabs", None)
        if tabs is not None:
            tabs.choose(key)

    def show_view(self, key: str) -> None:
        """Show the young people of a kept view."""
        self.go("caseload")
        found = getattr(self._window.stack.page(), "show_view", None)
        if callable(found):
            found(key)

    def do_on_page(self, page: str, deed: str) -> None:
        """Go to a page and do one of its `deeds`: names with what they do, for the palette."""
        self.go(page)
        deeds = getattr(self._window.stack.page(), "deeds", {})
        if deed in deeds:
            deeds[deed]()

    def do_here(self, method: str) -> None:
        """Let the page in sight do something; on another page, the case that is chosen there."""
        if callable(getattr(self._window.stack.page(), method, None)):
            self.ask_page(method)
        elif case_id := self.shown_case():
            self.do_in_case(case_id, method)
        else:
            self._window.layers.search()

    def leave(self) -> None:
        """Go back to where one came from, or to Today."""
        if not self._window.stack.back():
            self.go("today")

    def ask_page(self, method: str) -> object:
        """Let the page in sight do something, if it can."""
        found = getattr(self._window.stack.page(), method, None)
        return found() if callable(found) else None

    def shown_case(self) -> str:
        """Return the case that is shown or chosen, if any."""
        return str(self.ask_page("shown_case") or self._window.stack.place.case_id)

    def search_here(self) -> None:
        """Put the focus in the page's own search field; a second time, search everywhere."""
        before = QApplication.focusWidget()
        self.ask_page("start_search")
        if QApplication.focusWidget() is before:
            self._window.layers.search()

    def go_pane(self, by: int) -> None:
        """Put the focus in the next or previous part of the window."""
        own = cast("list[QWidget]", self.ask_page("panes") or [self._window.stack.page()])
        panes = [self._window.sidebar.places, *(pane for pane in own if pane.isVisible())]
        focus = QApplication.focusWidget()
        inside = [n for n, pane in enumerate(panes) if pane is focus or (focus and pane.isAncestorOf(focus))]
        target = panes[((inside[-1] if inside else 0) + by) % len(panes)]
        first = target if target.focusPolicy() or target.focusProxy() else _first_stop(target)
        (first or target).setFocus()


def _first_stop(pane: QWidget) -> QWidget | None:
    """Return the first thing in a part of the window that takes the focus."""
    for widget in pane.findChildren(QWidget):
        if widget.focusPolicy() & widget.focusPolicy().TabFocus and widget.isVisible() and widget.isEnabled():
            return widget
    return None
