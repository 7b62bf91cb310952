"""Lay out fields: label above, field, message under; the label becomes the field's accessible name."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.labels import Label
from ui.widgets.layouts import TOP, Column, Row


def entry_of(field: QWidget) -> QWidget:
    """Return the part of a field that takes the keyboard."""
    return field.focusProxy() or field


def set_state(field: QWidget, state: str) -> None:
    """Mark a field 'error' or '' and let the style sheet follow."""
    entry = entry_of(field)
    if entry.property("state") == state:
        return
    entry.setProperty("state", state)
    entry.style().unpolish(entry)
    entry.style().polish(entry)


class TextField(QLineEdit):
    """A one-line field; `text()` is what was typed."""

    def __init__(self, text: str = "", *, placeholder: str = "", sz: str = "m") -> None:
        super().__init__(text)
        self.setPlaceholderText(placeholder)
        self.setProperty("sz", sz)


class FieldBox(QWidget):
    """One field with its label above and one line for hint or error under it."""

    def __init__(self, label: str, field: QWidget, hint: str = "") -> None:
        super().__init__()
        self.field = field
        self._hint = hint
        column = Column(self, gap=4)
        self.label = Label(label, role="small", tone="text2")
        self.label.setBuddy(entry_of(field))
        entry_of(field).setAccessibleName(label.replace("&", ""))
        self.message = Label(hint, role="caption", tone="text3", wrap=True)
        column.addWidget(self.label)
        column.addWidget(field)
        column.addWidget(self.message)
        self.message.setVisible(bool(hint))
        self._describe(hint)

    def show_error(self, sentence: str) -> None:
        """Say under the field what is wrong and how to mend it; an empty sentence takes it away."""
        text = sentence or self._hint
        self.message.setText(text)
        self.message.set_tone("danger" if sentence else "text3")
        self.message.setVisible(bool(text))
        set_state(self.field, "error" if sentence else "")
        self._describe(text)

    def has_error(self) -> bool:
        """Tell whether an error is shown."""
        return bool(entry_of(self.field).property("state") == "error")

    def _describe(self, text: str) -> None:
        entry_of(self.field).setAccessibleDescription(text)


class Form(QWidget):
    """A column of fields, found again by their argument name when an operation refuses one."""

    def __init__(self, *, gap: int = 14, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = Column(self, gap=gap)
        self._boxes: dict[str, FieldBox] = {}

    def add(self, name: str, label: str, field: QWidget, hint: str = "") -> FieldBox:
        """Add a field under the others; name is the operation's argument."""
        box = self._box(name, label, field, hint)
        self._column.addWidget(box)
        return box

    def add_pair(self, *fields: tuple[str, str, QWidget]) -> None:
        """Add fields beside each other on one line: (name, label, field) each."""
        row = Row(gap=12)
        for name, label, field in fields:
            row.addWidget(self._box(name, label, field, ""), 1, TOP)
        self._column.addLayout(row)

    def add_widget(self, widget: QWidget) -> None:
        """Add something that is not a field."""
        self._column.addWidget(widget)

    def box(self, name: str) -> FieldBox:
        """Return the box of a field."""
        return self._boxes[name]

    def names(self) -> list[str]:
        """Return the field names in order."""
        return list(self._boxes)

    def show_error(self, field: str | QWidget, sentence: str) -> bool:
        """Show a sentence under a field, by name or widget, and go there; False when it is not here."""
        for name, box in self._boxes.items():
            if field in (name, box.field):
                box.show_error(sentence)
                if sentence:
                    entry_of(box.field).setFocus()
                return True
        return False

    def clear_errors(self) -> None:
        """Take all errors away."""
        for box in self._boxes.values():
            box.show_error("")

    def _box(self, name: str, label: str, field: QWidget, hint: str) -> FieldBox:
        box = FieldBox(label, field, hint)
        self._boxes[name] = box
        entry_of(field).installEventFilter(self)
        return box

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take an error away as soon as somebody types in that field again."""
        if event.type() == QEvent.Type.KeyPress:
            for box in self._boxes.values():
                if entry_of(box.field) is watched and box.has_error():
                    box.show_error("")
        return super().eventFilter(watched, event)
