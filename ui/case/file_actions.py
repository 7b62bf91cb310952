"""Keep files in a case, and let copies out when the worker says so."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.desk.releases import copy_of_document, copy_of_issued
from eletdesk.errors import EletdeskError
from eletdesk.exports.save_export import propose_name
from eletdesk.operations.bin import delete_row
from eletdesk.operations.code_lines import KIND as ABSENCE_CODES
from eletdesk.operations.documents import add_document
from eletdesk.queries.kept_files import disclosure_lines, document_lines
from eletdesk.translation import _
from ui.case.dialogs.document_dialog import DocumentDialog
from ui.case.dialogs.shared_dialog import SharedDialog
from ui.case.file_places import ask_for_file, ask_for_place, read_whole, write_copy
from ui.open_case import OpenCase
from ui.widgets.buttons import primary
from ui.widgets.dialog import ask


class FileActions(QObject):
    """Documents and issued dossiers of one case. `told` and `refused` say how it went."""

    told = Signal(str, bool)
    refused = Signal(str)

    def __init__(self, page: QWidget, case: OpenCase) -> None:
        super().__init__(page)
        self._page, self._case = page, case

    def add_file(self) -> None:
        """Ask for a file and keep a copy of it."""
        path = ask_for_file(self._page.window())
        if path is not None:
            self.keep_file(path)

    def keep_file(self, path: Path) -> None:
        """Keep a copy of a file in the case."""
        try:
            self._case.run(add_document, name=path.name, content=read_whole(path))
        except EletdeskError as error:
            self.refused.emit(str(error))
            return
        self.told.emit(_("{name} is kept in this case").format(name=path.name), True)

    def look_at(self, document_id: str) -> None:
        """Show a document, drawn from memory."""
        from ui.documents.preview_dialog import PreviewDialog  # noqa: PLC0415 - only when it is asked for

        lines = [line for line in self._case.read(document_lines) if line.id == document_id]
        if lines:
            PreviewDialog(self._page.window(), self._case, lines[0]).open()

    def edit_document(self, document_id: str) -> None:
        """Change the name of a document."""
        lines = [line for line in self._case.read(document_lines) if line.id == document_id]
        if lines:
            dialog = DocumentDialog(self._page.window(), self._case, lines[0])
            dialog.saved.connect(lambda sentence: self.told.emit(sentence, True))
            dialog.open()

    def erase_document(self, document_id: str) -> None:
        """Move a document to the bin."""
        self._case.run(delete_row, "document", document_id)
        self.told.emit(_("Document moved to the bin"), True)

    def ask_copy(self, document_id: str, name: str) -> None:
        """Ask whether a copy may leave, and where it goes."""
        button = primary(_("Choose a place"))
        text = _("The copy is no longer encrypted. Whoever finds it can read it.")
        ask(
            self._page.window(), _("Save a copy outside eletdesk?"), text, button,
            lambda: self._copy_to(ask_for_place(self._page.window(), name), document_id),
        )  # fmt: skip

    def _copy_to(self, place: Path | None, document_id: str) -> None:
        if place is not None:
            self.save_copy(document_id, place)

    def save_copy(self, document_id: str, place: Path) -> None:
        """Write a copy of a document where the worker wants it."""
        self._write(place, copy_of_document(self._case.desk.desk, self._case.case_id, document_id))

    def show_shared(self) -> None:
        """Show what left this case."""
        dialog = SharedDialog(self._page.window(), self._case.read(disclosure_lines))
        dialog.copy_asked.connect(self.ask_issued)
        dialog.open()

    def ask_issued(self, disclosure_id: str) -> None:
        """Ask where the same file goes again."""
        lines = [line for line in self._case.read(disclosure_lines) if line.id == disclosure_id]
        is_list = bool(lines) and lines[0].kind == ABSENCE_CODES
        name = propose_name("codes" if is_list else "dossier", clock.today(), "xlsx" if is_list else "pdf")
        place = ask_for_place(self._page.window(), name)
        if place is not None:
            self.save_issued(disclosure_id, place)

    def save_issued(self, disclosure_id: str, place: Path) -> None:
        """Write a dossier that left earlier again, byte for byte."""
        self._write(place, copy_of_issued(self._case.desk.desk, self._case.case_id, disclosure_id))

    def _write(self, place: Path, content: bytes) -> None:
        try:
            write_copy(place, content)
        except EletdeskError as error:
            self.refused.emit(str(error))
            return
        self.told.emit(_("Copy saved"), False)
