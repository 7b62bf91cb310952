"""The SQLite recipe: one test for each line of it, and the ways to open, create and copy."""

import os
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from sqlcipher3 import dbapi2

from eletdesk.errors import (
    CannotWriteError,
    DamagedFileError,
    DeskInUseError,
    EletdeskError,
    MissingFileError,
    NewerFileError,
    ReadOnlyPlaceError,
)
from eletdesk.storage.connection import FileKind, backup, check_integrity, connect, create

KEY = bytes(range(32))
CANARY = "Zonnebloempit" * 40


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def made(path: Path, rows: int = 3) -> Path:
    with closing(create(path, KEY, kind=FileKind.CASE, version=1)) as connection:
        connection.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT)")
        connection.executemany("INSERT INTO note (text) VALUES (?)", [(CANARY,)] * rows)
    return path


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return made(tmp_path / "one.eletcase")


def opened(path: Path, version: int = 1, *, may_write: bool = True) -> dbapi2.Connection:
    return connect(path, KEY, kind=FileKind.CASE, version=version, may_write=may_write)


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("journal_mode", "delete"),
        ("synchronous", 3),
        ("fullfsync", 1),
        ("secure_delete", 1),
        ("temp_store", 2),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("locking_mode", "exclusive"),
        ("auto_vacuum", 0),
        ("journal_size_limit", 0),
        ("cipher_page_size", "4096"),
        ("application_id", FileKind.CASE.value),
        ("user_version", 1),
    ],
)
def test_setting(case: Path, setting: str, value: object) -> None:
    with closing(opened(case)) as connection:
        assert connection.execute(f"PRAGMA {setting}").fetchone()[0] == value


def test_new_file_has_the_same_settings(tmp_path: Path) -> None:
    with closing(create(tmp_path / "one", KEY, kind=FileKind.DESK, version=7)) as connection:
        said = [
            connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("synchronous", "secure_delete", "auto_vacuum", "user_version", "application_id")
        ]
    assert said == [3, 1, 0, 7, FileKind.DESK.value]


def test_key_is_raw_and_any_tool_can_open_the_file(case: Path) -> None:
    with closing(dbapi2.connect(str(case))) as plain_driver:
        plain_driver.execute(f"PRAGMA key=\"x'{KEY.hex()}'\"")
        assert plain_driver.execute("SELECT count(*) FROM note").fetchone() == (3,)


def test_key_must_have_32_bytes(case: Path) -> None:
    with pytest.raises(ValueError, match="32"):
        connect(case, b"short", kind=FileKind.CASE, version=1)


def test_statements_are_not_wrapped_in_hidden_transactions(case: Path) -> None:
    with closing(opened(case)) as connection:
        connection.execute("INSERT INTO note (text) VALUES ('x')")
        assert not connection.in_transaction
        connection.execute("BEGIN")
        connection.execute("CREATE TABLE other (id)")
        connection.execute("ROLLBACK")
        assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (1,)


def test_nothing_is_readable_on_disk(case: Path) -> None:
    raw = case.read_bytes()
    assert not raw.startswith(b"SQLite format 3")
    assert b"Zonnebloem" not in raw


def decrypted_pages(path: Path) -> bytes:
    """Decrypt each page by hand, free pages too: AES-256-CBC, initial vector before the 64 bytes of HMAC."""
    raw, plain = path.read_bytes(), b""
    for start in range(0, len(raw), 4096):
        page = raw[start + (16 if start == 0 else 0) : start + 4096]  # the file begins with 16 bytes of salt
        decryptor = Cipher(algorithms.AES256(KEY), modes.CBC(page[-80:-64])).decryptor()
        plain += decryptor.update(page[:-80])
    return plain


@pytest.mark.parametrize(("setting", "left"), [("ON", False), ("OFF", True)])
def test_deleted_text_leaves_no_page_behind(case: Path, setting: str, left: bool) -> None:
    assert b"Zonnebloem" in decrypted_pages(case)
    with closing(opened(case)) as connection:
        if setting == "OFF":  # shows that this test can see what is left
            connection.execute("PRAGMA secure_delete=OFF").fetchone()
        connection.execute("DELETE FROM note")
        journal = case.with_name("one.eletcase-journal")
        assert not journal.exists() or journal.stat().st_size == 0
    assert (b"Zonnebloem" in decrypted_pages(case)) is left


def test_temporary_tables_stay_in_memory(case: Path) -> None:
    with closing(opened(case)) as connection:
        connection.execute("CREATE TEMP TABLE big AS SELECT * FROM note")
        connection.executemany("INSERT INTO big (text) VALUES (?)", [(CANARY * 40,)] * 500)
        open_files = {os.path.realpath(f"/proc/self/fd/{name}") for name in names_in(Path("/proc/self/fd"))}
    assert not [name for name in open_files if "etilqs" in name]


def test_nothing_is_logged_to_the_terminal_about_a_damaged_file(case: Path) -> None:
    with case.open("r+b") as stream:
        stream.seek(5000)
        stream.write(bytes(100))
    program = (
        "import sys; from pathlib import Path; from eletdesk.storage.connection import *\n"
        "c = connect(Path(sys.argv[1]), bytes(range(32)), kind=FileKind.CASE, version=1)\n"
        "try: check_integrity(c)\n"
        "except Exception as error: print(type(error).__name__)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, str(case)], capture_output=True, text=True, check=True
    )
    assert (ran.stdout, ran.stderr) == ("DamagedFileError\n", "")


