"""What is known of a pathway: who referred, why, the question, the goals, the round tables."""

from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.domain.pathway import Pathway
from eletdesk.operations.pathways import change_pathway, start_pathway
from eletdesk.programmes.definition import Programme
from eletdesk.translation import _
from ui.case.fields import FormField, choice, day, note, tick, words
from ui.case.form_dialog import FormDialog
from ui.case.programme_words import word_of
from ui.directory.organisation_field import organisation_words
from ui.open_case import OpenCase
from ui.programmes.programme_choice import ProgrammeChoice
from ui.widgets.labels import small

_REASON = "reason:"

REFERRING_KINDS = ("clb", "cpms", "school", "youth_gate", "job_office", "amo", "saj", "commune", "other")
"""Kinds of organisation that refer young people."""


class PathwayDialog(FormDialog):
    """Change what is known of the pathway."""

    def __init__(self, window: QWidget, case: OpenCase, pathway: Pathway, programme: Programme) -> None:
        super().__init__(window, _("Referrer, reasons and goals"), width=620)
        self._case, self._pathway = case, pathway
        self._put_referral(programme, pathway)
        self.put(note("question", _("The question"), pathway.question, lines=2))
        goals = word_of(programme, "goals", _("Goals"))
        self.put(note("goals", _("{goals}, one on each line").format(goals=goals), pathway.goals, lines=3))
        if has_round_table(programme):
            label = word_of(programme, "round_table", _("Closing round table"))
            self.put(
                day("round_table_on", _("Round table"), pathway.round_table_on),
                day("closing_round_table_on", label, pathway.closing_round_table_on),
            )
        if programme.reasons:
            self.form.add_widget(small(_("Why the pathway started")))
        for reason in programme.reasons:
            is_chosen = reason.code in pathway.reasons
            self.put(tick(f"{_REASON}{reason.code}", reason.label.said(), value=is_chosen))
        self.finish()

    def _put_referral(self, programme: Programme, pathway: Pathway) -> None:
        """Ask who refers, when, and the mode where the programme has modes."""
        referrer = word_of(programme, "referrer", _("Referrer of the CLB"))
        self.put(
            words("referrer", referrer, pathway.referrer),
            organisation_words(
                "referrer_centre", _("Centre"), self._case.desk, REFERRING_KINDS, pathway.referrer_centre
            ),
        )
        on = word_of(programme, "referred_on", _("Referred on"))
        fields = [day("referred_on", on, pathway.referred_on)]
        if programme.modes:
            modes = [("", _("Not known")), *((mode.code, mode.label.said()) for mode in programme.modes)]
            fields.append(choice("mode", _("Mode"), modes, pathway.mode))
        self.put(*fields)

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
    """Start a pathway: the first of a case, one after another, or one beside another."""

    def __init__(self, window: QWidget, case: OpenCase, programmes: list[Programme]) -> None:
        super().__init__(window, _("Start a pathway"), width=620)
        self._case = case
        self.made = ""
        self.choice = ProgrammeChoice(programmes)
        self.put(FormField("programme", _("Programme"), self.choice, self.choice.programme))
        self.put(day("started_on", _("Starts on"), clock.today(), optional=False))
        self.finish(_("Start"))
        self.choice.chosen.connect(self.fit)

    def keep(self) -> str:
        """Start it in its first stage."""
        started_on = self.read("started_on") or clock.today()
        pathway = self.run(start_pathway, programme=self.choice.programme(), started_on=started_on)
        self.made = str(pathway.id)
        return _("Pathway started")


def has_round_table(programme: Programme) -> bool:
    """Tell whether any stage of a programme asks for a round table."""
    return any(gate.needs == "round_table_on" for stage in programme.stages for gate in stage.gates)
