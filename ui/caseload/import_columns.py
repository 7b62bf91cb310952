"""Which column is what; every guess can be changed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eletdesk.imports.fields import FIELDS, label_of
from eletdesk.imports.mapping import ColumnMapping
from eletdesk.imports.plan import CaseloadPlan
from eletdesk.translation import _
from ui.widgets.card import Card
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.form import Form
from ui.widgets.labels import Label
from ui.widgets.layouts import Column, clear_layout


class ColumnsPanel(QWidget):
    """The columns of the list with the field that each is taken for."""

    mapping_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = Column(self, gap=8)
        self._mapping: ColumnMapping | None = None

    def show_plan(self, plan: CaseloadPlan) -> None:
        """Show the columns of the main sheet."""
        self._mapping = plan.mapping
        clear_layout(self._column)
        card = Card(_("Columns of {sheet}").format(sheet=plan.sheet_name))
        card.add(Label(_("What is not recognised goes into the note of the case."), tone="text2", wrap=True))
        form = Form(gap=10)
        choices = [("", _("goes into the note")), *((field, label_of(field)) for field in FIELDS)]
        for place, field in enumerate(plan.mapping.fields):
            box = ChoiceBox(choices, value=field or "")
            box.currentIndexChanged.connect(lambda _index, place=place, box=box: self._choose(place, box))
            form.add(f"column_{place}", plan.mapping.heading(place).replace("&", "&&"), box)
        card.add(form)
        self._column.addWidget(card)
        self._column.addStretch(1)

    def _choose(self, place: int, box: ChoiceBox) -> None:
        if self._mapping is not None:
            self.mapping_chosen.emit(self._mapping.with_field(place, str(box.value()) or None))
