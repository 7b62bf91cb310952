"""Close a pathway with its outcome, and with the date of the round table where the programme has one."""

from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.domain.pathway import Pathway
from eletdesk.operations.closing import asks_round_table, close_after_round_table
from eletdesk.programmes.definition import Programme
from eletdesk.translation import _
from ui.case.fields import choice, day, note
from ui.case.form_dialog import FormDialog
from ui.case.programme_words import word_of
from ui.open_case import OpenCase


class ClosingDialog(FormDialog):
    """How the pathway ended."""

    def __init__(self, window: QWidget, case: OpenCase, pathway: Pathway, programme: Programme) -> None:
        super().__init__(window, _("Close the pathway"))
        self._case, self._pathway, self._programme = case, pathway, programme
        outcomes = [("", _("Choose ..."))]
        outcomes += [(one.code, one.label.said()) for one in programme.outcomes if one.code != "ongoing"]
        self.put(choice("outcome", _("How did it end?"), outcomes, pathway.outcome))
        on = day("on", _("Day"), clock.today(), optional=False)
        self._has_round_table = asks_round_table(programme)
        if self._has_round_table:
            label = word_of(programme, "round_table", _("Closing round table"))
            self.put(on, day("closing_round_table_on", label, pathway.closing_round_table_on))
        else:
            self.put(on)
        self.put(note("outcome_note", _("Note"), pathway.outcome_note, lines=2))
        self.finish(_("Close the pathway"))

    def keep(self) -> str:
        """Close it; without a round table it asks why."""
        self.run(
            close_after_round_table,
            self._pathway.id,
            programme=self._programme,
            outcome=str(self.read("outcome")),
            on=self.read("on") or clock.today(),
            closing_round_table_on=(self.read("closing_round_table_on") if self._has_round_table else None),
            outcome_note=str(self.read("outcome_note")),
            reason=self.reason(),
        )
        return _("Pathway closed")
