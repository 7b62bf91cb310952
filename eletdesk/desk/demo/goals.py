"""Goals, scores and steps of care of the invented young people of the practice desk."""

from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from eletdesk import clock
from eletdesk.desk.demo.people import CARE, DOMAINS, GOALS

if TYPE_CHECKING:
    from sqlmodel import Session

_EVERY_DAYS = 28


def fill_goals(session: "Session", random: Random, started: date) -> None:
    """Agree on goals at the start, and look back at them and at life every four weeks."""
    from eletdesk.domain.goal import Perspective  # noqa: PLC0415
    from eletdesk.operations.assessments import record_assessment  # noqa: PLC0415
    from eletdesk.operations.goals import add_goal, review_goal  # noqa: PLC0415

    made = [add_goal(session, text=text, life_domain=domain, agreed_on=started) for text, domain in GOALS]
    session.flush()
    scores = {domain: random.randint(2, 6) for domain in DOMAINS}
    on = started
    while on <= clock.today():
        record_assessment(session, scores=dict(scores), assessed_on=on)
        if on == started:
            seen = {"school": random.randint(1, 5), "agreements": random.randint(1, 5)}
            record_assessment(session, scores=seen, assessed_on=on, seen_by=Perspective.school)
        for goal in made[: 1 if on == started else 2]:
            review_goal(session, goal.id, score=scores[goal.life_domain], reviewed_on=on)
        scores = {
            code: min(10, max(0, score + random.choice((-1, 0, 1, 1, 2)))) for code, score in scores.items()
        }
        on += timedelta(days=_EVERY_DAYS)


def fill_care(session: "Session", random: Random, started: date) -> None:
    """Note what school and CLB tried before the pathway started."""
    from eletdesk.domain.care_step import CareActor  # noqa: PLC0415
    from eletdesk.operations.care_steps import record_care_step  # noqa: PLC0415

    for phase, actor, by_whom, what, effect, before in CARE:
        first = started - timedelta(days=before + random.randint(0, 10))
        record_care_step(
            session, phase=phase, actor=CareActor(actor), by_whom=by_whom, what=what, effect=effect,
            started_on=first, ended_on=first + timedelta(days=21),
        )  # fmt: skip
