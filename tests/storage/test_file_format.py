"""The program in docs/file_format.md opens a real desk with nothing of eletdesk."""

import re
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from eletdesk.storage.connection import FileKind, create
from eletdesk.storage.keys import Kdf, create_envelope, derive, new_key, wrap_case_key

PAGE = Path(__file__).parents[2] / "docs" / "file_format.md"
PASSPHRASE = "één fiets-lantaarn-molen"


def program() -> str:
    found = re.search(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    return found.group(1)


def test_program_of_the_page_reads_a_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk_key = create_envelope(tmp_path, PASSPHRASE, kdf=Kdf(64, 1, 1))
    case_key = new_key()
    (tmp_path / "cases").mkdir()
    with closing(
        create(tmp_path / "desk.db", derive(desk_key, "desk.db"), kind=FileKind.DESK, version=1)
    ) as desk:
        desk.execute("CREATE TABLE case_key (id TEXT, wrapped BLOB)")
        desk.execute("INSERT INTO case_key VALUES (?, ?)", ("one", wrap_case_key(desk_key, "one", case_key)))
    with closing(
        create(tmp_path / "cases" / "one.eletcase", case_key, kind=FileKind.CASE, version=1)
    ) as case:
        case.execute("CREATE TABLE note (text TEXT)")
        case.execute("INSERT INTO note VALUES ('found')")
    monkeypatch.chdir(tmp_path)
    made: dict[str, Any] = {"passphrase": PASSPHRASE}
    assert "eletdesk." not in program()
    exec(program(), made)
    assert made["case"].execute("SELECT text FROM note").fetchall() == [("found",)]
    for name in ("case", "desk_file"):
        made[name].close()


def test_page_names_every_kind_of_file() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for kind in FileKind:
        assert f"0x{kind.value:X}" in page
        assert kind.value.to_bytes(4, "big").decode() in page


def test_page_names_every_table_and_column() -> None:
    from eletdesk.domain.tables import METADATA
    from eletdesk.storage.desk_file import TABLES

    page = PAGE.read_text(encoding="utf-8")
    for table in METADATA.sorted_tables:
        line = next(line for line in page.splitlines() if f"`{table.name}`" in line)
        described = page[page.index(line) : page.index(line) + 700]
        for column in table.columns:
            if column.name not in ("id", "created_at", "deleted_at"):
                assert column.name in described, f"{table.name}.{column.name}"
    for name in TABLES:
        assert f"| `{name}` |" in page
