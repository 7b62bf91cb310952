"""All programmes of the desk: name, version, what it is, and what can be done with it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.programmes.definition import Programme
from eletdesk.programmes.own_programme import is_own
from eletdesk.translation import _
from ui.programmes.programme_choice import version_name, what_it_is
from ui.widgets.buttons import quiet, secondary
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.layouts import Column


class ProgrammeList(QWidget):
    """One card for each programme; `look_asked(code)` and `adapt_asked(code)`."""

    look_asked = Signal(str)
    adapt_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = Column(self, gap=12)
        self.cards: dict[str, Card] = {}

    def show_programmes(self, programmes: Sequence[Programme], mine: str) -> None:
        """Show the newest version of each."""
        for card in self.cards.values():
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = {programme.code: self._card(programme, mine) for programme in programmes}
        for card in self.cards.values():
            self._column.addWidget(card)

    def _card(self, programme: Programme, mine: str) -> Card:
        name, today = programme.label.said(), clock.today()
        card = Card()
        card.setAccessibleName(name)
        card.add(Label(name, role="heading", wrap=True))
        chips = Flow(gap=6)
        if programme.code == mine:
            chips.add(Chip(_("My programme"), tone="accent", icon_name="person"))
        tone = "info" if is_own(programme) else "neutral"
        chips.add(Chip(version_name(programme), tone=tone))
        if not programme.is_open_on(today):
            chips.add(Chip(_("Ended"), tone="warn", icon_name="closed"))
        card.add(chips, Label(what_it_is(programme, today), role="small", tone="text2", wrap=True))
        buttons = Flow(gap=6)
        look = secondary(_("Look at it"), lambda: self.look_asked.emit(programme.code), sz="s")
        look.setAccessibleName(_("Look at {programme}").format(programme=name))
        adapt = quiet(_("Adapt"), lambda: self.adapt_asked.emit(programme.code), icon_name="write", sz="s")
        adapt.setAccessibleName(_("Adapt {programme}").format(programme=name))
        buttons.add(look, adapt)
        card.add(buttons)
        return card
