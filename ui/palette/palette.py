"""One field for everything: find people and words, and do anything the window can do."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from eletdesk.translation import _
from ui.palette.entries import Offers
from ui.palette.entry import Entry
from ui.palette.entry_list import EntryList
from ui.theme import current
from ui.widgets.card import Divider
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import IconLabel, Label
from ui.widgets.layouts import Column, Row

_PAUSE_MS = 120
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}


class SearchField(QLineEdit):
    """The field; arrows and Enter go to the list below."""

    stepped = Signal(int)
    entered = Signal()
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "bare")
        self.setAccessibleName(_("Search or do"))
        self.setPlaceholderText(_("Name, word or action"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list, take the line or leave."""
        key = event.key()
        if key in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(key)])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            self.stepped.emit(1 if key == Qt.Key.Key_Tab else -1)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Stay here; Tab moves in the list."""
        self.stepped.emit(1 if forward else -1)
        return True


class Palette(QFrame):
    """Field and lines; `finished(Entry or None)` when one was taken or Esc was pressed."""

    finished = Signal(object)

    def __init__(self, offers: Callable[[], Offers], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make_offers = offers
        self._offers: Offers | None = None
        self._case = ""
        self.setProperty("role", "overlay")
        self.setAccessibleName(_("Search or do"))
        column = Column(self, gap=0, margins=(1, 1, 1, 8))
        row = Row(gap=12, margins=(18, 10, 14, 10))
        self.field = SearchField()
        row.addWidget(IconLabel("search", size=20))
        row.addWidget(self.field, 1)
        row.addWidget(KeyHint("Esc"))
        column.addLayout(row)
        column.addWidget(Divider())
        self.list = EntryList(_("Found"))
        column.addWidget(self.list, 1)
        self._nothing = Label("", tone="text2", wrap=True)
        self._nothing.setContentsMargins(20, 14, 20, 10)
        column.addWidget(self._nothing)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(self._search)
        self.field.stepped.connect(self.list.step)
        self.field.entered.connect(self.list.take)
        self.field.cancelled.connect(lambda: self.finished.emit(None))
        self.list.taken.connect(self._take)
        self._reading = QTimer(self)
        self._reading.setSingleShot(True)
        self._reading.timeout.connect(self._read_next)

    def start(self, shown_case: str = "", words: str = "") -> None:
        """Read what can be found, and begin with these words."""
        self._offers = self._make_offers()
        self._case = shown_case
        self.field.setText(words)
        self._search(words)

    def forget(self) -> None:
        """Let go of every name."""
        self._reading.stop()
        self._offers = None
        self.field.clear()
        self.list.show_entries([])

    def sizeHint(self) -> QSize:
        """Ask for the room of all lines."""
        px = current().px
        rows = self.list.wanted_height() if not self.list.isHidden() else px(52)
        return QSize(px(600), self.field.sizeHint().height() + px(36) + rows)

    def _search(self, words: str) -> None:
        if self._offers is None:
            return
        entries: list[Entry] = self._offers.find(words, self._case)
        self.list.show_entries(entries)
        self.list.setVisible(bool(entries))
        self._nothing.setVisible(not entries)
        self._nothing.setText(_("Nothing found for “{words}”.").format(words=words.strip()))
        self.updateGeometry()
        if any(entry.hit for entry in entries):
            self._reading.start(_PAUSE_MS)

    def _take(self, entry: Entry) -> None:
        if entry.refill:
            self.field.setText(entry.refill)
        else:
            self.finished.emit(entry)

    def _read_next(self) -> None:
        """Read a piece of the next note from its case, one at a time so that typing never waits."""
        row = next((row for row, entry in enumerate(self.list.entries()) if entry.hit), None)
        if row is None or self._offers is None:
            return
        self.list.replace_entry(row, self._offers.notes.with_text(self.list.entries()[row]))
        self._reading.start(0)
