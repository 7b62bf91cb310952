"""Start terms of the Youth Guarantee, and write down what was found at the end of one."""

from datetime import date

from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.domain.spoken_dates import numeric_date
from eletdesk.errors import InvalidInputError
from eletdesk.operations.follow_ups import EXIT, LEFT_EDUCATION, record_follow_up, start_follow_ups
from eletdesk.programmes.definition import Programme
from eletdesk.queries.follow_ups import FollowUpLine
from eletdesk.translation import _, ngettext
from ui.case.fields import choice, day, note
from ui.case.form_dialog import FormDialog
from ui.case.source_note import source_note
from ui.open_case import OpenCase


class ClockDialog(FormDialog):
    """From which day, and what begins: the four months for an offer, or the looks afterwards."""

    def __init__(
        self,
        window: QWidget,
        case: OpenCase,
        *,
        starts: str = LEFT_EDUCATION,
        on: date | None = None,
        pathway_id: str = "",
    ) -> None:
        super().__init__(window, _("Start a clock"), width=560)
        self._case, self._pathway_id = case, pathway_id
        kinds = [
            (LEFT_EDUCATION, _("Left education or became unemployed: an offer")),
            (EXIT, _("End of the guidance: follow-up after 6, 12 and 18 months")),
        ]
        self.put(choice("starts", _("What begins"), kinds, starts))
        self.put(day("starts_on", _("From"), on or clock.today(), optional=False))
        self.finish(_("Start"))

    def keep(self) -> str:
        """Start the terms; a second start counts anew."""
        found = self.values()
        found["starts_on"] = found["starts_on"] or clock.today()
        pathway_id = self._pathway_id or None
        made = self.run(start_follow_ups, **found, pathway_id=pathway_id if found["starts"] == EXIT else None)
        if not made:
            raise InvalidInputError("starts_on", _("This clock was started on that day already."))
        return ngettext("{count} term started", "{count} terms started", len(made)).format(count=len(made))


class FollowUpDialog(FormDialog):
    """What was found, and when."""

    def __init__(
        self, window: QWidget, case: OpenCase, line: FollowUpLine, programme: Programme | None
    ) -> None:
        span = _("From {start} to {end}").format(
            start=numeric_date(line.starts_on), end=numeric_date(line.due_on)
        )
        super().__init__(window, line.label, text=span, width=560)
        self._case, self._line, self._programme = case, line, programme
        findings = [("", _("Choose")), *line.findings]
        self.put(choice("outcome", _("What was found"), findings, line.outcome))
        self.put(day("done_on", _("Found on"), line.done_on or clock.today(), optional=False))
        self.put(note("note", _("Note"), line.note, lines=2))
        if line.basis is not None:
            self.add(source_note(line.basis))
        self.finish()

    def keep(self) -> str:
        """Keep what was found."""
        found = self.values()
        found["done_on"] = found["done_on"] or clock.today()
        self.run(record_follow_up, self._line.row_id, **found, programme=self._programme)
        return _("Follow-up saved")
