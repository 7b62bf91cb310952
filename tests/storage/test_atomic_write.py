"""Atomic writes: whole, private, durable, and tidy after an error."""

import errno
import os
import resource
import stat
from pathlib import Path
from typing import Any

import pytest

from eletdesk.errors import CannotWriteError, DiskFullError, ReadOnlyPlaceError
from eletdesk.storage.atomic_write import (
    LEFTOVER_SUFFIX,
    atomic_write,
    leftover_name,
    private_folder,
    remove_file,
    remove_leftovers,
)


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_writes_a_new_file_whole(tmp_path: Path) -> None:
    content = os.urandom(300_000)
    atomic_write(tmp_path / "desk.key", content)
    assert (tmp_path / "desk.key").read_bytes() == content
    assert names_in(tmp_path) == ["desk.key"]


def test_replaces_the_old_content(tmp_path: Path) -> None:
    path = tmp_path / "desk.key"
    atomic_write(path, b"old and longer than the new one")
    atomic_write(path, b"new")
    assert path.read_bytes() == b"new"


def test_file_is_private_from_its_first_moment(tmp_path: Path) -> None:
    seen: list[int] = []
    real_write = os.write

    def watching_write(descriptor: int, content: Any) -> int:
        seen.append(stat.S_IMODE(os.fstat(descriptor).st_mode))
        return real_write(descriptor, content)

    before = os.umask(0)
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(os, "write", watching_write)
            atomic_write(tmp_path / "desk.key", b"x" * 10)
    finally:
        os.umask(before)
    assert seen == [0o600]
    assert mode_of(tmp_path / "desk.key") == 0o600


def test_public_file_becomes_private_when_replaced(tmp_path: Path) -> None:
    path = tmp_path / "desk.key"
    path.write_bytes(b"old")
    path.chmod(0o644)
    atomic_write(path, b"new")
    assert mode_of(path) == 0o600


def test_link_is_replaced_and_its_target_left_alone(tmp_path: Path) -> None:
    target = tmp_path / "elsewhere"
    target.write_bytes(b"not ours")
    link = tmp_path / "desk.key"
    link.symlink_to(target)
    atomic_write(link, b"ours")
    assert target.read_bytes() == b"not ours"
    assert not link.is_symlink()


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, DiskFullError),
        (errno.EDQUOT, DiskFullError),
        (errno.EROFS, ReadOnlyPlaceError),
        (errno.EACCES, ReadOnlyPlaceError),
        (errno.EIO, CannotWriteError),
    ],
)
@pytest.mark.parametrize("call", ["open", "write", "fsync", "rename"])
def test_error_of_the_system_has_its_kind_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, kind: type[Exception], call: str
) -> None:
    path = tmp_path / "desk.key"
    atomic_write(path, b"old")

    def fail(*_args: object, **_named: object) -> int:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        if call == "rename":
            patch.setattr(Path, "replace", fail)
        else:
            patch.setattr(os, call, fail)
        with pytest.raises(kind):
            atomic_write(path, b"new")
    assert path.read_bytes() == b"old"
    assert names_in(tmp_path) == ["desk.key"]


def test_folder_that_is_gone_is_not_a_missing_file_of_the_desk(tmp_path: Path) -> None:
    with pytest.raises(CannotWriteError):
        atomic_write(tmp_path / "gone" / "desk.key", b"new")


def test_limit_on_file_size_leaves_the_old_content(tmp_path: Path) -> None:
    path = tmp_path / "desk.key"
    atomic_write(path, b"old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        with pytest.raises(CannotWriteError):
            atomic_write(path, bytes(8192))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert path.read_bytes() == b"old"
    assert names_in(tmp_path) == ["desk.key"]


def test_waits_for_a_virus_scanner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "desk.key"
    refusals = [32, 5, 33]
    real_replace = Path.replace

    def held(self: Path, target: Path) -> Path:
        if refusals:
            error = PermissionError(errno.EACCES, "held")
            error.winerror = refusals.pop()  # type: ignore[attr-defined]
            raise error
        return real_replace(self, target)

    monkeypatch.setattr(Path, "replace", held)
    atomic_write(path, b"new")
    assert path.read_bytes() == b"new"
    assert not refusals


def test_folder_is_synced_after_the_rename(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "desk.key"
    synced: list[tuple[bool, bool]] = []
    real_fsync = os.fsync

    def watching_fsync(descriptor: int) -> None:
        synced.append((stat.S_ISDIR(os.fstat(descriptor).st_mode), path.exists()))
        real_fsync(descriptor)

    monkeypatch.setattr(os, "fsync", watching_fsync)
    atomic_write(path, b"new")
    assert synced == [(False, False), (True, True)]


def test_private_folder_makes_all_missing_ones_private(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        made = private_folder(tmp_path / "desk" / "cases")
    finally:
        os.umask(before)
    assert mode_of(made) == 0o700
    assert mode_of(made.parent) == 0o700


def test_private_folder_leaves_an_existing_one_alone(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir(mode=0o755)
    shared.chmod(0o755)
    private_folder(shared)
    assert mode_of(shared) == 0o755


def test_leftovers_of_a_crash_are_removed_and_nothing_else(tmp_path: Path) -> None:
    leftover = leftover_name(tmp_path / "desk.key")
    leftover.write_bytes(b"half")
    leftover.with_name(f"{leftover.name}-journal").write_bytes(b"half")
    (tmp_path / "desk.key").write_bytes(b"whole")
    (tmp_path / f"report{LEFTOVER_SUFFIX}").write_bytes(b"not ours: no dot")
    assert remove_leftovers(tmp_path) == 2
    assert names_in(tmp_path) == ["desk.key", f"report{LEFTOVER_SUFFIX}"]


def test_names_of_leftovers_cannot_be_guessed(tmp_path: Path) -> None:
    names = {leftover_name(tmp_path / "desk.key").name for _time in range(100)}
    assert len(names) == 100
    assert all(len(name) >= 16 + len(LEFTOVER_SUFFIX) for name in names)


def test_removed_file_is_gone_for_good(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "one.eletcase"
    path.write_bytes(b"x")
    synced: list[bool] = []
    monkeypatch.setattr(os, "fsync", lambda fd: synced.append(path.exists()))
    remove_file(path)
    remove_file(path)
    assert synced == [False, False]


def test_file_that_cannot_be_removed_is_told(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises((CannotWriteError, ReadOnlyPlaceError)):
        remove_file(tmp_path / "folder")
