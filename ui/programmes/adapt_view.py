"""Adapt a programme: its lists with a button for each change; the page keeps all of it as a new version."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.errors import EletdeskError
from eletdesk.programmes.adapting import LISTS, Adaptation, Item
from eletdesk.translation import N_, _, language
from ui.programmes.item_dialog import ItemDialog
from ui.programmes.kind_words import kind_word, say_amount
from ui.widgets.banner import Banner
from ui.widgets.buttons import icon_button, quiet
from ui.widgets.card import Card
from ui.widgets.labels import Label
from ui.widgets.layouts import TOP, Column, Row

_LIST_TITLES = {
    "stages": N_("Stages, in their order"),
    "clocks": N_("Clocks and terms"),
    "outcomes": N_("How it can end"),
    "reasons": N_("Why it starts"),
    "questions": N_("Questions"),
    "building_blocks": N_("Building blocks"),
    "modes": N_("Modes"),
    "levels": N_("For whom a session is"),
}
_ADD = {
    "stages": N_("Add a stage"),
    "outcomes": N_("Add a way to end"),
    "reasons": N_("Add a reason"),
    "questions": N_("Add a question"),
    "building_blocks": N_("Add a building block"),
    "modes": N_("Add a mode"),
}

Deed = tuple[str, str, Callable[[], object]]


class AdaptView(QWidget):
    """The lists of a copy; `changed()` after every change, so that the page keeps it."""

    changed = Signal()

    def __init__(self, adaptation: Adaptation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.adaptation = adaptation
        self.problem = Banner("", tone="danger")
        self.problem.hide()
        self.cards: dict[str, Card] = {kind: Card(_(_LIST_TITLES[kind])) for kind in LISTS}
        self.names = Card(_("Name of the programme"))
        self.lines: dict[str, list[Line]] = {}
        column = Column(self, gap=12)
        column.addWidget(self.problem)
        column.addWidget(self.names)
        for card in self.cards.values():
            column.addWidget(card)
        for kind in LISTS:
            if kind in _ADD:
                add = quiet(_(_ADD[kind]), partial(self.edit, kind, None), icon_name="add", sz="s")
                self.cards[kind].add_action(add)
        self._show()

    def edit(self, kind: str, at: int | None) -> ItemDialog:
        """Open the form of one line, or of a new one."""
        stages = [(str(one["code"]), _said(one)) for one in self.adaptation.items("stages")]
        item = None if at is None else self.adaptation.items(kind)[at]
        dialog = ItemDialog(self.window(), kind, item, stages)
        dialog.saved.connect(lambda _sentence: self._take(kind, at, dialog))
        dialog.open()
        return dialog

    def edit_names(self) -> ItemDialog:
        """Change the name of the programme itself."""
        dialog = ItemDialog(self.window(), "programme", self.adaptation.content, [])
        dialog.saved.connect(lambda _sentence: self._take_names(dialog))
        dialog.open()
        return dialog

    def _take(self, kind: str, at: int | None, dialog: ItemDialog) -> None:
        changes = dict(dialog.changes)
        if kind == "stages" and at is None:
            changes["colour"] = "s3"
        if kind == "levels" and at is not None:
            changes["has_participants"] = self.adaptation.items(kind)[at]["has_participants"]
        self.adaptation.put(kind, at, changes, clock.today())
        self._after()

    def _take_names(self, dialog: ItemDialog) -> None:
        self.adaptation.content.update(dialog.changes)
        self._after()

    def shift(self, kind: str, at: int, by: int) -> None:
        """Move a line up or down."""
        to = self.adaptation.move(kind, at, by)
        self._after()
        self._focus(kind, to, _("Up") if by < 0 else _("Down"))

    def remove(self, kind: str, at: int) -> None:
        """Take a line out."""
        self.adaptation.remove(kind, at)
        self._after()

    def _after(self) -> None:
        self._show()
        self.check()
        self.changed.emit()

    def check(self) -> bool:
        """Say whether this can be read as it stands; the sentence names file and key."""
        try:
            self.adaptation.check()
        except EletdeskError as error:
            self.problem.set_text(str(error))
            self.problem.show()
            return False
        self.problem.hide()
        return True

    def _focus(self, kind: str, at: int, name: str) -> None:
        """Stay at the button that was pressed."""
        self.lines[kind][at].go_to(name)

    def _show(self) -> None:
        self.names.clear()
        self.names.add(Line(self.adaptation.content, "", [(_("Change"), "write", self.edit_names)]))
        for kind, card in self.cards.items():
            card.clear()
            items = self.adaptation.items(kind)
            card.setVisible(bool(items) or kind in _ADD)
            self.lines[kind] = [
                Line(item, _about(kind, item), self._buttons(kind, at, len(items)))
                for at, item in enumerate(items)
            ]
            card.add(*self.lines[kind])

    def _buttons(self, kind: str, at: int, count: int) -> list[Deed]:
        end = count - 1 if kind == "stages" else count
        found: list[Deed] = []
        if 0 < at < end:
            found.append((_("Up"), "up", partial(self.shift, kind, at, -1)))
        if at < end - 1:
            found.append((_("Down"), "down", partial(self.shift, kind, at, 1)))
        found.append((_("Change"), "write", partial(self.edit, kind, at)))
        if self.adaptation.may_remove(kind, at):
            found.append((_("Take out"), "erase", partial(self.remove, kind, at)))
        return found


class Line(QWidget):
    """One line of a list with its buttons; each button names the line for a screen reader."""

    def __init__(self, item: Item, about: str, buttons: list[Deed]) -> None:
        super().__init__()
        row = Row(self, gap=4)
        words = Column(gap=1)
        name = _said(item)
        words.addWidget(Label(name, wrap=True))
        if about:
            words.addWidget(Label(about, role="caption", tone="text3", wrap=True))
        row.addLayout(words, 1)
        self.buttons: dict[str, QWidget] = {}
        for text, icon_name, do in buttons:
            said = _("{what}: {name}").format(what=text, name=name)
            button = icon_button(icon_name, said, do, sz="s")
            self.buttons[text] = button
            row.addWidget(button, 0, TOP)

    def go_to(self, name: str) -> None:
        """Put the focus on one of the buttons, or on the last one when that one is gone."""
        button = self.buttons.get(name) or list(self.buttons.values())[-1]
        button.setFocus()


def _said(item: Item) -> str:
    return str(item["label"].get(language()) or item["label"]["nl"])


def _about(kind: str, item: Item) -> str:
    """Return the rest of a line in words."""
    if kind == "clocks":
        return say_amount(int(item["amount"]), str(item["unit"]))
    if kind == "stages":
        return _("May be left out") if item.get("is_optional") else ""
    if kind == "outcomes":
        return kind_word("outcome", str(item["class"]))
    if kind == "reasons":
        return kind_word("reason", str(item["category"]))
    return kind_word("question", str(item["kind"])) if kind == "questions" else ""
