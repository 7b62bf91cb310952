"""The card in the settings that leads to the directory."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eletdesk.translation import _
from ui.widgets.buttons import secondary
from ui.widgets.card import Card
from ui.widgets.labels import Label
from ui.widgets.layouts import LEFT


class DirectoryCard(Card):
    """One sentence and one button; `page_requested("directory")`."""

    page_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Directory"), parent=parent)
        self.add(
            Label(
                _("Schools, CLBs, offices and gates, offered wherever you name one."),
                role="small",
                tone="text2",
                wrap=True,
            )
        )
        self.button = secondary(_("See the directory"), self._ask, sz="s")
        self.body().addWidget(self.button, 0, LEFT)

    def _ask(self) -> None:
        self.page_requested.emit("directory")
