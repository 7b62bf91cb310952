"""What all that is done in a case has in common: sheets over the window, and telling how it went."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from eletdesk.errors import EletdeskError
from eletdesk.operations.bin import delete_row
from eletdesk.translation import _
from ui.case.form_dialog import FormDialog
from ui.case.reading import CaseView
from ui.open_case import OpenCase

KEPT = frozenset({"stage_change", "disclosure"})


class SheetOpener(QObject):
    """Do things in one case. `told(sentence, can_undo)` and `refused(sentence)` say how it went."""

    told = Signal(str, bool)
    refused = Signal(str)

    def __init__(self, page: QWidget, case: OpenCase, view: Callable[[], CaseView]) -> None:
        super().__init__(page)
        self._page, self._case, self._view = page, case, view

    def window(self) -> QWidget:
        """Return the window that sheets lie over."""
        return self._page.window()

    def open_form(self, dialog: FormDialog, row_id: str = "") -> None:
        """Open a sheet with what was typed in it before; what it records is told with a way to undo it."""
        dialog.saved.connect(lambda sentence: self.told.emit(sentence, True) if sentence else None)
        dialog.offer_draft(row_id)
        dialog.open()

    def attempt(self, operation: Callable[..., Any], *values: Any, **named: Any) -> bool:
        """Do one thing in the case; a refusal is told."""
        try:
            self._case.run(operation, *values, **named)
        except EletdeskError as error:
            self.refused.emit(str(error))
            return False
        return True

    def erase(self, table: str, row_id: str, what: str) -> None:
        """Move one row to the bin; the toast offers to undo it."""
        if table in KEPT:
            self.told.emit(_("This stays in the file: it is part of what happened."), False)
        elif self.attempt(delete_row, table, row_id):
            self.told.emit(_("{what} moved to the bin").format(what=what), True)
