"""Ask until when a matter can wait, and why."""

from datetime import timedelta

from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.desk.put_off import put_off
from eletdesk.domain.spoken_dates import short_date
from eletdesk.queries.attention.item import Attention
from eletdesk.translation import _
from ui.case.fields import day, words
from ui.case.form_dialog import FormDialog
from ui.open_desk import OpenDesk

_USUAL = timedelta(days=7)


class PutOffDialog(FormDialog):
    """A day and a few words; the matter is back on that day."""

    def __init__(self, window: QWidget, desk: OpenDesk, item: Attention) -> None:
        text = f"{item.name}: {item.title}"
        super().__init__(window, _("Put off"), text=text, width=460)
        self._desk, self._item = desk, item
        until = clock.today() + _USUAL
        self.put(day("until", _("Until"), until, looks="forward", optional=False))
        self.put(words("reason", _("Why can it wait?")))
        self.finish(_("Put off"))

    def keep(self) -> str:
        """Keep it in the desk."""
        until = self.read("until")
        put_off(self._desk.desk, self._item.key, until, self.read("reason"))
        return _("Put off until {date}").format(date=short_date(until, clock.today()))
