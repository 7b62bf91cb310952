"""Tick what goes along from the timeline; confidential notes are only counted and cannot be ticked."""

from dataclasses import replace

from PySide6.QtCore import Signal

from eletdesk import clock
from eletdesk.domain.spoken_dates import short_date
from eletdesk.queries.dossier.draft import PickableItem, PickableItems
from eletdesk.translation import _, ngettext
from ui.widgets.card import Card, Divider
from ui.widgets.check_row import CheckRow
from ui.widgets.labels import IconLabel, Label, small
from ui.widgets.layouts import TOP, Column, Row, clear_layout


class ItemsCard(Card):
    """What happened, the oldest first; `picked(item_id, ticked)`."""

    picked = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__(_("From the timeline"))
        self.set_title(_("From the timeline"), _("choose what goes along"))
        self._list = Column(gap=8)
        self.add(self._list)
        self._ticks: dict[str, CheckRow] = {}
        self._shown: tuple[PickableItems, bool] | None = None

    def rows(self) -> dict[str, CheckRow]:
        """Return the tick rows by item."""
        return dict(self._ticks)

    def show_items(self, items: PickableItems, *, may_change: bool) -> None:
        """Show what can be ticked and how many notes stay; the focus stays on its row."""
        same = replace(items, items=tuple(replace(item, is_picked=False) for item in items.items))
        if self._shown == (same, may_change):
            self._tick(items)
            return
        self._shown = (same, may_change)
        focused = next((key for key, row in self._ticks.items() if row.box.hasFocus()), "")
        clear_layout(self._list)
        self._ticks = {item.id: self._row(item, may_change=may_change) for item in items.items}
        for row in self._ticks.values():
            self._list.addWidget(row)
        if not items.items:
            self._list.addWidget(small(_("Nothing in the timeline yet that can go along."), wrap=True))
        if items.confidential_count:
            self._list.addWidget(Divider())
            self._list.addLayout(_kept_back(items.confidential_count))
        if focused in self._ticks:
            self._ticks[focused].box.setFocus()

    def _tick(self, items: PickableItems) -> None:
        """Follow what is ticked without building the rows again."""
        for item in items.items:
            box = self._ticks[item.id].box
            if box.isChecked() != item.is_picked:
                box.blockSignals(True)
                box.setChecked(item.is_picked)
                box.blockSignals(False)
                box.update()

    def _row(self, item: PickableItem, *, may_change: bool) -> CheckRow:
        today = clock.today()
        when = short_date(item.on, today)
        if item.until and item.until != item.on:
            when = _("{first} to {last}").format(first=when, last=short_date(item.until, today))
        second = " · ".join(part for part in (when, item.summary) if part)
        row = CheckRow(item.title, second, checked=item.is_picked)
        row.setEnabled(may_change)
        row.toggled.connect(lambda ticked, item_id=item.id: self.picked.emit(item_id, ticked))
        return row


def _kept_back(count: int) -> Row:
    line = Row(gap=12, margins=(4, 4, 0, 0))
    line.addWidget(IconLabel("confidential", size=16), 0, TOP)
    words = Column(gap=1)
    notes = ngettext("{count} confidential note", "{count} confidential notes", count).format(count=count)
    words.addWidget(Label(notes, wrap=True))
    words.addWidget(small(_("stay in your file, never in a referral"), wrap=True))
    line.addLayout(words, 1)
    return line
