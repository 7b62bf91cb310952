"""People whose every field tries to be something else: code, a formula, a long word, another direction."""

from collections.abc import Callable
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any

from eletdesk.desk.cases import open_case
from eletdesk.desk.desk import Desk
from eletdesk.desk.new_case import NewCase, fill_case, present_programme
from tests.ui.desk_fixtures import TODAY

if TYPE_CHECKING:
    from sqlmodel import Session

HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "<b>dik</b> &amp; &nbsp;",
    "=1+1",
    "Donaudampfschifffahrtsgesellschaftskapitänswitwe" * 2,
    "שלום עולם \u202etxt.exe",
    "{name} %s %(x)s \\n & && _",
)


def hostile_case(text: str) -> NewCase:
    """Return a case with the same unfriendly words in every field."""
    return NewCase(
        person={
            "given_name": text, "family_name": text, "birth_on": date(2010, 3, 4), "street": text,
            "home_language": text[:60], "remarks": text, "phone": text[:40],
        },
        enrolment={"school": text, "year_label": text[:60], "study": text, "finality": "labour_market"},
        members=(
            {"name": text, "role": "mother", "phone": text[:40], "organisation": text, "reach_note": text},
        ),
        pathway={"question": text, "referrer": text, "referrer_centre": text},
    )  # fmt: skip


def fill_hostile(desk: Desk) -> list[str]:
    """Open one case for each unfriendly text, with something of everything in it."""
    programme = present_programme(desk)
    return [open_case(desk, _everything(text, programme)) for text in HOSTILE]


def _everything(text: str, programme: Any) -> Callable[["Session"], Any]:
    from eletdesk.domain.care_step import CareActor
    from eletdesk.operations.assessments import record_assessment
    from eletdesk.operations.care_steps import record_care_step
    from eletdesk.operations.contacts import record_contact
    from eletdesk.operations.goals import add_goal, review_goal
    from eletdesk.operations.sessions import plan_session, record_session
    from eletdesk.operations.tasks import add_task
    from eletdesk.operations.time_outs import record_time_out

    def fill(session: "Session") -> None:
        fill_case(session, hostile_case(text), programme, TODAY - timedelta(days=60))
        record_session(
            session, held_on=TODAY - timedelta(days=20), minutes=45, programme=programme, note=text,
            title=text, topics=[text[:30]],
        )  # fmt: skip
        record_contact(session, happened_on=TODAY - timedelta(days=18), with_whom=text, note=text, minutes=5)
        plan_session(session, held_on=TODAY, starts_at=time(9, 30), minutes=45, title=text)
        add_task(session, title=text, due_on=TODAY)
        goal = add_goal(session, text=text, note=text, agreed_on=TODAY - timedelta(days=30))
        session.flush()
        for days, score in ((20, 2), (1, 9)):
            on = TODAY - timedelta(days=days)
            review_goal(session, goal.id, score=score, reviewed_on=on, note=text)
            record_assessment(session, scores={"school": score, "friends": 5}, assessed_on=on, note=text)
        record_care_step(
            session, phase="phase_1", actor=CareActor.external, what=text, effect=text, by_whom=text[:200]
        )
        record_time_out(
            session, starts_on=TODAY - timedelta(days=2), ends_on=TODAY + timedelta(days=4), note=text,
            agreed_with=text, school_godparent=text,
        )  # fmt: skip

    return fill
