"""Who needs something now, the most pressing first, each with the one button that helps."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from eletdesk.queries.attention.item import Attention
from eletdesk.translation import N_, _, ngettext
from ui.today.tile import IconTile
from ui.widgets.buttons import Button, icon_button, quiet, secondary
from ui.widgets.card import Card
from ui.widgets.labels import ElidedLabel, IconLabel, Label
from ui.widgets.layouts import Column, Row
from ui.widgets.tooltips import set_tooltip

FEWEST = 5
_ACTIONS = {
    "log": N_("Log now"),
    "open": N_("Open"),
    "plan": N_("Plan"),
    "dossier": N_("To the dossier"),
    "continue": N_("Continue"),
    "tick": N_("Tick"),
    "follow_up": N_("Follow up"),
    "show": N_("Show"),
}


class AttentionCard(Card):
    """The list; `action_asked(Attention)`, and for what can wait `put_off_asked` and `take_up_asked`."""

    action_asked = Signal(object)
    put_off_asked = Signal(object)
    take_up_asked = Signal(object)
    drawn = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Needs attention"), parent=parent)
        self._items: Sequence[Attention] | None = None
        self._waiting: dict[str, str] = {}
        self._all = self._shows_waiting = False
        self._unfolded: set[str] = set()
        self._calm = ""
        self.buttons: list[Button] = []
        self._later: list[QWidget] = []
        self._turns: list[Button] = []

    def stops(self) -> list[QWidget]:
        """Return what Tab goes through."""
        return [*self._later, *self._turns]

    def show_items(
        self, items: Sequence[Attention], waiting: dict[str, str] | None = None, calm: str = ""
    ) -> None:
        """Show these; the focus stays on the same person and action as far as they are still there.

        Waiting says of what was put off, by its key, until when and why; calm is said when nobody is left.
        """
        waiting = waiting or {}
        if (list(items), waiting, calm) == (self._items, self._waiting, self._calm):
            return
        self._items, self._waiting, self._calm = list(items), waiting, calm
        self._draw()

    def _draw(self) -> None:
        items = [item for item in self._items or [] if item.key not in self._waiting]
        later = [item for item in self._items or [] if item.key in self._waiting]
        focused = QApplication.focusWidget()
        at = self._later.index(focused) if focused in self._later else None
        self.clear()
        self.buttons, self._later, self._turns = [], [], []
        self.set_title(_("Needs attention"), str(len(items)) if items else "")
        for item in items if self._all else items[:FEWEST]:
            self.add_row(self._row(item))
            for part in item.parts if item.key in self._unfolded else ():
                self.add_row(self._row(part))
        if not items:
            self.add_row(_all_done(self._calm))
        if self._shows_waiting:
            for item in later:
                self.add_row(self._row(item, self._waiting[item.key]))
        if len(items) > FEWEST or later:
            self.add_row(self._foot(len(items), len(later)))
        if at is not None:
            stops = self._later or self._turns
            if stops:
                stops[min(at, len(stops) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        self.drawn.emit()

    def _row(self, item: Attention, waits: str = "") -> QWidget:
        box = QWidget()
        row = Row(box, gap=14, margins=(16, 9, 10, 9))
        row.addWidget(IconTile(item.icon.replace("_", "-"), "neutral" if waits else item.tone))
        words = Column(gap=2)
        first = Row(gap=8)
        first.addWidget(ElidedLabel(item.name, role="strong"))
        first.addWidget(ElidedLabel(item.title, tone="text2"), 1)
        words.addLayout(first)
        words.addWidget(ElidedLabel(waits or item.detail, role="small", tone="text2"))
        if item.source:
            words.addWidget(ElidedLabel(item.source, role="caption", tone="text3"))
        row.addLayout(words, 1)
        if waits:
            row.addWidget(self._button(_("Show again"), item, self.take_up_asked.emit))
            return box
        text = _("Hide") if item.key in self._unfolded else _(_ACTIONS[item.action])
        row.addWidget(self._button(text, item, self._unfold if item.parts else self.action_asked.emit))
        can_wait = icon_button("put-off", _("Put off"), lambda: self.put_off_asked.emit(item), sz="s")
        can_wait.setAccessibleName(f"{_('Put off')}: {item.name}, {item.title}")
        set_tooltip(can_wait, _("Put off"))
        self._later.append(can_wait)
        row.addWidget(can_wait)
        return box

    def _button(self, text: str, item: Attention, ask: Callable[[Attention], object]) -> Button:
        button = secondary(text, lambda: ask(item), sz="s")
        button.setAccessibleName(f"{button.text()}: {item.name}, {item.title}")
        self.buttons.append(button)
        self._later.append(button)
        return button

    def _unfold(self, item: Attention) -> None:
        """Show the parts of a line below it, or hide them again."""
        self._unfolded ^= {item.key}
        self._draw()

    def _foot(self, count: int, later: int) -> QWidget:
        box = QWidget()
        row = Row(box, margins=(8, 4, 8, 4))
        if count > FEWEST:
            text = _("Show fewer") if self._all else _("Show all {count}").format(count=count)
            self._turns.append(quiet(text, self._turn, sz="s"))
        if later:
            said = ngettext("{count} put off", "{count} put off", later).format(count=later)
            text = _("Hide what is put off") if self._shows_waiting else said
            self._turns.append(quiet(text, self._turn_waiting, sz="s", icon_name="put-off"))
        for button in self._turns:
            row.addWidget(button)
        row.addStretch(1)
        return box

    def _turn(self) -> None:
        self._all = not self._all
        self._draw()

    def _turn_waiting(self) -> None:
        self._shows_waiting = not self._shows_waiting
        self._draw()


def _all_done(calm: str) -> QWidget:
    box = QWidget()
    row = Row(box, gap=10, margins=(16, 14, 16, 14))
    row.addWidget(IconLabel("done", size=18, colour="ok"))
    text = _("Nobody is waiting. All is up to date.")
    row.addWidget(Label(f"{text} {calm}".strip(), tone="text2", wrap=True), 1)
    return box
