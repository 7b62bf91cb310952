"""Keep what stands in the log box two seconds after the last key, on leaving and on lock."""

from eletdesk import clock
from eletdesk.domain.spoken_times import say_time
from eletdesk.errors import EletdeskError, InvalidInputError
from eletdesk.operations.drafts import drop_draft, keep_draft
from eletdesk.operations.log_entry import LOG_FORM, LogEntry, record_log
from eletdesk.queries.case_overview import CaseOverview
from ui.case.log_box import LogBox
from ui.case.reading import CaseView
from ui.open_case import OpenCase


class LogDraft:
    """The draft of one case's log box; keeping never raises, the words stay in the box."""

    def __init__(self, case: OpenCase, box: LogBox) -> None:
        self._case, self._box = case, box
        self._kept: dict[str, str] | None = None

    def offer(self, overview: CaseOverview) -> None:
        """Put a kept draft back into an empty box."""
        if overview.draft is None or self._box.has_words():
            return
        self._kept = dict(overview.draft.values)
        self._box.set_values(self._kept)
        self._box.say_kept(say_time(overview.draft.saved_at.time()))

    def keep(self) -> str:
        """Keep the box as it stands; return a sentence when that did not work."""
        values = self._box.values()
        try:
            if not self._box.has_words():
                self.drop()
            elif values != self._kept:
                self._case.run(keep_draft, form=LOG_FORM, values=values)
                self._kept = values
                self._box.say_kept(say_time(clock.now().time()))
        except EletdeskError as error:
            return str(error)
        return ""

    def save(self, entry: LogEntry, view: CaseView) -> bool:
        """Record what the box holds and empty it; a refusal stands at its field and everything stays.

        It belongs to the pathway that is looked at while that one runs.
        """
        shown = view.head.pathway.id if view.open_pathway and view.head.pathway else ""
        try:
            self._case.run(
                record_log,
                entry=entry,
                today=clock.today(),
                programme=view.programme,
                pathway_id=shown,
            )
        except InvalidInputError as error:
            self._box.refuse(error.field, str(error))
            return False
        except EletdeskError as error:
            self._box.refuse("", str(error))
            return False
        self.forget()
        self._box.clear_box()
        self._box.note.setFocus()
        return True

    def drop(self) -> None:
        """Forget the draft: its words were saved or taken away."""
        if self._kept is not None:
            self._case.run(drop_draft, form=LOG_FORM)
            self.forget()

    def forget(self) -> None:
        """Know that no draft is kept any more."""
        self._kept = None
        self._box.say_kept("")
