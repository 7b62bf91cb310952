"""The sheet for one step of care: in which phase, what was tried, by whom, and with what effect."""

from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.domain.care_step import CareActor, CareStep
from eletdesk.domain.labels import choices, label
from eletdesk.operations.care_steps import change_care_step, record_care_step
from eletdesk.programmes.law.care_phases import CarePhase, care_phases
from eletdesk.translation import _
from ui.case.fields import choice, day, note, tick, words
from ui.case.form_dialog import FormDialog
from ui.case.source_note import say_basis
from ui.open_case import OpenCase
from ui.widgets.labels import Label


class CareStepDialog(FormDialog):
    """Record or change a step; the phase says who is responsible, and where that was read."""

    def __init__(self, window: QWidget, case: OpenCase, row: CareStep | None = None, phase: str = "") -> None:
        super().__init__(window, _("Step of care") if row else _("Note a step of care"), width=600)
        self._case, self._row = case, row
        kept = row or CareStep(phase=phase, started_on=clock.today(), actor=_first_actor(phase))
        self.put(choice("phase", _("Phase"), _phase_choices(kept.phase), kept.phase))
        self.about = Label("", role="caption", tone="text3", wrap=True)
        self.form.add_widget(self.about)
        self.put(note("what", _("What was tried?"), kept.what, lines=2))
        self.put(
            choice("actor", _("By"), choices("care_actor"), kept.actor, kind=CareActor),
            words("by_whom", _("Name or service"), kept.by_whom),
        )
        self.put(
            day("started_on", _("From"), kept.started_on, optional=False),
            day("ended_on", _("Until"), kept.ended_on),
        )
        self.put(note("effect", _("With what effect?"), kept.effect, lines=2))
        self.put(
            tick("is_confidential", _("Confidential: never leaves this file"), value=kept.is_confidential)
        )
        self.finish()
        self.widget("phase").currentIndexChanged.connect(self._describe)
        self._describe()

    def _describe(self, _index: int = 0) -> None:
        phase = care_phases().find(str(self.read("phase")))
        self.about.setText(
            f"{phase.what.said()} {say_responsible(phase)}. {say_basis(phase.basis)}" if phase else ""
        )
        self.fit()

    def keep(self) -> str:
        """Keep it."""
        found = self.values()
        found["started_on"] = found["started_on"] or clock.today()
        if self._row is None:
            self.run(record_care_step, **found)
        else:
            self.run(change_care_step, self._row.id, **found)
        return _("Step of care saved")


def say_responsible(phase: CarePhase) -> str:
    """Say who directs a phase, and whether that was looked up."""
    who = ", ".join(label("care_actor", code) for code in phase.responsible)
    said = _("Responsible: {who}").format(who=who)
    doubt = phase.responsible_certainty != "fact"
    return _("{said} (not checked yet)").format(said=said) if doubt else said


def _first_actor(phase: str) -> CareActor:
    found = care_phases().find(phase)
    return CareActor(found.responsible[0]) if found and found.responsible else CareActor.school


def _phase_choices(kept: str) -> list[tuple[str, str]]:
    known = care_phases()
    found = [(phase.code, phase.name) for phase in known.continuum]
    found += [(phase.code, _("HGD: {phase}").format(phase=phase.label.said())) for phase in known.assessment]
    return found if not kept or kept in dict(found) else [*found, (kept, kept)]
