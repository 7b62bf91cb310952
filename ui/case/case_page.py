"""The page of one case: its head, the log box and timeline, and what matters now beside it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.desk.readings import note_reading
from eletdesk.errors import EletdeskError
from eletdesk.operations.log_entry import LogEntry
from eletdesk.queries.sheet_drafts import form_of_draft
from ui.case.consent_card import ConsentCard
from ui.case.deeds import CaseDeeds
from ui.case.dialogs.jump_dialog import JumpDialog
from ui.case.frame import CaseFrame
from ui.case.head_panel import HeadPanel
from ui.case.log_draft import LogDraft
from ui.case.log_words import say_saved
from ui.case.menu import CaseMenu
from ui.case.network_rows import NetworkCard
from ui.case.next_step import NextStepCard
from ui.case.questions_card import QuestionsCard
from ui.case.reading import CaseView, read_case
from ui.case.tabs import CaseTabs, connect_task
from ui.case.task_rows import TasksCard
from ui.open_case import OpenCase
from ui.open_desk import OpenDesk
from ui.referral.kind_dialog import asks_kind


class CasePage(CaseFrame):
    """Everything about one young person, in sight and in reach of the keyboard."""

    dossier_requested = Signal(str, str)
    quick_line_requested = Signal(str)
    toast_requested = Signal(str, bool)
    problem_requested = Signal(str)
    pin_requested = Signal(str)
    page_requested = Signal(str)
    left = Signal()

    def __init__(
        self, desk: OpenDesk, case_id: str, *, short_names: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._case = desk, OpenCase(desk, case_id, self)
        self._stale, self._is_at_row = False, False
        self.view: CaseView = read_case(self._case, clock.today())
        self.do = CaseDeeds(self, self._case, lambda: self.view)
        self.head = HeadPanel(self.open_dossier)
        self.head.short_names = short_names
        self.menu = CaseMenu(self, self.head.menu, self._case, self.do)
        self.tabs = CaseTabs(self.do, self._case)
        self.box, self.line = self.tabs.timeline.box, self.tabs.timeline.line
        self.draft = LogDraft(self._case, self.box)
        self.step_card, self.tasks_card = NextStepCard(), TasksCard()
        self.network_card, self.consent_card = NetworkCard(), ConsentCard()
        self.questions_card = QuestionsCard()
        self._build()
        self._connect()
        self._show()
        self.draft.offer(self.view.overview)
        note_reading(desk.desk, case_id)

    def _build(self) -> None:
        self.set_head(self.head)
        self.main.addWidget(self.tabs)
        for card in (
            self.step_card,
            self.tasks_card,
            self.network_card,
            self.consent_card,
            self.questions_card,
        ):
            self.side.addWidget(card)
        self.side.addStretch(1)

    def _connect(self) -> None:
        moments, people = self.do.moments, self.do.people
        self.do.told.connect(self.toast_requested)
        self.do.refused.connect(self.problem_requested)
        self.do.dossier_asked.connect(self.open_dossier)
        self.menu.pin_asked.connect(lambda: self.pin_requested.emit(self._case.case_id))
        self.menu.binned.connect(self.left)
        self.layout_changed.connect(self.head.set_columns)
        self.head.switch.chosen.connect(lambda _one: self.read())
        self.do.pathway.made.connect(self.head.switch.look_at)
        self.box.submitted.connect(self._save_log)
        self.box.edited.connect(self.keep_drafts)
        title_of = self.tabs.timeline.title_of
        self.line.opened.connect(self._open)
        self.line.erase_requested.connect(lambda key: self.do.erase_item(key, title_of(key)))
        self.line.menu_requested.connect(lambda key, where: self.do.item_menu(key, title_of(key), where))
        self.step_card.chosen.connect(self.do.take_step)
        self.step_card.stage_asked.connect(self.do.pathway.move_stage)
        self.tasks_card.row_made.connect(lambda row: connect_task(row, moments))
        self.tasks_card.add_asked.connect(moments.add_task)
        self.network_card.add_asked.connect(people.add_member)
        self.consent_card.consent_asked.connect(people.show_consents)
        self.consent_card.shared_asked.connect(self.do.files.show_shared)
        self.questions_card.questions_asked.connect(self.do.pathway.answer_questions)
        self.tabs.told.connect(self.toast_requested)
        self.tabs.refused.connect(self.problem_requested)
        self.tabs.page_asked.connect(self.page_requested)
        self.tabs.row_asked.connect(lambda table, row_id: self._open((table, row_id)))
        self.tabs.dossier_asked.connect(lambda one: self.dossier_requested.emit(self._case.case_id, one))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.read)
        self._case.changed.connect(
            lambda subjects: self._soon.start() if subjects != {"draft"} or self.line.hasFocus() else None
        )
        add_keys(self, "Ctrl+Tab", lambda: self.tabs.step(1))
        add_keys(self, "Ctrl+Shift+Tab", lambda: self.tabs.step(-1))
        add_keys(self, "Ctrl+Shift+A", moments.log_no_answer)

    # What the window asks of a page

    def keep_drafts(self) -> None:
        """Keep what stands in the log box and in an open sheet."""
        self.do.keep_drafts()
        self.tabs.keep_drafts()
        if problem := self.draft.keep():
            self.problem_requested.emit(problem)

    def add_task(self) -> None:
        """Add a task for this young person."""
        self.do.moments.add_task()

    def open_dossier(self) -> None:
        """Go on with the dossier that is being written, or start one."""
        being_written = [one for one in self.view.overview.referrals if one.status in ("draft", "ready")]
        programme = self.view.programme.code if self.view.programme else ""
        if not being_written and asks_kind(programme):
            self.tabs.new_dossier()
        else:
            self.dossier_requested.emit(self._case.case_id, being_written[0].id if being_written else "")

    def start_search(self) -> None:
        """Find words in the timeline."""
        self.tabs.choose("timeline")
        self.tabs.timeline.start_search()

    def jump_to_date(self) -> None:
        """Ask for a day and go there in the timeline."""
        self.tabs.choose("timeline")
        dialog = JumpDialog(self.window())
        days: list[object] = []
        dialog.chosen.connect(days.append)
        dialog.closed.connect(lambda yes: self.tabs.timeline.go_to_day(days[0]) if yes and days else None)
        dialog.open()

    def save(self) -> None:
        """Save what stands in the log box."""
        if self.box.has_words():
            self.box.submit()

    def shown_case(self) -> str:
        """Return the case that is shown."""
        return self._case.case_id

    def show_row(self, row_id: str) -> None:
        """Bring one thing in sight, in the tab where it stands; the focus stays there on arrival."""
        self._is_at_row = True
        tab, named, row_id = row_id.rpartition("/")
        if named and tab in self.tabs.parts:
            self.tabs.choose(tab)
            self.tabs.show_in(tab, row_id)
            return
        over = self.view.overview
        if row_id in [task.id for task in over.sides.tasks]:
            self.tabs.choose("tasks")
            next(row for row in self.tabs.tasks.rows if row.task_id == row_id).box.setFocus()
        elif row_id in [referral.id for referral in over.referrals]:
            self.tabs.choose("referral")
        elif row_id in [member.id for member in over.sides.members]:
            self.tabs.choose("network")
        elif row_id in [one.row_id for one in over.answers if one.row_id]:
            self.do.pathway.answer_questions()
        else:
            self.tabs.choose("timeline")
            keys = [(one.table, one.row_id) for one in over.items if one.row_id == row_id]
            if keys:
                self.tabs.timeline.go_to(keys[0])

    def focus_first(self) -> None:
        """Start in the note, or stay at the row that was asked for."""
        if self._is_at_row:
            self._is_at_row = False
        elif self.tabs.strip.key() == "timeline":
            self.box.note.setFocus()
        else:
            self.tabs.strip.setFocus()

    def panes(self) -> list[QWidget]:
        """Return what F6 goes through."""
        return [self.head, self.tabs, self.side_box]

    def view_state(self) -> dict[str, Any]:
        """Return tab, place and typed words."""
        return {
            "tab": self.tabs.strip.key(),
            "pathway": self.head.switch.pathway_id,
            "log": self.box.values(),
            "key": self.line.current_key(),
            "scroll": self.scroller.verticalScrollBar().value(),
        }

    def restore_view(self, state: dict[str, Any]) -> None:
        """Put tab, place and typed words back."""
        if state["pathway"]:
            self.head.switch.look_at(state["pathway"])
        self.tabs.choose(state["tab"])
        if state["log"]["note"].strip():
            self.box.set_values(state["log"])
        if state["key"] is not None:
            self.line.show_key(state["key"])
        QTimer.singleShot(0, self, lambda: self.scroller.verticalScrollBar().setValue(state["scroll"]))

    # Reading and showing

    def read(self) -> None:
        """Read the case again, when it can be seen."""
        if not self.isVisible():
            self._stale = True
            return
        self._stale = False
        try:
            self.view = read_case(self._case, clock.today(), self.head.switch.pathway_id)
        except EletdeskError as error:
            self.problem_requested.emit(str(error))
            return
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while the page was out of sight."""
        super().showEvent(event)
        if self._stale:
            self.read()

    def _open(self, key: tuple[str, str]) -> None:
        if key[0] == "draft" and self.tabs.open_draft(self._case.read(form_of_draft, key[1])):
            return
        if not self.tabs.show_row(*key):
            self.do.open_item(key)

    def _show(self) -> None:
        self.setAccessibleName(self.head.shown_name(self.view))
        for part in (
            self.head,
            self.tabs,
            self.step_card,
            self.tasks_card,
            self.network_card,
            self.consent_card,
            self.questions_card,
        ):
            part.show_case(self.view)

    def _save_log(self, entry: LogEntry) -> None:
        if self.draft.save(entry, self.view):
            name = self.view.head.person.given_name or self.view.name
            self.toast_requested.emit(say_saved(entry, name), True)


def add_keys(page: QWidget, keys: str, do: Callable[[], object]) -> None:
    """Let keys do something as long as the focus is in a page."""
    shortcut = QShortcut(QKeySequence(keys), page)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(do)
