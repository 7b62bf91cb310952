"""Group activities: the list with the newest first, and the counts of what is seen."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from eletdesk.desk.changes import Changes
from eletdesk.desk.groups.views import activities, binned_activities
from eletdesk.statistics.activity_counts import ActivityFact, count_activities, count_line, in_period
from eletdesk.translation import _, ngettext
from ui.groups.columns import activity_columns, hours
from ui.groups.counts_view import CountsView
from ui.groups.deeds import GroupDeeds
from ui.groups.export_counts import export_counts
from ui.groups.filter_bar import ActivityFilterBar
from ui.open_desk import OpenDesk
from ui.theme import HEIGHT, current
from ui.widgets.buttons import primary, quiet, secondary
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import Flow
from ui.widgets.key_hint import KeyHint
from ui.widgets.page import Page
from ui.widgets.segmented import Segmented
from ui.widgets.sheet_table import SheetModel, SheetTable

LIST, COUNTS = "list", "counts"
_HEARS = frozenset({"group_activity", "guidance_session", "case", "young_person"})


class GroupsPage(Page):
    """Record, change and count activities; each is recorded once with everybody who took part."""

    page_requested = Signal(str)
    toast_requested = Signal(str, bool)
    problem_requested = Signal(str)

    def __init__(self, desk: OpenDesk, *, short_names: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(_("Group activities"), " ", parent=parent)
        self._desk, self._short_names, self._stale = desk, short_names, False
        self._facts: list[ActivityFact] = []
        self._is_counted = False
        self.model: SheetModel[ActivityFact] = SheetModel(activity_columns(desk.desk))
        self.table = SheetTable(_("Group activities"), self.model)
        self._build()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.read)
        desk.changed.connect(self._hear)
        self.read()

    def _build(self) -> None:
        self.do = GroupDeeds(self._desk, self, short_names=self._short_names)
        self.do.told.connect(self.toast_requested)
        self.do.refused.connect(self.problem_requested)
        self.bin = quiet(_("&Bin"), self.do.show_bin, icon_name="restore")
        self.add_action(self.bin)
        self.add_action(secondary(_("E&xport the counts"), self.export, icon_name="export"))
        self.new = primary(_("&Record an activity"), self.do.record, icon_name="add")
        self.add_action(self.new)
        self.view = Segmented(_("What is shown"))
        self.view.add(LIST, _("&List"))
        self.view.add(COUNTS, _("&Counts"))
        self.view.chosen.connect(lambda _key: self._show_view())
        self.filters = ActivityFilterBar(self._desk)
        self.filters.changed.connect(self.read)
        self.counts = CountsView(self._desk.desk, lambda: self.page_requested.emit("figures"))
        self._build_list()
        self.add(self.view)
        self.add(self.filters)
        for part in (self.counts, self._card, self.empty):
            self.add(part, 1)
        self.add(self._hints)
        self.layout_changed.connect(self._reflow)
        self._reflow(self.columns())

    def _build_list(self) -> None:
        self._card = Card(padding=0)
        self._card.add_row(self.table)
        self.table.opened.connect(lambda fact: self.do.open_activity(fact.activity.id))
        self.table.erase_requested.connect(self.do.bin)
        self.table.key_pressed.connect(lambda fact, key: self.do.again(fact) if key == "a" else None)
        self._hints = Flow(gap=12)
        for keys, text in (
            ("↑ ↓", _("choose")), ("Enter", _("open")), ("A", _("again, a week later")),
            ("Del", _("to the bin")),
        ):  # fmt: skip
            self._hints.add(KeyHint(keys, text))
        self.empty = EmptyState(
            _("No group activities yet"),
            _("Record a workshop, a class intervention or support of a team once, with everybody who came."),
            icon_name="group",
            main=(_("Record an activity"), self.do.record),
        )

    def _reflow(self, columns: int) -> None:
        self.table.setColumnHidden(4, columns == 1)
        self.table.setColumnHidden(3, columns == 1)
        self.table.setMinimumHeight(current().px(HEIGHT.row * 5))
        self.counts.place_tiles(columns)
        self._show_view()

    def read(self) -> None:
        """Read again what is seen; the chosen activity stays chosen."""
        self._stale = False
        chosen = self._chosen()
        self.filters.read()
        self._facts = activities(self._desk.desk, self.filters.chosen())
        self.model.set_rows(self._facts)
        self._is_counted = False
        total = count_line("", in_period(self._facts, None))
        self.bin.setVisible(bool(binned_activities(self._desk.desk)))
        count = total.activities
        text = ngettext("{count} activity, {hours} hours", "{count} activities, {hours} hours", count)
        self.set_title(_("Group activities"), text.format(count=count, hours=hours(total.minutes)))
        if chosen:
            self.table.go_to(lambda fact: fact.activity.id == chosen)
        self._show_view()

    def _show_view(self) -> None:
        has_any = bool(self._facts) or self.filters.is_narrowed()
        counting = has_any and self.view.key() == COUNTS
        if counting and not self._is_counted:
            self._is_counted = True
            self.counts.show_counts(count_activities(self._facts), self.columns())
        self.view.setVisible(has_any)
        self.filters.setVisible(has_any)
        self.counts.setVisible(counting)
        self._card.setVisible(has_any and not counting)
        self._hints.setVisible(has_any and not counting and self.columns() == 2)
        self.empty.setVisible(not has_any)

    def keep_drafts(self) -> None:
        """Keep what is being typed."""
        self.do.keep_drafts()

    def export(self) -> None:
        """Save the counts of what is seen as a workbook."""
        wanted = self.filters.chosen()
        export_counts(self, self._desk, wanted, self.toast_requested.emit, self.problem_requested.emit)

    #: Paper leaves too: it goes through the export.
    print_page = export

    def focus_first(self) -> None:
        """Start in the list."""
        if self._facts and self.table.current_row() is None:
            self.table.selectRow(0)
        (self.table if self._facts else self.new).setFocus()

    def show_row(self, row_id: str) -> None:
        """Bring one activity in sight and open it."""
        if self.table.go_to(lambda fact: fact.activity.id == row_id):
            self.do.open_activity(row_id)

    def view_state(self) -> dict[str, object]:
        """Return what is shown and chosen."""
        return {"view": self.view.key(), "chosen": self._chosen(), **self.filters.state()}

    def restore_view(self, state: dict[str, object]) -> None:
        """Put that back."""
        self.filters.restore(state)
        self.view.choose(str(state.get("view", LIST)))
        self.table.go_to(lambda fact: fact.activity.id == state.get("chosen"))

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while the page was not shown."""
        super().showEvent(event)
        if self._stale:
            self.read()

    def _chosen(self) -> str:
        fact = self.table.current_row()
        return fact.activity.id if isinstance(fact, ActivityFact) else ""

    def _hear(self, changes: Changes) -> None:
        if not changes.subjects & _HEARS:
            return
        if self.isVisible():
            self._soon.start()
        else:
            self._stale = True
