"""Say who works here; the name stands in dossiers and in the history, and only inside the desk."""

from PySide6.QtCore import Signal

from eletdesk.errors import EletdeskError
from eletdesk.translation import _
from ui.open_desk import OpenDesk
from ui.widgets.buttons import secondary
from ui.widgets.card import Card
from ui.widgets.form import Form, TextField
from ui.widgets.layouts import LEFT

SETTINGS = ("worker_name", "worker_role", "organisation")


class WorkerCard(Card):
    """Three fields and one button; `kept(str)` tells that they are kept."""

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
        self.add(self.form)
        self.button = secondary(_("&Keep this"), self.keep)
        self.body().addWidget(self.button, 0, LEFT)
        for field in self.fields.values():
            field.returnPressed.connect(self.keep)

    def keep(self) -> None:
        """Keep the three in the desk."""
        typed = {name: field.text().strip() for name, field in self.fields.items()}
        if not typed["worker_name"]:
            self.form.show_error("worker_name", _("Type your name: it stands in your dossiers."))
            return
        desk = self._desk.desk
        try:
            for name, text in typed.items():
                if text != desk.file.setting(name, ""):
                    desk.file.keep_setting(name, text)
        except EletdeskError as error:
            self.refused.emit(str(error))
            return
        desk.tell(None, frozenset({"setting"}))
        self.kept.emit(_("Kept."))

    def is_changed(self) -> bool:
        """Tell whether something was typed that is not kept yet."""
        return any(
            field.text().strip() != str(self._desk.setting(name, "") or "")
            for name, field in self.fields.items()
        )
