"""Look at a document of a case: drawn from memory, in the background."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from eletdesk.queries.kept_files import DocumentLine, document_content
from eletdesk.translation import _
from ui.background import Progress, run_in_background
from ui.documents.pictures import Looked, look_into
from ui.open_case import OpenCase
from ui.referral.paper import Paper
from ui.theme import current
from ui.widgets.dialog import Dialog
from ui.widgets.labels import small

_WIDTH = 760


class PreviewDialog(Dialog):
    """The pages, the picture or the text; what cannot be shown says so. Nothing is written anywhere."""

    def __init__(self, window: QWidget, case: OpenCase, line: DocumentLine) -> None:
        super().__init__(window, line.name, width=_WIDTH + 60)
        self._case, self._line = case, line
        self._is_open = True
        self.said = small(_("Opening the document …"), wrap=True)
        self.add(self.said)
        self.paper = Paper()
        self.paper.hide()
        self.add(self.paper)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(_("Text of the document"))
        self.text.hide()
        self.add(self.text)
        self.add_cancel(_("Close"))
        self.closed.connect(self._forget)
        owner = QCoreApplication.instance()
        assert owner is not None
        run_in_background(owner, self._work(), self._show, self._refuse)

    def is_waiting(self) -> bool:
        """Tell whether the document is still being opened."""
        return (
            self.paper.isHidden() and self.text.isHidden() and self.said.text() == _("Opening the document …")
        )

    def _work(self) -> Callable[[Progress], Looked]:
        case, line, width = self._case, self._line, current().px(_WIDTH)

        def work(_progress: Progress) -> Looked:
            return look_into(line.name, case.read(document_content, line.id), width)

        return work

    def _forget(self, _answer: bool) -> None:
        self._is_open = False

    def _show(self, looked: Looked) -> None:
        if not self._is_open:
            return
        if looked.images:
            self.paper.show_pages(looked.images)
            self.paper.show()
        elif looked.text:
            self.text.setPlainText(looked.text)
            self.text.setMinimumHeight(current().px(420))
            self.text.show()
        else:
            self.said.setText(_("This kind of file cannot be shown here. Save a copy to open it elsewhere."))
        if looked.images or looked.text:
            self.said.setText(_("Only the first part is shown.") if looked.is_cut else "")
            self.said.setVisible(looked.is_cut)
        self._fit()

    def _refuse(self, error: Exception) -> None:
        if self._is_open:
            self.said.setText(str(error) or _("This document cannot be shown."))
            self._fit()
