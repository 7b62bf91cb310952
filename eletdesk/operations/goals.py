"""Agree on goals, look back at them, and end them."""

from datetime import date
from typing import Any

from sqlmodel import Session

from eletdesk import clock
from eletdesk.domain.goal import Goal, GoalReview, GoalState, Perspective
from eletdesk.domain.goal_lines import lines_without_goal
from eletdesk.domain.pathway import Pathway
from eletdesk.errors import InvalidInputError
from eletdesk.operations.finding import row_of, write_changes
from eletdesk.operations.rule_tasks import finish_met_gates
from eletdesk.programmes.law.life_domains import HIGHEST_SCORE, LOWEST_SCORE
from eletdesk.queries.live_rows import live_rows
from eletdesk.queries.present_rows import present_pathway
from eletdesk.translation import _


def add_goal(
    session: Session, /, *, text: str, agreed_on: date | None = None, pathway_id: str = "", **details: Any
) -> Goal:
    """Add a goal to the pathway that runs, or to the one that is named."""
    pathway = present_pathway(session, pathway_id)
    goal = Goal(pathway_id=pathway.id if pathway else None, text="", agreed_on=agreed_on or clock.today())
    _write(goal, {"text": text} | details)
    session.add(goal)
    finish_met_gates(session, clock.today())
    return goal


def change_goal(session: Session, /, goal_id: str, **changes: Any) -> Goal:
    """Change the words of a goal, its domain or who asked for it."""
    if "state" in changes or "ended_on" in changes:
        raise TypeError("a goal is ended by end_goal")
    goal = row_of(session, Goal, goal_id)
    _write(goal, changes)
    return goal


def end_goal(session: Session, /, goal_id: str, *, state: GoalState, ended_on: date | None = None) -> Goal:
    """Say how a goal ended and when; open takes that back."""
    goal = row_of(session, Goal, goal_id)
    on = None if state is GoalState.open else ended_on or clock.today()
    if on is not None and on < goal.agreed_on:
        raise InvalidInputError("ended_on", _("This is before the goal was agreed."))
    write_changes(goal, {"state": state, "ended_on": on})
    return goal


def change_goal_and_state(
    session: Session, /, goal_id: str, *, state: GoalState, ended_on: date | None = None, **changes: Any
) -> Goal:
    """Change a goal and how it stands in one step, so that one undo takes both back."""
    goal = change_goal(session, goal_id, **changes)
    if (state, ended_on) != (goal.state, goal.ended_on):
        end_goal(session, goal_id, state=state, ended_on=ended_on)
    return goal


def review_goal(
    session: Session,
    /,
    goal_id: str,
    *,
    score: int,
    reviewed_on: date | None = None,
    seen_by: Perspective = Perspective.young_person,
    note: str = "",
    state: GoalState = GoalState.open,
) -> GoalReview:
    """Keep how far a goal is, from 0 to 10, in whose eyes; a state other than open ends the goal that day."""
    goal = row_of(session, Goal, goal_id)
    on = reviewed_on or clock.today()
    if on < goal.agreed_on:
        raise InvalidInputError("reviewed_on", _("This is before the goal was agreed."))
    review = GoalReview(
        goal_id=goal.id, reviewed_on=on, score=_checked(score), seen_by=seen_by, note=note.strip()
    )
    session.add(review)
    if state is not GoalState.open:
        end_goal(session, goal_id, state=state, ended_on=on)
    return review


def change_review(session: Session, /, review_id: str, **changes: Any) -> GoalReview:
    """Change a review."""
    review = row_of(session, GoalReview, review_id)
    goal = row_of(session, Goal, review.goal_id)
    _checked(changes.get("score", review.score))
    if changes.get("reviewed_on", review.reviewed_on) < goal.agreed_on:
        raise InvalidInputError("reviewed_on", _("This is before the goal was agreed."))
    write_changes(review, changes)
    return review


def make_goals_of_lines(session: Session, /, pathway_id: str, *, agreed_on: date | None = None) -> list[Goal]:
    """Make a goal of each line of the pathway's text that is none yet; the text itself stays."""
    pathway = row_of(session, Pathway, pathway_id)
    started = max(pathway.round_table_on or pathway.started_on, pathway.started_on)
    on = agreed_on or min(started, clock.today())
    lines = lines_without_goal(pathway.goals, [goal.text for goal in live_rows(session, Goal)])
    return [add_goal(session, text=line, agreed_on=on, pathway_id=pathway.id) for line in lines]


def _write(goal: Goal, changes: dict[str, Any]) -> None:
    if "text" in changes:
        changes = changes | {"text": changes["text"].strip()}
        if not changes["text"]:
            raise InvalidInputError("text", _("Say what has to be different."))
    write_changes(goal, changes)


def _checked(score: Any) -> int:
    if not isinstance(score, int) or not LOWEST_SCORE <= score <= HIGHEST_SCORE:
        raise InvalidInputError("score", _("Give a number from 0 to 10."))
    return score
