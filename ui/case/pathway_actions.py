"""The pathways of a case: start one, know more of it, move it, close it, open it again."""

from PySide6.QtCore import Signal

from eletdesk.desk.programmes import programmes_to_start
from eletdesk.domain.pathway import Pathway
from eletdesk.programmes.definition import Programme
from eletdesk.queries.answers import answered_questions, asked_in_stage
from eletdesk.translation import _
from ui.case.dialogs.closing_dialog import ClosingDialog
from ui.case.dialogs.pathway_dialog import PathwayDialog, StartDialog
from ui.case.dialogs.questions_dialog import QuestionsDialog
from ui.case.dialogs.reopen_dialog import ReopenDialog, VersionDialog
from ui.case.dialogs.stage_dialog import StageDialog
from ui.case.sheet_opener import SheetOpener


class PathwayActions(SheetOpener):
    """Open the sheets of the pathway shown; without one, the sheet to start it. `made(pathway_id)`."""

    made = Signal(str)

    def move_stage(self) -> None:
        """Move to the next stage, or to another one; then ask what that stage wants to know."""
        pathway, programme = self._shown()
        if pathway is None or programme is None or pathway.closed_on is not None:
            self.start_pathway()
            return
        dialog = StageDialog(self.window(), self._case, pathway, programme)
        dialog.closing_asked.connect(self.close_pathway)
        dialog.moved.connect(lambda stage: self._ask_for_stage(pathway, programme, stage))
        self.open_form(dialog)

    def edit_pathway(self) -> None:
        """Change referrer, reasons and goals."""
        pathway, programme = self._shown()
        if pathway is None or programme is None:
            self.start_pathway()
            return
        dialog = PathwayDialog(self.window(), self._case, pathway, programme)
        if self._newest(programme).version != programme.version:
            dialog.add_left(_("Another version"), lambda: self._change_version(dialog), "programme")
        self.open_form(dialog)

    def close_pathway(self) -> None:
        """Close the pathway with its outcome."""
        pathway, programme = self._shown()
        if pathway is not None and programme is not None and pathway.closed_on is None:
            self.open_form(ClosingDialog(self.window(), self._case, pathway, programme))
        else:
            self.start_pathway()

    def start_pathway(self) -> None:
        """Start a pathway, also beside one that runs."""
        dialog = StartDialog(self.window(), self._case, programmes_to_start(self._case.desk.desk))
        dialog.saved.connect(lambda _sentence: self.made.emit(dialog.made))
        self.open_form(dialog)

    def reopen_pathway(self) -> None:
        """Open the pathway shown again as a new spell, when it is closed."""
        pathway, programme = self._shown()
        if pathway is None or programme is None or pathway.closed_on is None:
            self.refused.emit(_("This pathway still runs: there is nothing to open again."))
            return
        if any(one.continues_id == pathway.id for one in self._view().head.pathways):
            self.refused.emit(_("This pathway was opened again already."))
            return
        dialog = ReopenDialog(self.window(), self._case, pathway, self._newest(programme))
        dialog.saved.connect(lambda _sentence: self.made.emit(dialog.made))
        self.open_form(dialog)

    def answer_questions(self) -> None:
        """Answer the questions of the programme."""
        pathway, programme = self._shown()
        if pathway is None or programme is None or not programme.questions:
            self.refused.emit(_("This programme asks no questions of its own."))
            return
        asked = self._case.read(answered_questions, pathway.id, programme)
        self.open_form(QuestionsDialog(self.window(), self._case, pathway, programme, asked))

    def _ask_for_stage(self, pathway: Pathway, programme: Programme, stage: str) -> None:
        asked = asked_in_stage(self._case.read(answered_questions, pathway.id, programme), stage)
        if asked:
            self.open_form(QuestionsDialog(self.window(), self._case, pathway, programme, asked, stage=stage))

    def _change_version(self, above: PathwayDialog) -> None:
        above.reject()
        pathway, programme = self._shown()
        if pathway is not None and programme is not None:
            newest = self._newest(programme)
            self.open_form(VersionDialog(self.window(), self._case, pathway, programme, newest))

    def _shown(self) -> tuple[Pathway | None, Programme | None]:
        view = self._view()
        return view.head.pathway, view.programme

    def _newest(self, programme: Programme) -> Programme:
        """Return the newest version that the desk has; the one of the case when the desk has none."""
        known = programmes_to_start(self._case.desk.desk)
        return next((one for one in known if one.code == programme.code), programme)
