"""The folder of the last export: kept in the desk, and no trouble when the desk was locked meanwhile."""

from pathlib import Path

from tests.ui.desk_fixtures import make_desk
from ui.export_places import export_folder, remember_folder
from ui.open_desk import OpenDesk


def test_the_folder_is_kept_and_a_locked_desk_keeps_nothing(tmp_path: Path) -> None:
    desk = OpenDesk(make_desk(tmp_path / "desk"))
    remember_folder(desk, tmp_path)
    assert export_folder(desk) == tmp_path
    desk.close()
    remember_folder(desk, tmp_path / "elsewhere")
    assert desk.is_closed
