"""Ask for a length of time in minutes: 45, 45m, 1u15 or 1h15; Up and Down change it by five."""

import re

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from eletdesk.errors import InvalidInputError
from eletdesk.translation import _
from ui.theme import current
from ui.widgets.form import set_state
from ui.widgets.labels import Label
from ui.widgets.layouts import Column

STEP = 5
LONGEST = 24 * 60
# Belgian keyboards need Shift for digits: the unshifted top row is read as digits here.
_UNSHIFTED = str.maketrans("&é\"'(§è!çà", "1234567890")
_HOURS = re.compile(r"(\d{1,2})\s*[uh:]\s*(\d{0,2})\s*m?(?:in)?")
_MINUTES = re.compile(r"(\d{1,4})\s*(?:m|min)?")


def parse_minutes(text: str) -> int | None:
    """Return minutes, None for an empty text; raise InvalidInputError when it cannot be a length."""
    clean = text.strip().lower().rstrip(".").translate(_UNSHIFTED)
    if not clean:
        return None
    if found := _HOURS.fullmatch(clean):
        minutes = int(found[1]) * 60 + int(found[2] or 0)
    elif found := _MINUTES.fullmatch(clean):
        minutes = int(found[1])
    else:
        raise InvalidInputError("minutes", _("Write the length as 45, 45m or 1h15."))
    if minutes > LONGEST:
        raise InvalidInputError("minutes", _("That is longer than a day. Write the length in minutes."))
    return minutes


def write_minutes(minutes: int) -> str:
    """Write minutes the way they are read back: 45 min, 1 h 15."""
    if minutes < 60:
        return _("{minutes} min").format(minutes=minutes)
    hours, rest = divmod(minutes, 60)
    return _("{hours} h {minutes:02d}").format(hours=hours, minutes=rest)


class DurationField(QWidget):
    """A field for minutes; what was typed stays when it is wrong, and the reason stands under it."""

    minutes_changed = Signal(object)

    def __init__(self, minutes: int | None = None, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._minutes = minutes
        self.line = QLineEdit()
        self.line.installEventFilter(self)
        self.line.textEdited.connect(self._read_quietly)
        self.message = Label("", role="caption", tone="danger", wrap=True)
        self.message.hide()
        column = Column(self, gap=4)
        column.addWidget(self.line)
        column.addWidget(self.message)
        self.setFocusProxy(self.line)
        self.set_minutes(minutes)
        self._scale()
        current().changed.connect(self._scale)

    def minutes(self) -> int | None:
        """Return the minutes, or None when the field is empty or wrong."""
        return self._minutes

    def set_minutes(self, minutes: int | None) -> None:
        """Show a length of time."""
        self.line.setText("" if minutes is None else write_minutes(minutes))
        self._keep(minutes)
        self.show_error("")

    def check(self) -> bool:
        """Read the text now and show what is wrong with it; True when it is right."""
        try:
            minutes = parse_minutes(self.line.text().replace(" ", ""))
        except InvalidInputError as error:
            self.show_error(str(error))
            return False
        self.set_minutes(minutes)
        return True

    def show_error(self, sentence: str) -> None:
        """Show a sentence under the field; an empty one takes it away."""
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))
        set_state(self.line, "error" if sentence else "")
        self.line.setAccessibleDescription(sentence)

    def sizeHint(self) -> QSize:
        """Ask for the room of the longest usual text; a form stretches it."""
        return QSize(self.line.minimumWidth(), super().sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Step on Up, Down and the wheel; check on leaving."""
        if watched is self.line:
            if event.type() == QEvent.Type.FocusOut:
                self.check()
            elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
                    self._step(STEP if event.key() == Qt.Key.Key_Up else -STEP)
                    return True
            elif isinstance(event, QWheelEvent) and self.line.hasFocus():
                self._step(STEP if event.angleDelta().y() > 0 else -STEP)
                return True
        return super().eventFilter(watched, event)

    def _step(self, by: int) -> None:
        now = self._minutes or 0
        stepped = (now // STEP + 1) * STEP if by > 0 else ((now - 1) // STEP) * STEP
        self.set_minutes(max(0, min(LONGEST, stepped)))
        self.line.selectAll()

    def _read_quietly(self) -> None:
        try:
            minutes = parse_minutes(self.line.text().replace(" ", ""))
        except InvalidInputError:
            minutes = None
        self.show_error("")
        self._keep(minutes)

    def _keep(self, minutes: int | None) -> None:
        changed = minutes != self._minutes
        self._minutes = minutes
        if changed:
            self.minutes_changed.emit(minutes)

    def _scale(self) -> None:
        theme = current()
        room = QFontMetrics(theme.font("body")).horizontalAdvance("00 h 00 ")
        self.line.setMinimumWidth(room + theme.px(26))
