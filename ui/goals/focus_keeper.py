"""Keep the keyboard where it was while the rows of a tab are built again."""

from PySide6.QtWidgets import QApplication, QWidget

from ui.widgets.buttons import Button
from ui.widgets.form import entry_of

_KEY = "focus_key"


def keyed(button: Button, key: str) -> Button:
    """Give a button a key by which it is found again."""
    button.setProperty(_KEY, key)
    return button


def key_in_focus(inside: QWidget) -> str:
    """Return the key of the button in focus; empty when the focus is elsewhere."""
    focus = QApplication.focusWidget()
    if focus is None or not inside.isAncestorOf(focus):
        return ""
    return str(focus.property(_KEY) or "")


def focus_key(inside: QWidget, key: str) -> bool:
    """Put the focus on the button with a key; tell whether it is there."""
    for part in inside.findChildren(QWidget):
        if key and part.property(_KEY) == key:
            entry_of(part).setFocus()
            return True
    return False
