"""One table of figures: exact bars for the own screen, and beside them what a report would say."""

from eletdesk.statistics.tables import CLOSED_ROW, OPEN_ROW, OTHER_ROW, UNKNOWN_ROW, Table
from eletdesk.translation import _
from ui.figures.leaving_column import LeavingColumn
from ui.widgets.bars import Bar, HorizontalBars
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.labels import IconLabel, overline, small
from ui.widgets.layouts import TOP, Row

_STAGES = ("s1", "s2", "s3", "s4", "s5")
_QUIET = (CLOSED_ROW, OPEN_ROW, OTHER_ROW, UNKNOWN_ROW)


class TableCard(Card):
    """A table with its bars; `why` says in one sentence why it stays here, or is empty when it may leave."""

    def __init__(self, table: Table, why: str) -> None:
        super().__init__(table.title)
        self.table, self.why = table, why
        self.set_title(table.title, _("{count} young people").format(count=table.total))
        self.add_action(
            Chip(_("stays here"), tone="warn", icon_name="confidential")
            if why
            else Chip(_("may leave"), tone="ok", icon_name="shared")
        )
        heads = Row(gap=8)
        heads.addWidget(overline(_("Here")), 1)
        heads.addWidget(overline(_("In a report")))
        self.add(heads)
        line = Row(gap=8)
        self.bars = HorizontalBars(table.title, [_bar(table, at) for at in range(len(table.rows))])
        self.leaving = LeavingColumn(table, leaves=not why)
        line.addWidget(self.bars, 1)
        line.addWidget(self.leaving)
        self.add(line)
        for text, icon, colour in ((why, "attention", "warn"), (table.note, "hint", "text3")):
            if text:
                note = Row(gap=8)
                note.addWidget(IconLabel(icon, size=16, colour=colour), 0, TOP)
                note.addWidget(small(text, wrap=True), 1)
                self.add(note)
        self.body().addStretch(1)


def _bar(table: Table, at: int) -> Bar:
    row = table.rows[at]
    share = f"{round(100 * row.count / table.total)} %" if row.count else ""
    colour = "s3"
    if row.code in _QUIET:
        colour = "s_closed"
    elif table.code == "stage":
        stages = [each.code for each in table.rows if each.code not in _QUIET]
        colour = _STAGES[min(stages.index(row.code) * len(_STAGES) // max(1, len(stages)), 4)]
    return Bar(row.label, row.count, second=share, colour=colour)
