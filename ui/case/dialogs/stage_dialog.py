"""Move a pathway to another stage: the next one is proposed, what it still asks for is shown."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.domain.pathway import Pathway
from eletdesk.operations.pathways import move_stage
from eletdesk.programmes.definition import Programme
from eletdesk.queries.stage_gaps import stage_gaps
from eletdesk.translation import _
from ui.case.fields import choice, day
from ui.case.form_dialog import FormDialog
from ui.case.source_note import source_note
from ui.open_case import OpenCase
from ui.widgets.labels import IconLabel, Label
from ui.widgets.layouts import TOP, Column, Row, clear_layout


class StageDialog(FormDialog):
    """Choose a stage and a day; `closing_asked` when it is to be closed instead, `moved(stage)`."""

    closing_asked = Signal()
    moved = Signal(str)

    def __init__(self, window: QWidget, case: OpenCase, pathway: Pathway, programme: Programme) -> None:
        super().__init__(window, _("Move to a stage"), width=620)
        self._case, self._pathway, self._programme = case, pathway, programme
        following = programme.next_stage(pathway.stage)
        others = [stage for stage in programme.stages if not stage.is_final and stage.code != pathway.stage]
        start = following if following in others else others[-1]
        stages = [(one.code, one.label.said()) for one in others]
        self.put(choice("to_stage", _("Stage"), stages, start.code))
        self.put(day("on", _("Day"), clock.today(), optional=False))
        self.what = Label("", role="small", tone="text2", wrap=True)
        self.form.add_widget(self.what)
        gaps = QWidget()
        self._gaps = Column(gaps, gap=8)
        self.form.add_widget(gaps)
        self.finish(_("Move"))
        self.saved.connect(lambda _sentence: self.moved.emit(str(self.read("to_stage"))))
        self.add_left(_("Close the pathway"), self._close_pathway, "closed")
        self.widget("to_stage").currentIndexChanged.connect(self._show)
        self.widget("on").day_changed.connect(self._show)
        self._show()

    def _show(self, _changed: Any = None) -> None:
        """Say what the stage is and which questions stand open."""
        chosen = str(self.read("to_stage"))
        self.what.setText(self._programme.stage(chosen).what.said())
        on = self.read("on") or clock.today()
        clear_layout(self._gaps)
        for gate in self._case.read(stage_gaps, self._pathway.id, self._programme, chosen, on):
            row = Row(gap=8)
            row.addWidget(IconLabel("attention", colour="warn"), 0, TOP)
            row.addWidget(Label(gate.asks.said(), role="small", tone="warn", wrap=True), 1)
            self._gaps.addLayout(row)
            self._gaps.addWidget(source_note(gate.basis))
        self.fit()

    def _close_pathway(self) -> None:
        self.reject()
        self.closing_asked.emit()

    def keep(self) -> str:
        """Move it; a rule that asks why puts its question at the reason."""
        stage = self._programme.stage(str(self.read("to_stage")))
        self.run(
            move_stage,
            self._pathway.id,
            programme=self._programme,
            to_stage=stage.code,
            on=self.read("on") or clock.today(),
            reason=self.reason(),
        )
        return _("Stage: {stage}").format(stage=stage.label.said())
