"""Keep the keyboard at its place while rows are built again."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


@contextmanager
def keeping_focus(inside: QWidget) -> Iterator[None]:
    """Give the focus back after a rebuild: to what bears the same name, else to what came in its place."""
    focus = QApplication.focusWidget()
    if focus is None or focus is inside or not inside.isAncestorOf(focus):
        yield
        return
    name, stops = focus.accessibleName(), _stops(inside)
    at = stops.index(focus) if focus in stops else 0
    yield
    if isValid(focus) and focus.hasFocus():
        return
    stops = _stops(inside)
    same = next((part for part in stops if name and part.accessibleName() == name), None)
    if stops:
        (same or stops[min(at, len(stops) - 1)]).setFocus(Qt.FocusReason.OtherFocusReason)


class FocusPlace:
    """Where the keyboard was: what had it, and all that lay around it."""

    def __init__(self, focus: QWidget) -> None:
        self._focus, self._name = focus, focus.accessibleName()
        self._around: list[QWidget] = []
        part = focus.parentWidget()
        while part is not None:
            self._around.append(part)
            part = part.parentWidget()

    def give_back(self) -> None:
        """Put the keyboard there again; when the thing is gone, on what bears its name or stands near."""
        if isValid(self._focus) and self._focus.isVisible():
            self._focus.setFocus(Qt.FocusReason.PopupFocusReason)
            return
        for part in self._around:
            stops = _stops(part) if isValid(part) and part.isVisible() else []
            if stops:
                same = (one for one in stops if self._name and one.accessibleName() == self._name)
                next(same, stops[0]).setFocus(Qt.FocusReason.OtherFocusReason)
                return


def _stops(inside: QWidget) -> list[QWidget]:
    """Return what Tab comes to, as it was made: new rows have no place on the screen yet."""
    return [
        part for part in inside.findChildren(QWidget)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isEnabled() and part.isVisibleTo(inside)
    ]  # fmt: skip
