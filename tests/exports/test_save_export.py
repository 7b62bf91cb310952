"""Exports are saved whole, for their owner only, under names that name nobody."""

import os
from datetime import date
from pathlib import Path

import pytest

from eletdesk.errors import EletdeskError
from eletdesk.exports.save_export import propose_name, save_export

DAY = date(2026, 11, 23)


def test_the_name_has_kind_number_and_date() -> None:
    assert propose_name("Verwijsdossier NAFT", DAY, "pdf", number="2026/014") == (
        "verwijsdossier-naft_2026-014_2026-11-23.pdf"
    )
    assert propose_name("Überblick", DAY, "xlsx") == "uberblick_2026-11-23.xlsx"


@pytest.mark.parametrize(
    "kind", ["../../x", "CON", "a\x00b", "\u202efdp", "", "日本", "x" * 400, "a/b\\c:d*?<>|"]
)
def test_no_kind_makes_an_unsafe_name(kind: str) -> None:
    name = propose_name(kind, DAY, "pdf")
    assert name.isascii()
    assert not set(name) & set('/\\:*?"<>| \x00')
    assert name.endswith("_2026-11-23.pdf")
    assert len(name) < 80


def test_an_export_replaces_the_old_one_and_is_private(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(b"old")
    assert save_export(path, b"new").read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]
    if os.name == "posix":
        assert path.stat().st_mode & 0o077 == 0


def test_a_folder_that_is_gone_is_said_and_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(EletdeskError):
        save_export(tmp_path / "gone" / "x.pdf", b"new")
    assert list(tmp_path.iterdir()) == []
