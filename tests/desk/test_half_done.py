"""Work over several files that fails in the middle: all of it or nothing, now or at the next start."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2
from sqlmodel import Session

from eletdesk.desk import steps
from eletdesk.desk.cases import Fill, Merge, open_cases
from eletdesk.desk.checking import check_desk
from eletdesk.desk.desk import Desk
from eletdesk.desk.opening import open_desk
from eletdesk.domain.task import Task
from eletdesk.errors import EletdeskError, InvalidInputError
from eletdesk.operations.people import register_person
from eletdesk.operations.tasks import add_task, finish_task
from eletdesk.queries.live_rows import live_rows
from eletdesk.queries.register.views import index_cards
from tests.desks import PASSPHRASE, add_noor, make_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path / "desk")
    yield made
    made.close()


def _tasks(desk: Desk, case_id: str) -> list[str]:
    return [task.title for task in desk.read(case_id, live_rows, Task)]


def _adds(title: str, then: Callable[[], object] = lambda: None) -> Fill:
    def fill(session: Session) -> None:
        add_task(session, title=title)
        then()

    return fill


def _ilyas(session: Session) -> None:
    register_person(session, given_name="Ilyas")


def _forbid_writing(desk: Desk, case_id: str, *, forbidden: bool = True) -> None:
    desk.case(case_id).connection.execute(f"PRAGMA query_only={'ON' if forbidden else 'OFF'}")


def _fail() -> None:
    raise InvalidInputError("row", "nee")


def _half_import(desk: Desk, first: str, second: str) -> None:
    """Add to two cases; the second fails, and by then the first can no longer be written."""

    def stop() -> None:
        _forbid_writing(desk, first)
        _fail()

    with pytest.raises(InvalidInputError):
        open_cases(desk, [_ilyas], [Merge(first, _adds("uit de lijst")), Merge(second, _adds("x", stop))])


def test_what_cannot_be_put_back_now_is_put_back_at_the_next_start(desk: Desk) -> None:
    first, second = add_noor(desk), add_noor(desk, "Sam")
    before = steps.next_undo(desk)
    _half_import(desk, first, second)
    assert len(desk.ask(index_cards)) == 2
    desk.close()
    again = open_desk(desk.folder, PASSPHRASE)
    assert steps.next_undo(again) == before
    assert _tasks(again, first) == []
    assert len(again.file.case_keys()) == 2
    assert again.file.rows("SELECT * FROM intent") == []
    assert check_desk(again).is_sound
    again.close()


def test_a_later_import_does_not_make_an_earlier_half_one_count(desk: Desk) -> None:
    first, second = add_noor(desk), add_noor(desk, "Sam")
    _half_import(desk, first, second)
    _forbid_writing(desk, first, forbidden=False)
    open_cases(desk, [_ilyas], [Merge(second, _adds("tweede lijst"))])
    desk.close()
    again = open_desk(desk.folder, PASSPHRASE)
    assert (_tasks(again, first), _tasks(again, second)) == ([], ["tweede lijst"])
    assert len(again.ask(index_cards)) == 3
    again.close()


def test_an_import_whose_last_commit_fails_is_taken_back_at_once(desk: Desk) -> None:
    first = add_noor(desk)

    def stop_the_desk_file() -> None:
        desk.file.connection.execute(
            "CREATE TEMP TRIGGER full BEFORE UPDATE ON main.case_key"
            " WHEN OLD.state = 'pending' AND NEW.state = 'active' BEGIN SELECT RAISE(FAIL, 'full'); END"
        )

    with pytest.raises(dbapi2.IntegrityError):
        open_cases(desk, [_ilyas], [Merge(first, _adds("uit de lijst", stop_the_desk_file))])
    desk.file.connection.execute("DROP TRIGGER temp.full")
    assert _tasks(desk, first) == []
    assert [row.case_id for row in desk.file.case_keys()] == [first]
    assert desk.file.rows("SELECT * FROM intent") == []


def test_an_undo_that_failed_is_not_carried_out_behind_later_work(desk: Desk) -> None:
    case_id = add_noor(desk)
    task = desk.run(case_id, add_task, title="mama bellen")
    desk.file.connection.execute(
        "CREATE TEMP TRIGGER full BEFORE UPDATE ON main.step BEGIN SELECT RAISE(FAIL, 'full'); END"
    )
    with pytest.raises(dbapi2.IntegrityError):
        steps.undo(desk)
    desk.file.connection.execute("DROP TRIGGER temp.full")
    assert _tasks(desk, case_id) == ["mama bellen"]
    steps.undo(desk)
    steps.redo(desk)
    desk.run(case_id, finish_task, task.id)
    desk.close()
    again = open_desk(desk.folder, PASSPHRASE)
    assert _tasks(again, case_id) == ["mama bellen"]
    again.close()


def test_what_a_later_row_needs_is_not_undone_and_is_said(desk: Desk) -> None:
    from datetime import date

    from eletdesk.domain.network_member import MemberRole
    from eletdesk.operations.contacts import record_contact
    from eletdesk.operations.people import add_member
    from eletdesk.storage.undo import ChangedSinceError

    case_id = add_noor(desk)
    member = desk.run(case_id, add_member, name="Fatma", role=MemberRole.other)
    step = steps.next_undo(desk)
    assert step is not None
    desk.run(case_id, record_contact, happened_on=date(2026, 11, 20), member_id=member.id)
    with pytest.raises(ChangedSinceError):
        steps.turn(desk, step, is_undone=True)
    assert check_desk(desk).is_sound


def test_steps_that_left_with_an_erased_case_make_room_for_others(desk: Desk) -> None:
    from eletdesk.desk.cases import erase_case

    kept, gone = add_noor(desk), add_noor(desk, "Sam")
    for number in range(20):
        desk.run(gone, add_task, title=f"{number}")
        desk.run(kept, add_task, title=f"{number}")
    erase_case(desk, gone, "gevraagd")
    for number in range(10):
        desk.run(kept, add_task, title=f"later {number}")
    done = 0
    while steps.undo(desk) is not None:
        done += 1
    assert done == steps.KEPT_STEPS // 2 + 10


def test_no_more_than_thirty_steps_are_kept(desk: Desk) -> None:
    case_id = add_noor(desk)
    for number in range(steps.KEPT_STEPS + 5):
        desk.run(case_id, add_task, title=f"{number}")
    while steps.undo(desk) is not None:
        pass
    assert len(_tasks(desk, case_id)) == 5


def test_an_error_of_the_system_at_a_start_keeps_nobody_out(desk: Desk) -> None:
    first, second = add_noor(desk), add_noor(desk, "Sam")
    _half_import(desk, first, second)
    desk.close()
    desk.case_path(first).unlink()
    desk.case_path(first).mkdir()
    again = open_desk(desk.folder, PASSPHRASE)
    assert _tasks(again, second) == []
    assert first in again.problems
    with pytest.raises(EletdeskError):
        again.case(first)
    again.close()
