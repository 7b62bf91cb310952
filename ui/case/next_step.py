"""The next step of a case: the session that is planned, the return after a time-out, or what is missing."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eletdesk.domain.spoken_dates import short_date
from eletdesk.domain.spoken_times import say_time
from eletdesk.domain.time_out import TimeOut
from eletdesk.translation import _
from ui.case.reading import CaseView
from ui.widgets.buttons import quiet, soft
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.labels import Label


@dataclass(frozen=True)
class NextStep:
    """What comes next; action is session, plan, pathway, consent or start, target a row or a title."""

    title: str
    detail: str
    button: str
    action: str
    icon: str
    target: str = ""
    on: date | None = None


def next_step(view: CaseView) -> NextStep:
    """Return the one thing that comes next."""
    running, planned = view.head.time_out, view.overview.planned
    if planned and (
        running is None or planned[0].held_on >= running.ends_on or planned[0].held_on <= view.today
    ):
        first = planned[0]
        when = short_date(first.held_on, view.today)
        at = say_time(first.starts_at) if first.starts_at else _("no hour agreed yet")
        is_due = first.held_on <= view.today
        return NextStep(
            first.title or _("Session"), f"{when}, {at}", _("Record it") if is_due else _("Open"),
            "session", "write" if is_due else "open", first.id,
        )  # fmt: skip
    if running is not None:
        return _return_meeting(view, running)
    if not view.open_pathway:
        return NextStep(_("No pathway runs"), "", _("Start a pathway"), "start", "stage")
    if view.overview.missing:
        gate = view.overview.missing[0]
        action = "consent" if gate.needs == "consent" else "pathway"
        return NextStep(gate.to_do.said(), _("asked before the next stage"), _("Fill in"), action, "write")
    return NextStep(_("Nothing planned"), _("no session ahead"), _("Plan a session"), "plan", "plan")


def _return_meeting(view: CaseView, running: TimeOut) -> NextStep:
    on = running.return_meeting_on or running.ends_on
    detail = f"{short_date(on, view.today)}, {_('no hour agreed yet')}"
    return NextStep(_("Return meeting"), detail, _("Plan a moment"), "plan", "plan", _("Return meeting"), on)


class NextStepCard(Card):
    """Shows the next step; `chosen(NextStep)` on its button, `stage_asked` on the one for the next stage."""

    chosen = Signal(object)
    stage_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(_("Next step"))
        self.title = Label("", role="heading", wrap=True)
        self.detail = Label("", role="small", tone="text2", wrap=True)
        self.buttons = Flow(gap=6)
        overline = Label(_("Next step"), role="overline")
        self.add(overline, self.title, self.detail, self.buttons)
        self._step: NextStep | None = None

    def show_case(self, view: CaseView) -> None:
        """Show what comes next."""
        self._step = step = next_step(view)
        self.title.setText(step.title)
        self.detail.setText(step.detail)
        self.detail.setVisible(bool(step.detail))
        self.buttons.clear()
        self.buttons.add(soft(step.button, self._choose, icon_name=step.icon, sz="s"))
        stage = _following(view)
        if stage:
            text = _("To {stage}").format(stage=stage.replace("&", "&&"))
            self.buttons.add(quiet(text, self.stage_asked.emit, icon_name="stage", sz="s"))

    def _choose(self) -> None:
        if self._step is not None:
            self.chosen.emit(self._step)


def _following(view: CaseView) -> str:
    if not view.open_pathway or view.programme is None or view.head.pathway is None:
        return ""
    stage = view.programme.next_stage(view.head.pathway.stage)
    return stage.short.said() if stage else ""
