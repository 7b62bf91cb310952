"""The sheets for a goal: what it is, how far it is, and goals made of the lines of the plan."""

from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.domain.goal import Goal, GoalReview, GoalState, Perspective
from eletdesk.domain.labels import choices
from eletdesk.errors import InvalidInputError
from eletdesk.operations.goals import add_goal, change_goal_and_state, change_review, review_goal
from eletdesk.programmes.law.life_domains import domain_name, life_domains
from eletdesk.translation import _
from ui.case.fields import FormField, choice, day, note
from ui.case.form_dialog import FormDialog
from ui.open_case import OpenCase
from ui.widgets.labels import Label
from ui.widgets.score_field import ScoreField


def domain_choices(kept: str = "") -> list[tuple[str, str]]:
    """Return the domains that a goal may be about; one that left the list stays for a goal that has it."""
    known = [(domain.code, domain.label.said()) for domain in life_domains()]
    if kept and kept not in dict(known):
        known.append((kept, domain_name(kept)))
    return [("", _("Not said")), *known]


def score(name: str, label: str, value: int | None = None, hint: str = "") -> FormField:
    """Make a field for a score from 0 to 10."""
    widget = ScoreField(value)
    return FormField(name, label, widget, widget.score, hint)


class GoalDialog(FormDialog):
    """Agree on a goal, or change one; one that exists also says how it stands."""

    def __init__(
        self, window: QWidget, case: OpenCase, row: Goal | None = None, pathway_id: str = ""
    ) -> None:
        super().__init__(window, _("Goal") if row else _("Agree on a goal"), width=560)
        self._case, self._row, self._pathway_id = case, row, pathway_id
        kept = row or Goal(text="", agreed_on=clock.today())
        self.put(note("text", _("What has to be different?"), kept.text, lines=2))
        self.put(
            choice("life_domain", _("About"), domain_choices(kept.life_domain), kept.life_domain),
            choice("asked_by", _("Asked by"), choices("perspective"), kept.asked_by, kind=Perspective),
        )
        self.put(day("agreed_on", _("Agreed on"), kept.agreed_on, optional=False))
        if row:
            self.put(
                choice("state", _("How it stands"), choices("goal"), kept.state, kind=GoalState),
                day("ended_on", _("Ended on"), kept.ended_on),
            )
        self.put(note("note", _("Note"), kept.note, lines=2))
        self.finish()

    def keep(self) -> str:
        """Keep it."""
        found = self.values()
        found["agreed_on"] = found["agreed_on"] or clock.today()
        if self._row is None:
            self.run(add_goal, pathway_id=self._pathway_id, **found)
            return _("Goal added")
        self.run(change_goal_and_state, self._row.id, **found)
        return _("Goal saved")


class ReviewDialog(FormDialog):
    """Look back at a goal: a score in the eyes of one person, and whether it ends here."""

    def __init__(self, window: QWidget, case: OpenCase, goal: Goal, row: GoalReview | None = None) -> None:
        super().__init__(window, _("How far is this goal?"), width=560)
        self._case, self._goal, self._row = case, goal, row
        self.form.add_widget(Label(goal.text, role="strong", wrap=True))
        kept = row or GoalReview(goal_id=goal.id, reviewed_on=clock.today(), score=0)
        hint = _("0 is not at all, 10 is reached. Type the number.")
        self.put(score("score", _("Score"), row.score if row else None, hint))
        self.put(
            choice("seen_by", _("In the eyes of"), choices("perspective"), kept.seen_by, kind=Perspective),
            day("reviewed_on", _("Day"), kept.reviewed_on, optional=False),
        )
        self.put(note("note", _("Note"), kept.note, lines=2))
        if row is None:
            self.put(choice("state", _("And now?"), choices("goal"), goal.state, kind=GoalState))
        self.finish(_("Save"))

    def keep(self) -> str:
        """Keep it."""
        found = self.values()
        if found["score"] is None:
            raise InvalidInputError("score", _("Give a number from 0 to 10."))
        found["reviewed_on"] = found["reviewed_on"] or clock.today()
        if self._row is None:
            self.run(review_goal, self._goal.id, **found)
        else:
            self.run(change_review, self._row.id, **found)
        return _("Review saved")
