"""Give a document another name, or call it confidential."""

from PySide6.QtWidgets import QWidget

from eletdesk.operations.documents import change_document
from eletdesk.queries.kept_files import DocumentLine
from eletdesk.translation import _
from ui.case.fields import tick, words
from ui.case.form_dialog import FormDialog
from ui.open_case import OpenCase


class DocumentDialog(FormDialog):
    """The name under which a file is kept."""

    def __init__(self, window: QWidget, case: OpenCase, line: DocumentLine) -> None:
        super().__init__(window, _("Document"))
        self._case, self._line = case, line
        self.put(words("name", _("Name"), line.name))
        self.put(
            tick("is_confidential", _("Confidential: never leaves this file"), value=line.is_confidential)
        )
        self.finish()

    def keep(self) -> str:
        """Keep it."""
        self.run(change_document, self._line.id, **self.values())
        return _("Document changed")
