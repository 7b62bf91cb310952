"""Ask what has to be done and when, for one young person."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.domain.spoken_dates import describe_date, parse_date
from eletdesk.errors import EletdeskError, InvalidInputError
from eletdesk.operations.tasks import add_task
from eletdesk.translation import _
from ui.open_desk import OpenDesk
from ui.widgets.buttons import primary
from ui.widgets.date_field import DateField
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, TextField


class AddTaskDialog(Dialog):
    """What and when; a refused task keeps what was typed."""

    def __init__(self, window: QWidget, desk: OpenDesk, case_id: str, added: Callable[[str], object]) -> None:
        super().__init__(window, _("New task"))
        self._desk, self._case_id, self._added = desk, case_id, added
        self.form = Form()
        self.what = TextField()
        self.form.add("title", _("&What has to be done"), self.what)
        self.when = DateField(
            lambda text: parse_date(text, clock.today(), "forward").on if text.strip() else None,
            self._describe,
        )
        self.form.add("due_on", _("Before w&hen"), self.when, _("For example: fri, 27/11, +1w"))
        self.add(self.form)
        self.add_cancel()
        self.add_button(primary(_("&Add task"), self.save))
        self.on_enter = self.save

    def _describe(self, day: date) -> str:
        return describe_date(day, clock.today())

    def save(self) -> None:
        """Add the task, or show why not."""
        if not self.when.check():
            self.when.setFocus()
            return
        try:
            self._desk.run(self._case_id, add_task, title=self.what.text(), due_on=self.when.day())
        except InvalidInputError as error:
            self.form.show_error(error.field, str(error))
            return
        except EletdeskError as error:
            self.form.show_error("title", str(error))
            return
        self._added(self.what.text().strip())
        self.accept()
