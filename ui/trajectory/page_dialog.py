"""Make the page with the trajectory: with a name or initials, and where it is put."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from eletdesk.translation import _, language
from ui.leaving_dialog import LANGUAGES, LeavingDialog
from ui.open_case import OpenCase
from ui.widgets.buttons import primary
from ui.widgets.check_row import CheckBox
from ui.widgets.choice_box import ChoiceBox


class PageDialog(LeavingDialog):
    """What is on the page is what the tab shows, without what is confidential."""

    def __init__(self, window: QWidget, case: OpenCase, starts_on: date, ends_on: date) -> None:
        text = _("This file leaves eletdesk. Confidential notes stay out; notes themselves are never on it.")
        super().__init__(window, case.desk, _("Trajectory on one page"), text=text)
        self._case, self._period = case, (starts_on, ends_on)
        self.with_name = CheckBox(_("With the whole name; otherwise initials"))
        self.with_name.setAccessibleName(_("With the whole name; otherwise initials"))
        self.language = ChoiceBox(list(LANGUAGES), value=language())
        self.form.add_widget(self.with_name)
        self.form.add("language", _("Language"), self.language)
        self.finish(_("trajectory"), primary(_("Make the page"), self.make))

    def work(self) -> Callable[[], bytes]:
        """Return what makes the page."""
        desk, case_id = self._case.desk.desk, self._case.case_id
        chosen, with_name = str(self.language.value()), self.with_name.isChecked()
        starts_on, ends_on = self._period

        def work() -> bytes:
            from eletdesk.desk.trajectory_page import issue_trajectory_page  # noqa: PLC0415 - the PDF room

            return issue_trajectory_page(
                desk, case_id, starts_on, ends_on, language=chosen, with_name=with_name
            )

        return work
