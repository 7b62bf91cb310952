"""Where a new desk may be made: after a crash in the same folder, never beside somebody else's files."""

from pathlib import Path

import pytest

from eletdesk.errors import DeskInUseError, InvalidInputError
from eletdesk.storage.desk_lock import DeskLock
from tests.desks import add_noor, make_desk


@pytest.mark.parametrize(
    "left",
    [["desk.lock"], ["desk.key.bak"], [".0a1b.eletdesk-new"], ["desk.key", "desk.key.bak", "register.db"]],
)
def test_a_crash_while_a_desk_was_made_leaves_the_folder_free(tmp_path: Path, left: list[str]) -> None:
    (tmp_path / "cases").mkdir()
    for name in left:
        (tmp_path / name).write_bytes(b"half")
    desk = make_desk(tmp_path)
    assert add_noor(desk)
    desk.close()
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize("name", ["holiday.jpg", "desk.db", "cases/one.eletcase"])
def test_nothing_is_made_or_removed_beside_other_files(tmp_path: Path, name: str) -> None:
    (tmp_path / "cases").mkdir()
    (tmp_path / "desk.key").write_bytes(b"key")
    (tmp_path / name).write_bytes(b"mine")
    with pytest.raises(InvalidInputError) as refused:
        make_desk(tmp_path)
    assert refused.value.field == "folder"
    assert (tmp_path / "desk.key").read_bytes() == b"key"
    assert (tmp_path / name).read_bytes() == b"mine"


def test_a_second_program_does_not_touch_a_desk_that_is_being_made(tmp_path: Path) -> None:
    (tmp_path / "desk.key").write_bytes(b"key")
    with DeskLock.acquire(tmp_path, "een ander"):
        with pytest.raises(DeskInUseError):
            make_desk(tmp_path)
        assert (tmp_path / "desk.key").read_bytes() == b"key"
