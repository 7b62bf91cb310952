"""Make the copy of a file that somebody asked for: for whom, in which language, where it is put."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.exports.save_export import propose_name, save_export
from eletdesk.translation import _, language
from ui.background import Progress, run_in_background
from ui.export_places import export_folder, free_path, remember_folder
from ui.files import choose_place
from ui.open_case import OpenCase
from ui.widgets.buttons import primary, secondary
from ui.widgets.check_row import CheckBox
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, TextField
from ui.widgets.labels import small
from ui.widgets.layouts import LEFT
from ui.widgets.secret_field import SecretField

_LANGUAGES = (("nl", "Nederlands"), ("fr", "Français"), ("en", "English"))


class CopyDialog(Dialog):
    """Data leaves: `made(Path)` when the file is there."""

    made = Signal(object)

    def __init__(self, window: QWidget, case: OpenCase, asked_by: str, *, withheld: int, shown: int) -> None:
        text = _(
            "This file leaves eletdesk. {shown} notes go along, {withheld} stay out and are listed "
            "with their ground. Names of others become their role. Read the copy before you hand it over."
        ).format(shown=shown, withheld=withheld)
        super().__init__(window, _("Copy of the file"), text=text, width=540)
        self._case = case
        self.form = Form(gap=12)
        self.asked_by = TextField(asked_by)
        self.is_young_person = CheckBox(_("It is the young person who asks"))
        self.is_young_person.setAccessibleName(_("It is the young person who asks"))
        self.is_young_person.setChecked(not asked_by)
        self.language = ChoiceBox(list(_LANGUAGES), value=language())
        self.password, self.again = SecretField(sz="m"), SecretField(sz="m")
        proposed = propose_name(_("copy"), clock.today(), "pdf")
        self.place = TextField(str(free_path(export_folder(case.desk), proposed)))
        self.form.add("asked_by", _("For whom"), self.asked_by, _("Empty: the young person."))
        self.form.add_widget(self.is_young_person)
        self.form.add("language", _("Language"), self.language)
        self.form.add("password", _("Password for the file"), self.password, _("You may leave this empty."))
        self.form.add("again", _("The same password once more"), self.again)
        self.form.add("place", _("Put it here"), self.place)
        self.add(self.form)
        self.body.addWidget(secondary(_("Choose another folder"), self._choose, sz="s"), 0, LEFT)
        self.problem = small(wrap=True)
        self.problem.set_tone("danger")
        self.problem.hide()
        self.add(self.problem)
        self.add_cancel()
        self.button = self.add_button(primary(_("Make the copy"), self.make))
        self._again_follows()
        self.password.text_changed.connect(self._password_changed)

    def _password_changed(self, _text: str) -> None:
        self._again_follows()

    def _choose(self) -> None:
        chosen = choose_place(self, _("Copy of the file"), Path(self.place.text()), "PDF")
        if chosen is not None:
            self.place.setText(str(chosen))

    def _again_follows(self) -> None:
        """Ask for the password a second time only when there is one."""
        self.form.box("again").setVisible(bool(self.password.text()))
        self._fit()

    def make(self) -> None:
        """Check the fields, then make the file in the background."""
        if not self.button.isEnabled():
            return
        self.form.clear_errors()
        self.problem.hide()
        if self.password.text() != self.again.text() and self.password.text():
            self.form.show_error("again", _("The two passwords are not the same. Type this one again."))
            return
        if not self.place.text().strip():
            self.form.show_error("place", _("Choose where the file is put."))
            return
        self._set_busy(True)
        owner = QCoreApplication.instance()
        assert owner is not None
        run_in_background(owner, self._work(), self._done, self._refused)

    def _work(self) -> Callable[[Progress], Path]:
        from eletdesk.queries.inspection_copy import Asker  # noqa: PLC0415

        asker = Asker(self.asked_by.text().strip(), self.is_young_person.isChecked())
        chosen, password = str(self.language.value()), self.password.text()
        desk, case_id = self._case.desk.desk, self._case.case_id
        path = Path(self.place.text().strip()).expanduser()

        def work(_progress: Progress) -> Path:
            from eletdesk.desk.rights_files import issue_inspection_copy  # noqa: PLC0415 - the PDF room

            return save_export(path, issue_inspection_copy(desk, case_id, asker, chosen, password=password))

        return work

    def _done(self, path: Path) -> None:
        remember_folder(self._case.desk, path.parent)
        self.password.clear()
        self.again.clear()
        self.made.emit(path)
        self.accept()

    def _refused(self, error: Exception) -> None:
        self._set_busy(False)
        self.problem.setText(str(error) or _("The file could not be made."))
        self.problem.show()
        self._fit()

    def _set_busy(self, busy: bool) -> None:
        self.button.setEnabled(not busy)
        self.form.setEnabled(not busy)
