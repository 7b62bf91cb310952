"""A desk with three young people and a theatre workshop, for the tests of group activities."""

from datetime import date, datetime, time

from eletdesk.desk.desk import Desk
from eletdesk.desk.groups.activities import record_activity
from eletdesk.domain.contact_moment import ContactMoment
from eletdesk.domain.group_activity import GroupActivity, Participant
from eletdesk.domain.guidance_session import GuidanceSession
from eletdesk.queries.group_parts import family_members
from eletdesk.queries.live_rows import live_rows

NOW = datetime.combine(date(2026, 11, 23), time(9, 30))
ON = date(2026, 11, 18)
WORKSHOP = GroupActivity(
    held_on=ON, starts_at=time(15, 30), minutes=90, title="Toneel", project="Samen door de stad",
    objective="Welbevinden", school="Atheneum Zuid", municipality_nis="21004", participants_without_case=4,
    parents_present=2, is_in_school=True,
)  # fmt: skip


def sessions(desk: Desk, case_id: str) -> list[GuidanceSession]:
    return desk.read(case_id, live_rows, GuidanceSession)


def contacts(desk: Desk, case_id: str) -> list[ContactMoment]:
    return desk.read(case_id, live_rows, ContactMoment)


def mother(desk: Desk, case_id: str) -> str:
    return desk.read(case_id, family_members)[0][0]


def record_three(desk: Desk, people: list[str]) -> GroupActivity:
    noor, ilyas, mathis = people
    parts = (
        Participant(noor, member_ids=(mother(desk, noor),)),
        Participant(ilyas),
        Participant(mathis, has_attended=False),
    )
    return record_activity(desk, WORKSHOP, parts)
