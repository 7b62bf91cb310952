"""A line that offers things below itself while one types; nothing must be taken."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from eletdesk.translation import _
from ui.theme import current
from ui.widgets.form import TextField
from ui.widgets.layouts import Column
from ui.widgets.toast import announce

_MOST = 8


class OfferList(QFrame):
    """The offers; the keyboard stays in the line above. `taken(place)` on a click."""

    taken = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setProperty("role", "overlay")
        self.list = QListWidget()
        self.list.setAccessibleName(_("Offered"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.itemClicked.connect(lambda item: self.taken.emit(self.list.row(item)))
        Column(self, margins=4).addWidget(self.list)
        self.hide()

    def show_under(self, line: QWidget, texts: Sequence[str]) -> None:
        """Show texts below a line, over whatever is there; above it where there is no room below."""
        self.list.clear()
        high = current().px(32)
        for text in texts[:_MOST]:
            item = QListWidgetItem(text)
            item.setSizeHint(QSize(0, high))
            self.list.addItem(item)
        self.list.setCurrentRow(-1)
        if not texts:
            self.hide()
            return
        height = self.list.count() * high + 12
        top = line.mapTo(self._over, QPoint(0, line.height() + 2))
        if top.y() + height > self._over.height():
            top = line.mapTo(self._over, QPoint(0, -height - 2))
        self.setGeometry(top.x(), max(0, top.y()), line.width(), height)
        self.show()
        self.raise_()

    def step(self, by: int) -> str:
        """Choose the next or previous one, round and round; return its words."""
        row = self.list.currentRow()
        count = self.list.count()
        self.list.setCurrentRow((row + by) % count if row >= 0 else (0 if by > 0 else count - 1))
        return self.list.currentItem().text()


class OfferLine(TextField):
    """A field with offers. A child fills them by `offer(texts)`; `offer_taken(place)` when one is taken.

    Down and Up choose, Enter takes what is chosen, Esc puts the offers away.
    """

    offer_taken = Signal(int)

    def __init__(self, text: str = "", *, placeholder: str = "") -> None:
        super().__init__(text, placeholder=placeholder)
        self._offers: OfferList | None = None

    def offer(self, texts: Sequence[str]) -> None:
        """Offer these, or nothing."""
        if self._offers is None or self._offers.parentWidget() is not self.window():
            self._offers = OfferList(self.window())
            self._offers.taken.connect(self._take)
            self.destroyed.connect(self._offers.deleteLater)
        self._offers.show_under(self, texts)

    def is_offering(self) -> bool:
        """Tell whether offers are in sight."""
        return self._offers is not None and self._offers.isVisible()

    def stop_offering(self) -> None:
        """Put the offers away."""
        if self._offers is not None:
            self._offers.hide()

    def _take(self, place: int) -> None:
        self.stop_offering()
        self.offer_taken.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose among the offers; every other key does what it does in a line."""
        offers = self._offers
        if offers is None or not offers.isVisible():
            super().keyPressEvent(event)
            return
        key, row = event.key(), offers.list.currentRow()
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            announce(self, offers.step(1 if key == Qt.Key.Key_Down else -1))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and row >= 0:
            self._take(row)
        elif key == Qt.Key.Key_Escape:
            self.stop_offering()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put the offers away when one goes on."""
        super().focusOutEvent(event)
        if not (self._offers is not None and self._offers.underMouse()):
            self.stop_offering()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the offers along."""
        super().hideEvent(event)
        self.stop_offering()
