"""What can be done on the tab on follow-up: write down, start, answer, try again."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.domain.enrolment import Enrolment
from eletdesk.domain.situation import Situation
from eletdesk.domain.spoken_dates import short_date
from eletdesk.errors import EletdeskError
from eletdesk.operations.attempts import log_no_answer
from eletdesk.operations.finding import row_of
from eletdesk.operations.follow_ups import EXIT, LEFT_EDUCATION
from eletdesk.queries.follow_up_view import FollowUpView
from eletdesk.translation import _
from ui.case.dialogs.enrolment_dialog import EnrolmentDialog
from ui.case.reading import CaseView
from ui.case.sheet_opener import SheetOpener
from ui.follow_up.okot_dialog import OkotDialog
from ui.follow_up.situation_dialog import SituationDialog
from ui.follow_up.term_dialogs import ClockDialog, FollowUpDialog
from ui.open_case import OpenCase


class FollowUpActions(SheetOpener):
    """Each opens a sheet or does one thing; the tab shows the case again by itself."""

    def __init__(
        self,
        page: QWidget,
        case: OpenCase,
        view: Callable[[], CaseView],
        found: Callable[[], FollowUpView],
    ) -> None:
        super().__init__(page, case, view)
        self._found = found

    def add_situation(self) -> None:
        """Write down what the young person does now."""
        self.open_form(SituationDialog(self.window(), self._case, self._found()))

    def edit_situation(self, row_id: str) -> None:
        """Change one situation."""
        row = self._case.read(row_of, Situation, row_id)
        self.open_form(SituationDialog(self.window(), self._case, self._found(), row), row_id)

    def start_clock(self) -> None:
        """Start the terms from leaving education, proposed on the day on which school was left."""
        on = self._found().left_on
        self.open_form(ClockDialog(self.window(), self._case, starts=LEFT_EDUCATION, on=on))

    def start_looks(self) -> None:
        """Start the follow-up after 6, 12 and 18 months, proposed on the day on which the pathway closed."""
        pathway = self._view().head.pathway
        on = pathway.closed_on if pathway else None
        found = self._found()
        self.open_form(
            ClockDialog(self.window(), self._case, starts=EXIT, on=on, pathway_id=found.pathway_id)
        )

    def record(self, row_id: str) -> None:
        """Write down what was found at a term."""
        lines = [line for line in self._found().lines if line.row_id == row_id]
        for line in lines:
            sheet = FollowUpDialog(self.window(), self._case, line, self._view().programme)
            self.open_form(sheet, row_id)

    def answer_okot(self) -> None:
        """Answer the conditions of OKOT."""
        found = self._found()
        self.open_form(OkotDialog(self.window(), self._case, found.okot, found.pathway_id))

    def edit_school(self, row_id: str = "") -> None:
        """Change a school, or write down another one."""
        row = self._case.read(row_of, Enrolment, row_id) if row_id else None
        self.open_form(EnrolmentDialog(self.window(), self._case, row), row_id)

    def log_no_answer(self) -> None:
        """Record an attempt without an answer, now; the next one becomes a task."""
        tell_no_answer(self, self._case)


def tell_no_answer(opener: SheetOpener, case: OpenCase) -> None:
    """Record an attempt without an answer and say when to try again."""
    now = clock.now()
    try:
        task = case.run(log_no_answer, on=now.date(), at=now.time().replace(second=0, microsecond=0))
    except EletdeskError as error:
        opener.refused.emit(str(error))
        return
    said = short_date(task.due_on, now.date()) if task.due_on else ""
    opener.told.emit(_("No answer noted. Try again {date}.").format(date=said), True)
