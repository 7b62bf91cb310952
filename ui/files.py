"""Ask for a file or a folder: the one place that opens the file window of the system."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from eletdesk.translation import _

LISTS = "*.xlsx *.xls *.ods *.csv *.tsv *.txt"
"""What a list can be read from."""


def choose_list(parent: QWidget) -> Path | None:
    """Ask for a spreadsheet to read; None when nothing was chosen."""
    kinds = _("Lists ({kinds})").format(kinds=LISTS)
    chosen, _kind = QFileDialog.getOpenFileName(parent, _("Choose your list"), "", kinds)
    return Path(chosen) if chosen else None


def choose_definition(parent: QWidget) -> Path | None:
    """Ask for the definition of a programme; None when nothing was chosen."""
    kinds = _("Definitions ({kinds})").format(kinds="*.toml")
    chosen, _kind = QFileDialog.getOpenFileName(parent, _("Choose a definition file"), "", kinds)
    return Path(chosen) if chosen else None


def choose_folder(parent: QWidget, title: str = "", start: str = "") -> Path | None:
    """Ask for a folder; None when nothing was chosen."""
    chosen = QFileDialog.getExistingDirectory(parent, title or _("Choose a folder"), start)
    return Path(chosen) if chosen else None


def choose_place(parent: QWidget, title: str, proposed: Path, kind: str) -> Path | None:
    """Ask where a new file goes; `kind` says what it is (`PDF`); the ending stays as proposed."""
    ending = proposed.suffix
    chosen, _kind = QFileDialog.getSaveFileName(parent, title, str(proposed), f"{kind} (*{ending})")
    if not chosen:
        return None
    place = Path(chosen)
    return place if place.suffix else place.with_suffix(ending)
