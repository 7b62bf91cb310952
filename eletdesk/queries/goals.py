"""The goals of a case with their reviews and the sessions that worked on them, and its assessments."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from eletdesk.domain.assessment import Assessment
from eletdesk.domain.change_picture import Change, ScorePoint, changes_by_domain
from eletdesk.domain.goal import Goal, GoalReview, GoalState, Perspective
from eletdesk.domain.goal_lines import lines_without_goal
from eletdesk.domain.guidance_session import GuidanceSession
from eletdesk.programmes.law.life_domains import life_domains
from eletdesk.queries.live_rows import live_rows
from eletdesk.queries.present_rows import present_pathway


@dataclass(frozen=True, slots=True)
class TouchedIn:
    """A session in which a goal was worked on."""

    session_id: str
    held_on: date
    title: str


@dataclass(frozen=True)
class GoalLine:
    """One goal; reviews the oldest first, sessions the newest first."""

    goal: Goal
    reviews: tuple[GoalReview, ...]
    sessions: tuple[TouchedIn, ...]

    @property
    def is_open(self) -> bool:
        """Tell whether it is still worked on."""
        return self.goal.state is GoalState.open

    @property
    def progress(self) -> Change | None:
        """Return how its score moved; None before the first review."""
        points = tuple(ScorePoint(review.reviewed_on, review.score) for review in self.reviews)
        return Change(self.goal.id, points) if points else None


@dataclass(frozen=True)
class GoalsOfCase:
    """All goals: those that are worked on first; lines are goals typed in the pathway and not made yet."""

    open: tuple[GoalLine, ...]
    ended: tuple[GoalLine, ...]
    lines: tuple[str, ...]
    pathway_id: str


def goals_of_case(session: Session, pathway_id: str = "") -> GoalsOfCase:
    """Read the goals of a case; lines are those of the pathway that is looked at."""
    goals = sorted(live_rows(session, Goal), key=lambda goal: (goal.agreed_on, goal.id))
    reviews = sorted(live_rows(session, GoalReview), key=lambda row: (row.reviewed_on, row.id))
    touched = _touched(session)
    lines = [
        GoalLine(
            goal, tuple(row for row in reviews if row.goal_id == goal.id), tuple(touched.get(goal.id, ()))
        )
        for goal in goals
    ]
    pathway = present_pathway(session, pathway_id)
    typed = lines_without_goal(pathway.goals, [goal.text for goal in goals]) if pathway else ()
    ended = sorted(
        (line for line in lines if not line.is_open), key=lambda line: line.goal.ended_on or date.min
    )
    return GoalsOfCase(
        open=tuple(line for line in lines if line.is_open),
        ended=tuple(reversed(ended)),
        lines=typed,
        pathway_id=pathway.id if pathway else "",
    )


def open_goals(session: Session) -> list[Goal]:
    """Return the goals that are worked on, for a sheet in which they can be ticked."""
    return [goal for goal in live_rows(session, Goal) if goal.state is GoalState.open]


def goals_to_tick(session: Session, ticked: list[str]) -> list[tuple[str, str]]:
    """Return id and words of the goals that a session may tick: the open ones and those ticked already."""
    goals = sorted(live_rows(session, Goal), key=lambda goal: (goal.agreed_on, goal.id))
    return [(goal.id, goal.text) for goal in goals if goal.state is GoalState.open or goal.id in ticked]


@dataclass(frozen=True)
class AssessmentsOfCase:
    """Every assessment, the newest first, and the changes in the eyes of each person who was asked."""

    rows: tuple[Assessment, ...]
    changes: dict[Perspective, tuple[Change, ...]]


def assessments_of_case(session: Session) -> AssessmentsOfCase:
    """Read the assessments of a case."""
    rows = sorted(live_rows(session, Assessment), key=lambda row: (row.assessed_on, row.id))
    order = [domain.code for domain in life_domains()]
    seen = [perspective for perspective in Perspective if any(row.seen_by is perspective for row in rows)]
    changes = {
        perspective: changes_by_domain(
            [(row.assessed_on, row.scores) for row in rows if row.seen_by is perspective], order
        )
        for perspective in seen
    }
    return AssessmentsOfCase(tuple(reversed(rows)), changes)


def _touched(session: Session) -> dict[str, list[TouchedIn]]:
    found: dict[str, list[TouchedIn]] = {}
    rows = sorted(live_rows(session, GuidanceSession), key=lambda row: (row.held_on, row.id), reverse=True)
    for row in rows:
        for goal_id in row.goal_ids:
            found.setdefault(goal_id, []).append(TouchedIn(row.id, row.held_on, row.title))
    return found
