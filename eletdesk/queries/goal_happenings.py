"""What the timeline shows of goals, reviews, assessments and steps of care."""

from collections.abc import Iterator

from sqlmodel import Session

from eletdesk.domain.assessment import Assessment
from eletdesk.domain.care_step import CareStep
from eletdesk.domain.goal import Goal, GoalReview, GoalState
from eletdesk.domain.labels import label
from eletdesk.domain.spoken_dates import numeric_date
from eletdesk.programmes.law.care_phases import care_phases
from eletdesk.programmes.law.life_domains import domain_name
from eletdesk.queries.live_rows import live_rows
from eletdesk.queries.timeline_item import TimelineItem
from eletdesk.translation import N_, _, ngettext

_ENDED = {
    GoalState.open: "",
    GoalState.reached: N_("Goal reached"),
    GoalState.partly_reached: N_("Goal partly reached"),
    GoalState.dropped: N_("Goal dropped"),
}


def goal_happenings(session: Session) -> Iterator[TimelineItem]:
    """Yield a goal on the day it was agreed or ended, and each review of it."""
    goals = {goal.id: goal for goal in live_rows(session, Goal)}
    for goal in goals.values():
        is_open = goal.state is GoalState.open or goal.ended_on is None
        title = _(_ENDED[goal.state]) if not is_open else _("Goal agreed")
        agreed = _("agreed on {date}").format(date=numeric_date(goal.agreed_on))
        detail = domain_name(goal.life_domain) if is_open else agreed
        on = goal.agreed_on if is_open or goal.ended_on is None else goal.ended_on
        yield TimelineItem("goal", goal.id, "goal", on, None, title, detail, goal.text)
    for review in live_rows(session, GoalReview):
        if review.goal_id in goals:
            said = _("{score} of 10").format(score=review.score)
            detail = f"{said} · {label('perspective', review.seen_by)}"
            text = "\n".join(part for part in (goals[review.goal_id].text, review.note) if part)
            yield TimelineItem(
                "goal_review", review.id, "goal_review", review.reviewed_on, None, _("Goal reviewed"),
                detail, text,
            )  # fmt: skip


def assessment_happenings(session: Session) -> Iterator[TimelineItem]:
    """Yield each assessment; the scores themselves stand in its own tab."""
    for row in live_rows(session, Assessment):
        count = ngettext("{count} domain", "{count} domains", len(row.scores))
        detail = f"{label('perspective', row.seen_by)} · {count.format(count=len(row.scores))}"
        yield TimelineItem(
            "assessment", row.id, "assessment", row.assessed_on, None, _("How it goes"), detail, row.note,
            is_confidential=row.is_confidential,
        )  # fmt: skip


def care_happenings(session: Session) -> Iterator[TimelineItem]:
    """Yield each step of care on the day it started."""
    for row in live_rows(session, CareStep):
        phase = care_phases().find(row.phase)
        by = ", ".join(part for part in (label("care_actor", row.actor), row.by_whom) if part)
        name = phase.label.said() if phase else row.phase
        text = "\n".join(part for part in (row.what, row.effect) if part.strip())
        yield TimelineItem(
            "care_step", row.id, "care", row.started_on, None, _("Step of care"), f"{name} · {by}", text,
            is_confidential=row.is_confidential,
        )  # fmt: skip
