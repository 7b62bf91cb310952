"""School and study option; the community decides the calendar, the school has free days of its own."""

from datetime import date

from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.domain.enrolment import Enrolment, Finality
from eletdesk.domain.labels import choices
from eletdesk.domain.school_calendar import Community
from eletdesk.domain.spoken_dates import numeric_date, parse_date
from eletdesk.errors import InvalidInputError
from eletdesk.operations.people import change_enrolment, enrol
from eletdesk.translation import _
from ui.case.fields import choice, day, note, words
from ui.case.form_dialog import FormDialog
from ui.open_case import OpenCase


class EnrolmentDialog(FormDialog):
    """Change the present school, or write down another one."""

    def __init__(self, window: QWidget, case: OpenCase, row: Enrolment | None = None) -> None:
        super().__init__(window, _("School"), width=620)
        self._case, self._row = case, row
        kept = row or Enrolment(school="")
        self.put(words("school", _("School"), kept.school))
        self.put(
            choice(
                "community", _("Community"), choices("community"), kept.community, kind=Community,
            ),
            choice("finality", _("Finality"), choices("finality"), kept.finality, kind=Finality),
        )  # fmt: skip
        self.put(
            words("year_label", _("Year"), kept.year_label, placeholder="4de jaar"),
            words("study", _("Study option"), kept.study),
        )
        self.put(
            day("started_on", _("Enrolled since"), kept.started_on),
            day("ended_on", _("Until"), kept.ended_on),
        )
        years = [(str(count), str(count)) for count in range(11)]
        self.put(
            choice("repeated_years", _("Years repeated"), years, str(kept.repeated_years), kind=int),
            words("attest", _("Last certificate"), kept.attest, placeholder="A, B, C"),
        )
        self.put(
            note(
                "free_days", _("Free days of this school"), "\n".join(map(_shown, kept.free_days)), lines=2,
                hint=_("One date on each line. They are left out when half-days are counted."),
            )
        )  # fmt: skip
        self.finish()

    def keep(self) -> str:
        """Keep the school."""
        found = self.values() | {"free_days": read_days(self.read("free_days"))}
        if self._row is None:
            self.run(enrol, **found)
        else:
            self.run(change_enrolment, self._row.id, **found)
        return _("School saved")


def _shown(day_text: str) -> str:
    return numeric_date(date.fromisoformat(day_text))


def read_days(text: str) -> list[str]:
    """Return the dates that stand on the lines, in order; a line that is no date is said at the field."""
    found = set()
    for line in text.splitlines():
        if line.strip():
            try:
                found.add(parse_date(line, clock.today(), "forward").on.isoformat())
            except InvalidInputError as error:
                raise InvalidInputError("free_days", f"{line.strip()}: {error}") from None
    return sorted(found)
