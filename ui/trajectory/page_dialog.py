"""Make the page with the trajectory: with a name or initials, and where it is put."""

from collections.abc import Callable
from datetime import date
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

_LANGUAGES = (("nl", "Nederlands"), ("fr", "Français"), ("en", "English"))


class PageDialog(Dialog):
    """Data leaves: `made(Path)` when the file is there."""

    made = Signal(object)

    def __init__(self, window: QWidget, case: OpenCase, starts_on: date, ends_on: date) -> None:
        text = _("This file leaves eletdesk. Confidential notes stay out; notes themselves are never on it.")
        super().__init__(window, _("Trajectory on one page"), text=text, width=520)
        self._case, self._period = case, (starts_on, ends_on)
        self.form = Form(gap=12)
        self.with_name = CheckBox(_("With the whole name; otherwise initials"))
        self.with_name.setAccessibleName(_("With the whole name; otherwise initials"))
        self.language = ChoiceBox(list(_LANGUAGES), value=language())
        proposed = propose_name(_("trajectory"), clock.today(), "pdf")
        self.place = TextField(str(free_path(export_folder(case.desk), proposed)))
        self.form.add_widget(self.with_name)
        self.form.add("language", _("Language"), self.language)
        self.form.add("place", _("Put it here"), self.place)
        self.add(self.form)
        self.body.addWidget(secondary(_("Choose another folder"), self._choose, sz="s"), 0, LEFT)
        self.problem = small(wrap=True)
        self.problem.set_tone("danger")
        self.problem.hide()
        self.add(self.problem)
        self.add_cancel()
        self.button = self.add_button(primary(_("Make the page"), self.make))
        self.place.returnPressed.connect(self.make)

    def _choose(self) -> None:
        chosen = choose_place(self, _("Trajectory on one page"), Path(self.place.text()), "PDF")
        if chosen is not None:
            self.place.setText(str(chosen))

    def make(self) -> None:
        """Make the file in the background."""
        if not self.button.isEnabled():
            return
        self.form.clear_errors()
        if not self.place.text().strip():
            self.form.show_error("place", _("Choose where the file is put."))
            return
        self.button.setEnabled(False)
        owner = QCoreApplication.instance()
        assert owner is not None
        run_in_background(owner, self._work(), self._done, self._refused)

    def _work(self) -> Callable[[Progress], Path]:
        desk, case_id = self._case.desk.desk, self._case.case_id
        chosen, with_name = str(self.language.value()), self.with_name.isChecked()
        path = Path(self.place.text().strip()).expanduser()
        starts_on, ends_on = self._period

        def work(_progress: Progress) -> Path:
            from eletdesk.desk.trajectory_page import issue_trajectory_page  # noqa: PLC0415 - the PDF room

            content = issue_trajectory_page(
                desk, case_id, starts_on, ends_on, language=chosen, with_name=with_name
            )
            return save_export(path, content)

        return work

    def _done(self, path: Path) -> None:
        remember_folder(self._case.desk, path.parent)
        self.made.emit(path)
        self.accept()

    def _refused(self, error: Exception) -> None:
        self.button.setEnabled(True)
        self.problem.setText(str(error) or _("The file could not be made."))
        self.problem.show()
        self._fit()
