"""Write down what the young person does now, and what that means for the clocks."""

from typing import Any

from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.domain.labels import choices
from eletdesk.domain.situation import Occupation, Situation
from eletdesk.operations.situations import change_situation, set_situation
from eletdesk.programmes.law.youth_guarantee import youth_guarantee
from eletdesk.queries.follow_up_view import FollowUpView
from eletdesk.translation import _
from ui.case.career_choices import YES_NO, YES_NO_CODES, yes_no_choices
from ui.case.fields import choice, day, note, tick, words
from ui.case.form_dialog import FormDialog
from ui.open_case import OpenCase

OUT_OF_EDUCATION = (Occupation.job_seeker, Occupation.inactive)


class SituationDialog(FormDialog):
    """What, since when, registered with whom; a new one can start the clock or end it."""

    def __init__(
        self, window: QWidget, case: OpenCase, view: FollowUpView, row: Situation | None = None
    ) -> None:
        super().__init__(
            window, _("Situation") if row else _("What does the young person do now?"), width=620
        )
        self._case, self._row, self._view = case, row, view
        kept = row or Situation(since_on=clock.today())
        occupations = choices("occupation")
        self.put(
            choice("occupation", _("Situation"), occupations, kept.occupation, kind=Occupation),
            day("since_on", _("Since"), kept.since_on, optional=False),
        )
        self.put(
            words("registered_with", _("Registered with"), kept.registered_with, placeholder="VDAB, Actiris"),
            day("registered_on", _("Registered on"), kept.registered_on),
        )
        self.put(
            day(
                "integration_period_ended_on", _("Integration period ended on"),
                kept.integration_period_ended_on, looks="forward",
            )
        )  # fmt: skip
        self.put(
            choice(
                "had_recent_training", _("Lesson or training in the last 4 weeks"), yes_no_choices(),
                YES_NO_CODES[kept.had_recent_training], kind=YES_NO.__getitem__,
            )
        )  # fmt: skip
        if row:
            self.put(day("until_on", _("Until"), kept.until_on))
        self.put(note("note", _("Note"), kept.note, lines=2))
        if row is None:
            self._put_clocks()
        self.finish()

    def _put_clocks(self) -> None:
        """Offer what a new situation does to the terms; shown only where it does something."""
        self.put(tick("starts_clock", _("Start the Youth Guarantee clock on that day")))
        self.put(tick("meets_offer", _("This is the offer: the open term for an offer is met")))
        self.widget("occupation").currentIndexChanged.connect(self._follow)
        self._follow()

    def _follow(self, _changed: Any = None) -> None:
        occupation = self.read("occupation")
        waits = any(line.done_on is None and line.looks_for == "offer" for line in self._view.lines)
        starts = occupation in OUT_OF_EDUCATION and not waits
        meets = waits and youth_guarantee().finding_of(occupation, "offer") is not None
        for name, is_offered in (("starts_clock", starts), ("meets_offer", meets)):
            box = self.widget(name)
            box.setVisible(is_offered)
            box.setChecked(is_offered and (name == "meets_offer" or self._view.is_of_age is not False))
        self.fit()

    def keep(self) -> str:
        """Keep it; what was not in sight is not done."""
        found = self.values()
        found["since_on"] = found["since_on"] or clock.today()
        if self._row is None:
            self.run(set_situation, **found)
        else:
            self.run(change_situation, self._row.id, **found)
        return _("Situation saved")
