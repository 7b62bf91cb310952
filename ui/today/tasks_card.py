"""What is due soon; Space ticks a task, and the toast takes the tick away again."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from eletdesk.domain.spoken_dates import short_date
from eletdesk.queries.register.views import DueTask
from eletdesk.translation import _
from ui.widgets.buttons import quiet
from ui.widgets.card import Card, Divider
from ui.widgets.check_row import CheckBox
from ui.widgets.chip import Chip
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.layouts import Row

FEWEST = 6
_NEAR_DAYS = 2


class TasksCard(Card):
    """The list; `ticked(DueTask)` when a box is ticked, `all_asked` for the page of all tasks."""

    ticked = Signal(object)
    all_asked = Signal()
    drawn = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Soon"), parent=parent)
        self._tasks: list[DueTask] | None = None
        self._today = date.min
        self.boxes: list[CheckBox] = []
        self._all_button = quiet(_("All tasks"), self.all_asked.emit, sz="s")
        self.add_action(self._all_button)

    def stops(self) -> list[QWidget]:
        """Return what Tab goes through."""
        return [self._all_button, *self.boxes]

    def show_tasks(self, tasks: Sequence[DueTask], today: date) -> None:
        """Show these; the focus goes to the task that took the place of a ticked one."""
        if list(tasks) == self._tasks and today == self._today:
            return
        self._tasks, self._today = list(tasks), today
        self._draw()

    def _draw(self) -> None:
        tasks = self._tasks or []
        focused = QApplication.focusWidget()
        at = self.boxes.index(focused) if focused in self.boxes else None
        self.clear()
        self.boxes = []
        if not tasks:
            self.add_row(_nothing())
            self.drawn.emit()
            return
        self.add_row(Divider(), line=False)
        for task in tasks[:FEWEST]:
            self.add_row(self._row(task), line=False)
        if at is not None:
            self.boxes[min(at, len(self.boxes) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        self.drawn.emit()

    def _row(self, task: DueTask) -> QWidget:
        row_box = QWidget()
        row = Row(row_box, gap=6, margins=(12, 3, 16, 3))
        box = CheckBox()
        box.setMinimumSize(32, 28)
        when = self._when(task)
        due = "" if when is None else when.accessibleName() or task.due_on
        box.setAccessibleName(", ".join(part for part in (task.title, task.name, due) if part))
        box.clicked.connect(lambda _checked=False: self.ticked.emit(task))
        self.boxes.append(box)
        row.addWidget(box)
        row.addWidget(ElidedLabel(task.title))
        row.addWidget(ElidedLabel(f"· {task.name}", role="small", tone="text2"), 1)
        if when is not None:
            row.addWidget(when)
        return row_box

    def _when(self, task: DueTask) -> QWidget | None:
        if not task.due_on:
            return None
        due = date.fromisoformat(task.due_on)
        text = short_date(due, self._today)
        if due < self._today:
            return Chip(text, tone="danger", icon_name="attention")
        if due <= self._today + timedelta(days=_NEAR_DAYS):
            return Chip(text, tone="warn")
        label = Label(text, role="small", tone="text2")
        label.setAccessibleName(text)
        return label


def _nothing() -> QWidget:
    box = QWidget()
    row = Row(box, margins=(16, 12, 16, 14))
    row.addWidget(Label(_("No tasks for the next two weeks."), tone="text2", wrap=True), 1)
    return box
