"""Make the copy of a file that somebody asked for: for whom, in which language, where it is put."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from eletdesk.translation import _, language
from ui.leaving_dialog import LANGUAGES, LeavingDialog
from ui.open_case import OpenCase
from ui.widgets.buttons import primary
from ui.widgets.check_row import CheckBox
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.form import TextField
from ui.widgets.secret_field import SecretField


class CopyDialog(LeavingDialog):
    """How many notes go along and how many stay out is said before anything leaves."""

    def __init__(self, window: QWidget, case: OpenCase, asked_by: str, *, withheld: int, shown: int) -> None:
        text = _(
            "This file leaves eletdesk. {shown} notes go along, {withheld} stay out and are listed "
            "with their ground. Names of others become their role. Read the copy before you hand it over."
        ).format(shown=shown, withheld=withheld)
        super().__init__(window, case.desk, _("Copy of the file"), text=text)
        self._case = case
        self.asked_by = TextField(asked_by)
        self.is_young_person = CheckBox(_("It is the young person who asks"))
        self.is_young_person.setAccessibleName(_("It is the young person who asks"))
        self.is_young_person.setChecked(not asked_by)
        self.language = ChoiceBox(list(LANGUAGES), value=language())
        self.password, self.again = SecretField(sz="m"), SecretField(sz="m")
        self.form.add("asked_by", _("For whom"), self.asked_by, _("Empty: the young person."))
        self.form.add_widget(self.is_young_person)
        self.form.add("language", _("Language"), self.language)
        self.form.add("password", _("Password for the file"), self.password, _("You may leave this empty."))
        self.form.add("again", _("The same password once more"), self.again)
        self.finish(_("copy"), primary(_("Make the copy"), self.make))
        self.password.text_changed.connect(self._again_follows)
        self._again_follows("")

    def _again_follows(self, _text: str) -> None:
        """Ask for the password a second time only when there is one."""
        self.form.box("again").setVisible(bool(self.password.text()))
        self._fit()

    def refusal(self) -> tuple[str, str] | None:
        """Compare the passwords first."""
        if self.password.text() and self.password.text() != self.again.text():
            return "again", _("The two passwords are not the same. Type this one again.")
        return super().refusal()

    def work(self) -> Callable[[], bytes]:
        """Return what makes the copy."""
        from eletdesk.queries.inspection_copy import Asker  # noqa: PLC0415

        asker = Asker(self.asked_by.text().strip(), self.is_young_person.isChecked())
        chosen, password = str(self.language.value()), self.password.text()
        desk, case_id = self._case.desk.desk, self._case.case_id

        def work() -> bytes:
            from eletdesk.desk.rights_files import issue_inspection_copy  # noqa: PLC0415 - the PDF room

            return issue_inspection_copy(desk, case_id, asker, chosen, password=password)

        return work
