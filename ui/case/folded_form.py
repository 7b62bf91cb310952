"""A sheet whose rarely used fields lie in a second part that opens with a button."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from eletdesk.translation import _
from ui.case.fields import FormField
from ui.case.form_dialog import FormDialog
from ui.theme import icon
from ui.widgets.buttons import Button, quiet
from ui.widgets.check_row import CheckBox
from ui.widgets.date_field import DateField
from ui.widgets.duration_field import DurationField
from ui.widgets.flow import Flow


class FoldedFormDialog(FormDialog):
    """Fields that are put after `fold` stay out of sight until they are asked for, or refused."""

    def __init__(self, window: QWidget, title: str, *, text: str = "", width: int = 620) -> None:
        super().__init__(window, title, text=text, width=width)
        self._folded: list[QWidget] = []
        self._texts = ("", "")
        self.more_button: Button | None = None
        self._beside = Flow(gap=6)

    def fold(self, more: str, less: str = "") -> None:
        """Start the second part; the words say what is in it."""
        self._texts = (more, less or _("Show less"))
        self.more_button = quiet(more, self.turn, icon_name="down", sz="s")
        self._beside.add(self.more_button)
        self.form.add_widget(self._beside)

    def add_beside(self, text: str, on_click: Callable[[], object], icon_name: str = "") -> Button:
        """Put another quiet button beside the one that opens the second part."""
        button = quiet(text, on_click, icon_name=icon_name, sz="s")
        self._beside.add(button)
        return button

    def put(self, *fields: FormField) -> None:
        """Add fields; in the second part they are hidden at first."""
        super().put(*fields)
        if self.more_button is None or self.save_button is not None:
            return
        for field in fields:
            box = field.widget if isinstance(field.widget, CheckBox) else self.form.box(field.name)
            self.hide_in_fold(box)

    def hide_in_fold(self, widget: QWidget) -> None:
        """Let something else than a field belong to the second part."""
        self._folded.append(widget)
        widget.hide()

    def is_open(self) -> bool:
        """Tell whether the second part is in sight."""
        return bool(self._folded) and not self._folded[0].isHidden()

    def turn(self) -> None:
        """Open or close the second part."""
        self._show_folded(not self.is_open())

    def unfold(self) -> None:
        """Open the second part."""
        if self._folded and not self.is_open():
            self._show_folded(True)

    def _show_folded(self, is_open: bool) -> None:
        for widget in self._folded:
            widget.setVisible(is_open)
        if self.more_button is not None:
            self.more_button.set_text(self._texts[1] if is_open else self._texts[0])
            self.more_button.setIcon(icon("up" if is_open else "down"))
        self.fit()

    def refuse(self, field: str, sentence: str) -> None:
        """Open the second part where the refused field is in it."""
        if field in self.fields and self._is_folded(self.fields[field]):
            self.unfold()
        super().refuse(field, sentence)

    def _is_folded(self, field: FormField) -> bool:
        return any(part is field.widget or part.isAncestorOf(field.widget) for part in self._folded)

    def _fields_are_right(self) -> bool:
        for field in self.fields.values():
            is_typed = isinstance(field.widget, DateField | DurationField)
            if is_typed and self._is_folded(field) and not field.widget.check():  # type: ignore[attr-defined]
                self.unfold()
        return super()._fields_are_right()
