"""Another program takes a file of the open desk away, or puts an older one in its place."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from eletdesk.desk.cases import open_case
from eletdesk.desk.checking import check_desk
from eletdesk.desk.desk import Desk
from eletdesk.desk.opening import open_desk
from eletdesk.errors import EletdeskError, MissingFileError
from eletdesk.operations.people import register_person
from eletdesk.operations.tasks import add_task
from eletdesk.queries.live_rows import live_rows
from tests.desks import PASSPHRASE, add_noor, make_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path / "desk")
    yield made
    made.close()


def _replace(path: Path, content: bytes) -> None:
    beside = path.with_name("from the cloud")
    beside.write_bytes(content)
    beside.replace(path)


def _tasks(desk: Desk, case_id: str) -> list[str]:
    from eletdesk.domain.task import Task

    return [task.title for task in desk.read(case_id, live_rows, Task)]


def test_what_is_saved_after_a_case_file_was_removed_is_there_at_the_next_start(desk: Desk) -> None:
    case_id = add_noor(desk)
    desk.run(case_id, add_task, title="een")
    desk.case_path(case_id).unlink()
    desk.run(case_id, add_task, title="twee")
    desk.close()
    again = open_desk(desk.folder, PASSPHRASE)
    assert _tasks(again, case_id) == ["een", "twee"]
    assert check_desk(again).is_sound
    again.close()


def test_an_older_copy_put_over_an_open_case_loses_nothing_and_is_kept_beside_it(desk: Desk) -> None:
    case_id = add_noor(desk)
    desk.close_case(case_id)
    old = desk.case_path(case_id).read_bytes()
    desk.run(case_id, add_task, title="een")
    _replace(desk.case_path(case_id), old)
    desk.run(case_id, add_task, title="twee")
    desk.close()
    again = open_desk(desk.folder, PASSPHRASE)
    assert _tasks(again, case_id) == ["een", "twee"]
    (stranger,) = check_desk(again).strangers
    assert (again.cases_folder / stranger).read_bytes() == old
    again.close()


def test_a_case_that_cannot_be_put_back_stays_open(desk: Desk) -> None:
    case_id = add_noor(desk)
    desk.run(case_id, add_task, title="een")
    away = desk.folder / "moved"
    desk.cases_folder.rename(away)
    with pytest.raises(EletdeskError):
        desk.run(case_id, add_task, title="twee")
    away.rename(desk.cases_folder)
    desk.run(case_id, add_task, title="drie")
    assert _tasks(desk, case_id) == ["een", "drie"]


def test_no_case_key_is_lost_when_the_desk_file_is_replaced_or_removed(desk: Desk) -> None:
    path = desk.folder / "desk.db"
    _replace(path, path.read_bytes())
    first = add_noor(desk)
    path.unlink()
    second = add_noor(desk, "Ilyas", "Bensalem")
    desk.close()
    again = open_desk(desk.folder, PASSPHRASE)
    assert [_tasks(again, case_id) for case_id in (first, second)] == [[], []]
    assert check_desk(again).is_sound
    again.close()


def test_a_case_file_that_is_gone_while_it_is_closed_is_said_as_missing(desk: Desk) -> None:
    case_id = add_noor(desk)
    desk.close_case(case_id)
    desk.case_path(case_id).unlink()
    with pytest.raises(MissingFileError):
        desk.case(case_id)


def test_a_case_can_be_read_when_the_desk_file_cannot_be_written(desk: Desk) -> None:
    case_id = add_noor(desk)
    desk.file.connection.execute("PRAGMA query_only=ON")
    desk.run(case_id, add_task, title="een")
    desk.close_case(case_id)
    assert _tasks(desk, case_id) == ["een"]
    assert _tasks(desk, case_id) == ["een"]
    desk.file.connection.execute("PRAGMA query_only=OFF")


def test_two_threads_that_write_in_the_desk_file_wait_for_each_other(desk: Desk) -> None:
    def keep() -> None:
        for number in range(20):
            desk.file.keep_setting("b", number)

    other = threading.Thread(target=keep)
    other.start()
    for number in range(20):
        desk.file.keep_setting("a", number)
    other.join()
    open_case(desk, lambda session: register_person(session, given_name="Noor"))
    assert (desk.file.setting("a"), desk.file.setting("b")) == (19, 19)
