"""Damaged files: each kind of damage is found before a row is read, and told as damage."""

import os
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from eletdesk.errors import (
    CannotWriteError,
    DamagedFileError,
    DeskInUseError,
    DiskFullError,
    EletdeskError,
    MissingFileError,
    ReadOnlyPlaceError,
)
from eletdesk.storage.connection import FileKind, check_integrity, connect, create
from eletdesk.storage.driver_errors import classify, plain_errors

KEY = bytes(range(32))
PAGE = 4096


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A file of some thirty pages: an index, short rows, and long rows on overflow pages."""
    path = tmp_path_factory.mktemp("sound") / "one.eletcase"
    with closing(create(path, KEY, kind=FileKind.CASE, version=1)) as connection:
        connection.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, title TEXT, text TEXT)")
        connection.execute("CREATE INDEX by_title ON note (title)")
        rows = [(f"title {number}", "text " * (number % 7) * 400) for number in range(40)]
        connection.executemany("INSERT INTO note (title, text) VALUES (?, ?)", rows)
    return path.read_bytes()


def verdict(path: Path, content: bytes) -> str:
    """Put content at path, open and check it, and name the error or say fine."""
    path.write_bytes(content)
    try:
        with closing(connect(path, KEY, kind=FileKind.CASE, version=1)) as connection:
            check_integrity(connection)
    except EletdeskError as error:
        return type(error).__name__
    return "fine"


def test_sound_file_is_fine(sound: bytes, tmp_path: Path) -> None:
    assert verdict(tmp_path / "one", sound) == "fine"
    assert len(sound) > 20 * PAGE


def test_every_flipped_bit_is_damage(sound: bytes, tmp_path: Path) -> None:
    chance = random.Random(20261122)
    for _time in range(400):
        place, bit = chance.randrange(len(sound)), 1 << chance.randrange(8)
        flipped = sound[:place] + bytes([sound[place] ^ bit]) + sound[place + 1 :]
        assert verdict(tmp_path / "one", flipped) == "DamagedFileError", f"byte {place} bit {bit}"


def test_every_cut_at_a_page_is_damage(sound: bytes, tmp_path: Path) -> None:
    for pages in range(len(sound) // PAGE):
        assert verdict(tmp_path / "one", sound[: pages * PAGE]) == "DamagedFileError", f"{pages} pages left"


def test_every_page_of_zeros_is_damage(sound: bytes, tmp_path: Path) -> None:
    for start in range(0, len(sound), PAGE):
        zeroed = sound[:start] + bytes(PAGE) + sound[start + PAGE :]
        assert verdict(tmp_path / "one", zeroed) == "DamagedFileError", f"page at {start}"


def test_two_swapped_pages_are_damage(sound: bytes, tmp_path: Path) -> None:
    swapped = sound[: 3 * PAGE] + sound[4 * PAGE : 5 * PAGE] + sound[3 * PAGE : 4 * PAGE] + sound[5 * PAGE :]
    assert verdict(tmp_path / "one", swapped) == "DamagedFileError"


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda _sound: b"", id="0 bytes"),
        pytest.param(lambda sound: sound[:-1], id="last byte missing"),
        pytest.param(lambda sound: sound[: 5 * PAGE + 17], id="cut inside a page"),
        pytest.param(lambda sound: sound + os.urandom(PAGE), id="a page of noise behind"),
        pytest.param(lambda sound: sound + bytes(PAGE), id="a page of zeros behind"),
        pytest.param(lambda sound: sound + b"x", id="one byte behind"),
        pytest.param(lambda sound: os.urandom(len(sound)), id="noise"),
        pytest.param(lambda sound: bytes(len(sound)), id="zeros"),
        pytest.param(lambda _sound: b"\xff\xd8\xff\xe0" + bytes(8188), id="a picture"),
        pytest.param(lambda sound: b"SQLite format 3\0" + sound[16:], id="the header of a plain database"),
    ],
)
def test_other_content_is_damage(sound: bytes, tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    path = tmp_path / "one"
    content = damage(sound)
    assert verdict(path, content) == "DamagedFileError"
    assert path.read_bytes() == content, "a damaged file is kept as it is"
    assert list(tmp_path.iterdir()) == [path]


def test_plain_database_is_damage(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    with closing(sqlite3.connect(plain)) as connection:
        connection.execute("CREATE TABLE note (id)")
    assert verdict(tmp_path / "one", plain.read_bytes()) == "DamagedFileError"


def test_file_under_another_key_is_damage_and_no_wrong_passphrase(sound: bytes, tmp_path: Path) -> None:
    path = tmp_path / "one"
    path.write_bytes(sound)
    with pytest.raises(DamagedFileError):
        connect(path, bytes(32), kind=FileKind.CASE, version=1)


def test_folder_in_the_place_of_a_file_is_damage(tmp_path: Path) -> None:
    with pytest.raises(DamagedFileError):
        connect(tmp_path, KEY, kind=FileKind.CASE, version=1)


def test_empty_encrypted_database_without_a_kind_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "one"
    with closing(dbapi2.connect(str(path))) as connection:
        connection.execute(f"PRAGMA key=\"x'{KEY.hex()}'\"")
        connection.execute("CREATE TABLE note (id)")
    with pytest.raises(DamagedFileError):
        connect(path, KEY, kind=FileKind.CASE, version=1)


def driver_error(code: int) -> dbapi2.OperationalError:
    error = dbapi2.OperationalError("driver's own words")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (26, DamagedFileError),
        (11, DamagedFileError),
        (11 | 1 << 8, DamagedFileError),
        (13, DiskFullError),
        (8, ReadOnlyPlaceError),
        (8 | 3 << 8, ReadOnlyPlaceError),
        (14, ReadOnlyPlaceError),
        (5, DeskInUseError),
        (6, DeskInUseError),
        (10, CannotWriteError),
        (10 | 3 << 8, CannotWriteError),  # write
        (10 | 4 << 8, CannotWriteError),  # fsync
        (10 | 1 << 8, MissingFileError),  # read: the drive is gone, not the file damaged
        (10 | 2 << 8, MissingFileError),
    ],
)
def test_code_of_the_driver_has_its_kind(code: int, kind: type[EletdeskError]) -> None:
    assert type(classify(driver_error(code))) is kind


def test_owner_is_named_when_the_caller_knows_it() -> None:
    told = classify(driver_error(5), owner="Ana (laptop)", since="08:00")
    assert "Ana (laptop)" in str(told)


def test_error_wrapped_by_the_orm_is_seen_through() -> None:
    class WrappedError(Exception):
        orig = driver_error(13)

    assert isinstance(classify(WrappedError()), DiskFullError)


def test_bug_stays_a_bug() -> None:
    bug = driver_error(1)
    assert classify(bug) is bug
    with pytest.raises(ZeroDivisionError), plain_errors():
        _ = 1 // 0


def test_error_of_ours_passes_through_unchanged() -> None:
    ours = DamagedFileError("one sentence")
    with pytest.raises(DamagedFileError) as caught, plain_errors():
        raise ours
    assert caught.value is ours


def test_words_of_the_driver_do_not_leave(sound: bytes, tmp_path: Path) -> None:
    path = tmp_path / "one"
    path.write_bytes(sound)
    with pytest.raises(DamagedFileError) as caught:
        connect(path, bytes(32), kind=FileKind.CASE, version=1)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__
