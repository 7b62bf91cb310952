"""Erase a case for good: one of the three confirmations, with the initials typed and a reason chosen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eletdesk.desk.cases import erase_case
from eletdesk.domain.names import fold
from eletdesk.errors import EletdeskError
from eletdesk.translation import _
from ui.open_desk import OpenDesk
from ui.widgets.buttons import danger
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, TextField


def same_initials(typed: str, wanted: str) -> bool:
    """Compare initials; capitals, dots and blanks do not matter."""
    bare = [fold(text).replace(".", "").replace(" ", "") for text in (typed, wanted)]
    return bool(bare[0]) and bare[0] == bare[1]


class EraseDialog(Dialog):
    """`erased()` when the key of the case is destroyed."""

    erased = Signal()

    def __init__(self, window: QWidget, desk: OpenDesk, case_id: str, initials: str) -> None:
        text = _("The case and everything in it are gone for good. Nobody can bring them back.")
        super().__init__(window, _("Erase this case?"), text=text)
        self._desk, self._case_id, self._initials = desk, case_id, initials
        self.typed = TextField()
        self.reason = ChoiceBox(
            [
                ("retention", _("The time to keep it is over")),
                ("asked", _("The young person or a parent asked for it")),
                ("mistake", _("It was opened by mistake")),
            ]
        )
        self.form = Form(gap=12)
        self.form.add("reason", _("Why"), self.reason)
        self.form.add("initials", _("Type the initials: {initials}").format(initials=initials), self.typed)
        self.add(self.form)
        self.add_cancel()
        self.add_button(danger(_("Erase for good"), self.erase))
        self.typed.returnPressed.connect(self.erase)

    def erase(self) -> None:
        """Erase when the initials are right."""
        if not same_initials(self.typed.text(), self._initials):
            self.form.show_error("initials", _("These are not the initials of this young person."))
            return
        try:
            erase_case(self._desk.desk, self._case_id, str(self.reason.value()))
        except EletdeskError as error:
            self.form.show_error("initials", str(error))
            return
        self.erased.emit()
        self.accept()
