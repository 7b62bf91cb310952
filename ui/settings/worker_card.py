"""Say who works here; the name stands in dossiers and in the history, and only inside the desk."""

from PySide6.QtCore import Signal

from eletdesk.desk.programmes import choose_my_programme, my_programme, programmes_to_start
from eletdesk.errors import EletdeskError
from eletdesk.translation import _
from ui.open_desk import OpenDesk
from ui.programmes.programme_choice import ProgrammeChoice
from ui.widgets.buttons import secondary
from ui.widgets.card import Card
from ui.widgets.form import Form, TextField
from ui.widgets.layouts import LEFT

SETTINGS = ("worker_name", "worker_role", "organisation")


class WorkerCard(Card):
    """The worker, the programme, and one button; `kept(str)` tells that they are kept."""

    kept = Signal(str)
    refused = Signal(str)

    def __init__(self, desk: OpenDesk) -> None:
        super().__init__(_("Who works here"))
        self._desk = desk
        self.fields = {name: TextField(str(desk.setting(name, "") or "")) for name in SETTINGS}
        self.form = Form()
        self.form.add("worker_name", _("&Your name"), self.fields["worker_name"])
        self.form.add("worker_role", _("Your &job"), self.fields["worker_role"])
        self.form.add("organisation", _("Or&ganisation"), self.fields["organisation"])
        self.programme = ProgrammeChoice(programmes_to_start(desk.desk), my_programme(desk.desk))
        self.form.add("programme", _("&My programme"), self.programme, _("Proposed for every new case."))
        self.add(self.form)
        self.button = secondary(_("&Keep this"), self.keep)
        self.body().addWidget(self.button, 0, LEFT)
        for field in self.fields.values():
            field.returnPressed.connect(self.keep)

    def keep(self) -> None:
        """Keep what is filled in, in the desk."""
        typed = {name: field.text().strip() for name, field in self.fields.items()}
        if not typed["worker_name"]:
            self.form.show_error("worker_name", _("Type your name: it stands in your dossiers."))
            return
        desk = self._desk.desk
        try:
            for name, text in typed.items():
                if text != desk.file.setting(name, ""):
                    desk.file.keep_setting(name, text)
            if self.programme.code() != my_programme(desk):
                choose_my_programme(desk, self.programme.code())
        except EletdeskError as error:
            self.refused.emit(str(error))
            return
        desk.tell(None, frozenset({"setting"}))
        self.kept.emit(_("Kept."))

    def is_changed(self) -> bool:
        """Tell whether something was typed that is not kept yet."""
        return self.programme.code() != my_programme(self._desk.desk) or any(
            field.text().strip() != str(self._desk.setting(name, "") or "")
            for name, field in self.fields.items()
        )
