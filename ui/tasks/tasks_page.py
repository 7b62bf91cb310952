"""All open tasks of the caseload by when they are due; those done lately on demand."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.domain.names import first_name_and_initial, fold
from eletdesk.queries.register.views import DueTask, done_tasks, due_tasks, index_cards
from eletdesk.queries.task_groups import grouped
from eletdesk.queries.task_rules import say_rule
from eletdesk.translation import _, ngettext
from ui.open_desk import OpenDesk
from ui.tasks.deeds import TaskDeeds
from ui.tasks.groups import TaskGroups
from ui.theme import current
from ui.widgets.buttons import primary, quiet
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import Flow
from ui.widgets.form import TextField
from ui.widgets.page import Page

_DONE = timedelta(weeks=4)


class TasksPage(Page):
    """Groups of tasks, each with the keys of a task; a field and a choice make the list shorter."""

    row_requested = Signal(str, str)
    dossier_requested = Signal(str, str)
    toast_requested = Signal(str, bool)
    problem_requested = Signal(str)

    def __init__(self, desk: OpenDesk, *, short_names: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(_("Tasks"), " ", parent=parent)
        self._desk, self._short_names = desk, short_names
        self._stale, self._shows_done = True, False
        self._deeds = TaskDeeds(desk, self, short_names=short_names)
        self.groups = TaskGroups()
        self._build()
        self._connect()

    def _build(self) -> None:
        self.add_action(primary(_("New task"), self.add_task, icon_name="add"))
        bar = Flow(gap=8)
        self.words = TextField(placeholder=_("Search by name or words"))
        self.words.setAccessibleName(_("Search in the tasks"))
        self.words.setMinimumWidth(current().px(220))
        self.which = ChoiceBox([("", _("All tasks")), ("own", _("My own")), ("rule", _("Asked by a rule"))])
        self.which.setAccessibleName(_("Which tasks"))
        self.done_button = quiet(_("Show what is done"), self._turn_done, icon_name="done")
        bar.add(self.words, self.which, self.done_button)
        self.add(bar)
        self._empty = EmptyState(_("Nothing to do"), _("Ctrl+T adds a task for somebody."), icon_name="done")
        self.add(self._empty)
        self.add(self.groups)
        self.main.addStretch(1)

    def _connect(self) -> None:
        self.words.textChanged.connect(self._show)
        self.which.currentIndexChanged.connect(self._show)
        self.groups.asked.connect(self._do)
        self.groups.moved.connect(self._deeds.move)
        self.groups.reopened.connect(self._deeds.reopen)
        self._deeds.told.connect(self.toast_requested)
        self._deeds.refused.connect(self.problem_requested)
        self._desk.changed.connect(self._hear)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.read)

    def focus_first(self) -> None:
        """Start at the first task, or in the search field."""
        lines = self.groups.lines()
        (lines[0].box if lines else self.words).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def start_search(self) -> None:
        """Put the focus in the search field."""
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def panes(self) -> list[QWidget]:
        """Return what F6 goes through."""
        return [self.words, *self.groups.panes()]

    def shown_case(self) -> str:
        """Return whose task is under the keyboard."""
        line = self.groups.focused()
        return line.task.case_id if line else ""

    def add_task(self) -> None:
        """Ask what has to be done, for the person under the keyboard first."""
        self._deeds.add(self.shown_case())

    def view_state(self) -> dict[str, Any]:
        """Return what was searched for and chosen."""
        return {"words": self.words.text(), "which": self.which.value(), "done": self._shows_done}

    def restore_view(self, state: dict[str, Any]) -> None:
        """Put that back."""
        self._shows_done = state["done"]
        self.which.set_value(state["which"])
        self.words.setText(state["words"])
        self._show()

    def read(self) -> None:
        """Read the tasks again, when they can be seen."""
        self._stale = not self.isVisible()
        if not self._stale:
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while the page was out of sight."""
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self._show()

    def _hear(self, _changes: object) -> None:
        self._soon.start()

    def _show(self, _changed: object = None) -> None:
        today = clock.today()
        everything = self._named(self._desk.ask(due_tasks))
        tasks = [task for task in everything if self._is_wanted(task)]
        groups = grouped(tasks, today)
        done: Sequence[DueTask] = ()
        if self._shows_done:
            found = self._named(self._desk.ask(done_tasks, today - _DONE))
            done = [task for task in found if self._is_wanted(task)]
        says: Callable[[str], str] = partial(say_rule, self._desk.desk.programmes)
        self.groups.show_groups(groups, done, today, says)
        count, late = len(everything), len(groups["overdue"])
        said = [ngettext("{count} open task", "{count} open tasks", count).format(count=count)]
        if late:
            said.append(ngettext("{count} overdue", "{count} overdue", late).format(count=late))
        self.set_title(_("Tasks"), " · ".join(said))
        self._empty.setVisible(not tasks and not done)
        self.done_button.set_text(_("Hide what is done") if self._shows_done else _("Show what is done"))

    def _named(self, tasks: Sequence[DueTask]) -> Sequence[DueTask]:
        """Return the tasks as a passer-by may read them: with short names, first name and one letter."""
        if not self._short_names:
            return tasks
        cards = self._desk.ask(index_cards)
        names = {card.case_id: first_name_and_initial(card.given_name, card.family_name) for card in cards}
        return [replace(task, name=names.get(task.case_id, task.name)) for task in tasks]

    def _is_wanted(self, task: DueTask) -> bool:
        which = self.which.value()
        if (which == "own" and task.rule) or (which == "rule" and not task.rule):
            return False
        words = fold(self.words.text()).split()
        said = fold(f"{task.name} {task.title}") if words else ""
        return all(word in said for word in words)

    def _turn_done(self) -> None:
        self._shows_done = not self._shows_done
        self._show()

    def _do(self, task: DueTask, asked: str) -> None:
        if asked == "open":
            self.row_requested.emit(task.case_id, task.row_id)
        elif asked == "dossier":
            self.dossier_requested.emit(task.case_id, "")
        else:
            {"tick": self._deeds.tick, "edit": self._deeds.edit, "erase": self._deeds.erase}[asked](task)
