"""Drafts outside any case live in the desk file and survive a lock."""

from pathlib import Path

from eletdesk.desk.drafts import desk_draft, drop_desk_draft, keep_desk_draft
from eletdesk.desk.opening import open_desk
from tests.desks import PASSPHRASE, make_desk


def test_a_draft_is_there_after_closing_and_opening(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "desk")
    keep_desk_draft(desk, "quick_line", {"text": "noor ges"})
    keep_desk_draft(desk, "quick_line", {"text": "noor gesprek"})
    desk.close()
    again = open_desk(tmp_path / "desk", PASSPHRASE)
    kept = desk_draft(again, "quick_line")
    assert kept is not None
    assert kept.values == {"text": "noor gesprek"}
    again.close()


def test_a_dropped_draft_is_gone_and_dropping_twice_is_fine(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "desk")
    keep_desk_draft(desk, "quick_line", {"text": "noor"})
    keep_desk_draft(desk, "other", {"text": "stays"})
    drop_desk_draft(desk, "quick_line")
    drop_desk_draft(desk, "quick_line")
    assert desk_draft(desk, "quick_line") is None
    assert desk_draft(desk, "other") is not None
    desk.close()


def test_a_draft_stands_nowhere_in_the_open(tmp_path: Path) -> None:
    desk = make_desk(tmp_path / "desk")
    keep_desk_draft(desk, "quick_line", {"text": "kanariewoordzoekmij"})
    desk.close()
    for file in (tmp_path / "desk").rglob("*"):
        if file.is_file():
            assert b"kanariewoordzoekmij" not in file.read_bytes()
