"""The list of young people with its bar: quick filters, kept views, columns of choice, any order."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.desk.case_views import CaseView, around, case_view, case_views, read_columns
from eletdesk.queries.register.case_filter import Around, CaseFilter, passes, read_filter
from eletdesk.queries.register.filter_subjects import say_condition
from eletdesk.queries.register.index_card import IndexCard
from eletdesk.translation import _
from ui.caseload.column_cells import NameForm
from ui.caseload.columns import columns, known, places_with_little_room
from ui.caseload.filter_bar import FilterBar
from ui.caseload.filters import FILTERS
from ui.caseload.view_deeds import ViewDeeds, usual_columns
from ui.caseload.view_menu import fill_view_menu
from ui.open_desk import OpenDesk
from ui.theme import HEIGHT, current
from ui.widgets.card import Card
from ui.widgets.layouts import Column
from ui.widgets.sheet_table import SheetColumn, SheetModel, SheetTable

_LEAST = 80


class CaseList(QWidget):
    """Bar and table; `filtered` follows whatever changes who is seen, `reordered` another order."""

    filtered = Signal()
    reordered = Signal()

    def __init__(self, desk: OpenDesk, *, short_names: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._short_names = desk, short_names
        self.cards: list[IndexCard] = []
        self._narrow = False
        self.view = CaseView(columns=usual_columns(desk))
        self.model: SheetModel[IndexCard] = SheetModel(self.sheet_columns())
        self.table = SheetTable(_("Young people"), self.model, least_width=_LEAST)
        self.bar = FilterBar()
        self.card = Card(padding=0)
        self.card.add_row(self.table)
        self.do = ViewDeeds(self, desk)
        column = Column(self, gap=14)
        column.addWidget(self.bar)
        column.addWidget(self.card, 1)
        self._connect()
        self.show_view(self.view)

    def _connect(self) -> None:
        bar = self.bar
        bar.changed.connect(self._filter)
        bar.left.connect(lambda: self.table.setFocus(Qt.FocusReason.TabFocusReason))
        bar.sorted_by.connect(self._sort)
        bar.view_chosen.connect(self.do.show_view)
        bar.filter_asked.connect(self.do.edit_filter)
        bar.keep_asked.connect(self.do.keep_view)
        bar.clear_asked.connect(self.do.leave_view)
        self.table.sorted.connect(self._sorted)

    def set_cards(self, cards: list[IndexCard]) -> None:
        """Show these young people."""
        self.cards = cards
        self.model.set_rows(cards)
        self._filter()

    def sheet_columns(self, names: NameForm | None = None) -> list[SheetColumn[IndexCard]]:
        """Return the columns as they are shown, or with names in another form."""
        return columns(
            self._desk.desk.programmes.get,
            clock.today(),
            short_names=self._short_names,
            chosen=self.view.columns,
            names=names,
        )

    def conditions_said(self) -> list[str]:
        """Return the conditions that hold, in words."""
        known_around = self.around(CaseFilter())
        return [say_condition(one, self.cards, known_around) for one in self.view.filter.conditions]

    def around(self, chosen: CaseFilter) -> Around:
        """Return what the conditions of a filter must know."""
        return around(self._desk.desk, clock.today(), chosen, self.cards)

    def _filter(self) -> None:
        today = clock.today()
        meeting = self._meeting()
        ids = {card.case_id for card in meeting}
        seen = self.bar.passes(today)
        self.bar.show_counts(meeting, today)
        self.model.set_filter(lambda card: card.case_id in ids and seen(card))
        if self.model.rowCount() and not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        self.filtered.emit()

    def _meeting(self) -> list[IndexCard]:
        """Return who meets the conditions of the view."""
        chosen = self.view.filter
        if not chosen.conditions:
            return self.cards
        known_around = self.around(chosen)
        return [card for card in self.cards if passes(chosen, card, known_around)]

    def show_view(self, view: CaseView) -> None:
        """Show a view: its columns, its order and who meets its conditions."""
        self.view = view
        self.model.set_columns(self.sheet_columns())
        keys = [one.key for one in known(view.columns)]
        place = keys.index(view.order) if view.order in keys else -1
        self.table.sort_by(place, down=view.is_descending)
        self.bar.show_orders([one.title for one in self.model.columns], place, down=view.is_descending)
        views = case_views(self._desk.desk)
        self.bar.show_views([one for one in views if not one.is_shipped], view.key)
        self.bar.show_conditions(self.conditions_said(), is_kept=bool(view.key))
        fill_view_menu(self.bar.views, views, view, self.do)
        self.reflow(narrow=self._narrow)
        self._filter()

    def reflow(self, *, narrow: bool) -> None:
        """With little room three columns stay."""
        self._narrow = narrow
        self.bar.reflow(narrow=narrow)
        staying = places_with_little_room(self.view.columns)
        for place in range(len(self.model.columns)):
            self.table.setColumnHidden(place, narrow and place not in staying)
        self.table.setMinimumHeight(current().px(HEIGHT.row * 5))

    def _sort(self, place: int, down: bool) -> None:
        self.table.sort_by(place, down=down)
        self._sorted()

    def _sorted(self) -> None:
        order = self.model.order()
        keys = [one.key for one in known(self.view.columns)]
        key, down = (keys[order[0]], order[1]) if order else ("", False)
        self.view = replace(self.view, order=key, is_descending=down)
        titles = [one.title for one in self.model.columns]
        self.bar.show_orders(titles, order[0] if order else -1, down=down)
        self.reordered.emit()

    def state(self) -> dict[str, Any]:
        """Return what is shown, to survive a change of language."""
        return {
            "filter": self.bar.chosen, "words": self.bar.search.text(), "view": self.view.key,
            "conditions": self.view.filter.kept(), "columns": [[c.key, c.width] for c in self.view.columns],
            "order": self.view.order, "down": self.view.is_descending,
        }  # fmt: skip

    def restore(self, state: dict[str, Any]) -> None:
        """Show that again."""
        view = case_view(self._desk.desk, str(state.get("view", ""))) or CaseView()
        self.bar.search.setText(str(state.get("words", "")))
        self.bar.chosen = str(state.get("filter", FILTERS[0].key))
        self.show_view(
            replace(
                view,
                filter=read_filter(state.get("conditions", ())),
                columns=read_columns(state.get("columns", ())),
                order=str(state.get("order", "")),
                is_descending=bool(state.get("down", False)),
            )
        )
