"""One writer per desk, named; freed at once when the owner dies; never fooled by what is in the file."""

import os
import signal
import stat
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

import pytest

from eletdesk import clock
from eletdesk.errors import DeskInUseError
from eletdesk.storage.desk_lock import DeskLock

HOLD = """
import sys, time
from pathlib import Path
from eletdesk.errors import DeskInUseError
from eletdesk.storage.desk_lock import DeskLock
while not Path(sys.argv[1], "go").exists():
    time.sleep(0.001)
try:
    lock = DeskLock.acquire(Path(sys.argv[1]), sys.argv[2])
except DeskInUseError:
    print("refused", flush=True)
else:
    print("holds", flush=True)
    time.sleep(60)
"""


def holder(folder: Path, owner: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder), owner], stdout=subprocess.PIPE, text=True
    )


def first_line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def end(process: subprocess.Popen[str], how: signal.Signals = signal.SIGKILL) -> None:
    process.send_signal(how)
    process.wait()
    assert process.stdout is not None
    process.stdout.close()


def test_second_one_is_told_who_and_since_when(tmp_path: Path) -> None:
    clock.use_clock(lambda: datetime(2026, 3, 2, 8, 5, 59))  # noqa: DTZ001 - wall clock
    with DeskLock.acquire(tmp_path, "Ana op LAPTOP7"), pytest.raises(DeskInUseError) as caught:
        DeskLock.acquire(tmp_path, "Ben")
    assert "Ana op LAPTOP7" in str(caught.value)
    assert "2026-03-02 08:05" in str(caught.value)


def test_second_one_does_not_change_the_note(tmp_path: Path) -> None:
    with DeskLock.acquire(tmp_path, "Ana"):
        note = (tmp_path / "desk.lock").read_bytes()
        with pytest.raises(DeskInUseError):
            DeskLock.acquire(tmp_path, "Ben")
        assert (tmp_path / "desk.lock").read_bytes() == note


def test_released_lock_is_free_and_names_nobody(tmp_path: Path) -> None:
    lock = DeskLock.acquire(tmp_path, "Ana")
    lock.release()
    lock.release()
    assert (tmp_path / "desk.lock").read_bytes() == b""
    DeskLock.acquire(tmp_path, "Ben").release()


def test_lock_file_is_private(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        DeskLock.acquire(tmp_path, "Ana").release()
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "desk.lock").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "left", [b"", b"{", b"[1]", b"\xff" * 5000, b'{"owner": "Ghost", "since": "2020-01-01 00:00"}']
)
def test_what_a_crash_left_means_nothing(tmp_path: Path, left: bytes) -> None:
    (tmp_path / "desk.lock").write_bytes(left)
    with DeskLock.acquire(tmp_path, "Ana"), pytest.raises(DeskInUseError) as caught:
        DeskLock.acquire(tmp_path, "Ben")
    assert "Ana" in str(caught.value)


@pytest.mark.parametrize("note", [b"", b"{", b"[1]", b"\xff" * 5000, b'{"owner": 7}'])
def test_unreadable_note_does_not_hide_that_the_desk_is_in_use(tmp_path: Path, note: bytes) -> None:
    with DeskLock.acquire(tmp_path, "Ana"):
        (tmp_path / "desk.lock").write_bytes(note)
        with pytest.raises(DeskInUseError):
            DeskLock.acquire(tmp_path, "Ben")


def test_killed_owner_frees_the_desk_at_once(tmp_path: Path) -> None:
    (tmp_path / "go").touch()
    owner = holder(tmp_path, "Ana")
    try:
        assert first_line(owner) == "holds"
        with pytest.raises(DeskInUseError):
            DeskLock.acquire(tmp_path, "Ben")
    finally:
        end(owner)
    DeskLock.acquire(tmp_path, "Ben").release()


def test_thirty_at_once_give_one_holder(tmp_path: Path) -> None:
    processes = [holder(tmp_path, f"number {number}") for number in range(30)]
    try:
        time.sleep(0.5)  # lets most of them wait at the line; the result does not depend on it
        (tmp_path / "go").touch()
        said = [first_line(process) for process in processes]
    finally:
        for process in processes:
            end(process)
    assert sorted(said) == ["holds"] + ["refused"] * 29


def test_lock_does_not_survive_a_replaced_process(tmp_path: Path) -> None:
    program = (
        "import os, sys; from pathlib import Path; from eletdesk.storage.desk_lock import DeskLock\n"
        "lock = DeskLock.acquire(Path(sys.argv[1]), 'Ana')\n"
        "os.execv('/bin/sh', ['sh', '-c', 'echo replaced; exec sleep 60'])"
    )
    replaced = subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    try:
        assert first_line(replaced) == "replaced"
        DeskLock.acquire(tmp_path, "Ben").release()
    finally:
        end(replaced)
