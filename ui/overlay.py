"""A layer over the window: dims what is below, keeps Tab inside, gives the focus back when it closes."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme import current
from ui.widgets.below import Below, stops_of

_TOP = 96


class Overlay(QWidget):
    """One widget at the upper middle of the window; Esc or a click beside it closes (`closed`)."""

    closed = Signal()

    def __init__(self, window: QWidget, inside: QWidget, *, width: int = 600) -> None:
        super().__init__(window)
        self._window = window
        self._inside = inside
        self._width = width
        self._before: QWidget | None = None
        self.below = Below(self, window)
        inside.setParent(self)
        self.hide()
        window.installEventFilter(self)
        current().changed.connect(self.fit)

    def open(self) -> None:
        """Show the layer and put the focus inside."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self.fit()
        self.show()
        self.raise_()
        self.below.hold()
        self._inside.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_layer(self) -> None:
        """Hide the layer and give the focus back."""
        if not self.isVisible():
            return
        self.hide()
        self.below.let_go()
        before, self._before = self._before, None
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def fit(self) -> None:
        """Follow the size of the window and of the inside."""
        px = current().px
        self.setGeometry(self._window.rect())
        width = min(px(self._width), self.width() - px(32))
        if self._inside.hasHeightForWidth():
            wanted = self._inside.heightForWidth(width)
        else:
            wanted = self._inside.sizeHint().height()
        top = min(px(_TOP), max(px(16), self.height() // 8))
        height = min(wanted, self.height() - top - px(16))
        self._inside.setGeometry((self.width() - width) // 2, top, width, height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc; keep every other key away from the page below."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_layer()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close on a click beside the inside."""
        if not self._inside.geometry().contains(event.position().toPoint()):
            self.close_layer()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go round inside."""
        stops = stops_of(self)
        now = QApplication.focusWidget()
        at = stops.index(now) if now in stops else (-1 if forward else 0)
        target = stops[(at + (1 if forward else -1)) % len(stops)] if stops else self._inside
        target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window."""
        if watched is self._window and event.type() == QEvent.Type.Resize and self.isVisible():
            self.fit()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Follow what is inside when it wants more room."""
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self.fit()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dim the window below."""
        scrim = QColor(0, 0, 0, 120 if current().colours.is_dark else 60)
        QPainter(self).fillRect(self.rect(), scrim)
