"""Note a half-day that was missed, or several; change one."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.domain.absence import Absence
from eletdesk.domain.labels import choices
from eletdesk.domain.school_calendar import Community, DayPart
from eletdesk.errors import InvalidInputError
from eletdesk.operations.absences import change_absence, record_absences
from eletdesk.queries.school_on import school_on, school_periods
from eletdesk.translation import _, ngettext
from ui.absences.words import code_choices
from ui.case.fields import FormField, choice, day, note, words
from ui.case.form_dialog import FormDialog
from ui.open_case import OpenCase
from ui.widgets.form import TextField

_WHOLE = "whole"


def periods_field(value: int = 0) -> FormField:
    """Make the field for the periods missed; empty is not known."""
    widget = TextField(str(value or ""), placeholder="4")

    def read() -> int:
        text = widget.text().strip()
        if not text:
            return 0
        if not (text.isascii() and text.isdigit()):
            raise InvalidInputError("periods", _("Give a whole number of periods."))
        return int(text)

    return FormField("periods", _("Periods missed"), widget, read, _("Four periods are one half-day."))


class AbsenceDialog(FormDialog):
    """One day, one or both halves, one code; a last day makes it a span."""

    def __init__(self, window: QWidget, case: OpenCase) -> None:
        super().__init__(window, _("Add an absence"), width=520)
        self._case = case
        today = clock.today()
        self._schools = case.read(school_periods)
        self._community = school_on(self._schools, today).community
        halves = [(_WHOLE, _("The whole day")), *choices("part")]
        self.put(day("absent_on", _("Day"), today, optional=False), choice("half", _("Half"), halves, _WHOLE))
        self.put(choice("code", _("Code"), code_choices(self._community, today)))
        if any(one.community is Community.french for one in self._schools):
            self.put(periods_field())
        self.put(day("until_on", _("Until which day (only for several)"), looks="forward"))
        self.put(note("note", _("Note"), lines=2))
        self.finish(_("Save absence"))
        self.widget("absent_on").day_changed.connect(self._follow_school)

    def _follow_school(self, on: date | None) -> None:
        """Offer the codes of the school of that day."""
        if on is None:
            return
        self._community = school_on(self._schools, on).community
        box = self.widget("code")
        box.set_choices(code_choices(self._community, on), value=box.value())

    def keep(self) -> str:
        """Record it."""
        found = self.values()
        half, until = found.pop("half"), found.pop("until_on")
        if until is not None or half == _WHOLE:
            found["until_on"] = until or found["absent_on"]
            found["part"] = DayPart.afternoon if half == DayPart.afternoon else DayPart.morning
            found["until_part"] = DayPart.morning if half == DayPart.morning else DayPart.afternoon
        else:
            found["part"] = DayPart(half)
        if until is not None and half != _WHOLE:
            raise InvalidInputError("half", _("For several days, choose the whole day."))
        rows = self.run(record_absences, **found)
        text = ngettext("{count} half-day noted: {code}", "{count} half-days noted: {code}", len(rows))
        return text.format(count=len(rows), code=found["code"])


class ChangeAbsenceDialog(FormDialog):
    """One half-day that is noted already."""

    def __init__(self, window: QWidget, case: OpenCase, row: Absence) -> None:
        super().__init__(window, _("Absence"), width=600)
        self._case, self._row = case, row
        codes = code_choices(row.community, row.absent_on)
        if row.code not in [code for code, _text in codes]:
            codes.append((row.code, _("{letter} · not in the list").format(letter=row.code)))
        self.put(
            day("absent_on", _("Day"), row.absent_on, optional=False),
            choice("part", _("Half"), choices("part"), row.part, kind=DayPart),
        )
        self.put(choice("code", _("Code"), codes, row.code))
        if row.community is Community.french:
            self.put(periods_field(row.periods))
        self.put(words("school", _("School"), row.school))
        self.put(note("note", _("Note"), row.note, lines=3))
        self.finish()

    def keep(self) -> str:
        """Change it."""
        found: dict[str, Any] = self.values()
        self.run(change_absence, self._row.id, **found)
        return _("Absence changed")
