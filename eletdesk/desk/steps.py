"""Undo and redo over the whole desk: 30 steps, also those that touched many cases."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from eletdesk import clock
from eletdesk.desk.groups.rows import put_row
from eletdesk.desk.intents import UNDO_STEP, begin_intent, end_intent
from eletdesk.desk.refresh import refresh_case
from eletdesk.errors import DamagedFileError, EletdeskError, MissingFileError, NotFoundError
from eletdesk.log import note_error
from eletdesk.storage.undo import ChangedSinceError
from eletdesk.translation import _

if TYPE_CHECKING:
    from eletdesk.desk.desk import Desk

KEPT_STEPS = 30
_FOR_GOOD = (ChangedSinceError, DamagedFileError, MissingFileError, NotFoundError)
_COLUMNS = "id, kind, case_id, operation_id, operation, payload"


@dataclass(frozen=True)
class Step:
    """One thing that can be undone: an operation in a case, new cases, a binned case, a group activity."""

    id: int
    kind: str
    case_id: str | None
    operation_id: str
    operation: str
    payload: dict[str, Any]


def add_step(
    execute: Callable[..., Any],
    kind: str,
    case_id: str | None,
    operation_id: str,
    operation: str,
    payload: dict[str, Any] | None = None,
) -> None:
    """Remember a step inside the desk file's transaction; what was undone before can no longer be redone."""
    execute("DELETE FROM step WHERE is_undone = 1")
    execute(
        "INSERT INTO step (kind, case_id, operation_id, operation, at, payload, is_undone)"
        " VALUES (?, ?, ?, ?, ?, ?, 0)",
        (kind, case_id, operation_id, operation, clock.now().isoformat(), json.dumps(payload or {})),
    )
    execute(
        "DELETE FROM step WHERE id NOT IN (SELECT id FROM step ORDER BY id DESC LIMIT ?)",
        (KEPT_STEPS,),
    )


def next_undo(desk: "Desk") -> Step | None:
    """Return the step that undo would take back."""
    return _step(desk, f"SELECT {_COLUMNS} FROM step WHERE is_undone = 0 ORDER BY id DESC LIMIT 1")  # noqa: S608


def next_redo(desk: "Desk") -> Step | None:
    """Return the step that redo would put in place again."""
    return _step(desk, f"SELECT {_COLUMNS} FROM step WHERE is_undone = 1 ORDER BY id LIMIT 1")  # noqa: S608


def _read(row: tuple[Any, ...]) -> Step:
    step_id, kind, case_id, operation_id, operation, payload = row
    return Step(step_id, kind, case_id, operation_id, operation, json.loads(payload))


def _step(desk: "Desk", sql: str) -> Step | None:
    found = desk.file.rows(sql)
    return _read(found[0]) if found else None


def undo(desk: "Desk") -> Step | None:
    """Take back the last step; return it, or None when there is nothing to undo."""
    step = next_undo(desk)
    if step is None:
        return None
    try:
        turn(desk, step, is_undone=True)
    except _FOR_GOOD:
        # Nothing stands above the newest step: it can never be undone and must not block those below.
        with desk.file.transaction() as execute:
            execute("DELETE FROM step WHERE id = ?", (step.id,))
        raise EletdeskError(_("This can no longer be undone. What came before it can.")) from None
    return step


def redo(desk: "Desk") -> Step | None:
    """Do the step again that was undone last; return it, or None."""
    step = next_redo(desk)
    if step is not None:
        turn(desk, step, is_undone=False)
    return step


def turn(desk: "Desk", step: Step, *, is_undone: bool) -> None:
    """Bring a step to the wanted side; safe to repeat after a crash."""
    with desk.busy:
        for case_id, operation_id in _turned(step):
            desk.case(case_id).history.check_turn(operation_id, is_undone=is_undone)
        with desk.file.transaction() as execute:
            execute(
                "DELETE FROM intent WHERE kind = ? AND json_extract(payload, '$.step') = ?",
                (UNDO_STEP, step.id),
            )
            intent_id = begin_intent(execute, UNDO_STEP, {"step": step.id, "is_undone": is_undone})
        try:
            finish_turn(desk, step, intent_id, is_undone=is_undone)
        except BaseException:
            _turn_back(desk, step, intent_id, is_undone=not is_undone)
            raise
    desk.tell(step.case_id, frozenset({"case", "group_activity"}))


def _turn_back(desk: "Desk", step: Step, intent_id: str, *, is_undone: bool) -> None:
    """After a failure bring all cases to the side they were on; what fails now is done at the next start."""
    try:
        with desk.file.transaction() as execute:
            payload = json.dumps({"step": step.id, "is_undone": is_undone})
            execute("UPDATE intent SET payload = ? WHERE id = ?", (payload, intent_id))
        finish_turn(desk, step, intent_id, is_undone=is_undone)
    except EletdeskError as error:
        note_error(error)


def _turned(step: Step) -> list[tuple[str, str]]:
    """Return the operations in case files that belong to a step: pairs of case and operation."""
    if step.kind == "case" and step.case_id is not None:
        return [(step.case_id, step.operation_id)]
    return [(case_id, operation_id) for case_id, operation_id in step.payload.get("merges", [])]


def finish_turn(desk: "Desk", step: Step, intent_id: str, *, is_undone: bool) -> None:
    """Turn every case of a step, then write down that it is done."""
    for case_id, operation_id in _turned(step):
        case = desk.case(case_id)
        if case.history.has_operation(operation_id) == is_undone:
            (case.history.undo if is_undone else case.history.redo)(operation_id, desk.worker)
    cases = step.payload.get("cases", [])
    state = "binned" if is_undone == (step.kind == "new_cases") else "active"
    with desk.file.transaction() as execute:
        for case_id in cases:
            execute(
                "UPDATE case_key SET state = ?, binned_at = ? WHERE id = ?",
                (state, clock.now().isoformat() if state == "binned" else None, case_id),
            )
        if (activity := step.payload.get("activity")) is not None:
            put_row(execute, activity["id"], activity["before" if is_undone else "after"])
        execute("UPDATE step SET is_undone = ? WHERE id = ?", (int(is_undone), step.id))
        end_intent(execute, intent_id)
    for case_id in cases:
        desk.close_case(case_id)
        refresh_case(desk, case_id, None)


def find_step(desk: "Desk", step_id: int) -> Step | None:
    """Return one remembered step."""
    found = desk.file.rows(f"SELECT {_COLUMNS} FROM step WHERE id = ?", step_id)  # noqa: S608
    return _read(found[0]) if found else None
