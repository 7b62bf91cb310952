"""The rows of group activities in the desk file, and the copy there of who took part.

Who took part stands in the case files. The desk keeps a copy of it, renewed whenever a case changed, so that
counting opens no case; when a case is erased the copy becomes a number.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date, datetime, time
from typing import Any

from eletdesk.domain.group_activity import GroupActivity

Execute = Callable[..., Any]
Rows = Callable[..., list[tuple[Any, ...]]]

_NAMES = tuple(field.name for field in fields(GroupActivity))
_COLUMNS = ", ".join(_NAMES)
_READ: dict[str, Callable[[Any], Any]] = {
    "held_on": date.fromisoformat,
    "starts_at": time.fromisoformat,
    "created_at": datetime.fromisoformat,
    "deleted_at": datetime.fromisoformat,
    "is_in_school": bool,
    "is_in_school_time": bool,
    "is_planned": bool,
}
_PRESENCE = "id, activity_id, case_id, attendance, parents, is_binned"
_PARTS = (
    "SELECT id, activity_id, attendance, parents_present, deleted_at IS NOT NULL FROM guidance_session"
    " WHERE activity_id <> ''"
)


@dataclass(frozen=True, slots=True)
class Presence:
    """The copy of one young person's part in an activity."""

    row_id: str
    activity_id: str
    case_id: str
    attendance: str
    parents: int
    is_binned: bool


@dataclass(frozen=True, slots=True)
class ErasedParts:
    """What is left of erased cases in one activity."""

    attended: int = 0
    no_show: int = 0
    parents: int = 0


def plain_row(activity: GroupActivity) -> dict[str, Any]:
    """Return an activity as the values of its row."""
    return {name: _plain(getattr(activity, name)) for name in _NAMES}


def _plain(value: Any) -> Any:
    if isinstance(value, bool):
        return int(value)
    return value.isoformat() if isinstance(value, date | datetime | time) else value


def _activity(row: tuple[Any, ...]) -> GroupActivity:
    values = {
        name: _READ[name](value) if name in _READ and value is not None else value
        for name, value in zip(_NAMES, row, strict=True)
    }
    return GroupActivity(**values)


def put_row(execute: Execute, activity_id: str, row: dict[str, Any] | None) -> None:
    """Write an activity's row as it must be; None takes it away."""
    if row is None:
        execute("DELETE FROM group_activity WHERE id = ?", (activity_id,))
        return
    marks = ", ".join("?" for _name in _NAMES)
    execute(
        f"INSERT OR REPLACE INTO group_activity ({_COLUMNS}) VALUES ({marks})",  # noqa: S608
        tuple(row[name] for name in _NAMES),
    )


def read_activity(rows: Rows, activity_id: str) -> GroupActivity | None:
    """Return one activity, also from the bin."""
    found = rows(f"SELECT {_COLUMNS} FROM group_activity WHERE id = ?", activity_id)  # noqa: S608
    return _activity(found[0]) if found else None


def read_activities(rows: Rows, *, in_bin: bool = False) -> list[GroupActivity]:
    """Return the activities, the newest first: those that count, or those in the bin."""
    where = "IS NOT NULL" if in_bin else "IS NULL"
    found = rows(
        f"SELECT {_COLUMNS} FROM group_activity WHERE deleted_at {where}"  # noqa: S608
        " ORDER BY held_on DESC, coalesce(starts_at, '') DESC, id DESC"
    )
    return [_activity(row) for row in found]


def read_presences(rows: Rows, activity_id: str = "") -> list[Presence]:
    """Return who took part in one activity, or in all."""
    where, values = (" WHERE activity_id = ?", (activity_id,)) if activity_id else ("", ())
    sql = f"SELECT {_PRESENCE} FROM group_presence"  # noqa: S608
    return [
        Presence(row_id, activity, case_id, attendance, parents, bool(is_binned))
        for row_id, activity, case_id, attendance, parents, is_binned in rows(
            f"{sql}{where} ORDER BY id", *values
        )
    ]


def read_erased(rows: Rows) -> dict[str, ErasedParts]:
    """Return what is left of erased cases, by activity."""
    found = rows("SELECT id, attended, no_show, parents FROM group_erased")
    return {activity_id: ErasedParts(*numbers) for activity_id, *numbers in found}


def parts_in_case(connection: Any) -> list[tuple[Any, ...]]:
    """Return the parts in activities that an open case file holds; connection is the driver's own."""
    return list(connection.execute(_PARTS))


def copy_presences(execute: Execute, case_id: str, parts: list[tuple[Any, ...]]) -> None:
    """Renew the copy of one case's parts, in the transaction that anchors its state."""
    now = {row[0]: (row[1], case_id, *row[2:]) for row in parts}
    kept = execute(f"SELECT {_PRESENCE} FROM group_presence WHERE case_id = ?", (case_id,))  # noqa: S608
    before = {row[0]: tuple(row[1:]) for row in kept}
    for row_id in before.keys() - now.keys():
        execute("DELETE FROM group_presence WHERE id = ?", (row_id,))
    for row_id, values in now.items():
        if before.get(row_id) != values:
            execute("INSERT OR REPLACE INTO group_presence VALUES (?, ?, ?, ?, ?, ?)", (row_id, *values))


def forget_presences(execute: Execute, case_id: str) -> None:
    """Make numbers of an erased case's parts, in the transaction that destroys its key."""
    numbers = execute(
        "SELECT activity_id, sum(attendance = 'attended'), sum(attendance = 'no_show'), sum(parents)"
        " FROM group_presence WHERE case_id = ? AND NOT is_binned GROUP BY activity_id",
        (case_id,),
    ).fetchall()
    for activity_id, attended, no_show, parents in numbers:
        execute("INSERT OR IGNORE INTO group_erased VALUES (?, 0, 0, 0)", (activity_id,))
        execute(
            "UPDATE group_erased SET attended = attended + ?, no_show = no_show + ?, parents = parents + ?"
            " WHERE id = ?",
            (attended, no_show, parents, activity_id),
        )
    execute("DELETE FROM group_presence WHERE case_id = ?", (case_id,))


def forget_old_activities(execute: Execute, before: str) -> int:
    """Remove for good what was moved to the bin before a moment; return how many activities."""
    old = execute("SELECT id FROM group_activity WHERE deleted_at < ?", (before,)).fetchall()
    for (activity_id,) in old:
        execute("DELETE FROM group_activity WHERE id = ?", (activity_id,))
        execute("DELETE FROM group_erased WHERE id = ?", (activity_id,))
        execute("DELETE FROM step WHERE payload LIKE ?", (f"%{activity_id}%",))
    return len(old)
