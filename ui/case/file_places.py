"""Ask where a file is or where a copy may go, and read or write it there."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from eletdesk.errors import EletdeskError
from eletdesk.exports.save_export import save_export
from eletdesk.operations.documents import LARGEST
from eletdesk.translation import _


def ask_for_file(window: QWidget) -> Path | None:
    """Let the worker choose a file; None when they think better of it."""
    chosen, _filter = QFileDialog.getOpenFileName(window, _("Add a file"))
    return Path(chosen) if chosen else None


def ask_for_place(window: QWidget, name: str) -> Path | None:
    """Let the worker choose where a copy goes; None when they think better of it."""
    chosen, _filter = QFileDialog.getSaveFileName(window, _("Save a copy"), str(Path.home() / name))
    return Path(chosen) if chosen else None


def read_whole(path: Path) -> bytes:
    """Read a file, but no more than may be kept; raises EletdeskError when it cannot be read."""
    try:
        with path.open("rb") as stream:
            return stream.read(LARGEST + 1)
    except OSError:
        raise EletdeskError(_("This file cannot be read. Is it still there?")) from None


def write_copy(path: Path, content: bytes) -> None:
    """Write a copy outside the desk, readable by its owner only."""
    save_export(path, content)
