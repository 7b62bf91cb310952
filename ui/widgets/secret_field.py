"""Ask for a passphrase: hidden until revealed, with a warning when Caps Lock seems to be on."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from eletdesk.translation import _
from ui.theme import current, icon
from ui.widgets.buttons import icon_button
from ui.widgets.form import set_state
from ui.widgets.labels import IconLabel, Label
from ui.widgets.layouts import Column, Row


def caps_lock_seen(event: QKeyEvent) -> bool | None:
    """Tell from one key press whether Caps Lock is on; None when this key cannot tell."""
    letter = event.text()
    if len(letter) != 1 or letter.lower() == letter.upper():
        return None
    shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    return letter.isupper() != shift


class SecretField(QWidget):
    """A passphrase field. Pasting is allowed, so that a password keeper works (WCAG 3.3.8)."""

    text_changed = Signal(str)
    submitted = Signal()

    def __init__(self, *, sz: str = "l", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setProperty("sz", sz)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self.text_changed)
        self.line.returnPressed.connect(self.submitted)
        self._reveal = icon_button("reveal", _("Show the passphrase"), self._turn, sz="s")
        inside = QHBoxLayout(self.line)
        inside.setContentsMargins(0, 0, 5, 0)
        inside.addStretch(1)
        inside.addWidget(self._reveal)
        self._caps = QWidget()
        warning = Row(self._caps, gap=7)
        warning.addWidget(IconLabel("warning", size=16, colour="warn"))
        warning.addWidget(Label(_("Caps Lock is on"), role="small", tone="warn"), 1)
        self._caps.hide()
        column = Column(self, gap=6)
        column.addWidget(self.line)
        column.addWidget(self._caps)
        self.setFocusProxy(self.line)
        self._scale()
        current().changed.connect(self._scale)

    def text(self) -> str:
        """Return what was typed."""
        return self.line.text()

    def set_text(self, text: str) -> None:
        """Type for the user."""
        self.line.setText(text)

    def clear(self) -> None:
        """Forget what was typed and hide it again."""
        self.line.clear()
        self.set_revealed(False)

    def select_all(self) -> None:
        """Select everything, so that typing starts afresh."""
        self.line.selectAll()

    def is_revealed(self) -> bool:
        """Tell whether the letters can be read."""
        return self.line.echoMode() == QLineEdit.EchoMode.Normal

    def set_revealed(self, shown: bool) -> None:
        """Show the letters, or hide them."""
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
        self._reveal.setIcon(icon("hide" if shown else "reveal"))
        self._reveal.set_text(_("Hide the passphrase") if shown else _("Show the passphrase"))

    def is_warning(self) -> bool:
        """Tell whether the Caps Lock warning is shown."""
        return not self._caps.isHidden()

    def show_error(self, wrong: bool) -> None:
        """Mark the field as wrong, or take the mark away."""
        set_state(self.line, "error" if wrong else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch the keys for Caps Lock."""
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_CapsLock:
                self._warn(not self.is_warning())
            elif (on := caps_lock_seen(event)) is not None:
                self._warn(on)
        return super().eventFilter(watched, event)

    def _warn(self, on: bool) -> None:
        self._caps.setVisible(on)
        self.line.setAccessibleDescription(_("Caps Lock is on") if on else "")

    def _turn(self) -> None:
        self.set_revealed(not self.is_revealed())
        self.line.setFocus()

    def _scale(self) -> None:
        self.line.setTextMargins(0, 0, current().px(32), 0)
