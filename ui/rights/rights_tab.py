"""The tab on rights: requests about the file, what goes into a copy, and how long the file is kept."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.domain.labels import label
from eletdesk.domain.rights_request import RightsRequest
from eletdesk.domain.spoken_dates import numeric_date
from eletdesk.errors import EletdeskError
from eletdesk.operations.finding import row_of
from eletdesk.operations.rights import exclude_row
from eletdesk.queries.inspection import inspection_notes
from eletdesk.queries.live_rows import live_rows
from eletdesk.translation import _
from ui.case.form_dialog import FormDialog
from ui.case.icon_row import IconRow
from ui.case.reading import CaseView
from ui.open_case import OpenCase
from ui.rights.copy_dialog import CopyDialog
from ui.rights.notes_card import NotesCard
from ui.rights.request_dialog import AnswerDialog, RequestDialog
from ui.rights.term_card import TermCard
from ui.widgets.buttons import quiet, secondary, soft
from ui.widgets.card import Card
from ui.widgets.keeping_focus import keeping_focus
from ui.widgets.labels import small
from ui.widgets.layouts import Column


class RightsTab(QWidget):
    """Everything by keyboard: ask, decide, answer, hand over."""

    toast_requested = Signal(str, bool)
    problem_requested = Signal(str)

    def __init__(self, case: OpenCase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self._requests: list[RightsRequest] = []
        self.requests = Card(_("Requests about the file"))
        self.requests.add_action(soft(_("Add a request"), self.add_request, icon_name="add", sz="s"))
        self.notes = NotesCard()
        self.notes.add_action(secondary(_("Make a copy"), self.make_copy, icon_name="export", sz="s"))
        self.term = TermCard(case)
        self._rows = Column(gap=0)
        column = Column(self, gap=14)
        for part in (self.requests, self.notes, self.term):
            column.addWidget(part)
        self.notes.ground_chosen.connect(self._exclude)

    def show_case(self, view: CaseView) -> None:
        """Read requests and notes again."""
        self._requests = sorted(
            self._case.read(live_rows, RightsRequest),
            key=lambda one: (one.handled_on is not None, one.due_on or one.received_on),
        )
        with keeping_focus(self.requests):
            self._show_requests()
        self.notes.show_notes(self._case.read(inspection_notes))
        self.term.show_case(view)

    def keep_drafts(self) -> None:
        """Lose no ground that was just chosen."""
        self.notes.flush()

    def show_row(self, row_id: str) -> None:
        """Open one request."""
        if any(one.id == row_id for one in self._requests):
            self.edit_request(row_id)

    def _show_requests(self) -> None:
        self.requests.clear()
        for request in self._requests:
            self.requests.add_row(self._row(request))
        if not self._requests:
            text = _("Nobody asked to see, copy or correct this file.")
            self.requests.add(small(text, wrap=True))

    def _row(self, request: RightsRequest) -> QWidget:
        name = label("request", request.kind)
        change = quiet(_("Change"), lambda: self.edit_request(request.id), sz="s")
        change.setAccessibleName(_("Change: {what}").format(what=name))
        ends = [change]
        asked = _("asked on {date}").format(date=numeric_date(request.received_on))
        who = request.asked_by or (_("the young person") if request.is_young_person else "")
        if request.handled_on is not None:
            second, colour = _("answered on {date}").format(date=numeric_date(request.handled_on)), "ok"
        else:
            due_on = request.due_on or request.received_on
            second = _("answer before the end of {date}").format(date=numeric_date(due_on))
            colour = "danger" if due_on < clock.today() else "warn"
            answer = soft(_("Answered"), lambda: self.answer_request(request.id), sz="s")
            answer.setAccessibleName(_("Answered: {what}").format(what=name))
            ends.insert(0, answer)
        text = " · ".join(part for part in (who, asked, second) if part)
        return IconRow("consent", name, text, colour=colour, ends=ends, wraps=True, margins=(16, 10, 12, 10))

    def _open(self, dialog: FormDialog, row_id: str = "") -> None:
        dialog.saved.connect(self._told)
        dialog.offer_draft(row_id)
        dialog.open()

    def _told(self, sentence: str) -> None:
        self.toast_requested.emit(sentence, True)

    def add_request(self) -> None:
        """Record a request."""
        self._open(RequestDialog(self.window(), self._case))

    def edit_request(self, request_id: str) -> None:
        """Change a request."""
        row = self._case.read(row_of, RightsRequest, request_id)
        self._open(RequestDialog(self.window(), self._case, row), request_id)

    def answer_request(self, request_id: str) -> None:
        """Record the answer to a request."""
        row = self._case.read(row_of, RightsRequest, request_id)
        self._open(AnswerDialog(self.window(), self._case, row), request_id)

    def make_copy(self) -> None:
        """Make the copy that leaves, for the one who asked last."""
        self.notes.flush()
        notes = self._case.read(inspection_notes)
        out = sum(bool(note.grounds) for note in notes)
        waiting = [one for one in self._requests if one.handled_on is None]
        asked_by = waiting[0].asked_by if waiting and not waiting[0].is_young_person else ""
        dialog = CopyDialog(self.window(), self._case, asked_by, withheld=out, shown=len(notes) - out)
        dialog.made.connect(self._copy_made)
        dialog.open()

    def _copy_made(self, _path: object) -> None:
        self.toast_requested.emit(_("The copy is made. The desk remembers that it left."), False)

    def _exclude(self, table: str, row_id: str, ground: str) -> None:
        try:
            self._case.run(exclude_row, table, row_id, [ground] if ground else [])
        except EletdeskError as error:
            self.problem_requested.emit(str(error))
            return
        said = _("This note stays out of a copy") if ground else _("This note goes along in a copy")
        self.toast_requested.emit(said, True)
