"""The counts of the activities that are seen: tiles for all of it, and a table by one dimension."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from eletdesk.desk.desk import Desk
from eletdesk.desk.groups.report import TITLES, counting_rule
from eletdesk.statistics.activity_counts import DIMENSIONS, SMALL, ActivityCounts, CountLine
from eletdesk.translation import _, ngettext
from ui.figures.tiles import Tile
from ui.groups.columns import count_columns, hours
from ui.theme import HEIGHT, current
from ui.widgets.banner import Banner
from ui.widgets.card import Card
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.labels import caption
from ui.widgets.layouts import Column, Grid, clear_layout
from ui.widgets.sheet_table import SheetModel, SheetTable

_WIDE_ONLY = (1, 4, 5)
"""Activities, times present and people without a file: with little room they are in the workbook only."""


class CountsView(QWidget):
    """Own figures, exact: they stay here. `to_figures` of the banner goes to those that may leave."""

    def __init__(self, desk: Desk, to_figures: object) -> None:
        super().__init__()
        self._desk = desk
        self._counts: ActivityCounts | None = None
        self._tile_row: list[Tile] = []
        self.banner = Banner(
            _("These are your own, exact figures. Figures without risk for anybody come from Figures."),
            action=_("To Figures"),
            on_action=to_figures,  # type: ignore[arg-type]
        )
        self._tiles = Grid(gap=12)
        self.by = ChoiceBox([(each, _(TITLES[each])) for each in DIMENSIONS])
        self.by.setAccessibleName(_("Count by"))
        self.by.currentIndexChanged.connect(lambda _at: self._fill_table())
        self._card = Card(padding=0)
        self.model: SheetModel[CountLine] = SheetModel(count_columns(desk, DIMENSIONS[0], _("Objective")))
        self.table = self._new_table()
        self.small = caption("", wrap=True)
        column = Column(self, gap=12)
        column.addWidget(self.banner)
        column.addLayout(self._tiles)
        column.addWidget(self.by, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._card, 1)
        column.addWidget(self.small)
        column.addWidget(caption(counting_rule(), wrap=True))

    def show_counts(self, counts: ActivityCounts, columns: int) -> None:
        """Show other counts."""
        self._counts = counts
        total = counts.total
        share = total.attendance
        present = ngettext("{count} time present", "{count} times present", total.presences)
        different = present.format(count=total.presences)
        if total.without_case:
            different += " · " + _("{count} without a file").format(count=total.without_case)
        clear_layout(self._tiles)
        families = ngettext("{count} family", "{count} families", total.families)
        self._tile_row = [
            Tile(
                _("Activities"), str(total.activities), _("{hours} hours").format(hours=hours(total.minutes))
            ),
            Tile(_("Different young people"), str(total.people), different),
            Tile(
                _("Attendance"),
                "–" if share is None else f"{round(100 * share)} %",
                _("of those who were expected"),
            ),
            Tile(_("Parents present"), str(total.parents), families.format(count=total.families)),
        ]
        self.place_tiles(columns)
        self._fill_table()

    def place_tiles(self, columns: int) -> None:
        """Put four tiles beside each other, or two and two; then the table has fewer columns too."""
        for column in _WIDE_ONLY:
            self.table.setColumnHidden(column, columns == 1)
        across = 4 if columns == 2 else 2
        for number, tile in enumerate(self._tile_row):
            self._tiles.addWidget(tile, number // across, number % across)

    def _fill_table(self) -> None:
        if self._counts is None:
            return
        dimension = str(self.by.value())
        lines = self._counts.by[dimension]
        self.model.columns = count_columns(self._desk, dimension, _(TITLES[dimension]))
        self.model.set_rows(lines)
        self.table.setMinimumHeight(current().px(HEIGHT.row) * (min(len(lines), 6) + 1))
        few = any(line.is_small for line in lines)
        warning = _("A number under {number} may point at somebody: think before you share it.")
        self.small.setText(warning.format(number=SMALL) if few else "")
        self.small.setVisible(few)

    def _new_table(self) -> SheetTable:
        table = SheetTable(_("Counts"), self.model, row_height=40)
        self._card.add_row(table)
        return table
