"""The pathway of a case: start it, know more of it, move it, close it."""

from typing import Any

from ui.case.dialogs.closing_dialog import ClosingDialog
from ui.case.dialogs.pathway_dialog import PathwayDialog, StartDialog
from ui.case.dialogs.stage_dialog import StageDialog
from ui.case.sheet_opener import SheetOpener


class PathwayActions(SheetOpener):
    """Open the sheets of the pathway; without one, the sheet to start it."""

    def move_stage(self) -> None:
        """Move to the next stage, or to another one."""
        view = self._view()
        if view.head.pathway is None or view.programme is None:
            self.start_pathway()
            return
        dialog = StageDialog(self.window(), self._case, view.head.pathway, view.programme)
        dialog.closing_asked.connect(self.close_pathway)
        self.open_form(dialog)

    def edit_pathway(self) -> None:
        """Change referrer, reasons and goals."""
        view = self._view()
        if view.head.pathway is None or view.programme is None:
            self.start_pathway()
            return
        self.open_form(PathwayDialog(self.window(), self._case, view.head.pathway, view.programme))

    def close_pathway(self) -> None:
        """Close the pathway with its outcome."""
        view = self._view()
        if view.open_pathway and view.head.pathway is not None and view.programme is not None:
            self.open_form(ClosingDialog(self.window(), self._case, view.head.pathway, view.programme))
        else:
            self.start_pathway()

    def start_pathway(self) -> None:
        """Start a pathway."""
        newest = {code: programme for (code, _version), programme in sorted(self._programmes().items())}
        self.open_form(StartDialog(self.window(), self._case, list(newest.values())))

    def _programmes(self) -> dict[tuple[str, int], Any]:
        return dict(self._case.desk.desk.programmes)
