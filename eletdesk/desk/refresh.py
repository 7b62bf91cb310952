"""Keep the register in step with the case files; rebuild it when it is lost."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from eletdesk import clock
from eletdesk.desk.absence_thresholds import copy_thresholds
from eletdesk.errors import EletdeskError
from eletdesk.log import note_error
from eletdesk.queries.register.index_card import read_index
from eletdesk.queries.register.search_text import searchable_rows
from eletdesk.storage.register import Register, same_file

if TYPE_CHECKING:
    from eletdesk.desk.desk import Desk
    from eletdesk.storage.case_file import CaseFile

#: Cases of one transaction when many are read: a commit for each would cost as much as writing it.
_AT_ONCE = 100

Progress = Callable[[int, int], bool]
"""Called with done and total; returns False to stop."""


def refresh_case(desk: "Desk", case_id: str, rows: frozenset[tuple[str, str]] | None) -> None:
    """Read one case into the register again, the text of the named rows or all; drop it when binned."""
    key = desk.file.case_key(case_id)
    if key is None or key.state != "active":
        with desk.register.transaction():
            desk.register.forget_index(case_id)
            desk.register.put_texts(case_id, None, ())
        return
    put_case(desk.register, desk.case(case_id), rows)


def put_case(register: Register, case: "CaseFile", rows: frozenset[tuple[str, str]] | None) -> None:
    """Write an open case into the register."""
    write = _written(register, case, rows)
    with register.transaction():
        write()


def _written(
    register: Register, case: "CaseFile", rows: frozenset[tuple[str, str]] | None
) -> Callable[[], None]:
    """Read an open case; return what writes it into the register, inside a transaction."""
    index = read_index(case.connection, case.case_id, clock.today())
    texts = tuple(searchable_rows(case.connection, rows))

    def write() -> None:
        register.put(index, case.seal.state.generation, case.path)
        register.put_texts(case.case_id, rows, texts)

    return write


def catch_up(desk: "Desk", progress: Progress = lambda done, total: True) -> int:
    """Read again each case that changed without the register, or with the days; return how many."""
    copy_thresholds(desk)
    seen = desk.register.seen_files()
    keys = {row.case_id: row for row in desk.file.case_keys() if row.state == "active"}
    gone = [case_id for case_id in seen if case_id not in keys]
    if gone:
        with desk.register.transaction():
            for case_id in gone:
                desk.register.forget_index(case_id)
                desk.register.put_texts(case_id, None, ())
    turned = desk.register.turned_cards(clock.today())
    # Where an error kept the desk file from hearing of a change: opening the case anew tells it.
    unheard = {each for each in keys if each in seen and seen[each][0] > keys[each].known.generation}
    for case_id in unheard:
        desk.close_case(case_id)
    again = turned | unheard
    stale = [
        case_id
        for case_id in keys
        if case_id not in seen or case_id in again or not same_file(desk.case_path(case_id), seen[case_id])
    ]
    for start in range(0, len(stale), _AT_ONCE):
        if not _read_again(desk, stale, start, progress):
            break
    return len(stale)


def _read_again(desk: "Desk", stale: list[str], start: int, progress: Progress) -> bool:
    """Read some of the stale cases in one transaction; tell whether to go on."""
    some = stale[start : start + _AT_ONCE]
    writes = []
    for done, case_id in enumerate(some, start):
        if not progress(done, len(stale)):
            return False
        # Read before the transaction begins: opening a case may change it, and so the register.
        write = _read_one(desk, case_id)
        if write is not None:
            writes.append(write)
    try:
        with desk.register.transaction():
            for write in writes:
                write()
    except EletdeskError as error:  # the register itself cannot be written: the next start tries again
        note_error(error)
        desk.problems |= dict.fromkeys(some, str(error))
    return True


def _read_one(desk: "Desk", case_id: str) -> Callable[[], None] | None:
    """Read one case for the register; a case that cannot be read is remembered with its sentence."""
    try:
        write = _written(desk.register, desk.case(case_id), None)
        desk.problems.pop(case_id, None)
    except EletdeskError as error:
        note_error(error)
        desk.problems[case_id] = str(error)
        desk.close_case(case_id)
        return None
    return write


def rebuild_register(desk: "Desk", progress: Progress = lambda done, total: True) -> int:
    """Throw the register away and make it again from the case files; return how many were read."""
    with desk.busy:
        path = desk.folder / "register.db"
        desk.register.close()
        for leftover in (path, path.with_name("register.db-journal")):
            leftover.unlink(missing_ok=True)
        desk.register = Register.create(path, desk.key)
        desk.register.mark(is_open=True)
        count = catch_up(desk, progress)
    desk.tell(None, frozenset({"case"}))
    return count
