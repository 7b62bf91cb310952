"""Add a task from the page of tasks: for whom, what and when."""

from PySide6.QtWidgets import QWidget

from eletdesk.errors import InvalidInputError
from eletdesk.operations.tasks import add_task
from eletdesk.translation import _
from ui.case.fields import choice, day, words
from ui.case.form_dialog import FormDialog
from ui.open_desk import OpenDesk
from ui.tasks.people import people_to_choose


class NewTaskDialog(FormDialog):
    """A task always belongs to somebody's case."""

    def __init__(
        self, window: QWidget, desk: OpenDesk, case_id: str = "", *, short_names: bool = False
    ) -> None:
        super().__init__(window, _("New task"), width=460)
        self._desk = desk
        people = [("", _("Choose who")), *people_to_choose(desk, short_names=short_names)]
        self.put(choice("person", _("For whom"), people, case_id))
        self.put(words("title", _("What has to be done")))
        self.put(day("due_on", _("Before when"), looks="forward", hint=_("For example: fri, 27/11, +1w")))
        self.finish(_("Add task"))

    def keep(self) -> str:
        """Add it."""
        case_id = str(self.read("person"))
        if not case_id:
            raise InvalidInputError("person", _("Choose who this is for."))
        self._desk.run(case_id, add_task, title=self.read("title"), due_on=self.read("due_on"))
        return _("The task is added.")
