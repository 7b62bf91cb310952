"""A sheet with a form and Save: a refused save shows its sentence at the field, and what was typed stays."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from eletdesk.errors import EletdeskError, InvalidInputError, ReasonNeededError
from eletdesk.translation import _
from ui.case.drafted_dialog import DraftedDialog
from ui.case.fields import FormField, note
from ui.case.letters import AltLetters
from ui.widgets.buttons import Button, primary
from ui.widgets.check_row import CheckBox
from ui.widgets.date_field import DateField
from ui.widgets.duration_field import DurationField
from ui.widgets.form import Form, entry_of
from ui.widgets.labels import Label
from ui.widgets.note_edit import NoteEdit

R = TypeVar("R")


class FormDialog(DraftedDialog):
    """A sheet that records one thing. A child says in `keep` what is done; `saved` carries its sentence."""

    saved = Signal(str)

    def __init__(self, window: QWidget, title: str, *, text: str = "", width: int = 540) -> None:
        super().__init__(window, title, text=text, width=width)
        self.form = Form()
        self.add(self.form)
        self.problem = Label("", role="small", tone="danger", wrap=True)
        self.problem.hide()
        self.add(self.problem)
        self._letters = AltLetters()
        self.save_button: Button | None = None

    def put(self, *fields: FormField) -> None:
        """Add one field, or some beside each other; boxes to tick stand alone."""
        give = self._letters.give
        for field in fields:
            self.fields[field.name] = field
        if len(fields) > 1:
            self.form.add_pair(*((field.name, give(field.label), field.widget) for field in fields))
        elif fields[0].label:
            self.form.add(fields[0].name, give(fields[0].label), fields[0].widget, fields[0].hint)
        else:
            self.form.add_widget(fields[0].widget)
            if isinstance(fields[0].widget, CheckBox):
                fields[0].widget.setText(give(fields[0].widget.text()))
        for field in fields:
            if isinstance(field.widget, NoteEdit):
                field.widget.submitted.connect(self.save)
                field.widget.edited.connect(lambda _text: self.keep_draft())

    def finish(self, save_text: str = "") -> None:
        """Add Cancel and the one primary button; room that is left stays below."""
        self.body.addStretch(1)
        self.add_cancel()
        self.save_button = self.add_button(primary(save_text or _("Save"), self.save))

    def values(self) -> dict[str, Any]:
        """Read every field."""
        return {name: field.read() for name, field in self.fields.items()}

    def read(self, name: str) -> Any:
        """Read one field."""
        return self.fields[name].read()

    def widget(self, name: str) -> Any:
        """Return the widget of one field."""
        return self.fields[name].widget

    def run(self, operation: Callable[..., R], *values: Any, **named: Any) -> R:
        """Do one thing in the case of this sheet."""
        return self._case.run(operation, *values, **named)

    def keep(self) -> str:
        """Record what the fields hold; return the sentence for the toast."""
        raise NotImplementedError

    def save(self) -> None:
        """Record and close, or say at the field what is missing."""
        self.form.clear_errors()
        self.problem.hide()
        if not self._fields_are_right():
            return
        try:
            sentence = self.keep()
        except ReasonNeededError as error:
            self.ask_reason(str(error))
        except InvalidInputError as error:
            self.refuse(error.field, str(error))
        except EletdeskError as error:
            self.refuse("", str(error))
        else:
            self.saved.emit(sentence)
            self.accept()

    def refuse(self, field: str, sentence: str) -> None:
        """Say at a field, or above the buttons, why it was not recorded."""
        if not self.form.show_error(field, sentence):
            self.problem.setText(sentence)
            self.problem.show()
        self.fit()

    def ask_reason(self, question: str) -> None:
        """Put the question of a rule at a field for the reason; with a reason the same save goes through."""
        if "reason" not in self.fields:
            self.put(note("reason", _("Reason"), lines=2))
        self.form.show_error("reason", question)
        self.fit()

    def reason(self) -> str:
        """Return the reason, empty when no rule asked for one."""
        return str(self.read("reason")) if "reason" in self.fields else ""

    def fit(self) -> None:
        """Take the height that the fields need now."""
        self.body.activate()
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save on Enter in a line and on Ctrl+Enter anywhere."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if ctrl or isinstance(self.focusWidget(), QLineEdit):
                event.accept()
                self.save()
                return
        super().keyPressEvent(event)

    def _fields_are_right(self) -> bool:
        for field in self.fields.values():
            if isinstance(field.widget, DateField | DurationField) and not field.widget.check():
                entry_of(field.widget).setFocus()
                self.fit()
                return False
        return True
