"""Ask something inside the window: a calm sheet over a dimmed page that keeps the focus until it closes."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QWidget
from shiboken6 import isValid

from eletdesk.translation import _
from ui.theme import current
from ui.widgets.below import Below, stops_of, top_layers
from ui.widgets.buttons import Button, quiet
from ui.widgets.keeping_focus import FocusPlace
from ui.widgets.labels import Label
from ui.widgets.layouts import Column, Row, centred
from ui.widgets.page import Content, PageScroll


class Dialog(QWidget):
    """A sheet over its window. Esc closes it (`closed(False)`), `accept()` closes it with True."""

    closed = Signal(bool)

    def __init__(self, window: QWidget, title: str, *, text: str = "", width: int = 480) -> None:
        super().__init__(window)
        self._window = window
        self._before: QWidget | None = None
        self._place: FocusPlace | None = None
        self._width = width
        self.on_enter: Callable[[], object] | None = None
        self.below = Below(self, window)
        self.hide()
        self.setAccessibleName(title)
        outer = Column(self, margins=16)
        self.frame = QFrame()
        self.frame.setProperty("role", "overlay")
        outer.addStretch(1)
        outer.addLayout(centred(self.frame))
        outer.addStretch(1)
        column = Column(self.frame, gap=12, margins=(24, 20, 24, 20))
        self.title_label = Label(title, role="h2", wrap=True)
        column.addWidget(self.title_label)
        if text:
            column.addWidget(Label(text, tone="text2", wrap=True))
        inside = Content()
        self.body = Column(inside, gap=12, margins=(2, 2, 2, 2))
        self._scroll = PageScroll(inside)
        column.addWidget(self._scroll, 1)
        self.buttons = Row(gap=8)
        self.buttons.addStretch(1)
        column.addLayout(self.buttons)
        window.installEventFilter(self)
        current().changed.connect(self._fit)

    def add(self, widget: QWidget) -> None:
        """Add a widget to the body."""
        self.body.addWidget(widget)

    def add_button(self, button: Button) -> Button:
        """Add a button at the right end of the last line."""
        self.buttons.addWidget(button)
        return button

    def add_cancel(self, text: str = "") -> Button:
        """Add the quiet way out."""
        return self.add_button(quiet(text or _("Cancel"), self.reject))

    def open(self, first: QWidget | None = None) -> None:
        """Show the sheet and put the focus on a widget, or on the first one that takes it now."""
        self._before = QApplication.focusWidget()
        self._place = FocusPlace(self._before) if self._before is not None else None
        self._fit()
        self.show()
        self.raise_()
        self.below.hold()
        stops = stops_of(self)
        target = first if first is not None and first.isEnabled() else next(iter(stops), self)
        if target is self:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        target.setFocus(Qt.FocusReason.PopupFocusReason)

    def accept(self) -> None:
        """Close with yes."""
        self._close(True)

    def reject(self) -> None:
        """Close with no."""
        self._close(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc, save on Enter in a line and on Ctrl+Enter anywhere; no key reaches the page below."""
        if event.key() == Qt.Key.Key_Escape:
            self.reject()
        elif self.on_enter is not None and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if ctrl or isinstance(self.focusWidget(), QLineEdit):
                self.on_enter()
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go round inside the sheet."""
        stops = stops_of(self)
        if not stops:
            return True
        now = QApplication.focusWidget()
        at = stops.index(now) if now in stops else (-1 if forward else 0)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[(at + (1 if forward else -1)) % len(stops)].setFocus(reason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dim the page below."""
        scrim = QColor(0, 0, 0, 120 if current().colours.is_dark else 60)
        QPainter(self).fillRect(self.rect(), scrim)

    def _fit(self) -> None:
        window = self._window
        theme = current()
        self.setGeometry(window.rect())
        width = min(theme.px(self._width), window.width() - theme.px(32))
        self.frame.setFixedWidth(width)
        inner = width - theme.px(52)
        body = self.body
        follows = body.hasHeightForWidth()
        wanted = body.heightForWidth(inner) if follows else body.totalMinimumSize().height()
        room = window.height() - theme.px(190)
        self._scroll.setFixedHeight(
            max(0, min(max(wanted, 0 if follows else body.sizeHint().height()), room))
        )

    def _close(self, answer: bool) -> None:
        self.hide()
        self.below.let_go()
        before, self._before = self._before, None
        above = [layer for layer in top_layers(self._window) if isinstance(layer, Dialog)]
        for sheet in above:
            if sheet._before is not None and isValid(sheet._before) and self.isAncestorOf(sheet._before):
                sheet._before = before
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        elif before is not None and self._place is not None and not above:
            self._place.give_back()  # its row was built again while the sheet was open
        self.closed.emit(answer)
        self.deleteLater()


def ask(window: QWidget, title: str, text: str, button: Button, on_yes: Callable[[], object]) -> Dialog:
    """Ask one question with Cancel and one named button; returns the open sheet."""
    dialog = Dialog(window, title, text=text)
    dialog.add_cancel()
    dialog.add_button(button)
    button.clicked.connect(lambda _checked=False: dialog.accept())
    dialog.closed.connect(lambda answer: on_yes() if answer else None)
    dialog.open()
    return dialog
