"""Put the recovery key on paper: a PDF where the worker says, to print and then to throw away."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from eletdesk import clock
from eletdesk.translation import _, language


def save_recovery_sheet(parent: QWidget, words: list[str], desk_name: str) -> Path | None:
    """Ask for a place and write the sheet there; None when nobody chose one."""
    from eletdesk.exports.save_export import propose_name, save_export  # noqa: PLC0415

    name = propose_name(_("recovery key"), clock.today(), "pdf")
    chosen, _kind = QFileDialog.getSaveFileName(parent, _("Save the recovery key"), name, "PDF (*.pdf)")
    if not chosen:
        return None
    return save_export(Path(chosen), recovery_sheet(words, desk_name))


def recovery_sheet(words: list[str], desk_name: str) -> bytes:
    """Return the sheet in the language of the screen."""
    from eletdesk.exports.pdf.recovery_sheet import render_recovery_sheet  # noqa: PLC0415

    return render_recovery_sheet(words, desk_name, clock.today(), language())
