"""The pages one has been to: built when first wanted, kept while they are near, with back and forward."""

from collections import OrderedDict

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from eletdesk.preferences import Preferences
from ui.open_desk import OpenDesk
from ui.pages import PAGES, Place

_KEPT_CASES = 4
_KEPT_STEPS = 50

Key = tuple[str, str, str]


class PageStack(QStackedWidget):
    """Show one page at a time; `arrived(Place)` follows every step, `built(QWidget, Place)` every page."""

    arrived = Signal(object)
    built = Signal(object, object)

    def __init__(self, desk: OpenDesk, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.preferences = preferences
        self._pages: OrderedDict[Key, QWidget] = OrderedDict()
        self._states: dict[Key, object] = {}
        self._past: list[Place] = []
        self._future: list[Place] = []
        self.place = Place("")

    def page(self) -> QWidget | None:
        """Return the page in sight."""
        return self.currentWidget()

    def go(self, place: Place) -> None:
        """Go somewhere, and remember where one came from."""
        if place == self.place:
            self._show(place)
            return
        if self.place.page:
            self._past = [*self._past, self.place][-_KEPT_STEPS:]
        self._future.clear()
        self._show(place)

    def back(self) -> bool:
        """Go to where one came from; False when there is nowhere."""
        if not self._past:
            return False
        self._future.append(self.place)
        self._show(self._past.pop())
        return True

    def forward(self) -> bool:
        """Go again to where one came back from; False when there is nowhere."""
        if not self._future:
            return False
        self._past.append(self.place)
        self._show(self._future.pop())
        return True

    def keep_drafts(self) -> None:
        """Let every page keep what is being typed."""
        for page in self._pages.values():
            _call(page, "keep_drafts")

    def take_over(self, old: "PageStack") -> None:
        """Show the same places as another stack, with what was typed and chosen in its pages."""
        self._states = old._states | {key: _call(page, "view_state") for key, page in old._pages.items()}
        self._past, self._future = old._past, old._future
        self._show(old.place)

    def put_away(self) -> None:
        """Take every page away that is out of sight; it comes back as it was when one goes there again."""
        for key, page in list(self._pages.items()):
            if page is not self.page():
                _call(page, "keep_drafts")
                self._states[key] = _call(page, "view_state")
                self._drop(key)
        # Qt gives a new look to every widget that still lives: they have to be gone before that.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def forget(self, place: Place) -> None:
        """Take a page away that shows something that is gone, with every way back to it."""
        self._past = [step for step in self._past if step.case_id != place.case_id]
        self._future = [step for step in self._future if step.case_id != place.case_id]
        for key in [key for key in self._pages if key[1] == place.case_id]:
            self._drop(key)
        self._states = {key: state for key, state in self._states.items() if key[1] != place.case_id}

    def _show(self, place: Place) -> None:
        _call(self.page(), "keep_drafts")
        key = self._key(place)
        page = self._pages.get(key)
        if page is None:
            page = PAGES[place.page].build(self._desk, self.preferences, place, self)
            self._pages[key] = page
            self.addWidget(page)
            self.built.emit(page, place)
        self._pages.move_to_end(key)
        self.place = place
        self.setCurrentWidget(page)
        if (state := self._states.pop(key, None)) is not None:
            _call(page, "restore_view", state)
        if place.row_id and not PAGES[place.page].has_row:
            _call(page, "show_row", place.row_id)
        self.arrived.emit(place)
        self._let_go_of_old_cases()

    def _let_go_of_old_cases(self) -> None:
        with_case = [key for key in self._pages if key[1]]
        for key in with_case[:-_KEPT_CASES]:
            _call(self._pages[key], "keep_drafts")
            self._drop(key)

    def _drop(self, key: Key) -> None:
        page = self._pages.pop(key)
        self.removeWidget(page)
        page.deleteLater()

    @staticmethod
    def _key(place: Place) -> Key:
        return place.page, place.case_id, place.row_id if PAGES[place.page].has_row else ""


def _call(page: QWidget | None, method: str, *values: object) -> object:
    """Call one of the methods a page may have."""
    found = getattr(page, method, None)
    return found(*values) if callable(found) else None
