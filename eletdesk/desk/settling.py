"""Settle at a start what a crash left: each intent is undone or finished, and can be settled again."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from eletdesk.desk.intents import NEW_CASES, UNDO_STEP, end_intent
from eletdesk.desk.steps import find_step, finish_turn
from eletdesk.errors import EletdeskError
from eletdesk.log import note_error
from eletdesk.storage.atomic_write import remove_file
from eletdesk.storage.in_place import REPLACED_SUFFIX

if TYPE_CHECKING:
    from eletdesk.desk.desk import Desk


def settle_intents(desk: "Desk") -> int:
    """Undo or finish what a crash left; safe to repeat; return how many were settled."""
    rows = desk.file.rows("SELECT id, kind, payload FROM intent ORDER BY id")
    for intent_id, kind, text in rows:
        _SETTLE[kind](desk, intent_id, json.loads(text))
    return len(rows)


def _drop_new_cases(desk: "Desk", intent_id: str, payload: dict[str, Any]) -> None:
    """New cases that nobody was told about yet are taken away again."""
    for case_id, operation_id in payload.get("merges", []):
        try:
            case = desk.case(case_id)
            if case.has_operation(operation_id):
                case.undo(operation_id, desk.worker)
        except EletdeskError as error:
            note_error(error)  # a damaged case must not keep the whole desk shut
    for case_id in payload["cases"]:
        remove_case_file(desk, case_id)
    with desk.file.transaction() as execute:
        for case_id in payload["cases"]:
            execute("DELETE FROM case_key WHERE id = ? AND state = 'pending'", (case_id,))
        end_intent(execute, intent_id)


def _finish_undo(desk: "Desk", intent_id: str, payload: dict[str, Any]) -> None:
    step = find_step(desk, payload["step"])
    if step is None:
        with desk.file.transaction() as execute:
            end_intent(execute, intent_id)
        return
    try:
        finish_turn(desk, step, intent_id, is_undone=payload["is_undone"])
    except EletdeskError as error:
        note_error(error)


def remove_case_file(desk: "Desk", case_id: str) -> None:
    """Remove a case file, what the engine may have left beside it, and copies that were put aside."""
    path = desk.case_path(case_id)
    desk.close_case(case_id)
    aside = desk.cases_folder.glob(f"{path.name}.*{REPLACED_SUFFIX}")
    for leftover in (path, path.with_name(f"{path.name}-journal"), *aside):
        remove_file(leftover)


_SETTLE: dict[str, Callable[["Desk", str, dict[str, Any]], None]] = {
    NEW_CASES: _drop_new_cases,
    UNDO_STEP: _finish_undo,
}
