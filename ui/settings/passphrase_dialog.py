"""Change the passphrase: the present one is asked again, the new one is judged and typed twice."""

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QWidget

from eletdesk.desk.passphrases import choose_passphrase, own_words
from eletdesk.errors import InvalidInputError, WrongPassphraseError
from eletdesk.storage.keys import open_envelope
from eletdesk.storage.slots import Kdf
from eletdesk.translation import _, language
from ui.background import Progress, run_in_background
from ui.first_run.strength_bar import StrengthBar
from ui.open_desk import OpenDesk
from ui.widgets.buttons import primary, quiet
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form
from ui.widgets.labels import small
from ui.widgets.layouts import LEFT
from ui.widgets.secret_field import SecretField

_PAUSE_MS = 200


class PassphraseDialog(Dialog):
    """`changed()` when the new passphrase opens the desk; kdf is the price of one guess."""

    changed = Signal()

    def __init__(self, window: QWidget, desk: OpenDesk, kdf: Kdf | None = None) -> None:
        text = _("Your recovery key and all case files stay as they are.")
        super().__init__(window, _("Change the passphrase"), text=text, width=520)
        self._desk, self._kdf = desk, kdf
        self.present, self.new, self.again = SecretField(sz="m"), SecretField(sz="m"), SecretField(sz="m")
        self.form = Form(gap=12)
        self.form.add("present", _("Present passphrase"), self.present)
        self.form.add("passphrase", _("New passphrase"), self.new)
        self.strength = StrengthBar()
        self.form.add_widget(self.strength)
        self.form.add("again", _("The same once more"), self.again)
        self.add(self.form)
        self.body.addWidget(quiet(_("Offer me five words"), self.offer, icon_name="restore", sz="s"), 0, LEFT)
        self.problem = small(wrap=True)
        self.problem.set_tone("danger")
        self.problem.hide()
        self.add(self.problem)
        self.add_cancel()
        self.button = self.add_button(primary(_("Change it"), self.change))
        for field in (self.present, self.new, self.again):
            field.submitted.connect(self.change)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.judge)
        self.new.text_changed.connect(self._judge_soon)

    def offer(self) -> None:
        """Draw five words and show them; they still have to be typed a second time."""
        from eletdesk.storage.words import generate_passphrase  # noqa: PLC0415

        self.new.set_text(generate_passphrase(language()))
        self.new.set_revealed(True)
        self.again.clear()
        self.again.setFocus()

    def judge(self) -> None:
        """Show how strong the new passphrase is."""
        from eletdesk.storage.strength import judge  # noqa: PLC0415

        if self._desk.desk.is_closed:  # locked meanwhile
            return
        if not self.new.text():
            self.strength.clear()
            return
        self.strength.show_judgement(judge(self.new.text(), own_words(self._desk.desk)))

    def change(self) -> None:
        """Check the fields, then change the passphrase in the background."""
        if not self.button.isEnabled():
            return
        self.form.clear_errors()
        if not self.present.text():
            self.form.show_error("present", _("Type your present passphrase first."))
            return
        if not self.new.text():
            self.form.show_error("passphrase", _("Choose a passphrase."))
            return
        if self.new.text() != self.again.text():
            self.form.show_error(
                "again", _("The two passphrases are not the same. Type the second one again.")
            )
            return
        self._set_busy(True)
        desk, kdf = self._desk.desk, self._kdf
        present, new = self.present.text(), self.new.text()

        def work(_progress: Progress) -> None:
            open_envelope(desk.folder, present)
            choose_passphrase(desk, new, kdf)

        owner = QCoreApplication.instance()
        assert owner is not None
        run_in_background(owner, work, self._done, self._refused)

    def _judge_soon(self, _text: str) -> None:
        self._pause.start()

    def _done(self, _nothing: object) -> None:
        for field in (self.present, self.new, self.again):
            field.clear()
        self.changed.emit()
        self.accept()

    def _refused(self, error: Exception) -> None:
        self._set_busy(False)
        if isinstance(error, WrongPassphraseError):
            self.form.show_error("present", str(error))
        elif not (isinstance(error, InvalidInputError) and self.form.show_error(error.field, str(error))):
            self.problem.setText(str(error) or _("The passphrase was not changed."))
            self.problem.show()
        self._fit()

    def _set_busy(self, busy: bool) -> None:
        self.button.setEnabled(not busy)
        self.form.setEnabled(not busy)
        self.button.set_text(_("Changing …") if busy else _("Change it"))