def test_file_is_private_from_its_first_moment(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        made(tmp_path / "one.eletcase")
        with closing(opened(tmp_path / "one.eletcase")) as connection:
            connection.execute("BEGIN")
            connection.execute("INSERT INTO note (text) VALUES ('x')")
            modes = {name: stat.S_IMODE((tmp_path / name).stat().st_mode) for name in names_in(tmp_path)}
            connection.execute("ROLLBACK")
    finally:
        os.umask(before)
    assert modes == {"one.eletcase": 0o600, "one.eletcase-journal": 0o600}


def test_nothing_stands_beside_a_closed_file(case: Path) -> None:
    with closing(opened(case)) as connection:
        connection.execute("INSERT INTO note (text) VALUES ('x')")
    assert names_in(case.parent) == ["one.eletcase"]


def test_opening_and_closing_changes_no_byte(case: Path) -> None:
    before = (case.read_bytes(), case.stat().st_mtime_ns)
    with closing(opened(case)) as connection:
        check_integrity(connection)
    assert (case.read_bytes(), case.stat().st_mtime_ns) == before


@pytest.mark.parametrize("may_write", [True, False])
def test_second_program_is_told_that_the_file_is_in_use(case: Path, may_write: bool) -> None:
    with closing(opened(case)), pytest.raises(DeskInUseError):
        opened(case, may_write=may_write)


def test_read_only_connection_cannot_write(case: Path) -> None:
    with closing(opened(case, may_write=False)) as connection:
        assert connection.execute("SELECT count(*) FROM note").fetchone() == (3,)
        with pytest.raises(dbapi2.OperationalError, match="readonly"):
            connection.execute("DELETE FROM note")


def test_strange_characters_in_the_folder_name(tmp_path: Path) -> None:
    folder = tmp_path / "50% van #1 & één? 'a' b"
    folder.mkdir()
    with closing(opened(made(folder / "x?mode=memory.eletcase"))) as connection:
        assert connection.execute("SELECT count(*) FROM note").fetchone() == (3,)
    assert names_in(folder) == ["x?mode=memory.eletcase"]


def test_missing_file_is_missing_and_not_created(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError):
        opened(tmp_path / "gone.eletcase")
    assert names_in(tmp_path) == []


def test_create_never_touches_an_existing_file(case: Path) -> None:
    before = case.read_bytes()
    with pytest.raises(CannotWriteError):
        create(case, KEY, kind=FileKind.CASE, version=1)
    assert case.read_bytes() == before


def test_create_in_a_missing_folder_is_an_error_of_ours(tmp_path: Path) -> None:
    with pytest.raises(EletdeskError):
        create(tmp_path / "gone" / "one", KEY, kind=FileKind.CASE, version=1)


def test_file_from_a_newer_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "one"
    create(path, KEY, kind=FileKind.CASE, version=3).close()
    before = path.read_bytes()
    with pytest.raises(NewerFileError):
        opened(path, version=2)
    opened(path, version=3).close()
    opened(path, version=4).close()
    assert path.read_bytes() == before


def test_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "one"
    create(path, KEY, kind=FileKind.REGISTER, version=1).close()
    with pytest.raises(DamagedFileError):
        opened(path)


def test_each_kind_has_its_own_four_letters() -> None:
    assert {kind.value.to_bytes(4, "big") for kind in FileKind} == {b"ELTC", b"ELTD", b"ELTR"}


@pytest.mark.skipif(os.geteuid() == 0, reason="an administrator may write everywhere")
def test_read_only_folder_is_told_as_such(case: Path) -> None:
    case.parent.chmod(0o500)
    case.chmod(0o400)
    try:
        with pytest.raises(ReadOnlyPlaceError):
            opened(case)
        opened(case, may_write=False).close()
    finally:
        case.parent.chmod(0o700)


def test_backup_is_a_sound_private_copy_under_its_own_key(case: Path, tmp_path: Path) -> None:
    other_key = bytes(range(1, 33))
    copy = tmp_path / "copy.eletcase"
    with closing(opened(case)) as connection:
        backup(connection, copy, other_key)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert names_in(tmp_path) == ["copy.eletcase", "one.eletcase"]
    with closing(connect(copy, other_key, kind=FileKind.CASE, version=1)) as connection:
        check_integrity(connection)
        assert connection.execute("SELECT text FROM note").fetchall() == [(CANARY,)] * 3
    with pytest.raises(DamagedFileError):
        connect(copy, KEY, kind=FileKind.CASE, version=1)


def test_backup_replaces_an_older_one_only_when_it_is_whole(case: Path, tmp_path: Path) -> None:
    copy = made(tmp_path / "copy.eletcase", rows=1)
    before = copy.read_bytes()
    with case.open("r+b") as stream:
        stream.seek(case.stat().st_size - 4000)
        stream.write(os.urandom(100))
    with closing(opened(case)) as connection, pytest.raises(DamagedFileError):
        backup(connection, copy, KEY)
    assert copy.read_bytes() == before
    assert names_in(tmp_path) == ["copy.eletcase", "one.eletcase"]


def test_crashed_change_is_rolled_back_at_the_next_open(case: Path) -> None:
    program = (
        "import os, sys; from pathlib import Path; from eletdesk.storage.connection import *\n"
        "c = connect(Path(sys.argv[1]), bytes(range(32)), kind=FileKind.CASE, version=1)\n"
        "c.execute('PRAGMA cache_size=1'); c.execute('BEGIN')\n"
        "c.executemany('INSERT INTO note (text) VALUES (?)', [('x' * 5000,)] * 100)\n"
        "os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", program, str(case)], check=False)
    assert case.with_name("one.eletcase-journal").stat().st_size > 0
    with closing(opened(case)) as connection:
        check_integrity(connection)
        assert connection.execute("SELECT count(*) FROM note").fetchone() == (3,)
    assert names_in(case.parent) == ["one.eletcase"]
