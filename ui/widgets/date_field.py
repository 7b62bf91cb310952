"""Ask for a date the way people write one: a line, what was understood, and a calendar button."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QLineEdit, QWidget

from eletdesk.errors import EletdeskError
from eletdesk.translation import _
from ui.theme import current
from ui.widgets.buttons import icon_button
from ui.widgets.form import set_state
from ui.widgets.labels import Label
from ui.widgets.layouts import Column
from ui.widgets.tooltips import set_tooltip

Parse = Callable[[str], date | None]
Describe = Callable[[date], str]


def _day_month_year(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"


class DateField(QWidget):
    """A date field. `parse` reads the text and raises an EletdeskError whose sentence is shown on leaving.

    What was typed stays; `describe` says it back. `compact` keeps the line under the field for errors only.
    """

    day_changed = Signal(object)

    def __init__(
        self,
        parse: Parse,
        describe: Describe = _day_month_year,
        *,
        value: date | None = None,
        write: Callable[[date], str] = _day_month_year,
        compact: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._parse, self._describe, self._write, self._compact = parse, describe, write, compact
        self._day: date | None = None
        self._calendar: QFrame | None = None
        self.line = QLineEdit()
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._read_quietly)
        self.button = icon_button("date", _("Choose a date in the calendar"), self.open_calendar, sz="s")
        inside = QHBoxLayout(self.line)
        inside.setContentsMargins(0, 0, 3, 0)
        inside.addStretch(1)
        inside.addWidget(self.button)
        self.message = Label("", role="caption", tone="text3", wrap=True)
        column = Column(self, gap=4)
        column.addWidget(self.line)
        column.addWidget(self.message)
        self.message.setVisible(not compact)
        self.setFocusProxy(self.line)
        self._scale()
        current().changed.connect(self._scale)
        self.set_day(value)

    def day(self) -> date | None:
        """Return the date understood, or None when the field is empty or wrong."""
        return self._day

    def set_day(self, value: date | None) -> None:
        """Show a date, or nothing."""
        self.line.setText(self._write(value) if value else "")
        self._read_quietly()

    def text(self) -> str:
        """Return what was typed."""
        return self.line.text()

    def set_text(self, text: str) -> None:
        """Type for the user, for example 'today'."""
        self.line.setText(text)

    def check(self) -> bool:
        """Read the text now and show the error when there is one; True when it is right."""
        try:
            self._day = self._parse(self.line.text())
        except (EletdeskError, ValueError) as error:
            known = isinstance(error, EletdeskError)
            self.show_error(
                str(error) if known else _("This date is not clear. Write it as 20/11 or 20 nov.")
            )
            return False
        self._say_back()
        return True

    def show_error(self, sentence: str) -> None:
        """Show a sentence under the field."""
        self._day = None
        set_state(self.line, "error" if sentence else "")
        self._say(sentence, "danger")

    def open_calendar(self) -> None:
        """Open the calendar under the field; Enter or a click chooses, Esc closes."""
        frame = QFrame(self, Qt.WindowType.Popup)
        frame.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        frame.setProperty("role", "overlay")
        calendar = QCalendarWidget()
        calendar.setAccessibleName(_("Calendar"))
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        day = self._day
        if day is not None:
            calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        column = Column(frame, margins=6)
        column.addWidget(calendar)
        calendar.activated.connect(self._choose)
        calendar.clicked.connect(self._choose)
        self._calendar = frame
        frame.move(self.line.mapToGlobal(QPoint(0, self.line.height() + 2)))
        frame.show()
        calendar.setFocus()

    def sizeHint(self) -> QSize:
        """Ask for the room of the longest usual text; a form stretches it."""
        return QSize(self.line.minimumWidth(), super().sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Check on leaving the line; Alt+Down opens the calendar."""
        if watched is self.line and event.type() == QEvent.Type.FocusOut:
            self.check()
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
            if alt and event.key() == Qt.Key.Key_Down:
                self.open_calendar()
                return True
        return super().eventFilter(watched, event)

    def _choose(self, chosen: QDate) -> None:
        self.set_day(date(chosen.year(), chosen.month(), chosen.day()))
        if self._calendar is not None:
            self._calendar.close()
            self._calendar = None
        self.line.setFocus()

    def _read_quietly(self) -> None:
        """Understand while typing, but never complain while typing."""
        before = self._day
        try:
            self._day = self._parse(self.line.text())
        except (EletdeskError, ValueError):
            self._day = None
            self._say("", "text3")
        else:
            self._say_back()
        if self._day != before:
            self.day_changed.emit(self._day)

    def _say_back(self) -> None:
        set_state(self.line, "")
        self._say(self._describe(self._day) if self._day else "", "text3")

    def _say(self, text: str, tone: str) -> None:
        self.message.setText(text)
        self.message.set_tone(tone)
        if self._compact:
            self.message.setVisible(tone == "danger" and bool(text))
            set_tooltip(self.line, text)
        self.line.setAccessibleDescription(text)

    def _scale(self) -> None:
        theme = current()
        self.line.setTextMargins(0, 0, theme.px(30), 0)
        room = QFontMetrics(theme.font("body")).horizontalAdvance("00/00/0000")
        self.line.setMinimumWidth(room + theme.px(48))
