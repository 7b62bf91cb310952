"""The bar above the directory: words, kind, and whether what stopped or was removed is seen."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from eletdesk.domain.names import comparable
from eletdesk.domain.organisation import KINDS, Organisation, OrganisationIndex, kind_label
from eletdesk.translation import _
from ui.case.fields import short_choice_box
from ui.theme import current
from ui.widgets.flow import Flow
from ui.widgets.form import TextField
from ui.widgets.layouts import Column

_IN_USE, _STOPPED, _REMOVED = "in_use", "stopped", "removed"
_EVERYBODY = 1_000_000
_SEARCH_WIDTH = 300


class DirectoryBar(QWidget):
    """Say what is seen; `changed` after each choice, `left` with Down or Enter in the words."""

    changed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._index = OrganisationIndex(())
        self.search = TextField(placeholder=_("Name, number, postcode or place"))
        self.search.setAccessibleName(_("Search in the directory"))
        self.search.setMinimumWidth(current().px(_SEARCH_WIDTH))
        self.search.textChanged.connect(lambda _text: self.changed.emit())
        self.search.installEventFilter(self)
        kinds = [("", _("All kinds")), *((code, kind_label(code)) for code in KINDS)]
        self.kind = short_choice_box(kinds, letters=18)
        self.kind.setAccessibleName(_("Kind"))
        states = [(_IN_USE, _("In use")), (_STOPPED, _("Stopped")), (_REMOVED, _("Removed"))]
        self.state_box = short_choice_box(states, letters=10)
        self.state_box.setAccessibleName(_("Which ones"))
        for box in (self.kind, self.state_box):
            box.currentIndexChanged.connect(lambda _index: self.changed.emit())
        line = Flow(gap=10)
        line.add(self.search, self.kind, self.state_box)
        Column(self).addWidget(line)

    def take(self, found: Sequence[Organisation]) -> None:
        """Make the words ready to search these."""
        self._index = OrganisationIndex(found)

    def passes(self) -> Callable[[Organisation], bool]:
        """Return what is seen."""
        kind, state, words = str(self.kind.value() or ""), str(self.state_box.value()), self.search.text()
        near: set[str] | None = None
        if words.strip() and state == _IN_USE:
            near = {one.id for one in self._index.find(words, _EVERYBODY)}
        parts = comparable(words).split()

        def seen(one: Organisation) -> bool:
            if _state_of(one) != state or (kind and one.kind != kind):
                return False
            if near is not None:
                return one.id in near
            return all(part in comparable(f"{one.name} {one.place} {one.number}") for part in parts)

        return seen

    def state(self) -> dict[str, Any]:
        """Return the choices."""
        return {"words": self.search.text(), "kind": self.kind.value(), "state": self.state_box.value()}

    def restore(self, state: dict[str, Any]) -> None:
        """Put the choices back."""
        self.search.setText(str(state.get("words", "")))
        self.kind.set_value(state.get("kind", ""))
        self.state_box.set_value(state.get("state", _IN_USE))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the words with Down or Enter, clear them with Esc."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.left.emit()
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)


def _state_of(one: Organisation) -> str:
    return _REMOVED if one.is_removed else _STOPPED if one.is_ended else _IN_USE
