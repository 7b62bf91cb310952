"""Make the dossier that leaves: to whom, with which password, why without consent, and where it is put."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.desk.dossier_files import IssuedDossier, issue_dossier
from eletdesk.errors import InvalidInputError
from eletdesk.exports.save_export import propose_name, save_export
from eletdesk.translation import _
from ui.background import Progress, run_in_background
from ui.case.source_note import source_note
from ui.export_places import export_folder, free_path, remember_folder
from ui.files import choose_place
from ui.open_desk import OpenDesk
from ui.referral.reading import DossierFacts
from ui.widgets.banner import Banner
from ui.widgets.buttons import primary, secondary
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, TextField
from ui.widgets.labels import small
from ui.widgets.layouts import LEFT
from ui.widgets.secret_field import SecretField


class IssueDialog(Dialog):
    """One of the three confirmations: data leaves. `made(Path, IssuedDossier)` when the file is there."""

    made = Signal(object, object)

    def __init__(self, window: QWidget, desk: OpenDesk, case_id: str, facts: DossierFacts) -> None:
        super().__init__(
            window,
            _("Prepare the dossier"),
            text=_("This file leaves eletdesk. A copy and the reason stay in the case file."),
            width=520,
        )
        self._desk, self._case_id, self._facts = desk, case_id, facts
        self._issued: IssuedDossier | None = None
        self._say_what_is_missing(facts)
        self.form = Form(gap=12)
        self.recipient = TextField(facts.recipient)
        self.reason = TextField()
        self.password, self.again = SecretField(sz="m"), SecretField(sz="m")
        self.place = TextField(str(self._proposed()))
        self.form.add("recipient", _("Receiver"), self.recipient)
        self.form.add("reason", _("Reason to share without consent"), self.reason, facts.consent_gap)
        self.form.box("reason").setVisible(bool(facts.consent_gap))
        self.form.add("password", _("Password for the file"), self.password, _("You may leave this empty."))
        self.form.add("again", _("The same password once more"), self.again)
        self.form.add("place", _("Put it here"), self.place)
        self.add(self.form)
        self.body.addWidget(secondary(_("Choose another folder"), self._choose, sz="s"), 0, LEFT)
        self.problem = small(wrap=True)
        self.problem.set_tone("danger")
        self.problem.hide()
        self.add(self.problem)
        self.again_box_follows()
        self.password.text_changed.connect(lambda _text: self.again_box_follows())
        self.add_cancel()
        self.button = self.add_button(primary(_("Make the file"), self.make))
        self.button.setEnabled(not facts.to_fill)
        for field in (self.recipient, self.reason, self.place):
            field.returnPressed.connect(self.make)
        for secret in (self.password, self.again):
            secret.submitted.connect(self.make)

    def _say_what_is_missing(self, facts: DossierFacts) -> None:
        """Say which parts are empty: some dossiers may leave as a draft, others may not (rule 11)."""
        if facts.to_fill:
            names = ", ".join(state.label for state in facts.to_fill)
            words = _("Fill these parts first: {parts}. This dossier leaves only when all are filled.")
            self.add(Banner(words.format(parts=names), tone="danger"))
            self.add(source_note(facts.kind.basis))
        elif facts.missing:
            names = ", ".join(state.label for state in facts.missing)
            words = _("Not complete yet: {sections}. Each page says that it is a draft.")
            self.add(Banner(words.format(sections=names), tone="warn"))

    def first_field(self) -> QWidget:
        """Return where one starts: what is missing, else the button."""
        if not self.recipient.text().strip():
            return self.recipient
        return self.reason if self._facts.consent_gap else self.button

    def again_box_follows(self) -> None:
        """Ask for the password a second time only when there is one."""
        self.form.box("again").setVisible(bool(self.password.text()))
        self._fit()

    def make(self) -> None:
        """Check the fields, then make the file in the background."""
        if not self.button.isEnabled():
            return
        self.form.clear_errors()
        self.problem.hide()
        recipient, password, again = self.recipient.text(), self.password.text(), self.again.text()
        if not recipient.strip():
            self.form.show_error("recipient", _("Say who receives the dossier."))
            return
        if self._facts.consent_gap and not self.reason.text().strip():
            gap = self._facts.consent_gap
            self.form.show_error("reason", _("{gap} Why do you send it all the same?").format(gap=gap))
            return
        if password and password != again:
            self.form.show_error("again", _("The two passwords are not the same. Type this one again."))
            return
        if not self.place.text().strip():
            self.form.show_error("place", _("Choose where the file is put."))
            return
        self._set_busy(True)
        owner = QCoreApplication.instance()
        assert owner is not None
        run_in_background(owner, self._work(), self._done, self._refused)

    def _work(self) -> Callable[[Progress], Path]:
        """Return the work: log and make once, write as often as needed."""
        recipient, reason = self.recipient.text(), self.reason.text()
        password, path = self.password.text(), Path(self.place.text().strip()).expanduser()

        def work(_progress: Progress) -> Path:
            if self._issued is None:
                self._keep_recipient(recipient)
                self._issued = issue_dossier(
                    self._desk.desk, self._case_id, self._facts.referral_id,
                    password=password, reason=reason,
                )  # fmt: skip
            return save_export(path, self._issued.content)

        return work

    def _keep_recipient(self, recipient: str) -> None:
        from eletdesk.operations.referrals import set_recipient  # noqa: PLC0415

        if recipient.strip() != self._facts.recipient:
            self._desk.run(
                self._case_id, set_recipient, self._facts.referral_id,
                recipient=recipient, recipient_contact=self._facts.recipient_contact,
            )  # fmt: skip

    def _done(self, path: Path) -> None:
        assert self._issued is not None
        remember_folder(self._desk, path.parent)
        self.password.clear()
        self.again.clear()
        self.made.emit(path, self._issued)
        self.accept()

    def _refused(self, error: Exception) -> None:
        self._set_busy(False)
        if isinstance(error, InvalidInputError) and error.field in self.form.names():
            self.form.box(error.field).show()
            self.form.show_error(error.field, str(error))
        elif self._issued is not None:
            self.form.show_error("place", str(error) or _("The file could not be written here."))
        else:
            self.problem.setText(str(error) or _("The file could not be made."))
            self.problem.show()
        self._fit()

    def _set_busy(self, busy: bool) -> None:
        self.button.setEnabled(not busy)
        self.form.setEnabled(not busy)
        self.button.set_text(_("Making the file …") if busy else _("Make the file"))

    def _proposed(self) -> Path:
        name = propose_name(_("referral dossier"), clock.today(), "pdf")
        return free_path(export_folder(self._desk), name)

    def _choose(self) -> None:
        place = choose_place(self, _("Put the dossier here"), Path(self.place.text()), "PDF")
        if place is not None:
            self.place.setText(str(place))
            self.button.setFocus()
