"""One goal on the screen: its words, how far it is, its reviews, and what can be done with it."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eletdesk.domain.change_picture import say_change
from eletdesk.domain.goal import GoalReview, GoalState
from eletdesk.domain.labels import label
from eletdesk.domain.spoken_dates import short_date
from eletdesk.programmes.law.life_domains import domain_name
from eletdesk.queries.goals import GoalLine
from eletdesk.translation import _, ngettext
from ui.goals.focus_keeper import keyed
from ui.goals.score_track import ScoreTrack
from ui.widgets.buttons import Button, icon_button, secondary
from ui.widgets.chip import Chip
from ui.widgets.flow import Flow
from ui.widgets.labels import IconLabel, Label
from ui.widgets.layouts import LEFT, TOP, Column, Row

_TONES = {GoalState.reached: "ok", GoalState.partly_reached: "info", GoalState.dropped: "neutral"}
_REVIEWS_SHOWN = 3


class GoalRow(QWidget):
    """Signals carry the goal, or the review that is to be changed."""

    review_asked = Signal(str)
    edit_asked = Signal(str)
    erase_asked = Signal(str)
    review_edit_asked = Signal(str)

    def __init__(self, line: GoalLine, today: date, *, all_reviews: bool = False) -> None:
        super().__init__()
        self._line, self._today = line, today
        row = Row(self, gap=12, margins=(16, 12, 12, 12))
        row.addWidget(IconLabel("goal", colour="accent" if line.is_open else "text3"), 0, TOP)
        words = Column(gap=4)
        row.addLayout(words, 1)
        words.addWidget(Label(line.goal.text, wrap=True))
        words.addWidget(Label(self._about(), role="small", tone="text2", wrap=True))
        if line.goal.note.strip():
            words.addWidget(Label(line.goal.note, role="small", tone="text2", wrap=True))
        if line.progress is not None:
            words.addWidget(ScoreTrack(line.progress, say_change(line.progress, _("Progress"), today)))
        if not line.is_open:
            state = line.goal.state
            words.addWidget(Chip(label("goal", state), tone=_TONES[state], icon_name="outcome"), 0, LEFT)
        shown = line.reviews if all_reviews else line.reviews[-_REVIEWS_SHOWN:]
        for review in reversed(shown):
            words.addLayout(self._review(review))
        hidden = len(line.reviews) - len(shown)
        if hidden:
            more = ngettext("{count} older review", "{count} older reviews", hidden)
            words.addWidget(Label(more.format(count=hidden), role="caption", tone="text3"))
        words.addWidget(self._buttons())

    def _about(self) -> str:
        goal, today = self._line.goal, self._today
        parts = [
            domain_name(goal.life_domain) if goal.life_domain else "",
            _("asked by: {who}").format(who=label("perspective", goal.asked_by)),
            _("agreed {date}").format(date=short_date(goal.agreed_on, today)),
        ]
        if goal.ended_on:
            parts.append(_("ended {date}").format(date=short_date(goal.ended_on, today)))
        touched = self._line.sessions
        if touched:
            said = ngettext("{count} session, on {date}", "{count} sessions, last on {date}", len(touched))
            parts.append(said.format(count=len(touched), date=short_date(touched[0].held_on, today)))
        return " · ".join(part for part in parts if part)

    def _review(self, review: GoalReview) -> Row:
        score = _("{score} of 10").format(score=review.score)
        on = short_date(review.reviewed_on, self._today)
        said = " · ".join((on, score, label("perspective", review.seen_by)))
        text = f"{said}: {review.note.strip()}" if review.note.strip() else said
        row = Row(gap=8)
        row.addWidget(Label(text, role="small", tone="text2", wrap=True), 1)
        says = _("Change the review of {date}").format(date=on)
        button = icon_button("write", says, partial(self.review_edit_asked.emit, review.id), sz="s")
        row.addWidget(keyed(button, f"review:{review.id}"), 0, TOP)
        return row

    def _buttons(self) -> QWidget:
        goal = self._line.goal
        name = goal.text.strip().split("\n", maxsplit=1)[0]
        look = secondary(
            _("Look back"), partial(self.review_asked.emit, goal.id), icon_name="assessment", sz="s"
        )
        look.setAccessibleName(_("Look back: {goal}").format(goal=name))
        change = icon_button(
            "write", _("Change {name}").format(name=name), partial(self.edit_asked.emit, goal.id)
        )
        erase = icon_button(
            "erase", _("Move {name} to the bin").format(name=name), partial(self.erase_asked.emit, goal.id)
        )
        buttons: list[tuple[str, Button]] = [("look", look)] if self._line.is_open else []
        flow = Flow(gap=6)
        for key, button in (*buttons, ("change", change), ("erase", erase)):
            flow.add(keyed(button, f"{key}:{goal.id}"))
        return flow
