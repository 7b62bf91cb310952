"""Give the school the codes of the time-outs: who receives them, then a workbook and a line in the log."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.desk.code_lines_export import code_lines_file, export_code_lines
from eletdesk.domain.school_calendar import SchoolYear
from eletdesk.errors import InvalidInputError
from eletdesk.exports.save_export import propose_name
from eletdesk.queries.school_on import school_on, school_periods
from eletdesk.translation import _
from ui.case.fields import words
from ui.case.form_dialog import FormDialog
from ui.files import choose_place
from ui.open_case import OpenCase


class CodesDialog(FormDialog):
    """Asks the receiver, and why when there is no consent to share with the school."""

    def __init__(self, window: QWidget, case: OpenCase, year: SchoolYear) -> None:
        text = _("Only day, half and code go along. The file is not encrypted; what left stays in the log.")
        super().__init__(window, _("Codes for the school"), text=text, width=520)
        self._case, self._year = case, year
        self.place: Path | None = None
        school = school_on(case.read(school_periods), clock.today()).school
        self.put(words("recipient", _("Who receives it"), school))
        self.finish(_("Choose a place"))

    def keep(self) -> str:
        """Write the workbook where the worker wants it."""
        desk = self._case.desk.desk
        code_lines_file(desk, self._case.case_id, self._year)
        if not str(self.read("recipient")).strip():
            raise InvalidInputError("recipient", _("Who receives it?"))
        if self.place is None:
            name = propose_name("codes", clock.today(), "xlsx")
            self.place = choose_place(self.window(), _("Save the codes"), Path(name), _("Workbook"))
        if self.place is None:
            raise InvalidInputError("", _("Nothing is saved: no place was chosen."))
        export_code_lines(
            desk, self._case.case_id, self._year, self.place,
            recipient=str(self.read("recipient")), reason=self.reason(),
        )  # fmt: skip
        return _("The codes for the school are saved.")
