"""One open task as a line: Space ticks, Left and Right move its day, F2 changes, Del asks for the bin."""

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from eletdesk.domain.spoken_dates import short_date
from eletdesk.queries.register.views import DueTask
from eletdesk.translation import _
from ui.widgets.buttons import MenuButton
from ui.widgets.check_row import CheckBox
from ui.widgets.chip import Chip
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.layouts import Column, Row

_NEAR_DAYS = 1
DAY, WEEK = 1, 7


class TaskLine(QWidget):
    """A box to tick, what, for whom, by which rule and when; `asked(DueTask, str)` carries what is asked.

    Asked is one of tick, open, edit, erase, dossier; `moved(DueTask, int)` says by how many days.
    """

    asked = Signal(object, str)
    moved = Signal(object, int)
    stepped = Signal(object, int)

    def __init__(self, task: DueTask, today: date, rule: str, *, is_done: bool = False) -> None:
        super().__init__()
        self.task, self._is_done = task, is_done
        row = Row(self, gap=8, margins=(12, 3, 8, 3))
        self.box = CheckBox()
        self.box.setMinimumSize(32, 28)
        self.box.setChecked(is_done)
        due = short_date(date.fromisoformat(task.due_on), today) if task.due_on else ""
        said = (task.title, task.name, due, rule)
        self.box.setAccessibleName(", ".join(part for part in said if part))
        self.box.clicked.connect(lambda _checked=False: self.asked.emit(self.task, "tick"))
        self.box.installEventFilter(self)
        self.setFocusProxy(self.box)
        row.addWidget(self.box)
        words = Column(gap=0)
        first = Row(gap=6)
        first.addWidget(ElidedLabel(task.title, tone="text2" if is_done else ""))
        first.addWidget(ElidedLabel(f"· {task.name}", role="small", tone="text2"), 1)
        words.addLayout(first)
        if rule:
            words.addWidget(ElidedLabel(rule, role="caption", tone="text3"))
        row.addLayout(words, 1)
        if due:
            row.addWidget(_when(date.fromisoformat(task.due_on), due, today, is_done=is_done))
        if not is_done:
            row.addWidget(self._menu())

    def _menu(self) -> MenuButton:
        more = MenuButton(_("More"), kind="icon", icon_name="more")
        more.setAccessibleName(f"{_('More')}: {self.task.title}, {self.task.name}")
        # Filled when it is first opened: a long list has a hundred of them.
        more.menu().aboutToShow.connect(lambda: self._fill(more))
        return more

    def _fill(self, more: MenuButton) -> None:
        if more.menu().actions():
            return
        more.add(_("One day later"), lambda: self.moved.emit(self.task, DAY), icon_name="next", shortcut="→")
        more.add(
            _("One week later"), lambda: self.moved.emit(self.task, WEEK), icon_name="plan", shortcut="⇧→"
        )
        more.add(_("Change"), lambda: self.asked.emit(self.task, "edit"), icon_name="write", shortcut="F2")
        more.add(_("Open the case"), lambda: self.asked.emit(self.task, "open"), icon_name="person")
        more.add(_("To the bin"), lambda: self.asked.emit(self.task, "erase"), icon_name="erase")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Do what a key asks of the task."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._key(event):
            return True
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(self, 1 if key == Qt.Key.Key_Down else -1)
            return True
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not self._is_done:
            days = WEEK if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else DAY
            self.moved.emit(self.task, days if key == Qt.Key.Key_Right else -days)
            return True
        asked = {
            Qt.Key.Key_Return: "open", Qt.Key.Key_Enter: "open", Qt.Key.Key_F2: "edit",
            Qt.Key.Key_Delete: "erase", Qt.Key.Key_D: "dossier",
        }.get(Qt.Key(key))  # fmt: skip
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if asked and plain and not (self._is_done and asked in ("edit", "erase")):
            self.asked.emit(self.task, asked)
            return True
        return False


def later(task: DueTask, days: int, today: date) -> date:
    """Return the day of a task some days on; from today where it is overdue or has no day."""
    due = date.fromisoformat(task.due_on) if task.due_on else today
    start = max(due, today) if days > 0 else due
    return start + timedelta(days=days)


def _when(due: date, text: str, today: date, *, is_done: bool) -> QWidget:
    if due < today and not is_done:
        return Chip(text, tone="danger", icon_name="attention")
    if due <= today + timedelta(days=_NEAR_DAYS) and not is_done:
        return Chip(text, tone="warn")
    return Label(text, role="small", tone="text2")
