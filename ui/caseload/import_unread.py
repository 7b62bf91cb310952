"""What could not be read, which rows are nobody, and who looks like whom: each with its reason."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from eletdesk.imports.describe import look_alike_text, place_text
from eletdesk.imports.plan import CaseloadPlan
from eletdesk.translation import _
from ui.theme import HEIGHT, current
from ui.widgets.card import Card
from ui.widgets.cells import Cell
from ui.widgets.layouts import Column
from ui.widgets.sheet_table import SheetColumn, SheetModel, SheetTable


@dataclass(frozen=True)
class _Line:
    where: str
    what: str
    why: str


class UnreadPanel(QWidget):
    """Every cell, row and pair that asks for a look."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model: SheetModel[_Line] = SheetModel(
            [
                SheetColumn(_("Where"), lambda line: Cell(line.where), share=0.9),
                SheetColumn(_("What stands there"), lambda line: Cell(line.what, tone="text2"), share=1.3),
                SheetColumn(_("Why"), lambda line: Cell(line.why), share=2.2),
            ]
        )
        self.table = SheetTable(_("To look at"), self.model, row_height=36)
        self.table.setMinimumHeight(current().px(HEIGHT.row * 5))
        card = Card(padding=0)
        card.add_row(self.table)
        Column(self).addWidget(card, 1)

    def show_plan(self, plan: CaseloadPlan) -> None:
        """Show the lines of a plan."""
        lines = [
            _Line(place_text(plan, p.place), f"{p.header}: {p.raw}" if p.header else p.raw, p.sentence)
            for p in plan.problems
        ]
        lines += [_Line(place_text(plan, s.place), s.text, s.sentence) for s in plan.skipped]
        lines += [
            _Line(place_text(plan, one.first), _("looks like another"), look_alike_text(plan, one))
            for one in plan.look_alikes
        ]
        self.model.set_rows(lines)

    def count(self) -> int:
        """Return how many lines there are."""
        return self.model.rowCount()
