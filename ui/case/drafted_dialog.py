"""A sheet that keeps what is typed in it until it is closed, and that shows the history of its row."""

from contextlib import suppress
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from eletdesk.domain.spoken_times import say_time
from eletdesk.errors import EletdeskError
from eletdesk.translation import _
from ui.case.fields import FormField
from ui.case.sheet_draft import DeskSheetDraft, SheetDraft
from ui.open_case import OpenCase
from ui.open_desk import OpenDesk
from ui.widgets.buttons import Button, quiet
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Label


class DraftedDialog(Dialog):
    """Drafts of a sheet with named fields: in its case, or in the desk where there is no case yet."""

    _case: OpenCase
    #: The row that is changed here, where there is one: its history can be asked for.
    _row: Any = None

    def __init__(self, window: QWidget, title: str, *, text: str = "", width: int = 540) -> None:
        super().__init__(window, title, text=text, width=width)
        self.fields: dict[str, FormField] = {}
        self.draft: SheetDraft | None = None
        self.closed.connect(self._drop_draft)

    def add_left(self, text: str, on_click: Any, icon_name: str = "") -> Button:
        """Add a quiet button at the left end of the last line."""
        button = quiet(text, on_click, icon_name=icon_name)
        self.buttons.insertWidget(max(0, self.buttons.count() - 3), button)
        return button

    def offer_draft(self, row_id: str = "") -> None:
        """Keep from now on what is typed here, and put back what was typed here before."""
        self._use_draft(SheetDraft(self._case, f"{type(self).__name__}:{row_id}", self.fields))
        table = getattr(type(self._row), "__tablename__", "")
        if row_id and table:
            self.add_left(_("History"), partial(self._show_history, table, row_id), "history")

    def offer_desk_draft(self, desk: OpenDesk, row_id: str = "") -> None:
        """Do the same for a sheet that belongs to no case, or not yet."""
        self._use_draft(DeskSheetDraft(desk, f"{type(self).__name__}:{row_id}", self.fields))

    def _use_draft(self, draft: SheetDraft) -> None:
        self.draft = draft
        kept_at = draft.offer()
        if kept_at is not None:
            text = _("Draft kept {time}").format(time=say_time(kept_at.time()))
            self.body.insertWidget(0, Label(text, role="caption", tone="text3"))

    def _show_history(self, table: str, row_id: str) -> None:
        from ui.history.history_dialog import HistoryDialog  # noqa: PLC0415 - it is built of sheets too

        HistoryDialog(self._window, self._case, table, row_id).open()

    def keep_draft(self) -> None:
        """Keep what is typed, now; saving says it when that does not work."""
        if self.draft is not None and self.isVisible():
            with suppress(EletdeskError):
                self.draft.keep()

    def _drop_draft(self, _saved: bool) -> None:
        if self.draft is not None:
            with suppress(EletdeskError):
                self.draft.drop()
