"""Explain in plain words why some tables stay."""

from PySide6.QtWidgets import QWidget

from eletdesk.translation import _
from ui.widgets.buttons import primary
from ui.widgets.dialog import Dialog
from ui.widgets.labels import IconLabel, Label
from ui.widgets.layouts import TOP, Row


def open_explanation(page: QWidget) -> Dialog:
    """Open the sheet that explains."""
    dialog = Dialog(page.window(), _("How does this work?"), width=560)
    for icon, text in (
        ("caseload", _("Each young person with a pathway in the period counts once in each table.")),
        ("confidential", _(
            "Somebody who knows the school can recognise 1 to 4 young people in a table. So a table leaves "
            "exactly as it is, or it stays here as a whole. Nothing is rounded or made up."
        )),
        ("filter", _(
            "A total minus the other rows may not show 1 to 4 young people either, and a row may not hold "
            "everybody of a group: then the reader would know something of each."
        )),
        ("history", _(
            "eletdesk remembers what left. A table stays when, beside an earlier report, the difference "
            "would show 1 to 4 young people. Choose the same periods each time: then more can leave."
        )),
        ("export", _(
            "A report is a workbook, one CSV file for each table and a description, with the same "
            "explanation in three languages."
        )),
    ):  # fmt: skip
        line = Row(gap=12)
        line.addWidget(IconLabel(icon, size=18, colour="accent"), 0, TOP)
        line.addWidget(Label(text, wrap=True), 1)
        dialog.body.addLayout(line)
    button = dialog.add_button(primary(_("I understand"), dialog.accept))
    dialog.open(button)
    return dialog
