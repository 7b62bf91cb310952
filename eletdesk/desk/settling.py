"""Settle at a start what a crash left: each intent is undone or finished, and can be settled again."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from eletdesk.desk.intents import GROUP_ACTIVITY, NEW_CASES, UNDO_STEP, change_intent, end_intent
from eletdesk.desk.steps import find_step, finish_turn
from eletdesk.errors import DamagedFileError, EletdeskError, MissingFileError
from eletdesk.log import note_error
from eletdesk.storage.atomic_write import remove_file
from eletdesk.storage.in_place import REPLACED_SUFFIX
from eletdesk.storage.undo import ChangedSinceError

if TYPE_CHECKING:
    from eletdesk.desk.desk import Desk


def settle_intents(desk: "Desk") -> int:
    """Undo or finish what a crash left; safe to repeat; return how many were settled."""
    rows = desk.file.rows("SELECT id, kind, payload FROM intent ORDER BY id")
    for intent_id, kind, text in rows:
        _SETTLE[kind](desk, intent_id, json.loads(text))
    return len(rows)


def _take_back(desk: "Desk", intent_id: str, payload: dict[str, Any]) -> None:
    """New cases that nobody was told about yet are taken away again, and what was added to others.

    A group activity is such an addition to the cases of its participants; its own row was not written yet.

    What cannot be taken back now, on a full disk for example, is kept for the next start.
    """
    left = [merge for merge in payload.get("merges", []) if not _is_taken_back(desk, *merge)]
    still_there = []
    for case_id in payload["cases"]:
        try:
            remove_case_file(desk, case_id)
        except EletdeskError as error:
            note_error(error)  # without its key nobody can read it; the next start tries again
            still_there.append(case_id)
    with desk.file.transaction() as execute:
        for case_id in payload["cases"]:
            execute("DELETE FROM case_key WHERE id = ? AND state = 'pending'", (case_id,))
        if left or still_there:
            change_intent(execute, intent_id, {"cases": still_there, "merges": left})
        else:
            end_intent(execute, intent_id)


def _is_taken_back(desk: "Desk", case_id: str, operation_id: str) -> bool:
    """Undo an operation in one case; False when that has to be tried again later."""
    if desk.file.case_key(case_id) is None:
        return True
    try:
        case = desk.case(case_id)
        if case.history.has_operation(operation_id):
            case.history.undo(operation_id, desk.worker)
    except ChangedSinceError as error:
        note_error(error)  # later work stands on it: it stays
    except EletdeskError as error:
        note_error(error)  # a damaged case must not keep the whole desk shut
        return False
    return True


def _finish_undo(desk: "Desk", intent_id: str, payload: dict[str, Any]) -> None:
    step = find_step(desk, payload["step"])
    try:
        if step is not None:
            finish_turn(desk, step, intent_id, is_undone=payload["is_undone"])
            return
    except (ChangedSinceError, DamagedFileError, MissingFileError) as error:
        note_error(error)  # it will not go better another time
    except EletdeskError as error:
        note_error(error)  # a full disk perhaps: the next start tries again
        return
    with desk.file.transaction() as execute:
        end_intent(execute, intent_id)


def remove_case_file(desk: "Desk", case_id: str) -> None:
    """Remove a case file, what lies beside it and copies that were put aside; no power cut brings it back."""
    path = desk.case_path(case_id)
    desk.close_case(case_id)
    aside = desk.cases_folder.glob(f"{path.name}.*{REPLACED_SUFFIX}")
    for leftover in (path, path.with_name(f"{path.name}-journal"), *aside):
        remove_file(leftover)


def finish_erasures(desk: "Desk") -> None:
    """Remove files whose key was destroyed just before a crash."""
    for (case_id,) in desk.file.rows("SELECT id FROM erasure"):
        if desk.case_path(case_id).exists():
            remove_case_file(desk, case_id)


_SETTLE: dict[str, Callable[["Desk", str, dict[str, Any]], None]] = {
    NEW_CASES: _take_back,
    GROUP_ACTIVITY: _take_back,
    UNDO_STEP: _finish_undo,
}
