"""Every half-day of a list of absences with what happens to it; kept, left out or given a code by key."""

from collections import Counter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eletdesk.imports.absence_plan import AbsencePlan, ListCell, ListedHalfDay
from eletdesk.imports.absence_words import CAN_BE_KEPT, TONES, half_day_text, state_text, where_text
from eletdesk.programmes.law.absence_rules import absence_rules
from eletdesk.translation import _
from ui.case.fields import short_choice_box
from ui.theme import HEIGHT, current
from ui.widgets.card import Card
from ui.widgets.cells import Cell
from ui.widgets.flow import Flow
from ui.widgets.key_hint import KeyHint
from ui.widgets.layouts import Column
from ui.widgets.sheet_table import SheetColumn, SheetModel, SheetTable

_GROUPS = ("", "listed")


class LinesPanel(QWidget):
    """Enter writes a half-day all the same, Del leaves it out, a letter gives it that code."""

    plan_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: AbsencePlan | None = None
        self.model: SheetModel[ListedHalfDay] = SheetModel(
            [
                SheetColumn(_("Where"), self._where, share=0.8),
                SheetColumn(_("Who"), self._who, share=1.5),
                SheetColumn(_("Half-day"), lambda one: Cell(half_day_text(one)), share=1.4),
                SheetColumn(_("Code"), _code, share=0.7),
                SheetColumn(_("What happens"), _state, share=2.2),
            ]
        )
        column = Column(self, gap=8)
        self.group = short_choice_box(letters=24)
        self.group.setAccessibleName(_("Which half-days"))
        self.group.currentIndexChanged.connect(self._filter)
        column.addWidget(self.group)
        self.table = SheetTable(_("Half-days of the list"), self.model, row_height=38)
        self.table.setMinimumHeight(current().px(HEIGHT.row * 5))
        self.table.opened.connect(self._keep)
        self.table.erase_requested.connect(self._leave_out)
        self.table.key_pressed.connect(self._letter)
        card = Card(padding=0)
        card.add_row(self.table)
        column.addWidget(card, 1)
        hints = Flow(gap=12)
        for key, text in (
            ("↵", _("write all the same")), ("Del", _("leave out")), ("B Z R P", _("give it this code")),
        ):  # fmt: skip
            hints.add(KeyHint(key, text))
        column.addWidget(hints)

    def show_plan(self, plan: AbsencePlan) -> None:
        """Show the half-days of a plan; group and row stay chosen."""
        row = self.table.current_row()
        cell = row.cell if isinstance(row, ListedHalfDay) else None
        self._plan = plan
        self._show_groups(plan)
        self.model.set_rows(plan.half_days)
        self._filter()
        if cell is None or not self.table.go_to(lambda one: one.cell == cell):
            self.table.selectRow(0)

    def count(self) -> int:
        """Return how many are listed with a reason."""
        return sum(not one.is_written for one in self._plan.half_days) if self._plan else 0

    def focus_first(self) -> None:
        """Put the focus on the list."""
        self.table.setFocus()

    def _show_groups(self, plan: AbsencePlan) -> None:
        counts = Counter(one.state for one in plan.half_days)
        said = {one.state: state_text(one) for one in plan.half_days}
        kept = self.group.value() or ""
        choices = [("", _("All ({count})").format(count=len(plan.half_days)))]
        choices.append(("listed", _("Not written ({count})").format(count=self.count())))
        plain = {"no_lesson": _("no lessons"), "same_line": _("twice in the list, the same code")}
        plain |= {"other_line": _("twice in the list, another code"), "replaces": _("replaces another code")}
        plain |= {"asked": _("unknown code"), "noted_other": _("the case has another code")}
        plain["code_left_out"] = _("code is left out")
        choices += [
            (state, f"{plain.get(state, said[state])} ({count})") for state, count in counts.most_common()
        ]
        self.group.blockSignals(True)
        self.group.set_choices(choices, value=kept if kept in ("listed", *counts) else "")
        self.group.blockSignals(False)

    def _filter(self, _index: int = 0) -> None:
        group = str(self.group.value() or "")
        if group == "listed":
            self.model.set_filter(lambda one: not one.is_written)
        else:
            self.model.set_filter((lambda one: one.state == group) if group else None)

    def _where(self, one: ListedHalfDay) -> Cell:
        return Cell(where_text(self._plan, one.cell.place) if self._plan else "", tone="text2")

    def _who(self, one: ListedHalfDay) -> Cell:
        return Cell(self._plan.pupil(one.pupil).name if self._plan else "")

    def _change(self, plan: AbsencePlan, cell: ListCell) -> None:
        rows = self.model.rows()
        at = next((place for place, one in enumerate(rows) if one.cell == cell), 0)
        self.plan_changed.emit(plan)
        if self.model.rowCount() and not self.table.go_to(lambda one: one.cell == cell):
            self.table.selectRow(min(at, self.model.rowCount() - 1))

    def _keep(self, one: ListedHalfDay) -> None:
        if self._plan is not None and one.state in CAN_BE_KEPT:
            self._change(self._plan.with_kept(one.cell), one.cell)

    def _leave_out(self, one: ListedHalfDay) -> None:
        if self._plan is not None and one.half_day is not None and one.cell.part is not None:
            self._change(self._plan.without(one.cell), one.cell)

    def _letter(self, one: ListedHalfDay, letter: str) -> None:
        """Give one half-day a code, when its community has that letter."""
        if self._plan is None or one.half_day is None or one.community is None:
            return
        code = absence_rules().code_on(one.community.value, one.half_day.on, letter.upper())
        if code is not None and code.is_offered:
            self._change(self._plan.with_code(one.cell, code.code), one.cell)


def _code(one: ListedHalfDay) -> Cell:
    if not one.raw:
        return Cell("–")
    return Cell(f"{one.raw} → {one.code}" if one.code and one.code != one.raw else one.raw, bold=True)


def _state(one: ListedHalfDay) -> Cell:
    return Cell(state_text(one), chip=TONES.get(one.state, "neutral"))
