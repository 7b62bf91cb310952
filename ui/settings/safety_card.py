"""Passphrase, recovery key, and after how long the desk locks itself."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eletdesk.errors import EletdeskError
from eletdesk.storage.keys import recovery_is_set
from eletdesk.storage.slots import Kdf
from eletdesk.translation import _, ngettext
from ui.locking import IDLE_MINUTES
from ui.open_desk import OpenDesk
from ui.settings.passphrase_dialog import PassphraseDialog
from ui.settings.recovery_dialog import RecoveryDialog
from ui.widgets.buttons import secondary
from ui.widgets.card import Card
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.flow import Flow
from ui.widgets.form import FieldBox
from ui.widgets.labels import small

MINUTES = (2, 5, 10, 15, 30, 60)
SETTING = "idle_minutes"


class SafetyCard(Card):
    """`told(str)` says what was done, `refused(str)` what was not."""

    told = Signal(str)
    refused = Signal(str)

    def __init__(self, desk: OpenDesk, kdf: Kdf | None = None) -> None:
        super().__init__(_("Safety"))
        self._desk, self._kdf = desk, kdf
        choices = [
            (count, ngettext("{count} minute", "{count} minutes", count).format(count=count))
            for count in MINUTES
        ]
        self.minutes = ChoiceBox(choices, value=int(desk.setting(SETTING, IDLE_MINUTES)))
        self.minutes.activated.connect(lambda _at: self._keep_minutes())
        self.add(
            FieldBox(
                _("Lock after &doing nothing for"), self.minutes, _("From the next time you open the desk.")
            )
        )
        self.recovery_label = small(wrap=True)
        self.add(self.recovery_label)
        buttons = Flow(gap=8)
        self.passphrase = secondary(_("Change the &passphrase"), self.change_passphrase, icon_name="key")
        self.recovery = secondary(_("New &recovery key"), self.renew_recovery, icon_name="safe")
        buttons.add(self.passphrase, self.recovery)
        self.add(buttons)
        self._say_recovery()

    def change_passphrase(self) -> None:
        """Open the dialog for another passphrase."""
        dialog = PassphraseDialog(self._window(), self._desk, self._kdf)
        dialog.changed.connect(partial(self.told.emit, _("The new passphrase opens this desk now.")))
        dialog.open(dialog.present.line)

    def renew_recovery(self) -> None:
        """Open the dialog for a new recovery key."""
        dialog = RecoveryDialog(self._window(), self._desk)
        dialog.renewed.connect(self._renewed)
        dialog.open(dialog.present.line)

    def _renewed(self) -> None:
        self._say_recovery()
        self.told.emit(_("The new recovery key works. Throw the old sheet away."))

    def _say_recovery(self) -> None:
        try:
            is_set = recovery_is_set(self._desk.desk.folder)
        except EletdeskError as error:
            self.recovery_label.setText(str(error))
            return
        self.recovery_label.setText(
            _("This desk has a recovery key.")
            if is_set
            else _("This desk has no recovery key. Without it, a forgotten passphrase closes it for ever.")
        )
        self.recovery_label.set_tone("text2" if is_set else "warn")

    def _keep_minutes(self) -> None:
        try:
            self._desk.desk.file.keep_setting(SETTING, self.minutes.value())
        except EletdeskError as error:
            self.refused.emit(str(error))
            return
        self._desk.desk.tell(None, frozenset({"setting"}))

    def _window(self) -> QWidget:
        return self.window()
