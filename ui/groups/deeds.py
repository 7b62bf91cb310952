"""What is done with group activities: record, open, do again, move to the bin and back."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from eletdesk.desk.groups.activities import bin_activity, participants_of
from eletdesk.domain.group_activity import GroupActivity, Participant
from eletdesk.errors import EletdeskError
from eletdesk.statistics.activity_counts import ActivityFact
from eletdesk.translation import _
from ui.groups.activity_sheet import ActivitySheet, changing, new_activity
from ui.groups.bin_sheet import ActivityBin
from ui.open_desk import OpenDesk


class GroupDeeds(QObject):
    """Opens the sheets; `told(sentence, can_undo)` and `refused(sentence)` say how it went."""

    told = Signal(str, bool)
    refused = Signal(str)

    def __init__(self, desk: OpenDesk, page: QWidget, *, short_names: bool) -> None:
        super().__init__(page)
        self._desk, self._page, self._short_names = desk, page, short_names
        self._sheet: ActivitySheet | None = None

    def record(self) -> None:
        """Record an activity of today."""
        self._open(new_activity(self._desk), [])

    def open_activity(self, activity_id: str) -> None:
        """Open one activity; what was typed in it before is put back."""
        try:
            found = changing(self._desk, activity_id)
        except EletdeskError as error:
            self.refused.emit(str(error))
            return
        if found is not None:
            self._open(*found)

    def again(self, fact: ActivityFact) -> None:
        """Open a copy of an activity a week later, with the same young people."""
        of = fact.activity
        copy = replace(
            of, id="", held_on=of.held_on + timedelta(days=7), note="", parents_present=0,
            participants_without_case=0, costs_cents=None, is_planned=False, created_at=None,
        )  # fmt: skip
        parts = [Participant(part.case_id) for part in participants_of(self._desk.desk, of.id)]
        self._open(copy, parts, has_draft=False)

    def _open(self, activity: GroupActivity, parts: list[Participant], *, has_draft: bool = True) -> None:
        sheet = ActivitySheet(self._page.window(), self._desk, activity, parts, short_names=self._short_names)
        sheet.saved.connect(lambda sentence: self.told.emit(sentence, True))
        sheet.closed.connect(self._closed)
        self._sheet = sheet
        if has_draft:
            sheet.offer_draft()
        sheet.open()

    def _closed(self, _saved: bool) -> None:
        self._sheet = None

    def keep_drafts(self) -> None:
        """Keep what is being typed."""
        if self._sheet is not None:
            self._sheet.keep_draft()

    def bin(self, fact: ActivityFact) -> None:
        """Move an activity to the bin."""
        try:
            bin_activity(self._desk.desk, fact.activity.id)
        except EletdeskError as error:
            self.refused.emit(str(error))
            return
        self.told.emit(_("The activity is in the bin for 30 days."), True)

    def show_bin(self) -> None:
        """Show the activities in the bin."""
        sheet = ActivityBin(self._page.window(), self._desk)
        sheet.told.connect(lambda sentence: self.told.emit(sentence, True))
        sheet.open()
