"""Intent rows: work over several files is written down first, and settled at the next start."""

import json
from collections.abc import Callable
from typing import Any

from eletdesk import clock
from eletdesk.domain.row_id import new_id

NEW_CASES = "new_cases"
UNDO_STEP = "undo_step"
GROUP_ACTIVITY = "group_activity"


def begin_intent(execute: Callable[..., Any], kind: str, payload: dict[str, Any]) -> str:
    """Write down what is about to happen, inside the desk file's transaction; return the intent's id."""
    intent_id = new_id()
    execute(
        "INSERT INTO intent VALUES (?, ?, ?, ?)",
        (intent_id, kind, json.dumps(payload), clock.now().isoformat()),
    )
    return intent_id


def end_intent(execute: Callable[..., Any], intent_id: str) -> None:
    """Cross an intent out, in the transaction that makes its work count."""
    execute("DELETE FROM intent WHERE id = ?", (intent_id,))


def change_intent(execute: Callable[..., Any], intent_id: str, payload: dict[str, Any]) -> None:
    """Write down what is left to do."""
    execute("UPDATE intent SET payload = ? WHERE id = ?", (json.dumps(payload), intent_id))


def waiting_operations(rows: Callable[..., list[tuple[Any, ...]]]) -> set[str]:
    """Return the operations in cases that belong to larger work which does not count yet."""
    texts = [
        text for (text,) in rows("SELECT payload FROM intent WHERE kind IN (?, ?)", NEW_CASES, GROUP_ACTIVITY)
    ]
    merges = [merge for text in texts for merge in json.loads(text).get("merges", [])]
    return {operation_id for _case_id, operation_id in merges}
