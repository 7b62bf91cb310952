"""Record or change a request about the file, with the day before which it must be answered."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.domain.labels import choices
from eletdesk.domain.rights_request import RequestKind, RightsRequest
from eletdesk.domain.spoken_dates import long_date
from eletdesk.operations.rights import change_request, handle_request, record_request, request_due_on
from eletdesk.programmes.law.rights_rules import rights_rules
from eletdesk.translation import _
from ui.case.fields import choice, day, note, tick, words
from ui.case.form_dialog import FormDialog
from ui.open_case import OpenCase
from ui.widgets.labels import Label


class RequestDialog(FormDialog):
    """Who asked what and when; the term follows from the rule, and its source is shown."""

    def __init__(self, window: QWidget, case: OpenCase, row: RightsRequest | None = None) -> None:
        super().__init__(window, _("Request about the file"), width=600)
        self._case, self._row = case, row
        kept = row or RightsRequest(received_on=clock.today())
        self.put(choice("kind", _("What is asked"), choices("request"), kept.kind, kind=RequestKind))
        self.put(words("asked_by", _("Asked by"), kept.asked_by))
        self.put(tick("is_young_person", _("It is the young person who asks"), value=kept.is_young_person))
        self.put(day("received_on", _("Came in on"), kept.received_on, optional=False))
        self.term = Label("", role="small", tone="accent", wrap=True)
        self.form.add_widget(self.term)
        self.put(note("note", _("Note"), kept.note, lines=2))
        self.finish(_("Save request"))
        self.widget("kind").currentIndexChanged.connect(self._say_term)
        self.widget("received_on").day_changed.connect(self._say_term)
        self._say_term()

    def _say_term(self, _changed: Any = None) -> None:
        kind: RequestKind = self.read("kind")
        received_on: date = self.read("received_on") or clock.today()
        term = rights_rules().term(kind.value)
        self.term.setText(
            _("Answer before the end of {date}. {rule} ({source})").format(
                date=long_date(request_due_on(kind, received_on)),
                rule=term.label.said(),
                source=term.basis.source.title.said(),
            )
        )
        self.fit()

    def keep(self) -> str:
        """Record it."""
        found = self.values()
        found["received_on"] = found["received_on"] or clock.today()
        if self._row is None:
            self.run(record_request, **found)
        else:
            self.run(change_request, self._row.id, **found)
        return _("Request saved")


class AnswerDialog(FormDialog):
    """Record what was answered; an answer after the term asks why."""

    def __init__(self, window: QWidget, case: OpenCase, row: RightsRequest) -> None:
        text = _("An inspection always goes with a conversation.")
        super().__init__(window, _("Answer to a request"), text=text, width=620)
        self._case, self._row = case, row
        self.put(day("handled_on", _("Answered on"), clock.today(), optional=False))
        self.put(note("decision", _("What was answered"), row.decision, lines=3))
        self.finish(_("Save answer"))

    def keep(self) -> str:
        """Record the answer."""
        handled_on = self.read("handled_on") or clock.today()
        decision = str(self.read("decision"))
        self.run(handle_request, self._row.id, handled_on=handled_on, decision=decision, reason=self.reason())
        return _("Answer saved")
