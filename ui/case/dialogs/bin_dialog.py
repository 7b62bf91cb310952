"""What lies in the bin of this case; every row can come back for 30 days."""

from datetime import timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.domain.spoken_dates import distance_in_words, short_date
from eletdesk.operations.bin import BIN_DAYS, restore_row
from eletdesk.queries.bin_rows import BinnedRow, binned_rows
from eletdesk.translation import _
from ui.case.icon_row import IconRow
from ui.open_case import OpenCase
from ui.widgets.buttons import Button, secondary
from ui.widgets.card import Card
from ui.widgets.dialog import Dialog
from ui.widgets.empty_state import EmptyState


class BinDialog(Dialog):
    """The bin of one case; `restored(sentence)` when a row came back."""

    restored = Signal(str)

    def __init__(self, window: QWidget, case: OpenCase) -> None:
        text = _("What you move to the bin stays here for {days} days.").format(days=BIN_DAYS)
        super().__init__(window, _("Bin of this case"), text=text, width=620)
        self._case = case
        self._card = Card()
        self._restore_buttons: list[Button] = []
        self.add(self._card)
        self.add_cancel(_("Close"))
        self._show()

    def _show(self) -> None:
        self._card.clear()
        self._restore_buttons = []
        rows = self._case.read(binned_rows)
        for row in rows:
            self._card.add_row(self._row(row))
        if not rows:
            self._card.add_row(EmptyState(_("The bin is empty"), icon_name="erase"))
        self.body.activate()
        self._fit()

    def _row(self, row: BinnedRow) -> QWidget:
        today = clock.today()
        leaves = row.deleted_at.date() + timedelta(days=BIN_DAYS)
        when = short_date(row.on, today) if row.on else ""
        gone = _("leaves {when}").format(when=distance_in_words(leaves, today))
        second = " · ".join(part for part in (when, row.detail, gone) if part)
        button = secondary(_("Restore"), partial(self._restore, row), icon_name="restore", sz="s")
        self._restore_buttons.append(button)
        button.setAccessibleName(_("Restore: {what}").format(what=f"{row.what} {when}".strip()))
        return IconRow("erase", row.what, second, ends=[button], wraps=True, margins=(14, 10, 10, 10))

    def _restore(self, row: BinnedRow) -> None:
        self._case.run(restore_row, row.table, row.row_id)
        self.restored.emit(_("{what} is back").format(what=row.what))
        self._show()
        if self._restore_buttons:
            self._restore_buttons[0].setFocus()

    def open(self, first: QWidget | None = None) -> None:
        """Start at the newest row."""
        super().open(first or next(iter(self._restore_buttons), None))
