"""Put the recovery key on paper: printed from memory, or as a PDF where the worker says."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from eletdesk import clock
from eletdesk.errors import EletdeskError
from eletdesk.translation import _, language
from ui.widgets.buttons import primary, secondary
from ui.widgets.dialog import Dialog


def offer_recovery_sheet(
    parent: QWidget, words: list[str], desk_name: str, refused: Callable[[str], object]
) -> Dialog:
    """Ask whether to print the sheet or to save it, and do so."""
    text = _("Keep the words on paper, away from this computer. A saved file must be removed after printing.")
    dialog = Dialog(parent, _("Recovery key on paper"), text=text)

    def do(way: Callable[[QWidget, bytes], object]) -> None:
        dialog.accept()
        try:
            way(parent, recovery_sheet(words, desk_name))
        except EletdeskError as error:
            refused(str(error))

    dialog.add_cancel()
    dialog.add_button(secondary(_("Save as PDF"), lambda: do(_save)))
    dialog.add_button(primary(_("Print"), lambda: do(_print)))
    dialog.open()
    return dialog


def recovery_sheet(words: list[str], desk_name: str) -> bytes:
    """Return the sheet in the language of the screen."""
    from eletdesk.exports.pdf.recovery_sheet import render_recovery_sheet  # noqa: PLC0415

    return render_recovery_sheet(words, desk_name, clock.today(), language())


def _save(parent: QWidget, sheet: bytes) -> None:
    from eletdesk.exports.save_export import propose_name, save_export  # noqa: PLC0415

    name = propose_name(_("recovery key"), clock.today(), "pdf")
    chosen, _kind = QFileDialog.getSaveFileName(parent, _("Save the recovery key"), name, "PDF (*.pdf)")
    if chosen:
        save_export(Path(chosen), sheet)


def _print(parent: QWidget, sheet: bytes) -> None:
    from ui.printing import print_pdf  # noqa: PLC0415

    print_pdf(parent, sheet, _("recovery key"))
