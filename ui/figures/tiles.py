"""Show one figure in a tile, and the sessions per week as columns."""

from eletdesk.domain.spoken_dates import short_date
from eletdesk.translation import _
from ui.figures.reading import Figures, Week
from ui.widgets.bars import ColumnChart, ColumnValue
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.labels import Label, caption, small


class Tile(Card):
    """A name, a big figure and a quiet line."""

    def __init__(self, name: str, figure: str, second: str) -> None:
        super().__init__()
        self.add(small(name, wrap=True), Label(figure, role="figure"), caption(second, wrap=True))
        self.body().setSpacing(2)
        self.body().addStretch(1)
        self.setAccessibleName(f"{name}: {figure}, {second}")


def weeks_card(figures: Figures) -> Card:
    """Return the sessions of the last weeks; own work, so it stays here."""
    card = Card(_("Sessions per week"))
    card.add_action(Chip(_("stays here"), tone="warn", icon_name="confidential"))
    card.add(ColumnChart(_("Sessions per week"), [_column(figures, week) for week in figures.weeks]))
    card.body().addStretch(1)
    return card


def _column(figures: Figures, week: Week) -> ColumnValue:
    monday = short_date(week.monday, figures.period.last_day)
    says = _("week of {date}: {count}").format(date=monday, count=week.count)
    return ColumnValue(str(week.number), week.count, says=says)
