"""The card in the settings that leads to the files whose time is over."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.desk.retention import due_count
from eletdesk.errors import EletdeskError
from eletdesk.translation import _, ngettext
from ui.open_desk import OpenDesk
from ui.widgets.buttons import secondary
from ui.widgets.card import Card
from ui.widgets.labels import Label
from ui.widgets.layouts import LEFT


class RetentionCard(Card):
    """How many files are to be destroyed; `page_requested("retention")`."""

    page_requested = Signal(str)

    def __init__(self, desk: OpenDesk, parent: QWidget | None = None) -> None:
        super().__init__(_("Keeping and destroying"), parent=parent)
        self._desk = desk
        self._said = Label("", role="small", tone="text2", wrap=True)
        self.add(self._said)
        self.button = secondary(_("See the files"), self._ask, sz="s")
        self.body().addWidget(self.button, 0, LEFT)

    def _ask(self) -> None:
        self.page_requested.emit("retention")

    def read(self) -> None:
        """Count the files whose time is over."""
        try:
            count = due_count(self._desk.desk, clock.today())
        except EletdeskError as error:
            self._said.setText(str(error))
            return
        said = ngettext("{count} file must be destroyed.", "{count} files must be destroyed.", count)
        self._said.setText(said.format(count=count) if count else _("No file has to be destroyed now."))
