"""Say which program this is, that it never goes on the internet, and under which terms its parts are used."""

from PySide6.QtWidgets import QWidget

from eletdesk.translation import _
from eletdesk.version import VERSION
from ui.settings.licences import OWN_LICENCE, shipped_licences
from ui.widgets.buttons import primary, secondary
from ui.widgets.card import Card
from ui.widgets.dialog import Dialog
from ui.widgets.labels import IconLabel, Label, small
from ui.widgets.layouts import LEFT, TOP, Grid, Row


class AboutCard(Card):
    """Version, promise and licences."""

    def __init__(self) -> None:
        super().__init__(_("About eletdesk"))
        self.add(Label(_("Version {version}").format(version=VERSION)))
        self.add(small(_("Free software under {licence}.").format(licence=OWN_LICENCE), wrap=True))
        promise = Row(gap=8)
        promise.addWidget(IconLabel("offline", size=16, colour="accent"), 0, TOP)
        promise.addWidget(small(_("eletdesk never goes on the internet."), wrap=True), 1)
        self.add(promise)
        self.button = secondary(_("L&icences of what we use"), self.show_licences, sz="s")
        self.body().addWidget(self.button, 0, LEFT)

    def show_licences(self) -> Dialog:
        """List each part with version and licence."""
        dialog = Dialog(self.window(), _("Licences of what we use"), width=560)
        dialog.add(_licence_grid())
        button = dialog.add_button(primary(_("Close"), dialog.accept))
        dialog.open(button)
        return dialog


def _licence_grid() -> QWidget:
    box = QWidget()
    grid = Grid(box, gap=6)
    for number, each in enumerate(shipped_licences()):
        grid.addWidget(Label(each.part, role="small"), number, 0, TOP)
        grid.addWidget(small(each.version), number, 1, TOP)
        grid.addWidget(small(each.licence, wrap=True), number, 2)
    grid.setColumnStretch(2, 1)
    return box
