"""The tabs of a case: timeline with the log box, tasks, network, documents, referrals."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eletdesk.translation import N_, _
from ui.case.deeds import CaseDeeds
from ui.case.files_tab import FilesTab
from ui.case.moment_actions import MomentActions
from ui.case.more_tabs import MORE_TABS, LazyTab, name_of
from ui.case.network_rows import NetworkTab
from ui.case.reading import CaseView
from ui.case.referral_tab import ReferralTab
from ui.case.task_rows import TaskRow, TasksTab
from ui.case.timeline_tab import TimelineTab
from ui.open_case import OpenCase
from ui.widgets.folding_tabs import FoldingTabs
from ui.widgets.layouts import Column

FIRST_TABS = (
    ("timeline", N_("Timeline")),
    ("tasks", N_("Tasks")),
    ("network", N_("Contacts")),
    ("documents", N_("Documents")),
    ("referral", N_("Referral")),
)
KEYS = tuple(key for key, _name in FIRST_TABS)


class CaseTabs(QWidget):
    """The strip and what lies under it; `dossier_asked(referral_id)` from the referrals."""

    dossier_asked = Signal(str)
    told = Signal(str, bool)
    refused = Signal(str)
    page_asked = Signal(str)
    row_asked = Signal(str, str)

    def __init__(self, do: CaseDeeds, case: OpenCase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self._view: CaseView | None = None
        self.folding = FoldingTabs(_("Parts of this case"))
        self.strip = self.folding.strip
        self.timeline = TimelineTab()
        self.tasks = TasksTab(do.moments.add_task)
        self.network = NetworkTab(do.people.add_member)
        self.files = FilesTab(do.files.add_file)
        self.referral = ReferralTab(self.new_dossier)
        self.more = {kind.key: LazyTab(kind, case, self._made, self) for kind in MORE_TABS}
        self.parts: dict[str, QWidget] = dict(
            zip(KEYS, (self.timeline, self.tasks, self.network, self.files, self.referral), strict=True)
        )
        column = Column(self, gap=14)
        column.addWidget(self.folding)
        for key, name in FIRST_TABS:
            self.strip.add(key, _(name))
            column.addWidget(self.parts[key])
        for key, tab in self.more.items():
            self.parts[key] = tab
            self.strip.add(key, name_of(tab.kind))
            column.addWidget(tab)
        column.addStretch(1)
        self.strip.chosen.connect(self._turn)
        self._turn(KEYS[0])
        self._connect(do)

    def _connect(self, do: CaseDeeds) -> None:
        self.tasks.row_made.connect(lambda row: connect_task(row, do.moments))
        self.network.edit_asked.connect(do.people.edit_member)
        self.network.contact_asked.connect(do.moments.record_contact)
        self.network.erase_asked.connect(do.people.erase_member)
        self.files.look_asked.connect(do.files.look_at)
        self.files.copy_asked.connect(do.files.ask_copy)
        self.files.edit_asked.connect(do.files.edit_document)
        self.files.erase_asked.connect(do.files.erase_document)
        self.referral.dossier_asked.connect(self.dossier_asked)

    def show_case(self, view: CaseView) -> None:
        """Show a case in every tab."""
        self._view = view
        for part in self.parts.values():
            part.show_case(view)  # type: ignore[attr-defined]
        over = view.overview
        counts = (len(over.sides.tasks), len(over.sides.members), len(over.documents), len(over.referrals))
        for key, count in zip(KEYS[1:], counts, strict=True):
            self.strip.set_count(key, str(count) if count else "")

    def choose(self, key: str) -> None:
        """Show one tab."""
        self.strip.choose(key)

    def step(self, by: int) -> None:
        """Show the next or the previous tab."""
        focus = self.focusWidget()
        inside = focus is not None and focus is not self.strip and focus.hasFocus()
        self.strip.setCurrentIndex((self.strip.currentIndex() + by) % self.strip.count())
        if inside:
            self.strip.setFocus()

    def _turn(self, key: str) -> None:
        for each, part in self.parts.items():
            part.setVisible(each == key)
        if key in self.more:
            self.more[key].fill()

    def tab_of(self, table: str) -> str:
        """Return the key of the tab where the rows of a table are found; empty for the first ones."""
        return next((key for key, tab in self.more.items() if table in tab.kind.tables), "")

    def show_row(self, table: str, row_id: str) -> bool:
        """Bring a row of another room in sight; tell whether there is such a tab."""
        key = self.tab_of(table)
        if key:
            self.choose(key)
            self.more[key].show_row(row_id)
        return bool(key)

    def show_in(self, key: str, row_id: str) -> None:
        """Bring a row in sight in a tab of another room."""
        if row_id and key in self.more:
            self.more[key].show_row(row_id)

    def new_dossier(self) -> None:
        """Ask which dossier is begun, and open it."""
        from ui.referral.kind_dialog import DossierFor, KindDialog  # noqa: PLC0415

        assert self._view is not None
        programme = self._view.programme.code if self._view.programme else ""
        person = DossierFor(self._case.case_id, self._view.name, programme)
        dialog = KindDialog(self.window(), self._case.desk, [person])
        dialog.begun.connect(lambda _case_id, referral_id: self.dossier_asked.emit(referral_id))
        dialog.open()

    def open_draft(self, form: str) -> bool:
        """Open the sheet of another room again that something was typed in; tell whether there is one."""
        name, _colon, row_id = form.partition(":")
        key = next((key for key, tab in self.more.items() if name in tab.kind.sheets), "")
        if key:
            self.choose(key)
            self.more[key].fill()
            self.more[key].content.open_draft(name, row_id)
        return bool(key)

    def keep_drafts(self) -> None:
        """Let each tab keep what is being typed."""
        for tab in self.more.values():
            if hasattr(tab.content, "keep_drafts"):
                tab.content.keep_drafts()

    def _made(self, tab: QWidget) -> None:
        if hasattr(tab, "toast_requested"):
            tab.toast_requested.connect(self.told)
        if hasattr(tab, "problem_requested"):
            tab.problem_requested.connect(self.refused)
        if hasattr(tab, "page_requested"):
            tab.page_requested.connect(self.page_asked)
        if hasattr(tab, "row_requested"):
            tab.row_requested.connect(self.row_asked)


def connect_task(row: TaskRow, moments: MomentActions) -> None:
    """Let a row of a task do what it asks."""
    row.ticked.connect(moments.tick_task)
    row.edit_asked.connect(moments.edit_task)
    row.erase_asked.connect(moments.erase_task)
