"""The directory: search, open, add and remove organisations, and read in the public lists of schools."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from eletdesk.desk.changes import Changes
from eletdesk.desk.directory import organisations, remove_organisation
from eletdesk.domain.organisation import Organisation
from eletdesk.errors import EletdeskError
from eletdesk.translation import _, ngettext
from ui.directory.columns import WIDE_ONLY, organisation_columns
from ui.directory.directory_bar import DirectoryBar
from ui.directory.organisation_sheet import OrganisationSheet, removed_sentence
from ui.directory.reading_list import ListReading
from ui.open_desk import OpenDesk
from ui.theme import HEIGHT, current
from ui.widgets.banner import Banner
from ui.widgets.buttons import primary, secondary
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.key_hint import KeyHint
from ui.widgets.page import Page
from ui.widgets.sheet_table import SheetModel, SheetTable


class DirectoryPage(Page):
    """All organisations in one table."""

    toast_requested = Signal(str, bool)
    problem_requested = Signal(str)

    def __init__(self, desk: OpenDesk, *, parent: QWidget | None = None) -> None:
        super().__init__(_("Directory"), " ", parent=parent)
        self._desk, self._is_stale = desk, False
        self.reading = ListReading(self, desk)
        self.model: SheetModel[Organisation] = SheetModel(organisation_columns())
        self.table = SheetTable(_("Organisations"), self.model)
        self.bar = DirectoryBar()
        self.progress = Banner("", tone="info")
        self.deeds: dict[str, Callable[[], None]] = {
            "add": self.add_organisation,
            "read_list": self.reading.choose,
        }
        self._build()
        desk.changed.connect(self._changed)
        self.read()

    def _build(self) -> None:
        self.add_action(secondary(_("&Read a list of schools"), self.reading.choose, icon_name="import"))
        self.add_action(primary(_("&Add an organisation"), self.add_organisation, icon_name="add"))
        self.table.opened.connect(self.open_organisation)
        self.table.erase_requested.connect(self._remove)
        self.bar.changed.connect(self._filter)
        self.bar.left.connect(lambda: self.table.setFocus(Qt.FocusReason.TabFocusReason))
        self.reading.waiting.connect(self._wait)
        self.reading.told.connect(self._listed)
        self.reading.refused.connect(self.problem_requested)
        self.progress.hide()
        self.add(self.progress)
        self.add(self.bar)
        card = Card(padding=0)
        card.add_row(self.table)
        self.add(card, 1)
        self._hints = Flow(gap=12)
        for keys, text in (("↑ ↓", _("choose")), ("Enter", _("open")), ("Del", _("remove"))):
            self._hints.add(KeyHint(keys, text))
        self.add(self._hints)
        self.layout_changed.connect(self._reflow)
        self._reflow(self.columns())

    def _reflow(self, columns: int) -> None:
        for place in WIDE_ONLY:
            self.table.setColumnHidden(place, columns == 1)
        self._hints.setVisible(columns != 1)
        self.table.setMinimumHeight(current().px(HEIGHT.row * 5))

    def _changed(self, changes: Changes) -> None:
        if "organisation" not in changes.subjects:
            return
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
        """Read the directory again; the chosen row stays chosen."""
        self._is_stale = False
        chosen = self.table.current_row()
        found = organisations(self._desk.desk)
        self.bar.take(found)
        self.model.set_rows(found)
        self._filter()
        if isinstance(chosen, Organisation):
            self.table.go_to(lambda one: one.id == chosen.id)

    def _filter(self) -> None:
        self.model.set_filter(self.bar.passes())
        count = self.model.rowCount()
        said = ngettext("{count} organisation", "{count} organisations", count)
        self.set_title(_("Directory"), said.format(count=count))
        if count and not self.table.currentIndex().isValid():
            self.table.selectRow(0)

    def add_organisation(self) -> None:
        """Add an organisation by hand."""
        self._open(OrganisationSheet(self.window(), self._desk))

    def open_organisation(self, one: Organisation) -> None:
        """Open one organisation."""
        self._open(OrganisationSheet(self.window(), self._desk, one), one.id)

    def _open(self, sheet: OrganisationSheet, row_id: str = "") -> None:
        sheet.saved.connect(lambda sentence: self.toast_requested.emit(sentence, False))
        sheet.offer_desk_draft(self._desk, row_id)
        sheet.open()

    def _remove(self, one: Organisation) -> None:
        try:
            remove_organisation(self._desk.desk, one.id)
        except EletdeskError as error:
            self.problem_requested.emit(str(error))
            return
        self.toast_requested.emit(removed_sentence(), False)

    def _wait(self, sentence: str) -> None:
        self.progress.set_text(sentence)
        self.progress.setVisible(bool(sentence))

    def _listed(self, sentence: str) -> None:
        self.read()
        self.toast_requested.emit(sentence, False)

    def start_search(self) -> None:
        """Put the focus in the words."""
        self.bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.search.selectAll()

    def show_row(self, row_id: str) -> None:
        """Choose one organisation."""
        self.table.go_to(lambda one: one.id == row_id)

    def focus_first(self) -> None:
        """Put the focus on the list."""
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def view_state(self) -> dict[str, Any]:
        """Return what is shown."""
        chosen = self.table.current_row()
        return self.bar.state() | {"row": chosen.id if isinstance(chosen, Organisation) else ""}

    def restore_view(self, state: dict[str, Any]) -> None:
        """Show that again."""
        self.bar.restore(state)
        self.show_row(str(state.get("row", "")))
