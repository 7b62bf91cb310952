"""A group activity with three participants under interruption: in the desk file and in three case files."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

from eletdesk.desk import steps
from eletdesk.desk.cases import erase_case
from eletdesk.desk.desk import Desk
from eletdesk.desk.groups.activities import bin_activity, change_activity, participants_of, record_activity
from eletdesk.desk.groups.rows import read_presences
from eletdesk.desk.groups.views import activities, totals
from eletdesk.domain.group_activity import GroupActivity, Participant
from eletdesk.operations.contacts import record_contact
from eletdesk.queries.group_parts import family_members
from eletdesk.queries.timeline import timeline
from tests.reliability.desk_scenarios import add_noor, cut_off, in_desk, look, make_after, opened
from tests.reliability.scenario import Scenario

WORKSHOP = GroupActivity(
    held_on=date(2026, 11, 18), minutes=90, title="Toneel", note="goed " * 300, participants_without_case=4
)


def record(desk: Desk) -> None:
    """Record the workshop with everybody; the first came with somebody of the family where there is one."""
    rows = [row for row in desk.file.case_keys() if row.state == "active"]
    parts = [Participant(row.case_id, has_attended=at != 1) for at, row in enumerate(rows[:3])]
    record_activity(
        desk, WORKSHOP, [replace(parts[0], member_ids=_family(desk, rows[0].case_id)), *parts[1:]]
    )


def _family(desk: Desk, case_id: str) -> tuple[str, ...]:
    return tuple(member_id for member_id, _name in desk.read(case_id, family_members))


def change(desk: Desk) -> None:
    """Make the newest workshop longer or shorter and leave its last participant out."""
    kept = activities(desk)[0].activity
    longer = replace(kept, minutes=kept.minutes + 5)
    change_activity(desk, kept.id, longer, participants_of(desk, kept.id)[:-1])


def bin_newest(desk: Desk) -> None:
    """Move the newest workshop to the bin; without any there is nothing to do."""
    for fact in activities(desk)[:1]:
        bin_activity(desk, fact.activity.id)


def erase_first(desk: Desk) -> None:
    """Erase the case of somebody who took part."""
    row = next(row for row in desk.file.case_keys() if row.state == "active")
    erase_case(desk, row.case_id, "bin")


def said_of_groups(desk: Desk) -> str:
    """Say what is kept, and that the copy of who took part says what the cases say.

    A case in the bin is looked at when it comes out again: after an error of the disk its copy may be older.
    """
    kept = activities(desk)
    active = {row.case_id for row in desk.file.case_keys() if row.state == "active"}
    copied = [
        part for part in read_presences(desk.file.rows) if not part.is_binned and part.case_id in active
    ]
    assert {part.activity_id for part in copied} <= {fact.activity.id for fact in kept}
    in_cases = sorted(
        (case_id, item.row_id)
        for case_id in active
        for item in desk.read(case_id, timeline)
        if item.title == "Toneel" and item.table == "guidance_session"
    )
    assert sorted((part.case_id, part.row_id) for part in copied) == in_cases, "the copy differs"
    counts = totals(desk).total
    return json.dumps(
        [
            [(fact.activity.minutes, fact.activity.note[:4], len(fact.parts)) for fact in kept],
            [counts.activities, counts.presences, counts.no_shows, counts.parents],
        ]
    )


def look_at_groups(folder: Path) -> str:
    """Open, which settles; say what is kept; then everything that every scenario looks at.

    Something is written in each case: that takes away a journal in which the kill left nothing to go back to.
    """
    desk = opened(folder)
    said = said_of_groups(desk)
    for row in desk.file.case_keys():
        desk.run(row.case_id, record_contact, happened_on=date(2026, 11, 23), with_whom="papa")
    desk.close()
    return said + look(folder)


def _with_groups(scenario: Scenario) -> Scenario:
    return replace(scenario, look=look_at_groups)


_THREE = (add_noor, add_noor)
recorded = _with_groups(in_desk(record, make_after(*_THREE)))
changed = _with_groups(in_desk(change, make_after(*_THREE, record)))
binned = _with_groups(in_desk(bin_newest, make_after(*_THREE, record, record, record)))
undone = _with_groups(in_desk(steps.undo, make_after(*_THREE, record)))
erased = _with_groups(in_desk(erase_first, make_after(*_THREE, add_noor, record)))
recorded_cut_off = _with_groups(cut_off(record, 90, make_after(*_THREE)))
