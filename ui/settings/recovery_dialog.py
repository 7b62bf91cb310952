"""Make a new recovery key: passphrase first, then 24 words shown once, then three typed back."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from eletdesk.desk.desk import Desk
from eletdesk.errors import WrongPassphraseError
from eletdesk.storage.keys import open_envelope, set_recovery
from eletdesk.translation import _, language
from ui.background import Progress, run_in_background
from ui.first_run.choices import Draft, Secrets
from ui.first_run.recovery_step import RecoveryStep
from ui.open_desk import OpenDesk
from ui.widgets.buttons import primary, quiet
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form
from ui.widgets.labels import small
from ui.widgets.secret_field import SecretField


class RecoveryDialog(Dialog):
    """`renewed()` when the new words open the desk and the old ones no longer do."""

    renewed = Signal()

    def __init__(self, window: QWidget, desk: OpenDesk) -> None:
        text = _("The old recovery key stops working as soon as the new one is kept.")
        super().__init__(window, _("New recovery key"), text=text, width=720)
        self._desk = desk
        self.step: RecoveryStep | None = None
        self.form = Form()
        self.present = SecretField(sz="m")
        self.form.add("present", _("Present passphrase"), self.present)
        self.add(self.form)
        self.problem = small(wrap=True)
        self.problem.set_tone("danger")
        self.problem.hide()
        self.add(self.problem)
        self.add_cancel()
        self.back = self.add_button(quiet(_("Back to the words"), self._back))
        self.back.hide()
        self.button = self.add_button(primary(_("Show the words"), self.go_on))
        self.present.submitted.connect(self.go_on)

    def go_on(self) -> None:
        """Check the passphrase, then go from the words to the question, then keep the key."""
        if not self.button.isEnabled():
            return
        self.problem.hide()
        if self.step is None:
            self._check_passphrase()
        elif self.step.keep():
            self._keep()
        else:
            self._label()

    def _check_passphrase(self) -> None:
        self.form.clear_errors()
        if not self.present.text():
            self.form.show_error("present", _("Type your present passphrase first."))
            return
        self._start(partial(_check, self._desk.desk, self.present.text()), self._show_words)

    def _show_words(self, _nothing: object) -> None:
        from eletdesk.storage.strength import judge  # noqa: PLC0415
        from eletdesk.storage.words import generate_passphrase, new_recovery_words  # noqa: PLC0415

        self.button.setEnabled(True)
        self.present.clear()
        self.form.hide()
        secrets = Secrets(generate_passphrase, new_recovery_words, judge)
        self.step = RecoveryStep(Draft(language(), self._desk.desk.folder), secrets)
        self.step.print_requested.connect(self._print)
        for stack in self.step.findChildren(QStackedWidget):
            stack.setProperty("role", "clear")
        self.add(self.step)
        self.step.show()
        self._label()

    def _keep(self) -> None:
        assert self.step is not None
        words = " ".join(self.step.draft.recovery_words)
        self._start(partial(_renew, self._desk.desk, words), self._done)

    def _done(self, _nothing: object) -> None:
        assert self.step is not None
        self.step.draft.recovery_words = []
        self.renewed.emit()
        self.accept()

    def _start(self, work: partial[None], done: object) -> None:
        self.button.setEnabled(False)
        owner = QCoreApplication.instance()
        assert owner is not None
        run_in_background(owner, work, done, self._refused)  # type: ignore[arg-type]

    def _refused(self, error: Exception) -> None:
        self.button.setEnabled(True)
        if isinstance(error, WrongPassphraseError) and self.step is None:
            self.form.show_error("present", str(error))
        else:
            self.problem.setText(str(error) or _("The recovery key was not changed."))
            self.problem.show()
        self._fit()

    def _back(self) -> None:
        if self.step is not None:
            self.step.back()
        self._label()

    def _label(self) -> None:
        assert self.step is not None
        asking = self.step.is_asking()
        self.back.setVisible(asking)
        self.button.set_text(_("Keep this key") if asking else _("I have the sheet: go on"))
        self.body.activate()
        self._fit()
        field = self.step.first_field()
        if field is not None:
            field.setFocus()

    def _print(self, words: list[str]) -> None:
        from ui.recovery_sheet import offer_recovery_sheet  # noqa: PLC0415

        offer_recovery_sheet(self.window(), words, self._desk.desk.worker, self._say)

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.show()


def _check(desk: Desk, passphrase: str, _progress: Progress) -> None:
    open_envelope(desk.folder, passphrase)


def _renew(desk: Desk, words: str, _progress: Progress) -> None:
    with desk.busy:
        set_recovery(desk.folder, desk.key, words)
