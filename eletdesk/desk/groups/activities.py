"""Record, change, bin and restore group activities, each with its participants, as one step."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from eletdesk import clock
from eletdesk.desk.cases import BIN_DAYS
from eletdesk.desk.groups.rows import forget_old_activities, read_activity, read_presences
from eletdesk.desk.groups.words import level_choices
from eletdesk.desk.groups.writing import CaseDeed, write_activity
from eletdesk.domain.group_activity import GroupActivity, Participant, checked
from eletdesk.domain.row_id import new_id
from eletdesk.errors import InvalidInputError, NotFoundError
from eletdesk.queries.register.views import index_card
from eletdesk.translation import _

if TYPE_CHECKING:
    from sqlmodel import Session

    from eletdesk.desk.desk import Desk
    from eletdesk.programmes.definition import Programme

_IN_CASES = (
    "held_on",
    "starts_at",
    "minutes",
    "title",
    "project",
    "level",
    "is_in_school",
    "is_in_school_time",
)
"""What the sessions in the cases take over: another note or objective opens no case."""


def record_activity(
    desk: "Desk", activity: GroupActivity, participants: Sequence[Participant] = ()
) -> GroupActivity:
    """Record an activity once, with a session in the case of each participant; return it with its id.

    On a day that is still to come it is planned, and nothing of it counts.
    """
    kept, removed = _ready(desk, activity)
    kept = replace(kept, id=new_id(), created_at=clock.now(), deleted_at=None)
    _each_once(participants)
    deeds = [_keep(desk, kept, participant) for participant in participants]
    write_activity(desk, "record_activity", None, kept, deeds, removed)
    return kept


def change_activity(
    desk: "Desk", activity_id: str, activity: GroupActivity, participants: Sequence[Participant]
) -> GroupActivity:
    """Change an activity and who took part; whoever is not in participants any more goes to the bin."""
    before = _live(desk, activity_id)
    kept, removed = _ready(desk, activity)
    kept = replace(kept, id=activity_id, created_at=before.created_at, deleted_at=None)
    _each_once(participants)
    moved = any(getattr(before, name) != getattr(kept, name) for name in _IN_CASES)
    moved = moved or before.is_planned != kept.is_planned
    known = {part.case_id: part for part in participants_of(desk, activity_id)}
    deeds = [_keep(desk, kept, part) for part in participants if moved or known.get(part.case_id) != part]
    staying = {part.case_id for part in participants}
    deeds += [_drop(case_id, kept) for case_id in known if case_id not in staying]
    if deeds or kept != before:
        write_activity(desk, "change_activity", before, kept, deeds, removed)
    return kept


def bin_activity(desk: "Desk", activity_id: str) -> None:
    """Move an activity and every part in it to the bin for 30 days."""
    before = _live(desk, activity_id)
    after = replace(before, deleted_at=clock.now())
    cases = [part.case_id for part in read_presences(desk.file.rows, activity_id) if not part.is_binned]
    write_activity(desk, "bin_activity", before, after, [_drop(case_id, after) for case_id in cases])


def restore_activity(desk: "Desk", activity_id: str) -> None:
    """Take an activity out of the bin, with the parts that went there with it."""
    before = read_activity(desk.file.rows, activity_id)
    if before is None or before.deleted_at is None:
        raise NotFoundError
    after = replace(before, deleted_at=None)
    cases = [part.case_id for part in read_presences(desk.file.rows, activity_id) if part.is_binned]
    write_activity(desk, "restore_activity", before, after, [_restore(each, before) for each in set(cases)])


def participants_of(desk: "Desk", activity_id: str) -> list[Participant]:
    """Return who takes part in an activity, as a change of it wants to hear; opens cases only for parents."""
    from eletdesk.queries.group_parts import members_at  # noqa: PLC0415

    return [
        Participant(
            part.case_id,
            part.attendance != "no_show",
            desk.read(part.case_id, members_at, activity_id) if part.parents else (),
        )
        for part in read_presences(desk.file.rows, activity_id)
        if not part.is_binned
    ]


def empty_bin_of_old_activities(desk: "Desk") -> int:
    """Remove activities that have been in the bin for 30 days; their parts leave when each case is opened."""
    before = (clock.now() - timedelta(days=BIN_DAYS)).isoformat()
    if not desk.file.rows("SELECT 1 FROM group_activity WHERE deleted_at < ? LIMIT 1", before):
        return 0
    with desk.busy, desk.file.transaction() as execute:
        return forget_old_activities(execute, before)


def _ready(desk: "Desk", activity: GroupActivity) -> tuple[GroupActivity, int]:
    programme = desk.programmes.get((activity.programme_code, activity.programme_version))
    kept, removed = checked(activity, [code for code, _text in level_choices(programme)])
    return replace(kept, is_planned=kept.held_on > clock.today()), removed


def _live(desk: "Desk", activity_id: str) -> GroupActivity:
    activity = read_activity(desk.file.rows, activity_id)
    if activity is None or activity.deleted_at is not None:
        raise NotFoundError
    return activity


def _each_once(participants: Sequence[Participant]) -> None:
    if len({part.case_id for part in participants}) != len(participants):
        raise InvalidInputError("participants", _("Somebody is in the list twice."))


def _keep(desk: "Desk", activity: GroupActivity, participant: Participant) -> CaseDeed:
    programme = _programme(desk, participant.case_id)

    def do(session: "Session") -> Any:
        from eletdesk.domain.guidance_session import Attendance  # noqa: PLC0415
        from eletdesk.operations.group_sessions import keep_part  # noqa: PLC0415

        came = Attendance.attended if participant.has_attended else Attendance.no_show
        attendance = Attendance.planned if activity.is_planned else came
        return keep_part(session, activity, attendance, participant.member_ids, programme)

    return CaseDeed(participant.case_id, do)


def _programme(desk: "Desk", case_id: str) -> "Programme | None":
    """Return the programme that the participant's own half-days are counted by (rule 3)."""
    card = desk.ask(index_card, case_id)
    if card is None or not card.programme:
        return None
    return desk.programme_of(case_id, card.programme, card.programme_version)


def _drop(case_id: str, activity: GroupActivity) -> CaseDeed:
    at = activity.deleted_at or clock.now()

    def do(session: "Session") -> Any:
        from eletdesk.operations.group_sessions import drop_part  # noqa: PLC0415

        return drop_part(session, activity.id, at)

    return CaseDeed(case_id, do)


def _restore(case_id: str, binned: GroupActivity) -> CaseDeed:
    def do(session: "Session") -> Any:
        from eletdesk.operations.group_sessions import restore_part  # noqa: PLC0415

        assert binned.deleted_at is not None
        return restore_part(session, binned.id, binned.deleted_at)

    return CaseDeed(case_id, do)
