"""The tasks of one group in a card: the first ones, and the rest when asked."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eletdesk.queries.register.views import DueTask
from eletdesk.translation import _
from ui.tasks.task_line import TaskLine
from ui.widgets.buttons import Button, quiet
from ui.widgets.card import Card

MOST = 10


class GroupCard(Card):
    """`line_made(TaskLine)` for every line that is built; nothing to show hides the card."""

    line_made = Signal(object)
    drawn = Signal()

    def __init__(self, title: str, *, is_done: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        self._title, self._is_done = title, is_done
        self._shown: tuple[list[DueTask], date] | None = None
        self._says: Callable[[str], str] = str
        self._all = False
        self.lines: list[TaskLine] = []
        self._turn_button: Button = quiet("", self.turn, sz="s")
        self._turn_button.hide()
        self.add_action(self._turn_button)
        self.hide()

    def show_tasks(self, tasks: Sequence[DueTask], today: date, says: Callable[[str], str]) -> None:
        """Show tasks; says turns the name of a rule into words."""
        self._says = says
        if (list(tasks), today) != self._shown:
            self._shown = (list(tasks), today)
            self._draw()

    def stops(self) -> list[QWidget]:
        """Return the boxes to tick."""
        return [line.box for line in self.lines]

    def _draw(self) -> None:
        assert self._shown is not None
        tasks, today = self._shown
        self.clear()
        self.set_title(self._title, str(len(tasks)))
        self._turn_button.set_text(
            _("Show fewer") if self._all else _("Show all {count}").format(count=len(tasks))
        )
        self._turn_button.setVisible(len(tasks) > MOST)
        self.lines = []
        for task in tasks if self._all else tasks[:MOST]:
            line = TaskLine(task, today, self._says(task.rule), is_done=self._is_done)
            self.lines.append(line)
            self.line_made.emit(line)
            self.add_row(line)
        self.setVisible(bool(tasks))
        self.drawn.emit()

    def turn(self) -> None:
        """Show all tasks of the group, or the first ones only."""
        self._all = not self._all
        self._draw()
