"""Answer the conditions of OKOT that the file cannot answer."""

from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.operations.okot_answers import answer_okot
from eletdesk.programmes.law.condition import Verdict
from eletdesk.programmes.law.okot import okot_rules
from eletdesk.translation import _
from ui.case.career_choices import YES_NO, YES_NO_CODES, yes_no_choices
from ui.case.fields import choice
from ui.case.form_dialog import FormDialog
from ui.open_case import OpenCase


class OkotDialog(FormDialog):
    """Yes, no or not known for each."""

    def __init__(self, window: QWidget, case: OpenCase, verdict: Verdict, pathway_id: str) -> None:
        super().__init__(window, _("Conditions of OKOT"), width=620)
        self._case, self._pathway_id = case, pathway_id
        known = {one.asks: one.is_met for one in verdict.conditions if one.asks}
        for one in okot_rules().conditions:
            if one.asks:
                kept = YES_NO_CODES[known.get(one.asks)]
                self.put(choice(one.asks, one.label.said(), yes_no_choices(), kept, kind=YES_NO.__getitem__))
        self.finish()

    def keep(self) -> str:
        """Keep the answers."""
        self.run(answer_okot, self._pathway_id, answers=self.values(), on=clock.today())
        return _("Answers saved")
