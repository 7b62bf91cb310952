"""The groups of tasks under each other, with arrows from one task to the next."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from eletdesk.queries.register.views import DueTask
from eletdesk.translation import N_, _
from ui.tasks.group_card import GroupCard
from ui.tasks.task_line import TaskLine
from ui.widgets.layouts import Column

_TITLES = {
    "overdue": N_("Overdue"),
    "today": N_("Today"),
    "week": N_("This week"),
    "later": N_("Later"),
    "undated": N_("Without a day"),
}


class TaskGroups(QWidget):
    """Every group in a card; what is asked of a task comes out as `asked`, `moved` and `reopened`."""

    asked = Signal(object, str)
    moved = Signal(object, int)
    reopened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = {group: GroupCard(_(title)) for group, title in _TITLES.items()}
        self.done = GroupCard(_("Done in the last four weeks"), is_done=True)
        self._before = 0
        column = Column(self, gap=14)
        for card in self._all():
            column.addWidget(card)
            card.line_made.connect(partial(self._use, card is self.done))

    def show_groups(
        self,
        groups: Mapping[str, Sequence[DueTask]],
        done: Sequence[DueTask],
        today: date,
        says: Callable[[str], str],
    ) -> None:
        """Show the tasks; the keyboard stays on its task, or on the one that took its place."""
        focused = self.focused()
        lines = self.lines()
        at = lines.index(focused) if focused else None
        key = focused.task.row_id if focused else ""
        for group, card in self.cards.items():
            card.show_tasks(groups[group], today, says)
        self.done.show_tasks(done, today, says)
        if at is not None:
            self._stay(key, at)

    def lines(self) -> list[TaskLine]:
        """Return the lines in sight, from the first to the last."""
        return [line for card in self._all() if not card.isHidden() for line in card.lines]

    def focused(self) -> TaskLine | None:
        """Return the line that the keyboard is in."""
        focus = QApplication.focusWidget()
        return next((line for line in self.lines() if focus and line.isAncestorOf(focus)), None)

    def go_to(self, row_id: str) -> bool:
        """Put the keyboard on a task; tell whether it is there."""
        for line in self.lines():
            if line.task.row_id == row_id:
                line.box.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def panes(self) -> list[QWidget]:
        """Return what F6 goes through."""
        return [card for card in self._all() if not card.isHidden()]

    def _all(self) -> list[GroupCard]:
        return [*self.cards.values(), self.done]

    def _stay(self, key: str, at: int) -> None:
        lines = self.lines()
        if lines and not self.go_to(key):
            lines[min(at, len(lines) - 1)].box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _use(self, is_done: bool, line: TaskLine) -> None:
        line.stepped.connect(self._step)
        line.moved.connect(self.moved)
        line.asked.connect(self._tell_done if is_done else self.asked)

    def _tell_done(self, task: DueTask, asked: str) -> None:
        if asked == "tick":
            self.reopened.emit(task)
        else:
            self.asked.emit(task, asked)

    def _step(self, line: TaskLine, by: int) -> None:
        lines = self.lines()
        at = lines.index(line) + by
        if 0 <= at < len(lines):
            lines[at].box.setFocus(Qt.FocusReason.OtherFocusReason)
