"""The tab on care: what school, CLB and others tried, phase by phase, and the assessment by the CLB."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eletdesk.domain.care_step import CareStep
from eletdesk.domain.labels import label
from eletdesk.domain.spoken_dates import short_date
from eletdesk.errors import EletdeskError
from eletdesk.operations.finding import row_of
from eletdesk.queries.care import CareOfCase, PhaseOfCare, care_of_case
from eletdesk.translation import _
from ui.case.icon_row import IconRow
from ui.case.reading import CaseView
from ui.case.sheet_opener import SheetOpener
from ui.case.source_note import say_basis, source_note
from ui.goals.care_dialog import CareStepDialog, say_responsible
from ui.goals.focus_keeper import focus_key, key_in_focus, keyed
from ui.open_case import OpenCase
from ui.widgets.buttons import icon_button, quiet, soft
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import IconLabel, Label
from ui.widgets.layouts import TOP, Column, Row
from ui.widgets.stepper import Step, Stepper
from ui.widgets.tooltips import set_tooltip

_WHO = {"school": "school", "clb": "organisation", "external": "handover"}


class CareTab(QWidget):
    """A calm stepper of phases 0 to 3, and under each phase what was tried."""

    toast_requested = Signal(str, bool)
    problem_requested = Signal(str)

    def __init__(self, case: OpenCase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self._view: CaseView | None = None
        self.care: CareOfCase = case.read(care_of_case)
        self.sheets = SheetOpener(self, case, self._shown)
        self.sheets.told.connect(self.toast_requested)
        self.sheets.refused.connect(self.problem_requested)
        self.card = Card(_("Continuum of care"))
        self.card.add_action(
            keyed(soft(_("Note a step"), self.add_step, icon_name="add", sz="s"), "add_step")
        )
        self.assessment = Card(_("HGD path"))
        self.assessment.add_action(
            keyed(quiet(_("Note a step"), self._add_assessment_step, icon_name="add", sz="s"), "add_hgd")
        )
        column = Column(self, gap=14)
        column.addWidget(self.card)
        column.addWidget(self.assessment)

    def show_case(self, view: CaseView) -> None:
        """Read the steps again; the focus stays where it was."""
        self._view = view
        self.care = self._case.read(care_of_case)
        key = key_in_focus(self)
        self._show_continuum(view)
        self._show_assessment(view)
        if key and not focus_key(self, key):
            focus_key(self, "add_step")

    def show_row(self, row_id: str) -> None:
        """Go to one step."""
        focus_key(self, f"step:{row_id}")

    def open_draft(self, _sheet: str, row_id: str) -> None:
        """Open the sheet again that something was typed in."""
        self.edit_step(row_id) if row_id else self.add_step()

    def add_step(self, phase: str = "") -> None:
        """Note what was tried, in the present phase when none is named."""
        phase = phase or self.care.present.code
        self.sheets.open_form(CareStepDialog(self.window(), self._case, phase=phase))

    def edit_step(self, step_id: str) -> None:
        """Change a step."""
        try:
            row = self._case.read(row_of, CareStep, step_id)
            self.sheets.open_form(CareStepDialog(self.window(), self._case, row), step_id)
        except EletdeskError as error:
            self.problem_requested.emit(str(error))

    def _add_assessment_step(self) -> None:
        now = next((part.phase.code for part in self.care.assessment if part.state == "now"), "")
        self.add_step(now or self.care.assessment[0].phase.code)

    def _show_continuum(self, view: CaseView) -> None:
        care = self.care
        self.card.clear()
        self.card.add(Stepper(_steps(care.continuum, view)))
        if care.skipped:
            names = ", ".join(phase.name for phase in care.skipped)
            words = _("Nothing is noted for {phases}.").format(phases=names)
            self.card.add(_hint(f"{words} {care.referral.asks.said()}", say_basis(care.referral.basis)))
        self.card.add(source_note(care.continuum[0].phase.basis))
        for part in care.continuum:
            self._add_phase(self.card, part, view)
        for step in care.others:
            self.card.add_row(self._row(step, view))
        if care.is_empty:
            hint = _("What school and CLB tried, and what it did: a referral dossier takes it over.")
            self.card.add_row(EmptyState(_("No step of care noted yet"), hint, icon_name="care"))

    def _show_assessment(self, view: CaseView) -> None:
        self.assessment.clear()
        what = _("Action-oriented assessment: short where it can be, long where it must.")
        self.assessment.add(Label(what, role="small", tone="text2", wrap=True))
        self.assessment.add(Stepper(_steps(self.care.assessment, view)))
        doubted = [part.phase for part in self.care.assessment if not part.phase.basis.is_sure]
        self.assessment.add(source_note(self.care.assessment[1].phase.basis))
        if doubted:
            names = ", ".join(phase.label.said() for phase in doubted)
            text = _("Names not checked yet: {names}.").format(names=names)
            self.assessment.add(Label(text, role="caption", tone="text3", wrap=True))
        for part in self.care.assessment:
            self._add_phase(self.assessment, part, view)

    def _add_phase(self, card: Card, part: PhaseOfCare, view: CaseView) -> None:
        if not part.steps:
            return
        head = QWidget()
        row = Row(head, gap=8, margins=(16, 10, 12, 2))
        name = Label(part.phase.name, role="strong", wrap=True)
        set_tooltip(name, part.phase.what.said())
        row.addWidget(name, 1)
        row.addWidget(Label(say_responsible(part.phase), role="caption", tone="text3", wrap=True), 1)
        card.add_row(head)
        for step in part.steps:
            card.add_row(self._row(step, view), line=False)

    def _row(self, step: CareStep, view: CaseView) -> QWidget:
        who = ", ".join(part for part in (label("care_actor", step.actor), step.by_whom) if part.strip())
        effect = _("Effect: {effect}").format(effect=step.effect.strip()) if step.effect.strip() else ""
        second = "\n".join(part for part in (f"{_when(step, view)} · {who}", effect) if part)
        name = step.what.strip().split("\n", maxsplit=1)[0]
        change = icon_button("write", _("Change {name}").format(name=name), partial(self.edit_step, step.id))
        says = _("Move {name} to the bin").format(name=name)
        erase = icon_button(
            "erase", says, partial(self.sheets.erase, "care_step", step.id, _("Step of care"))
        )
        chips = [] if effect else [Chip(_("effect not noted"), tone="neutral", icon_name="question")]
        if step.is_confidential:
            chips.append(Chip(_("confidential"), icon_name="confidential"))
        ends = [keyed(change, f"step:{step.id}"), keyed(erase, f"erase:{step.id}")]
        return IconRow(
            _WHO[step.actor], step.what.strip(), second,
            ends=ends, chips=chips, wraps=True, margins=(16, 8, 12, 8),
        )  # fmt: skip

    def _shown(self) -> CaseView:
        assert self._view is not None
        return self._view


def _steps(parts: tuple[PhaseOfCare, ...], view: CaseView) -> tuple[Step, ...]:
    return tuple(
        Step(part.phase.short_name, short_date(part.since, view.today) if part.since else "", part.state)
        for part in parts
    )


def _when(step: CareStep, view: CaseView) -> str:
    start = short_date(step.started_on, view.today)
    if step.ended_on is None:
        return _("since {date}").format(date=start)
    return f"{start} – {short_date(step.ended_on, view.today)}"


def _hint(text: str, source: str) -> QWidget:
    box = QWidget()
    row = Row(box, gap=8)
    row.addWidget(IconLabel("hint", size=16, colour="info"), 0, TOP)
    words = Column(gap=2)
    words.addWidget(Label(text, role="small", wrap=True))
    words.addWidget(Label(source, role="caption", tone="text3", wrap=True))
    row.addLayout(words, 1)
    return box
