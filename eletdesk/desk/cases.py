"""Open, bin, restore and erase whole cases."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from eletdesk import clock
from eletdesk.desk.desk_copy import keep_desk_copy
from eletdesk.desk.groups.rows import forget_presences
from eletdesk.desk.intents import NEW_CASES, begin_intent, end_intent
from eletdesk.desk.refresh import put_case, refresh_case
from eletdesk.desk.settling import remove_case_file, settle_intents
from eletdesk.desk.steps import add_step
from eletdesk.domain.row_id import new_id
from eletdesk.errors import EletdeskError
from eletdesk.log import note_error
from eletdesk.storage.desk_file import anchor
from eletdesk.storage.keys import new_key, wrap_case_key

if TYPE_CHECKING:
    from sqlmodel import Session

    from eletdesk.desk.desk import Desk

BIN_DAYS = 30

Fill = Callable[["Session"], object]
"""Fills a new case inside its first transaction."""


@dataclass(frozen=True)
class Merge:
    """An operation in a case that exists already, as part of a larger step."""

    case_id: str
    fill: Fill


@dataclass(frozen=True)
class OpenedCases:
    """What opening cases gave: the new case ids in order."""

    case_ids: tuple[str, ...]


def open_case(desk: "Desk", fill: Fill, operation: str = "open_case") -> str:
    """Open a case for a young person; it is there completely or not at all. Return its id."""
    return open_cases(desk, [fill], operation=operation).case_ids[0]


def open_cases(
    desk: "Desk",
    fills: Iterable[Fill],
    merges: Iterable[Merge] = (),
    operation: str = "import_caseload",
    progress: Callable[[int, int], bool] = lambda done, total: True,
) -> OpenedCases:
    """Open many cases and add to existing ones as one step that can be undone as one."""
    new = [(new_id(), fill) for fill in fills]
    joined = [(merge, new_id()) for merge in merges]
    payload: dict[str, Any] = {
        "cases": [case_id for case_id, _fill in new],
        "merges": [[merge.case_id, operation_id] for merge, operation_id in joined],
    }
    with desk.busy:
        intent_id, keys = _announce(desk, payload)
        try:
            _write_all(desk, new, joined, keys, operation, progress)
            _make_count(desk, payload, operation, intent_id)
        except BaseException:
            _withdraw(desk)
            raise
        keep_desk_copy(desk)
        for case_id in (*payload["cases"], *(merge.case_id for merge, _ in joined)):
            _index(desk, case_id)
    desk.tell(None, frozenset({"case"}))
    return OpenedCases(tuple(payload["cases"]))


def _announce(desk: "Desk", payload: dict[str, Any]) -> tuple[str, dict[str, bytes]]:
    keys = {case_id: new_key() for case_id in payload["cases"]}
    at = clock.now().isoformat()
    with desk.file.transaction() as execute:
        intent_id = begin_intent(execute, NEW_CASES, payload)
        for case_id, key in keys.items():
            execute(
                "INSERT INTO case_key VALUES (?, ?, 'pending', ?, NULL, 0, '', 0, '')",
                (case_id, wrap_case_key(desk.key, case_id, key), at),
            )
    return intent_id, keys


def _write_all(
    desk: "Desk",
    new: list[tuple[str, Fill]],
    joined: list[tuple[Merge, str]],
    keys: dict[str, bytes],
    operation: str,
    progress: Callable[[int, int], bool],
) -> None:
    from eletdesk.storage.case_file import CaseFile, CaseKeys  # noqa: PLC0415

    total = len(new) + len(joined)
    for done, (case_id, fill) in enumerate(new):
        _go_on(progress, done, total)
        case = CaseFile.create(desk.case_path(case_id), case_id, CaseKeys.of(case_id, keys[case_id]))
        try:
            with case.transaction(operation, desk.worker) as session:
                fill(session)
        finally:
            case.close()
    for done, (merge, operation_id) in enumerate(joined, len(new)):
        _go_on(progress, done, total)
        case = desk.case(merge.case_id)
        tell, case.on_commit = case.on_commit, lambda commit: None
        try:
            with case.transaction(operation, desk.worker, operation_id) as session:
                merge.fill(session)
        finally:
            case.on_commit = tell


class StoppedError(EletdeskError):
    """The worker stopped a long piece of work; everything was put back."""


def _go_on(progress: Callable[[int, int], bool], done: int, total: int) -> None:
    if not progress(done, total):
        raise StoppedError


def _withdraw(desk: "Desk") -> None:
    """Put everything back at once; what cannot be put back now is put back at the next start."""
    try:
        settle_intents(desk)
    except EletdeskError as error:
        note_error(error)


def _make_count(desk: "Desk", payload: dict[str, Any], operation: str, intent_id: str) -> None:
    """The one commit that makes all of it count."""
    states = {}
    for case_id in (*payload["cases"], *(case_id for case_id, _op in payload["merges"])):
        row = desk.file.case_key(case_id)
        assert row is not None
        states[case_id] = desk.case(case_id).seal.state
    with desk.file.transaction() as execute:
        for case_id, state in states.items():
            anchor(execute, case_id, state)
        for case_id in payload["cases"]:
            execute("UPDATE case_key SET state = 'active' WHERE id = ?", (case_id,))
        end_intent(execute, intent_id)
        only = payload["cases"][0] if len(payload["cases"]) == 1 else None
        add_step(execute, "new_cases", only, new_id(), operation, payload)


def _index(desk: "Desk", case_id: str) -> None:
    try:
        put_case(desk.register, desk.case(case_id), None)
    except EletdeskError as error:
        note_error(error)


def bin_case(desk: "Desk", case_id: str) -> None:
    """Move a case to the bin for 30 days; undo brings it back."""
    _move(desk, case_id, "binned", clock.now())


def restore_case(desk: "Desk", case_id: str) -> None:
    """Take a case out of the bin."""
    _move(desk, case_id, "active", None)


def _move(desk: "Desk", case_id: str, state: str, binned_at: datetime | None) -> None:
    with desk.busy:
        with desk.file.transaction() as execute:
            execute(
                "UPDATE case_key SET state = ?, binned_at = ? WHERE id = ?",
                (state, binned_at and binned_at.isoformat(), case_id),
            )
            if state == "binned":
                add_step(execute, "bin_case", case_id, new_id(), "bin_case", {"cases": [case_id]})
        desk.close_case(case_id)
        refresh_case(desk, case_id, None)
    desk.tell(case_id, frozenset({"case"}))


@dataclass(frozen=True)
class BinnedCase:
    """A case in the bin: when it went in and when it leaves for good."""

    case_id: str
    binned_at: datetime
    leaves_at: datetime


def binned_cases(desk: "Desk") -> list[BinnedCase]:
    """Return the cases in the bin, the newest first."""
    found = [
        (row.case_id, datetime.fromisoformat(row.binned_at))
        for row in desk.file.case_keys()
        if row.state == "binned" and row.binned_at
    ]
    cases = [BinnedCase(case_id, at, at + timedelta(days=BIN_DAYS)) for case_id, at in found]
    return sorted(cases, key=lambda case: case.binned_at, reverse=True)


def erase_case(desk: "Desk", case_id: str, reason: str) -> None:
    """Erase a case for good: its key is destroyed first, then the file that nobody can read any more."""
    with desk.busy:
        with desk.file.transaction() as execute:
            execute("DELETE FROM case_key WHERE id = ?", (case_id,))
            forget_presences(execute, case_id)
            execute("DELETE FROM step WHERE case_id = ? OR payload LIKE ?", (case_id, f"%{case_id}%"))
            execute("INSERT INTO erasure VALUES (?, ?, ?)", (case_id, clock.now().isoformat(), reason))
        remove_case_file(desk, case_id)
        refresh_case(desk, case_id, None)
        with desk.register.transaction():
            # Contentless full text keeps a removed term until its segments are merged.
            desk.register.connection.execute("INSERT INTO search_text(search_text) VALUES ('optimize')")
    desk.tell(case_id, frozenset({"case"}))


def empty_bin_of_old_cases(desk: "Desk") -> int:
    """Erase cases that have been in the bin for 30 days; return how many."""
    old = [case.case_id for case in binned_cases(desk) if case.leaves_at <= clock.now()]
    for case_id in old:
        erase_case(desk, case_id, "bin")
    return len(old)
