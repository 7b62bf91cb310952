"""Choose the columns of the caseload: which, in which order, how wide."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from eletdesk.desk.case_views import ShownColumn
from eletdesk.translation import N_, _
from ui.caseload.columns import KINDS, USUAL, known
from ui.theme import current
from ui.widgets.buttons import primary, quiet, secondary
from ui.widgets.card import Card
from ui.widgets.cells import Cell
from ui.widgets.dialog import Dialog
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.sheet_table import SheetColumn, SheetModel, SheetTable

WIDTHS = ((0.6, N_("narrow")), (1.0, N_("usual")), (1.6, N_("wide")))
_ROW = 34


@dataclass(frozen=True)
class _Choice:
    key: str
    is_shown: bool
    width: float


class ColumnTable(SheetTable):
    """The columns in their order: Space shows or hides one, Alt with an arrow moves it, + and - its width."""

    def __init__(self, model: SheetModel[_Choice], keys: Callable[[str], None]) -> None:
        super().__init__(_("Columns"), model, row_height=_ROW)
        self._keys = keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the keys of this list do."""
        moves = {Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down"}
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._keys("keep")
        elif event.key() == Qt.Key.Key_Space:
            self._keys("show")
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in moves:
            self._keys(moves[Qt.Key(event.key())])
        elif event.text() in ("+", "=", "-"):
            self._keys("narrower" if event.text() == "-" else "wider")
        else:
            super().keyPressEvent(event)


class ColumnSheet(Dialog):
    """Every column there is, those shown first; `taken` is called with the chosen ones."""

    def __init__(
        self,
        window: QWidget,
        chosen: Sequence[ShownColumn],
        taken: Callable[[tuple[ShownColumn, ...]], object],
    ) -> None:
        super().__init__(window, _("Columns"), width=560)
        self._taken = taken
        self.model: SheetModel[_Choice] = SheetModel(
            [
                SheetColumn(
                    _("Column"), lambda one: Cell(_(KINDS[one.key].title), bold=one.is_shown), share=2
                ),
                SheetColumn(_("Shown"), self._shown),
                SheetColumn(_("Width"), lambda one: Cell(_width_word(one.width), tone="text2")),
            ]
        )
        self.table = ColumnTable(self.model, self.do)
        self.table.opened.connect(lambda _one: self.do("show"))
        self.table.setMinimumHeight(current().px(_ROW * 8))
        card = Card(padding=0)
        card.add_row(self.table)
        self.add(card)
        deeds = Flow(gap=8)
        for key, text in (
            ("show", _("Sho&w or hide")), ("up", _("&Up")), ("down", _("&Down")),
            ("narrower", _("&Narrower")), ("wider", _("W&ider")),
        ):  # fmt: skip
            deeds.add(secondary(text, partial(self.do, key), sz="s"))
        self.add(deeds)
        self.problem = Label("", role="small", tone="danger", wrap=True)
        self.problem.hide()
        self.add(self.problem)
        self.buttons.insertWidget(0, quiet(_("&As usual"), lambda: self.show_columns(USUAL)))
        self.add_cancel()
        self.add_button(primary(_("&Keep"), self.keep))
        self.show_columns(chosen)

    def _shown(self, one: _Choice) -> Cell:
        return Cell(_("yes"), icon="tick", tone="accent") if one.is_shown else Cell(_("no"), tone="text2")

    def show_columns(self, chosen: Sequence[ShownColumn]) -> None:
        """Show these as the chosen ones, the others below."""
        shown = [_Choice(one.key, True, one.width) for one in known(chosen)]
        rest = [key for key in KINDS if key not in {one.key for one in shown}]
        self.model.set_rows([*shown, *(_Choice(key, False, 1.0) for key in rest)])
        self.table.selectRow(0)

    def do(self, what: str) -> None:
        """Show or hide the chosen column, move it, change its width, or keep all of it."""
        if what == "keep":
            self.keep()
            return
        rows = self.model.rows()
        place = self.table.currentIndex().row()
        if not 0 <= place < len(rows):
            return
        one = rows[place]
        if what in ("up", "down"):
            target = place + (-1 if what == "up" else 1)
            if not 0 <= target < len(rows):
                return
            rows[place], rows[target] = rows[target], rows[place]
            place = target
        elif what == "show":
            rows[place] = replace(one, is_shown=not one.is_shown)
        else:
            rows[place] = replace(one, width=_next_width(one.width, 1 if what == "wider" else -1))
        self.model.set_rows(rows)
        self.table.selectRow(place)
        self.table.scrollTo(self.model.index(place, 0))

    def columns(self) -> tuple[ShownColumn, ...]:
        """Return the chosen columns in their order."""
        return tuple(ShownColumn(one.key, one.width) for one in self.model.rows() if one.is_shown)

    def keep(self) -> None:
        """Use these columns, or say that there must be one."""
        if not self.columns():
            self.problem.setText(_("Show at least one column."))
            self.problem.show()
            self._fit()
            return
        self._taken(self.columns())
        self.accept()


def _next_width(width: float, by: int) -> float:
    widths = [one for one, _word in WIDTHS]
    at = min(range(len(widths)), key=lambda place: abs(widths[place] - width)) + by
    return widths[max(0, min(at, len(widths) - 1))]


def _width_word(width: float) -> str:
    return _(min(WIDTHS, key=lambda one: abs(one[0] - width))[1])
