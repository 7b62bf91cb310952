"""Where files that leave are put: the folder used last, and a name that is still free."""

from itertools import count
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from ui.open_desk import OpenDesk

_SETTING = "export_folder"


def export_folder(desk: OpenDesk) -> Path:
    """Return the folder used last time, or the documents of this computer."""
    kept = str(desk.setting(_SETTING, ""))
    if kept and Path(kept).is_dir():
        return Path(kept)
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents or Path.home())


def remember_folder(desk: OpenDesk, folder: Path) -> None:
    """Keep the folder inside the desk: its name could say something. A desk that was locked keeps nothing."""
    if not desk.is_closed and str(folder) != desk.setting(_SETTING, ""):
        desk.desk.file.keep_setting(_SETTING, str(folder))


def free_path(folder: Path, name: str) -> Path:
    """Return a path that writes over nothing: a number is added where the name is taken."""
    wanted = folder / name
    for number in count(2):
        if not wanted.exists():
            return wanted
        wanted = folder / f"{Path(name).stem}-{number}{Path(name).suffix}"
    raise AssertionError("counting never ends")
