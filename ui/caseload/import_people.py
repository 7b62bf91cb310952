"""Who would be written: add, merge or leave out, one key each."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eletdesk.domain.spoken_dates import numeric_date
from eletdesk.imports.describe import look_alike_text
from eletdesk.imports.merging import shown_value
from eletdesk.imports.place import Place
from eletdesk.imports.plan import IMPORT, LEAVE_OUT, CaseloadPlan, PlannedPerson, merge_with
from eletdesk.translation import _
from ui.theme import HEIGHT, current
from ui.widgets.card import Card
from ui.widgets.cells import Cell
from ui.widgets.flow import Flow
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import Label
from ui.widgets.layouts import Column
from ui.widgets.sheet_table import SheetColumn, SheetModel, SheetTable


class PeoplePanel(QWidget):
    """The people of a plan; I adds, M merges with the look-alike, L leaves out."""

    plan_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: CaseloadPlan | None = None
        self.model: SheetModel[PlannedPerson] = SheetModel(
            [
                SheetColumn(_("Name"), self._name, share=1.6),
                SheetColumn(_("Born on"), self._birth),
                SheetColumn(_("School"), self._school, share=1.2),
                SheetColumn(_("What happens"), self._choice, share=1.6),
            ]
        )
        self.table = SheetTable(_("Young people in the list"), self.model)
        self.table.key_pressed.connect(self._key)
        self.table.current_changed.connect(self._explain)
        self.table.setMinimumHeight(current().px(HEIGHT.row * 5))
        column = Column(self, gap=8)
        card = Card(padding=0)
        card.add_row(self.table)
        column.addWidget(card, 1)
        self.why = Label("", role="small", tone="warn", wrap=True)
        column.addWidget(self.why)
        hints = Flow(gap=12)
        for key, text in (("I", _("add")), ("M", _("merge")), ("L", _("leave out"))):
            hints.add(KeyHint(key, text))
        column.addWidget(hints)

    def show_plan(self, plan: CaseloadPlan) -> None:
        """Show the people of a plan; the chosen row stays chosen."""
        row = self.table.current_row()
        place = row.place if isinstance(row, PlannedPerson) else None
        self._plan = plan
        self.model.set_rows(plan.people)
        if place is None or not self.table.go_to(lambda person: person.place == place):
            self.table.selectRow(0)
        self._explain(self.table.current_row())

    def focus_first(self) -> None:
        """Put the focus on the list."""
        self.table.setFocus()

    def _name(self, person: PlannedPerson) -> Cell:
        rows = ", ".join(str(place.row) for place in person.rows[:4])
        return Cell(person.name, _("row {row}").format(row=rows), bold=True, avatar=person.name)

    def _birth(self, person: PlannedPerson) -> Cell:
        return Cell(numeric_date(person.birth_on) if person.birth_on else "–")

    def _school(self, person: PlannedPerson) -> Cell:
        year = " ".join(str(person.values.get(part, "")) for part in ("year_label", "study")).strip()
        return Cell(shown_value(person.values.get("school", "–")), year)

    def _choice(self, person: PlannedPerson) -> Cell:
        if person.choice.kind == "leave_out":
            return Cell(_("left out"), chip="neutral")
        if person.choice.kind == "merge":
            target = person.choice.target
            where = (
                _("row {row}").format(row=target.row) if isinstance(target, Place) else _("the case you have")
            )
            return Cell(_("merged with {target}").format(target=where), chip="info")
        if self._alike(person):
            return Cell(_("added, looks like another"), chip="warn")
        return Cell(_("added"), chip="ok")

    def _alike(self, person: PlannedPerson) -> list[Place | str]:
        if self._plan is None:
            return []
        found: list[Place | str] = []
        for one in self._plan.look_alikes:
            if one.first in person.rows:
                found.append(one.other)
            elif isinstance(one.other, Place) and one.other in person.rows:
                found.append(one.first)
        return found

    def _explain(self, person: object) -> None:
        texts: list[str] = []
        if self._plan is not None and isinstance(person, PlannedPerson):
            texts = [
                look_alike_text(self._plan, one)
                for one in self._plan.look_alikes
                if one.first in person.rows or one.other in person.rows
            ]
        self.why.setText("\n".join(texts[:3]))
        self.why.setVisible(bool(texts))

    def _key(self, person: PlannedPerson, key: str) -> None:
        if self._plan is None:
            return
        if key == "i":
            self.plan_changed.emit(self._plan.with_choice(person.place, IMPORT))
        elif key == "l":
            self.plan_changed.emit(self._plan.with_choice(person.place, LEAVE_OUT))
        elif key == "m" and self._alike(person):
            self.plan_changed.emit(self._plan.with_choice(person.place, merge_with(self._alike(person)[0])))
