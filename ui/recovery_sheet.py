"""Put the recovery key on paper: printed from memory, or as a PDF where the worker says."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.errors import EletdeskError
from eletdesk.translation import _, language
from ui.files import choose_place
from ui.widgets.buttons import primary, secondary
from ui.widgets.dialog import Dialog


def offer_recovery_sheet(
    parent: QWidget, words: list[str], desk_name: str, refused: Callable[[str], object]
) -> Dialog:
    """Ask whether to print the sheet or to save it, and do so."""
    text = _("Keep the words on paper, away from this computer. A saved file must be removed after printing.")
    dialog = Dialog(parent.window(), _("Recovery key on paper"), text=text)

    def do(way: Callable[[QWidget, bytes], object]) -> None:
        dialog.accept()
        try:
            way(parent, recovery_sheet(words, desk_name))
        except EletdeskError as error:
            refused(str(error))

    dialog.add_cancel()
    dialog.add_button(secondary(_("Save as P&DF"), lambda: do(_save)))
    dialog.add_button(primary(_("&Print"), lambda: do(_print)))
    dialog.open()
    return dialog


def recovery_sheet(words: list[str], desk_name: str) -> bytes:
    """Return the sheet in the language of the screen."""
    from eletdesk.exports.pdf.recovery_sheet import render_recovery_sheet  # noqa: PLC0415

    return render_recovery_sheet(words, desk_name, clock.today(), language())


def _save(parent: QWidget, sheet: bytes) -> None:
    from eletdesk.exports.save_export import propose_name, save_export  # noqa: PLC0415

    name = propose_name(_("recovery key"), clock.today(), "pdf")
    place = choose_place(parent, _("Save the recovery key"), Path(name), "PDF")
    if place is not None:
        save_export(place, sheet)


def _print(parent: QWidget, sheet: bytes) -> None:
    from ui.printing import print_pdf  # noqa: PLC0415

    print_pdf(parent, sheet, _("recovery key"))
