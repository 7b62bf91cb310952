"""Tasks as rows to tick: short in the card beside the timeline, with edit and bin in the tab."""

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from eletdesk.domain.spoken_dates import short_date
from eletdesk.domain.task import Task
from eletdesk.programmes.definition import Programme
from eletdesk.queries.task_rules import say_rule
from eletdesk.translation import _
from ui.case.reading import CaseView
from ui.widgets.buttons import icon_button, secondary
from ui.widgets.card import Card
from ui.widgets.check_row import CheckBox
from ui.widgets.chip import Chip
from ui.widgets.labels import ElidedLabel, Label, small
from ui.widgets.layouts import Column, Row

_NEAR_DAYS = 1
_MOST_IN_CARD = 6


class TaskRow(QWidget):
    """One task. Space ticks, F2 changes, Del asks for the bin."""

    ticked = Signal(str, bool)
    edit_asked = Signal(str)
    erase_asked = Signal(str)

    def __init__(self, task: Task, today: date, *, in_full: bool, rule: str = "") -> None:
        super().__init__()
        self.task_id = task.id
        row = Row(self, gap=8, margins=(0, 1, 0, 1))
        self.box = CheckBox()
        self.box.setMinimumSize(28, 28)
        self.box.setChecked(task.done_at is not None)
        due = short_date(task.due_on, today) if task.due_on else ""
        self.box.setAccessibleName(", ".join(part for part in (task.title, due, rule) if part))
        self.box.clicked.connect(lambda checked: self.ticked.emit(self.task_id, checked))
        self.box.installEventFilter(self)
        self.setFocusProxy(self.box)
        row.addWidget(self.box)
        tone = "text2" if task.done_at else ""
        words = Label(task.title, tone=tone, wrap=True) if in_full else ElidedLabel(task.title, tone=tone)
        said = Column(gap=0)
        said.addWidget(words)
        if rule and in_full:
            said.addWidget(Label(rule, role="caption", tone="text3", wrap=True))
        row.addLayout(said, 1)
        if task.due_on and task.done_at is None:
            row.addWidget(_due(task.due_on, due, today))
        if in_full:
            what = task.title.replace("&", "&&")
            change, bin_it = _("Change: {what}"), _("Move to the bin: {what}")
            edit = icon_button("write", change.format(what=what), self._edit, sz="s")
            erase = icon_button("erase", bin_it.format(what=what), self._erase, sz="s")
            row.addWidget(edit)
            row.addWidget(erase)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Change on F2, ask for the bin on Del."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Delete:
                self._erase()
                return True
            if event.key() == Qt.Key.Key_F2:
                self._edit()
                return True
        return super().eventFilter(watched, event)

    def _edit(self) -> None:
        self.edit_asked.emit(self.task_id)

    def _erase(self) -> None:
        self.erase_asked.emit(self.task_id)


def _due(due_on: date, text: str, today: date) -> QWidget:
    if due_on < today:
        return Chip(text, tone="danger", icon_name="attention")
    is_near = due_on <= today + timedelta(days=_NEAR_DAYS)
    return Label(text, role="small", tone="warn" if is_near else "text2")


def _rules_of(view: CaseView) -> dict[tuple[str, int], Programme]:
    """Return the programmes of the case, by code and version."""
    return {(one.code, one.version): one for one in view.programmes.values()}


class TasksCard(Card):
    """The open tasks beside the timeline; rows tell the page what is asked."""

    row_made = Signal(object)
    add_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Open tasks"), parent=parent)
        self.add_button = icon_button("add", _("Add a task"), self.add_asked.emit, sz="s")
        self.add_action(self.add_button)
        self.rows: list[TaskRow] = []

    def show_case(self, view: CaseView) -> None:
        """Show the nearest tasks; the focus stays at its place in the list."""
        at = next((number for number, row in enumerate(self.rows) if row.box.hasFocus()), None)
        self.clear()
        tasks = view.overview.sides.tasks
        rules = _rules_of(view)
        self.rows = [
            TaskRow(task, view.today, in_full=False, rule=say_rule(rules, task.rule))
            for task in tasks[:_MOST_IN_CARD]
        ]
        for row in self.rows:
            self.row_made.emit(row)
            self.add(row)
        if not tasks:
            self.add(small(_("Nothing to do.")))
        more = len(tasks) - _MOST_IN_CARD
        if more > 0:
            self.add(small(_("{count} more under Tasks").format(count=more)))
        if at is not None:
            target = self.rows[min(at, len(self.rows) - 1)] if self.rows else self.add_button
            target.setFocus(Qt.FocusReason.OtherFocusReason)


class TasksTab(QWidget):
    """All tasks: open ones, and those that were done lately."""

    row_made = Signal(object)

    def __init__(self, add_task: object, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = Column(self, gap=12)
        self.open_card, self.done_card = Card(_("Open tasks")), Card(_("Done"))
        self.open_card.add_action(secondary(_("Add a task"), add_task, icon_name="add", sz="s"))  # type: ignore[arg-type]
        self._column.addWidget(self.open_card)
        self._column.addWidget(self.done_card)
        self._column.addStretch(1)
        self.rows: list[TaskRow] = []

    def show_case(self, view: CaseView) -> None:
        """Show the tasks of a case."""
        focused = next((row.task_id for row in self.rows if row.box.hasFocus()), "")
        self.rows = []
        for card, tasks in (
            (self.open_card, view.overview.sides.tasks),
            (self.done_card, view.overview.done_tasks),
        ):
            card.clear()
            for task in tasks:
                row = TaskRow(task, view.today, in_full=True, rule=say_rule(_rules_of(view), task.rule))
                self.rows.append(row)
                self.row_made.emit(row)
                card.add(row)
        if not view.overview.sides.tasks:
            self.open_card.add(small(_("Nothing to do. Ctrl+T adds a task."), wrap=True))
        self.done_card.setVisible(bool(view.overview.done_tasks))
        for row in self.rows:
            if row.task_id == focused:
                row.box.setFocus(Qt.FocusReason.OtherFocusReason)
