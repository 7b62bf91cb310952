"""Invented group activities for the demo desk: a weekly workshop, a class, a team."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import time, timedelta
from typing import TYPE_CHECKING

from eletdesk import clock
from eletdesk.desk.groups.activities import record_activity
from eletdesk.desk.groups.words import newest_programme
from eletdesk.domain.group_activity import GroupActivity, Participant

if TYPE_CHECKING:
    from eletdesk.desk.desk import Desk

_WEEKS = (4, 5, 6)
_MEMBERS, _EVERY = 7, 8
_ABSENT_EVERY = 5


def fill_groups(desk: "Desk", case_ids: Sequence[str]) -> None:
    """Record a few activities of the last weeks; everybody in them is invented."""
    today = clock.today()
    programme = newest_programme(desk, "das")
    workshop = GroupActivity(
        held_on=today, starts_at=time(15, 30), minutes=90, title="Toneel", project="Samen door de stad",
        programme_code="das" if programme else "", programme_version=programme.version if programme else 0,
        objective="psychosocial", call_period="later", school="Atheneum Zuid", municipality_nis="21004",
        leader=desk.worker, place="Polyvalente zaal", parents_present=2,
    )  # fmt: skip
    people = case_ids[::_EVERY][:_MEMBERS]
    for week in _WEEKS:
        parts = [Participant(each, (week + at) % _ABSENT_EVERY != 0) for at, each in enumerate(people)]
        on = today - timedelta(weeks=week)
        record_activity(desk, replace(workshop, held_on=on, participants_without_case=week), parts)
    at_school = replace(
        workshop, project="Interventies op school", objective="", call_period="", programme_code="naft",
        programme_version=1, is_in_school_time=True, starts_at=time(10, 20), minutes=50, place="",
        parents_present=0,
    )  # fmt: skip
    on, later = today - timedelta(days=33), today - timedelta(days=20)
    record_activity(desk, replace(at_school, held_on=on, title="Zorgteam", level="team_school"))
    lesson = replace(at_school, held_on=later, title="Klasgesprek over pesten", level="class")
    record_activity(desk, replace(lesson, participants_without_case=21))
