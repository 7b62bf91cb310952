"""The list of all young people: filter, sort, open, and one key for each thing one does most."""

from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.desk.cases import bin_case
from eletdesk.desk.changes import Changes
from eletdesk.errors import EletdeskError
from eletdesk.programmes.definition import Programme
from eletdesk.queries.index_card import IndexCard
from eletdesk.queries.register_views import index_cards
from eletdesk.translation import _, ngettext
from ui.caseload.columns import columns
from ui.caseload.export_sheet import export_caseload
from ui.caseload.filters import FILTERS, matches
from ui.caseload.new_person_dialog import NewPersonDialog
from ui.open_desk import OpenDesk
from ui.tasks.add_task_dialog import AddTaskDialog
from ui.theme import HEIGHT, current
from ui.widgets.buttons import primary, secondary
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import Flow
from ui.widgets.form import TextField
from ui.widgets.key_hint import KeyHint
from ui.widgets.layouts import Grid
from ui.widgets.page import Page
from ui.widgets.sheet_table import SheetModel, SheetTable

_SEARCH_WIDTH, _ANY_WIDTH = 250, 16_777_215
_WIDE_ONLY = (2, 4)
"""School and next step are left to the case page when there is little room."""


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
        self._chosen = FILTERS[0].key
        self.model: SheetModel[IndexCard] = SheetModel(
            columns(self._programme, clock.today(), short_names=short_names)
        )
        self.table = SheetTable(_("Young people"), self.model)
        self._build()
        self._is_stale = False
        desk.changed.connect(self._changed)
        self.read()

    def _build(self) -> None:
        self.add_action(secondary(_("&Read a list"), self.import_requested.emit, icon_name="import"))
        self.add_action(secondary(_("E&xport"), self._export, icon_name="export"))
        self.add_action(primary(_("&New young person"), self.new_person, icon_name="add"))
        self._build_bar()
        self._build_table()
        self._hints = Flow(gap=12)
        for keys, text in (
            ("↑ ↓", _("choose")), ("Enter", _("open")), ("L", _("log")), ("T", _("task")),
            ("D", _("dossier")), ("Del", _("to the bin")),
        ):  # fmt: skip
            self._hints.add(KeyHint(keys, text))
        self.add(self._hints)
        self.layout_changed.connect(self._reflow)
        self._reflow(self.columns())

    def _build_bar(self) -> None:
        self.search = TextField(placeholder=_("Filter by name, school, task ..."))
        self.search.setAccessibleName(_("Filter"))
        self.search.textChanged.connect(lambda _text: self._filter())
        self.search.installEventFilter(self)
        self._bar = Grid(gap=12)
        self._chips = Flow(gap=8)
        self._chip_of = {kind.key: Chip(_(kind.text), pressable=True) for kind in FILTERS}
        for key, chip in self._chip_of.items():
            chip.pressed.connect(lambda key=key: self.choose_filter(key))
            self._chips.add(chip)
        self.add(self._bar)

    def _build_table(self) -> None:
        self.table.opened.connect(lambda card: self.case_requested.emit(card.case_id))
        self.table.erase_requested.connect(self._bin)
        self.table.key_pressed.connect(self._key)
        self._card = Card(padding=0)
        self._card.add_row(self.table)
        self.add(self._card, 1)
        self.empty = EmptyState(
            _("No young people yet"),
            _("Add one, or read in the list that you have."),
            icon_name="caseload",
            main=(_("New young person"), self.new_person),
            other=(_("Read a list"), self.import_requested.emit),
        )
        self.add(self.empty, 1)

    def _reflow(self, columns: int) -> None:
        """With little room: filter above chips, fewer columns, no hints; the page itself scrolls then."""
        narrow = columns == 1
        self._bar.addWidget(self.search, 0, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        self._bar.addWidget(self._chips, *((1, 0) if narrow else (0, 1)), 1, 1, middle)
        self.search.setMaximumWidth(_ANY_WIDTH if narrow else current().px(_SEARCH_WIDTH))
        self.search.setMinimumWidth(0 if narrow else current().px(_SEARCH_WIDTH))
        self._bar.setColumnStretch(0, 1 if narrow else 0)
        self._bar.setColumnStretch(1, 0 if narrow else 1)
        self._hints.setVisible(not narrow)
        for position in _WIDE_ONLY:
            self.table.setColumnHidden(position, narrow)
        self.table.setMinimumHeight(current().px(HEIGHT.row * 5))

    def _programme(self, code: str, version: int) -> Programme | None:
        return self._desk.desk.programmes.get((code, version))

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
        self.model.set_rows(self._cards)
        self._filter()
        self._count()
        if chosen:
            self.show_row(chosen)

    def _count(self) -> None:
        today = clock.today()
        for kind in FILTERS:
            count = sum(kind.passes(card, today) for card in self._cards)
            strong = "accent" if kind.key == self._chosen else "neutral"
            self._chip_of[kind.key].set_content(f"{_(kind.text)}  {count}", tone=strong)
        active = sum(not card.closed_on for card in self._cards)
        subtitle = ngettext("{count} active", "{count} active", active).format(count=active)
        self.set_title(_("Young people"), subtitle)
        self.count_changed.emit(str(active))
        self.empty.setVisible(not self._cards)
        self._card.setVisible(bool(self._cards))

    def choose_filter(self, key: str) -> None:
        """Show who passes one filter."""
        self._chosen = key
        self._filter()
        self._count()

    def _filter(self) -> None:
        today: date = clock.today()
        kind = next(kind for kind in FILTERS if kind.key == self._chosen)
        words = self.search.text()
        self.model.set_filter(lambda card: kind.passes(card, today) and matches(card, words))
        if self.model.rowCount() and not self.table.currentIndex().isValid():
            self.table.selectRow(0)

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

    def _export(self) -> None:
        export_caseload(self, self._desk, self.model, self.toast_requested.emit, self.problem_requested.emit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from the filter to the list with Down or Enter."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.table.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)

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

    def view_state(self) -> dict[str, object]:
        """Return filter, words and chosen row."""
        return {"filter": self._chosen, "words": self.search.text(), "case": self.shown_case()}

    def restore_view(self, state: dict[str, object]) -> None:
        """Put filter, words and chosen row back."""
        self.search.setText(str(state.get("words", "")))
        self.choose_filter(str(state.get("filter", FILTERS[0].key)))
        self.show_row(str(state.get("case", "")))
