"""Show the four steps as chips: a tick for what is done, colour and words for what is now."""

from PySide6.QtWidgets import QWidget

from eletdesk.translation import _
from ui.widgets.chip import Chip
from ui.widgets.layouts import Row


class StepChips(QWidget):
    """Four chips in a row."""

    def __init__(self) -> None:
        super().__init__()
        row = Row(self, gap=8)
        self._chips: list[Chip] = []
        row.addStretch(1)
        for _number in range(4):
            chip = Chip("")
            self._chips.append(chip)
            row.addWidget(chip)
        row.addStretch(1)
        self.show_step(1)

    def show_step(self, now: int) -> None:
        """Mark the steps before `now` (from 1) as done."""
        names = (_("Language"), _("Begin"), _("Passphrase"), _("Recovery key"))
        for number, (chip, name) in enumerate(zip(self._chips, names, strict=True), start=1):
            tone = "ok" if number < now else "accent" if number == now else "neutral"
            chip.set_content(f"{number}  {name}", tone=tone, icon_name="tick" if number < now else "")
            state = _("done") if number < now else _("now") if number == now else _("later")
            chip.setAccessibleName(f"{number} {name}, {state}")
