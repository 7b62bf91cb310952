"""Jump to a date in the timeline."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.translation import _
from ui.case.fields import day
from ui.case.form_dialog import FormDialog


class JumpDialog(FormDialog):
    """Ask for a day; `chosen(date)` carries it."""

    chosen = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, _("Jump to a date"), width=380)
        self.put(day("on", _("Day"), optional=False))
        self.finish(_("Jump"))

    def keep(self) -> str:
        """Tell the day."""
        on: date = self.read("on") or clock.today()
        self.chosen.emit(on)
        return ""
