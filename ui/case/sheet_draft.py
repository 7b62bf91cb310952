"""Keep what is typed in a sheet, and put it back when the same sheet opens again."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from eletdesk.operations.drafts import drop_draft, keep_draft
from eletdesk.queries.sheet_drafts import draft_of
from ui.open_case import OpenCase
from ui.widgets.check_row import CheckBox
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.date_field import DateField
from ui.widgets.duration_field import DurationField
from ui.widgets.form import TextField
from ui.widgets.note_edit import NoteEdit
from ui.widgets.score_field import ScoreField

if TYPE_CHECKING:
    from ui.case.fields import FormField

Typed = dict[str, str]


def typed_in(fields: dict[str, "FormField"]) -> Typed:
    """Return what stands in each field, as it was typed."""
    return {name: _typed(field.widget) for name, field in fields.items()}


def put_back(fields: dict[str, "FormField"], typed: Typed) -> None:
    """Type it again for the user."""
    for name, text in typed.items():
        if name in fields:
            _put(fields[name].widget, text)


def _typed(widget: QWidget) -> str:
    match widget:
        case NoteEdit() | TextField() | DateField() | ScoreField():
            return str(widget.text())
        case DurationField():
            return widget.line.text()
        case ChoiceBox():
            return str(widget.value() or "")
        case CheckBox():
            return "1" if widget.isChecked() else ""
    return ""


def _put(widget: QWidget, text: str) -> None:
    match widget:
        case NoteEdit() | DateField() | ScoreField():
            widget.set_text(text)
        case TextField():
            widget.setText(text)
        case DurationField():
            widget.line.setText(text)
            widget.check()
        case ChoiceBox():
            widget.set_value(text)
        case CheckBox():
            widget.setChecked(bool(text))


class SheetDraft:
    """The draft of one sheet; its form is the sheet's name and the row that it shows."""

    def __init__(self, case: OpenCase, form: str, fields: dict[str, "FormField"]) -> None:
        self._case, self._form, self._fields = case, form, fields
        self._start = self._kept = typed_in(fields)

    def offer(self) -> datetime | None:
        """Put back what was typed before; return when it was kept."""
        draft = self._case.read(draft_of, self._form)
        if draft is None:
            return None
        put_back(self._fields, draft.values)
        self._kept = typed_in(self._fields)
        return draft.saved_at

    def keep(self) -> bool:
        """Keep what was typed since; tell whether something was kept."""
        typed = typed_in(self._fields)
        if typed in (self._start, self._kept):
            return False
        self._case.run(keep_draft, form=self._form, values=typed)
        self._kept = typed
        return True

    def drop(self) -> None:
        """Forget it: it was saved, or thrown away."""
        if self._kept != self._start:
            self._case.run(drop_draft, form=self._form)
            self._kept = self._start
