"""The way to the programmes: which one is mine, and how many the desk knows."""

from PySide6.QtCore import Signal

from eletdesk.desk.programmes import programmes_to_start
from eletdesk.programmes.own_programme import is_own
from eletdesk.translation import _, ngettext
from ui.open_desk import OpenDesk
from ui.widgets.buttons import secondary
from ui.widgets.card import Card
from ui.widgets.labels import small
from ui.widgets.layouts import LEFT


class ProgrammesCard(Card):
    """One sentence and one button; `page_requested("programmes")`."""

    page_requested = Signal(str)

    def __init__(self, desk: OpenDesk) -> None:
        super().__init__(_("Programmes"))
        self._desk = desk
        self.said = small("", wrap=True)
        self.add(self.said)
        button = secondary(
            _("Look at and adapt"),
            lambda: self.page_requested.emit("programmes"),
            icon_name="programme",
            sz="s",
        )
        self.body().addWidget(button, 0, LEFT)
        self.read()

    def read(self) -> None:
        """Count again."""
        known = programmes_to_start(self._desk.desk)
        own = sum(is_own(programme) for programme in known)
        text = ngettext("{count} programme", "{count} programmes", len(known)).format(count=len(known))
        if own:
            adapted = ngettext("{count} of them adapted here", "{count} of them adapted here", own)
            text = f"{text}, {adapted.format(count=own)}"
        self.said.setText(text)
