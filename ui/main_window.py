"""The window of an unlocked desk: sidebar, pages, toasts and the layers above them. Frame only."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from eletdesk.desk.changes import Changes
from eletdesk.preferences import Preferences
from eletdesk.queries.register.views import index_cards
from eletdesk.translation import ngettext
from ui.layers import Layers
from ui.locking import LockReason
from ui.logo import window_icon
from ui.navigation import Navigation
from ui.notices import Notices
from ui.open_desk import OpenDesk
from ui.page_requests import connect_page, connect_sidebar
from ui.page_stack import PageStack
from ui.pages import PAGES, Place
from ui.sidebar import Sidebar, Worker
from ui.theme import current
from ui.undoing import Undoing
from ui.widgets.dialog import Dialog
from ui.widgets.layouts import Column, Row
from ui.widgets.page import has_rail
from ui.widgets.toast import Toasts
from ui.window_actions import make_actions

PINNED = "pinned_cases"
_ROOMY = 1500


class MainWindow(QMainWindow):
    """Shows the desk; asks whoever made it for what is not its own.

    `preferences_chosen(Preferences)` wants them kept and used, `lock_requested(LockReason)` the desk locked,
    `moved(Place)` follows every step; `closed` comes when the window was closed: its maker closes the desk.
    """

    preferences_chosen = Signal(object)
    lock_requested = Signal(object)
    closed = Signal()
    moved = Signal(object)

    def __init__(self, desk: OpenDesk, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.preferences = preferences
        self.setWindowTitle("eletdesk")
        self.setWindowIcon(window_icon())
        self.setMinimumSize(640, 480)
        self.toasts = Toasts(self)
        self.ways = Navigation(self)
        self.layers = Layers(self)
        self.undoing = Undoing(desk, self)
        self.undoing.told.connect(self.tell)
        self.undoing.refused.connect(self.tell_problem)
        self._deeds: list[QAction] = []
        self._compose()
        desk.changed.connect(self._hear)
        current().changed.connect(self._fit)
        self.ways.go("today")

    def _compose(self) -> None:
        """Build everything in the language of now."""
        centre, right = QWidget(), QWidget()
        row, column = Row(centre, gap=0), Column(right, gap=0)
        role = str(self.desk.setting("worker_role", "") or "")
        self.sidebar = Sidebar(Worker(str(self.desk.setting("worker_name", "")), role))
        self.notices = Notices(is_demo=self.desk.desk.is_demo)
        self.notices.unreadable(list(self.desk.desk.problems.values()))
        self.stack = PageStack(self.desk, self.preferences)
        self.stack.built.connect(lambda page, place: connect_page(self, page, place))
        self.stack.arrived.connect(self._arrived)
        column.addWidget(self.notices)
        column.addWidget(self.stack, 1)
        row.addWidget(self.sidebar)
        row.addWidget(right, 1)
        self.setCentralWidget(centre)
        self._make_actions()
        connect_sidebar(self)
        self._show_people()
        self._fit()

    def _make_actions(self) -> None:
        for action in self._deeds:
            self.removeAction(action)
            action.deleteLater()
        self._deeds = make_actions(self)

    def deeds(self) -> list[QAction]:
        """Return everything that can be done from the window, with its keys."""
        return list(self._deeds)

    def lock(self) -> None:
        """Ask to be locked."""
        self.lock_requested.emit(LockReason.asked)

    def tell(self, sentence: str, can_undo: bool = False) -> None:
        """Tell what was done, with Undo when it can be taken back."""
        step = self.undoing.newest() if can_undo else 0
        self.toasts.tell(sentence, undo=(lambda: self.undoing.undo(step)) if step else None)

    def tell_problem(self, sentence: str) -> None:
        """Say what did not work, until it is closed or one goes elsewhere."""
        self.notices.problem(sentence)

    def warn_of_lock(self, seconds: int) -> None:
        """Count down before nobody's desk is locked; 0 takes the warning away."""
        text = ngettext(
            "The desk locks in {count} second. Press a key to go on.",
            "The desk locks in {count} seconds. Press a key to go on.",
            seconds,
        )
        self.notices.tell("lock", text.format(count=seconds) if seconds else "", tone="warn")

    def choose(self, **changes: object) -> None:
        """Ask for other preferences."""
        self.preferences_chosen.emit(replace(self.preferences, **changes))  # type: ignore[arg-type]

    def use_preferences(self, preferences: Preferences) -> None:
        """Show the same in another language or with shorter names; theme and size follow by themselves."""
        before, self.preferences = self.preferences, preferences
        self.stack.preferences = preferences
        if (before.language, before.train_mode) != (preferences.language, preferences.train_mode):
            self._rebuild()
        else:
            self._make_actions()

    def _rebuild(self) -> None:
        """Build the window again where it is, with what was typed and chosen."""
        self.keep_drafts()
        old, old_centre = self.stack, self.takeCentralWidget()
        self.layers.remove()
        self._compose()
        self.stack.take_over(old)
        if old_centre is not None:
            old_centre.deleteLater()

    def keep_drafts(self) -> None:
        """Keep everything that is being typed."""
        self.stack.keep_drafts()
        self.layers.keep_drafts()
        for sheet in self.findChildren(Dialog):
            if sheet.isVisible() and hasattr(sheet, "keep_draft"):
                sheet.keep_draft()

    def pin(self, case_id: str) -> None:
        """Pin a young person to the sidebar, or take the pin away."""
        pinned = list(self.desk.setting(PINNED, []))
        pinned = [one for one in pinned if one != case_id] if case_id in pinned else [*pinned, case_id]
        self.desk.desk.file.keep_setting(PINNED, pinned)
        self._show_people()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is being typed and tell that the window closes."""
        self.keep_drafts()
        super().closeEvent(event)
        self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the sidebar a rail when there is little room."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where work begins."""
        super().showEvent(event)
        self.ways.ask_page("focus_first")

    def _arrived(self, place: Place) -> None:
        self.sidebar.show_place(place.page, place.case_id)
        self._fit()
        self.layers.close_all()
        self.notices.problem("")
        if self.isVisible():
            self.ways.ask_page("focus_first")
        self.moved.emit(place)

    def _hear(self, changes: Changes) -> None:
        if changes.national_numbers:
            self.notices.numbers_removed(changes.national_numbers)
        if changes.subjects & {"case", "young_person", "pathway", "task"}:
            self._show_people()

    def _show_people(self) -> None:
        """Show in the sidebar how many young people there are now, and who is pinned."""
        cards = {card.case_id: card for card in self.desk.ask(index_cards)}
        present = sum(1 for card in cards.values() if card.stage and not card.closed_on)
        self.sidebar.places.set_count("caseload", str(present) if present else "")
        tasks = sum(card.open_tasks for card in cards.values())
        self.sidebar.places.set_count("tasks", str(tasks) if tasks else "")
        short = self.preferences.train_mode
        pinned = [cards[case_id] for case_id in self.desk.setting(PINNED, []) if case_id in cards]
        self.sidebar.set_pinned([(card.case_id, card.given_name if short else card.name) for card in pinned])

    def _fit(self) -> None:
        theme = current()
        logical = self.width() * 100 / theme.text_scale
        kind = PAGES.get(self.stack.place.page)
        wants_room = kind is not None and kind.wants_room and logical < _ROOMY
        self.sidebar.set_rail(wants_room or has_rail(self.width(), theme.text_scale))
