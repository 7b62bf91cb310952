"""The second step of a destruction: type the initials, choose where the certificate goes."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from eletdesk.desk.retention import destroy_case
from eletdesk.translation import _, language
from ui.leaving_dialog import LeavingDialog
from ui.open_desk import OpenDesk
from ui.settings.erase_dialog import same_initials
from ui.widgets.buttons import danger
from ui.widgets.form import TextField


class DestroyDialog(LeavingDialog):
    """`made(Path)` when the key is gone and the certificate is written; nothing can be undone after it."""

    def __init__(self, window: QWidget, desk: OpenDesk, case_id: str, initials: str) -> None:
        text = _(
            "The time to keep this file is over. It is gone for good after this: nobody can bring it back. "
            "The certificate says what was destroyed and why, without a name."
        )
        super().__init__(window, desk, _("Destroy this file?"), text=text)
        self._case_id, self._initials = case_id, initials
        self.typed = TextField()
        self.form.add("initials", _("Type the initials: {initials}").format(initials=initials), self.typed)
        self.finish(_("certificate"), danger(_("Destroy for good"), self.make), _("Put the certificate here"))
        self.typed.returnPressed.connect(self.make)

    def refusal(self) -> tuple[str, str] | None:
        """Ask for the right initials and a folder that is there, before anything is destroyed."""
        if self._content is None and not same_initials(self.typed.text(), self._initials):
            return "initials", _("These are not the initials of this young person.")
        if not Path(self.place.text().strip()).expanduser().parent.is_dir():
            return "place", _("Choose where the file is put.")
        return super().refusal()

    def work(self) -> Callable[[], bytes]:
        """Return what destroys the file and makes its certificate."""
        chosen, desk, case_id = language(), self._desk.desk, self._case_id
        return lambda: destroy_case(desk, case_id, chosen)
