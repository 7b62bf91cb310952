"""Keep what is typed in a sheet, and put it back when the same sheet opens again."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from eletdesk.desk.drafts import desk_draft, drop_desk_draft, keep_desk_draft
from eletdesk.operations.drafts import drop_draft, keep_draft
from eletdesk.queries.sheet_drafts import draft_of
from ui.open_case import OpenCase
from ui.open_desk import OpenDesk
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
    """The draft of one sheet, kept in its case; its form is the sheet's name and the row that it shows."""

    def __init__(self, case: OpenCase, form: str, fields: dict[str, "FormField"]) -> None:
        self._case, self._form, self._fields = case, form, fields
        self._start = self._kept = typed_in(fields)

    def _found(self) -> tuple[dict[str, str], datetime] | None:
        draft = self._case.read(draft_of, self._form)
        return None if draft is None else (draft.values, draft.saved_at)

    def _write(self, typed: Typed) -> None:
        self._case.run(keep_draft, form=self._form, values=typed)

    def _forget(self) -> None:
        self._case.run(drop_draft, form=self._form)

    def offer(self) -> datetime | None:
        """Put back what was typed before; return when it was kept."""
        found = self._found()
        if found is None:
            return None
        put_back(self._fields, found[0])
        self._kept = typed_in(self._fields)
        return found[1]

    def keep(self) -> bool:
        """Keep what was typed since; tell whether something was kept."""
        typed = typed_in(self._fields)
        if typed in (self._start, self._kept):
            return False
        self._write(typed)
        self._kept = typed
        return True

    def drop(self) -> None:
        """Forget it: it was saved, or thrown away."""
        if self._kept != self._start:
            self._forget()
            self._kept = self._start


class DeskSheetDraft(SheetDraft):
    """The draft of a sheet that belongs to no case, or not yet: it is kept in the desk."""

    def __init__(self, desk: OpenDesk, form: str, fields: dict[str, "FormField"]) -> None:
        self._desk, self._form, self._fields = desk.desk, form, fields
        self._start = self._kept = typed_in(fields)

    def _found(self) -> tuple[dict[str, str], datetime] | None:
        draft = desk_draft(self._desk, self._form)
        return None if draft is None else (draft.values, draft.saved_at)

    def _write(self, typed: Typed) -> None:
        keep_desk_draft(self._desk, self._form, typed)

    def _forget(self) -> None:
        drop_desk_draft(self._desk, self._form)
