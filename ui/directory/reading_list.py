"""Read a public list of schools: choose it, see what it would do, write it; all of it in the background."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from eletdesk.desk.directory_import import DirectoryPlan, import_directory, plan_directory
from eletdesk.translation import _, ngettext
from ui.background import BackgroundWork, run_in_background
from ui.directory.import_sheet import DirectoryImportSheet
from ui.files import choose_list
from ui.open_desk import OpenDesk


class ListReading(QObject):
    """`waiting(sentence)` while it works, empty when done; `told` what was written, `refused` why not."""

    waiting = Signal(str)
    told = Signal(str)
    refused = Signal(str)

    def __init__(self, page: QWidget, desk: OpenDesk) -> None:
        super().__init__(page)
        self._page, self._desk = page, desk
        self._work: BackgroundWork | None = None

    def choose(self) -> None:
        """Let the worker choose a list, and show what it would do."""
        file = choose_list(self._page)
        if file is not None:
            self.plan(file)

    def plan(self, file: Path) -> None:
        """Read a list; nothing is written."""
        self.waiting.emit(_("The list is being read ..."))
        desk = self._desk.desk
        self._work = run_in_background(
            self, lambda _report: plan_directory(desk, file), self._planned, self._refuse
        )

    def _planned(self, plan: DirectoryPlan) -> None:
        self.waiting.emit("")
        DirectoryImportSheet(self._page.window(), plan, lambda ends: self._write(plan, ends)).open()

    def _write(self, plan: DirectoryPlan, ends_missing: bool) -> None:
        self.waiting.emit(_("The list is being written ..."))
        desk = self._desk.desk
        self._work = run_in_background(
            self,
            lambda _report: import_directory(desk, plan, ends_missing=ends_missing),
            self._written,
            self._refuse,
        )

    def _written(self, count: int) -> None:
        self.waiting.emit("")
        said = ngettext("{count} organisation is written.", "{count} organisations are written.", count)
        self.told.emit(said.format(count=count))

    def _refuse(self, error: Exception) -> None:
        self.waiting.emit("")
        self.refused.emit(str(error))
