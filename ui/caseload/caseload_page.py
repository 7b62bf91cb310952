"""The list of all young people: filter, sort, open, and one key for each thing one does most."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from eletdesk.desk.cases import bin_case
from eletdesk.desk.changes import Changes
from eletdesk.errors import EletdeskError
from eletdesk.queries.register.index_card import IndexCard
from eletdesk.queries.register.views import index_cards
from eletdesk.translation import _, ngettext
from ui.caseload.case_list import CaseList
from ui.caseload.export_sheet import export_caseload
from ui.caseload.new_person_dialog import NewPersonDialog
from ui.open_desk import OpenDesk
from ui.tasks.add_task_dialog import AddTaskDialog
from ui.widgets.buttons import primary, secondary
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import Flow
from ui.widgets.key_hint import KeyHint
from ui.widgets.page import Page


class CaseloadPage(Page):
    """All young people in one table."""

    case_requested = Signal(str)
    quick_line_requested = Signal(str)
    dossier_requested = Signal(str, str)
    import_requested = Signal()
    toast_requested = Signal(str, bool)
    problem_requested = Signal(str)
    count_changed = Signal(str)

    def __init__(self, desk: OpenDesk, *, short_names: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(_("Young people"), " ", parent=parent)
        self._desk = desk
        self._cards: list[IndexCard] = []
        self.list = CaseList(desk, short_names=short_names)
        self.model, self.table, self.filters = self.list.model, self.list.table, self.list.bar
        self.search = self.filters.search
        do = self.list.do
        self.deeds: dict[str, Callable[[], None]] = {
            "edit_filter": do.edit_filter, "choose_columns": do.choose_columns, "keep_view": do.keep_view,
            "export": self.export,
        }  # fmt: skip
        self._build()
        self._is_stale = False
        desk.changed.connect(self._changed)
        self.read()

    def _build(self) -> None:
        self.add_action(secondary(_("&Read a list"), self.import_requested.emit, icon_name="import"))
        self.add_action(secondary(_("E&xport"), self.export, icon_name="export"))
        self.add_action(primary(_("&New young person"), self.new_person, icon_name="add"))
        self.table.opened.connect(lambda card: self.case_requested.emit(card.case_id))
        self.table.erase_requested.connect(self._bin)
        self.table.key_pressed.connect(self._key)
        self.add(self.list, 1)
        self.empty = EmptyState(
            _("No young people yet"),
            _("Add one, or read in the list that you have."),
            icon_name="caseload",
            main=(_("New young person"), self.new_person),
            other=(_("Read a list"), self.import_requested.emit),
        )
        self.add(self.empty, 1)
        self._hints = Flow(gap=12)
        for keys, text in (
            ("↑ ↓", _("choose")), ("Enter", _("open")), ("L", _("log")), ("T", _("task")),
            ("D", _("dossier")), ("Del", _("to the bin")),
        ):  # fmt: skip
            self._hints.add(KeyHint(keys, text))
        self.add(self._hints)
        self.layout_changed.connect(self._reflow)
        self._reflow(self.columns())

    def _reflow(self, columns: int) -> None:
        """With little room: filter above chips, fewer columns, no hints; the page itself scrolls then."""
        self.list.reflow(narrow=columns == 1)
        self._hints.setVisible(columns != 1)

    def _changed(self, _changes: Changes) -> None:
        if self.isVisible():
            self.read()
        else:
            self._is_stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while the page was not shown."""
        super().showEvent(event)
        if self._is_stale:
            self.read()

    def read(self) -> None:
        """Read the list again; the chosen row stays chosen."""
        self._is_stale = False
        chosen = self.shown_case()
        self._cards = self._desk.ask(index_cards)
        self.list.set_cards(self._cards)
        self._count()
        if chosen:
            self.show_row(chosen)

    def _count(self) -> None:
        active = sum(not card.closed_on for card in self._cards)
        subtitle = ngettext("{count} active", "{count} active", active).format(count=active)
        self.set_title(_("Young people"), subtitle)
        self.count_changed.emit(str(active))
        self.empty.setVisible(not self._cards)
        self.list.card.setVisible(bool(self._cards))

    def _key(self, card: IndexCard, key: str) -> None:
        if key == "l":
            self.quick_line_requested.emit(card.case_id)
        elif key == "d":
            self.open_dossier()
        elif key == "t":
            self.add_task()

    def new_person(self) -> None:
        """Begin a new case; it is opened as soon as it is there."""
        NewPersonDialog(self.window(), self._desk, self.case_requested.emit).open()

    def add_task(self) -> None:
        """Ask for a task for the chosen young person."""
        case_id = self.shown_case()
        if case_id:
            told = _("The task is added.")
            AddTaskDialog(
                self.window(), self._desk, case_id, lambda _title: self.toast_requested.emit(told, True)
            ).open()

    def open_dossier(self) -> None:
        """Ask for the referral dossier of the chosen young person."""
        card = self.table.current_row()
        if isinstance(card, IndexCard):
            self.dossier_requested.emit(card.case_id, card.referral_id)

    def _bin(self, card: IndexCard) -> None:
        try:
            bin_case(self._desk.desk, card.case_id)
        except EletdeskError as error:
            self.problem_requested.emit(str(error))
            return
        self.toast_requested.emit(_("The case is in the bin for 30 days."), True)

    def start_search(self) -> None:
        """Put the focus in the filter."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def shown_case(self) -> str:
        """Return the chosen case."""
        card = self.table.current_row()
        return card.case_id if isinstance(card, IndexCard) else ""

    def show_row(self, row_id: str) -> None:
        """Choose one case in the list."""
        self.table.go_to(lambda card: card.case_id == row_id)

    def focus_first(self) -> None:
        """Put the focus on the list, where keys do the work."""
        (self.table if self._cards else self.empty).setFocus(Qt.FocusReason.TabFocusReason)

    def export(self) -> None:
        """Export what is shown, after a warning."""
        export_caseload(self, self._desk, self.list, self.toast_requested.emit, self.problem_requested.emit)

    def show_view(self, key: str) -> None:
        """Show a kept view."""
        self.list.do.show_view(key)

    def view_state(self) -> dict[str, Any]:
        """Return what is shown and the chosen row."""
        return self.list.state() | {"case": self.shown_case()}

    def restore_view(self, state: dict[str, Any]) -> None:
        """Put that back."""
        self.list.restore(state)
        self.show_row(str(state.get("case", "")))
