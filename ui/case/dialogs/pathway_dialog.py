"""What is known of a pathway: who referred, why, the question, the goals, the round tables."""

from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.domain.pathway import Pathway
from eletdesk.operations.pathways import change_pathway, start_pathway
from eletdesk.programmes.definition import Programme
from eletdesk.translation import _
from ui.case.fields import choice, day, note, tick, words
from ui.case.form_dialog import FormDialog
from ui.open_case import OpenCase
from ui.widgets.labels import small

_REASON = "reason:"


class PathwayDialog(FormDialog):
    """Change what is known of the pathway."""

    def __init__(self, window: QWidget, case: OpenCase, pathway: Pathway, programme: Programme) -> None:
        super().__init__(window, _("Referrer, reasons and goals"), width=620)
        self._case, self._pathway = case, pathway
        modes = [("", _("Not known")), *((mode.code, mode.label.said()) for mode in programme.modes)]
        self.put(
            words("referrer", _("Referrer of the CLB"), pathway.referrer),
            words("referrer_centre", _("Centre"), pathway.referrer_centre),
        )
        self.put(
            day("referred_on", _("Referred on"), pathway.referred_on),
            choice("mode", _("Mode"), modes, pathway.mode),
        )
        self.put(note("question", _("The question"), pathway.question, lines=2))
        self.put(note("goals", _("Goals, one on each line"), pathway.goals, lines=3))
        self.put(
            day("round_table_on", _("Round table"), pathway.round_table_on),
            day("closing_round_table_on", _("Closing round table"), pathway.closing_round_table_on),
        )
        self.form.add_widget(small(_("Why the pathway started")))
        for reason in programme.reasons:
            is_chosen = reason.code in pathway.reasons
            self.put(tick(f"{_REASON}{reason.code}", reason.label.said(), value=is_chosen))
        self.finish()

    def keep(self) -> str:
        """Keep the changes."""
        found = self.values()
        chosen = [
            name.removeprefix(_REASON) for name, yes in found.items() if name.startswith(_REASON) and yes
        ]
        changes = {name: value for name, value in found.items() if not name.startswith(_REASON)}
        self.run(change_pathway, self._pathway.id, **changes, reasons=chosen)
        return _("Pathway saved")


class StartDialog(FormDialog):
    """Start a pathway in a case that has none, or whose last one is closed."""

    def __init__(self, window: QWidget, case: OpenCase, programmes: list[Programme]) -> None:
        super().__init__(window, _("Start a pathway"))
        self._case = case
        self._programmes = {programme.code: programme for programme in programmes}
        named = [(programme.code, programme.label.said()) for programme in programmes]
        self.put(choice("programme", _("Programme"), named))
        self.put(day("started_on", _("Starts on"), clock.today(), optional=False))
        self.finish(_("Start"))

    def keep(self) -> str:
        """Start it in its first stage."""
        programme = self._programmes[str(self.read("programme"))]
        started_on = self.read("started_on") or clock.today()
        self.run(start_pathway, programme=programme, started_on=started_on)
        return _("Pathway started")
