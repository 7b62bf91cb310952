"""What reading a list of schools would do, and the button that does it."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from eletdesk.desk.directory_import import DirectoryPlan
from eletdesk.domain.organisation import Organisation, source_label
from eletdesk.translation import _, ngettext
from ui.theme import current
from ui.widgets.buttons import primary
from ui.widgets.card import Card
from ui.widgets.cells import Cell
from ui.widgets.check_row import CheckBox
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Label
from ui.widgets.sheet_table import SheetColumn, SheetModel, SheetTable

_ROW, _ROWS_SEEN = 44, 6
_Line = tuple[Organisation, str]


class DirectoryImportSheet(Dialog):
    """Show a plan; `chosen(ends_missing)` is called when it is to be written."""

    def __init__(self, window: QWidget, plan: DirectoryPlan, chosen: Callable[[bool], object]) -> None:
        super().__init__(window, source_label(plan.read.source), width=680)
        self._chosen = chosen
        self.add(Label(" ".join(plan_sentences(plan)), wrap=True))
        lines: list[_Line] = [(one, "added") for one in plan.added]
        lines += [(one, "changed") for one in plan.changed]
        lines += [(one, "missing") for one in plan.missing]
        self.model: SheetModel[_Line] = SheetModel(
            [
                SheetColumn(_("Name"), lambda line: Cell(line[0].name, line[0].detail, bold=True), share=2),
                SheetColumn(_("Place"), lambda line: Cell(line[0].whereabouts or "–"), share=1.1),
                SheetColumn(_("What happens"), _what, share=1.1),
            ]
        )
        self.model.set_rows(lines)
        self.table = SheetTable(_("Organisations in the list"), self.model, row_height=_ROW)
        self.table.setMinimumHeight(current().px(_ROW * _ROWS_SEEN))
        self.table.selectRow(0)
        card = Card(padding=0)
        card.add_row(self.table)
        self.add(card)
        card.setVisible(bool(lines))
        self.ends = CheckBox(_("&Mark what is no longer in the list as stopped"))
        self.ends.setChecked(plan.looks_whole)
        self.add(self.ends)
        self.ends.setVisible(bool(plan.missing))
        self.add(Label(_("What you wrote yourself stays. Nothing is deleted."), role="small", tone="text2"))
        self.add_cancel()
        self.write = self.add_button(primary(_("&Read in"), self._write))

    def _write(self) -> None:
        self.accept()
        self._chosen(self.ends.isChecked() and not self.ends.isHidden())


def plan_sentences(plan: DirectoryPlan) -> list[str]:
    """Say in a few sentences what would happen."""
    read = plan.read
    added, changed, missing = len(plan.added), len(plan.changed), len(plan.missing)
    said = (
        (added, ngettext("{count} is new.", "{count} are new.", added)),
        (changed, ngettext("{count} is changed.", "{count} are changed.", changed)),
        (plan.unchanged, ngettext("{count} stays the same.", "{count} stay the same.", plan.unchanged)),
        (missing, ngettext("{count} is no longer in it.", "{count} are no longer in it.", missing)),
        (
            read.other_levels,
            ngettext(
                "{count} is no secondary school and is left out.",
                "{count} are no secondary schools and are left out.",
                read.other_levels,
            ),
        ),
        (
            read.without_number,
            ngettext(
                "{count} row without name or number is left out.",
                "{count} rows without name or number are left out.",
                read.without_number,
            ),
        ),
    )
    return [sentence.format(count=count) for count, sentence in said if count]


def _what(line: _Line) -> Cell:
    texts = {
        "added": (_("added"), "ok"),
        "changed": (_("changed"), "info"),
        "missing": (_("no longer in the list"), "warn"),
    }
    text, tone = texts[line[1]]
    return Cell(text, chip=tone)
