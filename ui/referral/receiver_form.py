"""Say who receives the dossier, in which language it speaks, and before which day it has to be there."""

from datetime import date

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.domain.spoken_dates import describe_date, numeric_date, parse_date
from eletdesk.translation import _
from ui.directory.organisation_field import OrganisationField
from ui.open_desk import OpenDesk
from ui.referral.reading import DossierFacts
from ui.widgets.check_row import CheckRow
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.date_field import DateField
from ui.widgets.form import Form, TextField
from ui.widgets.labels import Label
from ui.widgets.layouts import Column

LANGUAGES = (("nl", "Nederlands"), ("fr", "Français"), ("en", "English"))
"""Each language in its own words, as people look for it."""


def due_day(text: str) -> date | None:
    """Read a due date: days ahead, empty is no date."""
    return parse_date(text, clock.today(), "forward").on if text.strip() else None


class ReceiverForm(QWidget):
    """Fields that keep themselves on leaving; `kept(name)` says which part was changed."""

    receiver_changed = Signal(str, str, bool)
    language_changed = Signal(str)
    due_changed = Signal(object)
    next_asked = Signal()

    def __init__(self, desk: OpenDesk) -> None:
        super().__init__()
        self._quiet = False
        column = Column(self, gap=12)
        column.addWidget(Label(_("Receiver and language"), role="h2", wrap=True))
        column.addWidget(Label(_("Who is it for, and before when?"), tone="text2", wrap=True))
        self.form = Form()
        self.recipient, self.contact = OrganisationField(desk), TextField()
        self.language = ChoiceBox(LANGUAGES)
        self.due = DateField(due_day, lambda day: describe_date(day, clock.today()), write=numeric_date)
        self.form.add("recipient", _("Rece&iver"), self.recipient)
        self.form.add("recipient_contact", _("C&ontact of the receiver"), self.contact)
        self.form.add("language", _("Lan&guage of the dossier"), self.language)
        self.form.add("due_on", _("&Needed before"), self.due)
        self.bound = CheckRow(
            _("Bound by professional secrecy"),
            _("Only then sensitive sections may go along."),
        )
        self.form.add_widget(self.bound)
        column.addWidget(self.form)
        for field in (self.recipient, self.contact):
            field.installEventFilter(self)
            field.returnPressed.connect(self.next_asked)
        self.bound.toggled.connect(lambda _on: self._tell_receiver())
        self.language.currentIndexChanged.connect(lambda _at: self._tell_language())
        self.due.line.installEventFilter(self)

    def show_facts(self, facts: DossierFacts) -> None:
        """Show what is kept; a field that is being typed in stays as it is."""
        self._quiet = True
        for field, text in ((self.recipient, facts.recipient), (self.contact, facts.recipient_contact)):
            if not field.hasFocus() and field.text() != text:
                field.setText(text)
            field.setReadOnly(not facts.may_change)
        self.bound.box.setChecked(facts.is_bound)
        self.language.set_value(facts.language)
        if not self.due.line.hasFocus() and self.due.day() != facts.due_on:
            self.due.set_day(facts.due_on)
        for part in (self.bound, self.language, self.due):
            part.setEnabled(facts.may_change)
        self._kept = (facts.recipient, facts.recipient_contact, facts.is_bound)
        self._kept_due = facts.due_on
        self._quiet = False

    def leave(self) -> None:
        """Keep what was typed, now."""
        self._tell_receiver()
        self._tell_due()

    def first_field(self) -> QWidget:
        """Return where typing starts."""
        return self.recipient

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a field on leaving it."""
        if event.type() == QEvent.Type.FocusOut:
            if watched is self.due.line:
                self._tell_due()
            else:
                self._tell_receiver()
        return super().eventFilter(watched, event)

    def _tell_receiver(self) -> None:
        now = (self.recipient.text().strip(), self.contact.text().strip(), self.bound.is_checked())
        if not self._quiet and not self.recipient.isReadOnly() and now != self._kept:
            self._kept = now
            self.receiver_changed.emit(*now)

    def _tell_language(self) -> None:
        if not self._quiet:
            self.language_changed.emit(str(self.language.value()))

    def _tell_due(self) -> None:
        if self._quiet or not self.due.isEnabled() or not self.due.check():
            return
        if self.due.day() != self._kept_due:
            self._kept_due = self.due.day()
            self.due_changed.emit(self._kept_due)
