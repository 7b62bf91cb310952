"""The tabs of a case: timeline with the log box, tasks, network, documents, referrals."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eletdesk.translation import _
from ui.case.deeds import CaseDeeds
from ui.case.files_tab import FilesTab
from ui.case.moment_actions import MomentActions
from ui.case.network_rows import NetworkTab
from ui.case.reading import CaseView
from ui.case.referral_tab import ReferralTab
from ui.case.task_rows import TaskRow, TasksTab
from ui.case.timeline_tab import TimelineTab
from ui.widgets.layouts import Column
from ui.widgets.tab_strip import TabStrip

KEYS = ("timeline", "tasks", "network", "documents", "referral")


class CaseTabs(QWidget):
    """The strip and what lies under it; `dossier_asked(referral_id)` from the referrals."""

    dossier_asked = Signal(str)

    def __init__(self, do: CaseDeeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strip = TabStrip(_("Parts of this case"))
        self.timeline = TimelineTab()
        self.tasks = TasksTab(do.moments.add_task)
        self.network = NetworkTab(do.people.add_member)
        self.files = FilesTab(do.files.add_file)
        self.referral = ReferralTab(lambda: self.dossier_asked.emit(""))
        self.parts = dict(
            zip(KEYS, (self.timeline, self.tasks, self.network, self.files, self.referral), strict=True)
        )
        names = (_("Timeline"), _("Tasks"), _("Contacts"), _("Documents"), _("Referral"))
        column = Column(self, gap=14)
        column.addWidget(self.strip)
        for key, name in zip(KEYS, names, strict=True):
            self.strip.add(key, name)
            column.addWidget(self.parts[key])
        column.addStretch(1)
        self.strip.chosen.connect(self._turn)
        self._turn(KEYS[0])
        self._connect(do)

    def _connect(self, do: CaseDeeds) -> None:
        self.tasks.row_made.connect(lambda row: connect_task(row, do.moments))
        self.network.edit_asked.connect(do.people.edit_member)
        self.network.contact_asked.connect(do.moments.record_contact)
        self.network.erase_asked.connect(do.people.erase_member)
        self.files.copy_asked.connect(do.files.ask_copy)
        self.files.edit_asked.connect(do.files.edit_document)
        self.files.erase_asked.connect(do.files.erase_document)
        self.referral.dossier_asked.connect(self.dossier_asked)

    def show_case(self, view: CaseView) -> None:
        """Show a case in every tab."""
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
        self.strip.setCurrentIndex((self.strip.currentIndex() + by) % len(KEYS))
        if inside:
            self.strip.setFocus()

    def _turn(self, key: str) -> None:
        for each, part in self.parts.items():
            part.setVisible(each == key)


def connect_task(row: TaskRow, moments: MomentActions) -> None:
    """Let a row of a task do what it asks."""
    row.ticked.connect(moments.tick_task)
    row.edit_asked.connect(moments.edit_task)
    row.erase_asked.connect(moments.erase_task)
