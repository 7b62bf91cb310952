"""Everything with which a dossier leaves or comes back: paper, file, copy, answer, withdrawal."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from eletdesk.desk.dossier_files import IssuedDossier, issued_file, preview_dossier
from eletdesk.errors import EletdeskError, NotFoundError
from eletdesk.translation import _
from ui.open_desk import OpenDesk
from ui.referral.actions import DossierActions
from ui.referral.answer_dialogs import AnswerDialog, WithdrawDialog
from ui.referral.issue_dialog import IssueDialog
from ui.referral.reading import DossierFacts


class Leaving(QObject):
    """Opens the dialogs over the page's window; `told` says what was done, `refused` what was not."""

    told = Signal(str)
    refused = Signal(str)

    def __init__(self, page: QWidget, desk: OpenDesk, case_id: str) -> None:
        super().__init__(page)
        self._page, self._desk, self._case_id = page, desk, case_id

    def paper(self, facts: DossierFacts, typed: Mapping[str, str]) -> Callable[[], bytes]:
        """Return what makes the PDF to look at: the file that left, else the dossier as it is typed now."""
        desk, case_id, referral_id = self._desk.desk, self._case_id, facts.referral_id
        last = facts.left[-1] if facts.left and not facts.may_change else None
        if last is not None and not last.has_password:
            return lambda: issued_file(desk, case_id, last.disclosure_id)

        def draw() -> bytes:
            if desk.is_closed:  # locked while the drawing waited for its turn
                raise NotFoundError
            return preview_dossier(desk, case_id, referral_id, typed=typed)

        return draw

    def print(self, make: Callable[[], bytes]) -> None:
        """Ask for a printer and print from memory."""
        from ui.printing import print_pdf  # noqa: PLC0415

        try:
            print_pdf(self._page.window(), make(), _("referral dossier"))
        except EletdeskError as error:
            self.refused.emit(str(error))

    def prepare(self, facts: DossierFacts) -> IssueDialog:
        """Ask what is needed to make the file."""
        dialog = IssueDialog(self._page.window(), self._desk, self._case_id, facts)
        dialog.made.connect(self._made)
        dialog.open(dialog.first_field())
        return dialog

    def answer(self, facts: DossierFacts) -> None:
        """Ask what the receiver said."""
        AnswerDialog(self._page.window(), self._desk, self._case_id, facts).open()

    def withdraw(self, facts: DossierFacts) -> None:
        """Ask before a referral stops."""
        WithdrawDialog(self._page.window(), self._desk, self._case_id, facts).open()

    def keep_copy(self, disclosure_id: str) -> None:
        """Write a file that left once more."""
        actions = DossierActions(self._desk, self._case_id, "")
        try:
            path = actions.keep_copy(self._page.window(), disclosure_id)
        except EletdeskError as error:
            self.refused.emit(str(error))
            return
        if path is not None:
            self.told.emit(_("The copy is in {file}.").format(file=path.name))

    def _made(self, path: Path, issued: IssuedDossier) -> None:
        words = _("The draft is in {file}.") if issued.is_draft else _("The dossier is in {file}.")
        self.told.emit(words.format(file=path.name))
