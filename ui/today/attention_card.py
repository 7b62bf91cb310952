"""Who needs something now, the most pressing first, each with the one button that helps."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from eletdesk.queries.attention_item import Attention
from eletdesk.translation import N_, _
from ui.today.tile import IconTile
from ui.widgets.buttons import Button, quiet, secondary
from ui.widgets.card import Card
from ui.widgets.labels import ElidedLabel, IconLabel, Label
from ui.widgets.layouts import Column, Row

FEWEST = 5
_ACTIONS = {
    "log": N_("Log now"),
    "open": N_("Open"),
    "plan": N_("Plan"),
    "dossier": N_("To the dossier"),
    "continue": N_("Continue"),
    "tick": N_("Tick"),
    "follow_up": N_("Follow up"),
}


class AttentionCard(Card):
    """The list; `action_asked(Attention)` when a button is pressed."""

    action_asked = Signal(object)
    drawn = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Needs attention"), parent=parent)
        self._items: Sequence[Attention] | None = None
        self._all = False
        self.buttons: list[Button] = []
        self._turn_button: Button | None = None

    def stops(self) -> list[QWidget]:
        """Return what Tab goes through."""
        return [*self.buttons, *([self._turn_button] if self._turn_button is not None else [])]

    def show_items(self, items: Sequence[Attention]) -> None:
        """Show these; the focus stays on the same person and action as far as they are still there."""
        if list(items) == self._items:
            return
        self._items = list(items)
        self._draw()

    def _draw(self) -> None:
        items = self._items or []
        focused = QApplication.focusWidget()
        at = self.buttons.index(focused) if focused in self.buttons else None
        self.clear()
        self.buttons, self._turn_button = [], None
        self.set_title(_("Needs attention"), str(len(items)) if items else "")
        if not items:
            self.add_row(_all_done())
            self.drawn.emit()
            return
        shown = items if self._all else items[:FEWEST]
        for item in shown:
            self.add_row(self._row(item))
        if len(items) > FEWEST:
            self.add_row(self._more(len(items)))
        if at is not None:
            self.buttons[min(at, len(self.buttons) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        self.drawn.emit()

    def _row(self, item: Attention) -> QWidget:
        box = QWidget()
        row = Row(box, gap=14, margins=(16, 9, 16, 9))
        row.addWidget(IconTile(item.icon.replace("_", "-"), item.tone))
        words = Column(gap=2)
        first = Row(gap=8)
        first.addWidget(ElidedLabel(item.name, role="strong"))
        first.addWidget(ElidedLabel(item.title, tone="text2"), 1)
        words.addLayout(first)
        detail = f"{item.detail} · {item.source}" if item.source else item.detail
        words.addWidget(ElidedLabel(detail, role="small", tone="text2"))
        row.addLayout(words, 1)
        button = secondary(_(_ACTIONS[item.action]), lambda: self.action_asked.emit(item), sz="s")
        button.setAccessibleName(f"{button.text()}: {item.name}, {item.title}")
        self.buttons.append(button)
        row.addWidget(button)
        return box

    def _more(self, count: int) -> QWidget:
        box = QWidget()
        row = Row(box, margins=(8, 4, 8, 4))
        text = _("Show fewer") if self._all else _("Show all {count}").format(count=count)
        self._turn_button = quiet(text, self._turn, sz="s")
        row.addWidget(self._turn_button)
        row.addStretch(1)
        return box

    def _turn(self) -> None:
        self._all = not self._all
        self._draw()


def _all_done() -> QWidget:
    box = QWidget()
    row = Row(box, gap=10, margins=(16, 14, 16, 14))
    row.addWidget(IconLabel("done", size=18, colour="ok"))
    row.addWidget(Label(_("Nobody is waiting. All is up to date."), tone="text2", wrap=True), 1)
    return box
