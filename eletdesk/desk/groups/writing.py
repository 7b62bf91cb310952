"""Write one group activity in the desk file and in every case it touches: all of it, or nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from eletdesk.desk.desk_copy import keep_desk_copy
from eletdesk.desk.groups.rows import copy_presences, parts_in_case, plain_row, put_row
from eletdesk.desk.intents import GROUP_ACTIVITY, begin_intent, end_intent
from eletdesk.desk.refresh import put_case
from eletdesk.desk.settling import settle_intents
from eletdesk.desk.steps import add_step
from eletdesk.domain.group_activity import GroupActivity
from eletdesk.domain.row_id import new_id
from eletdesk.errors import EletdeskError
from eletdesk.log import note_error
from eletdesk.storage.desk_file import anchor

if TYPE_CHECKING:
    from sqlmodel import Session

    from eletdesk.desk.desk import Desk
    from eletdesk.storage.case_file import CaseFile
    from eletdesk.storage.content_seal import SealState

SUBJECT = "group_activity"


@dataclass(frozen=True)
class CaseDeed:
    """What an activity changes in one case."""

    case_id: str
    do: Callable[["Session"], object]


def write_activity(
    desk: "Desk",
    operation: str,
    before: GroupActivity | None,
    after: GroupActivity,
    deeds: list[CaseDeed],
    national_numbers: int = 0,
) -> None:
    """Do the deeds in the cases and write the activity's row, as one step that can be undone.

    An intent is written first when cases are touched: after a crash the next start takes back what was
    done. The row and the step are written in the one transaction that makes everything count.
    """
    operations = [[deed.case_id, new_id()] for deed in deeds]
    payload: dict[str, Any] = {
        "merges": operations,
        "activity": {"id": after.id, "before": before and plain_row(before), "after": plain_row(after)},
    }
    with desk.busy:
        intent_id = ""
        if deeds:
            with desk.file.transaction() as execute:
                intent_id = begin_intent(execute, GROUP_ACTIVITY, {"cases": [], "merges": operations})
        try:
            written = [
                _do(desk, deed, operation, operation_id)
                for deed, (_case_id, operation_id) in zip(deeds, operations, strict=True)
            ]
            # What changed nothing in a case is no operation there, and there is nothing of it to undo.
            took = {each.case_id for each in written if each.has_changed}
            payload["merges"] = [each for each in operations if each[0] in took]
            _make_count(desk, written, payload, operation, intent_id)
        except BaseException:
            _withdraw(desk)
            raise
        keep_desk_copy(desk)
    subjects = {SUBJECT, "guidance_session", "contact_moment", "case"} if deeds else {SUBJECT}
    desk.tell(None, frozenset(subjects), national_numbers)


@dataclass(frozen=True)
class _Written:
    """What a case says after a deed: read at once, because only a few files stay open."""

    case_id: str
    state: "SealState"
    parts: list[tuple[Any, ...]]
    has_changed: bool


def _do(desk: "Desk", deed: CaseDeed, operation: str, operation_id: str) -> _Written:
    case = desk.case(deed.case_id)
    tell, case.on_commit = case.on_commit, lambda commit: None
    try:
        with case.transaction(operation, desk.worker, operation_id) as session:
            deed.do(session)
    finally:
        case.on_commit = tell
    _index(desk, case)
    has_changed = case.history.has_operation(operation_id)
    return _Written(case.case_id, case.seal.state, parts_in_case(case.connection), has_changed)


def _make_count(
    desk: "Desk", written: list[_Written], payload: dict[str, Any], operation: str, intent_id: str
) -> None:
    """The one commit that makes all of it count."""
    with desk.file.transaction() as execute:
        for each in written:
            anchor(execute, each.case_id, each.state)
            copy_presences(execute, each.case_id, each.parts)
        put_row(execute, payload["activity"]["id"], payload["activity"]["after"])
        if intent_id:
            end_intent(execute, intent_id)
        add_step(execute, SUBJECT, None, new_id(), operation, payload)


def _withdraw(desk: "Desk") -> None:
    """Put everything back at once; what cannot be put back now is put back at the next start."""
    try:
        settle_intents(desk)
    except EletdeskError as error:
        note_error(error)


def _index(desk: "Desk", case: "CaseFile") -> None:
    try:
        put_case(desk.register, case, None)
    except EletdeskError as error:
        note_error(error)  # the register catches up at the next start
