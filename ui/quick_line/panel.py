"""The quick line as drawn: the line, its chips, what the keys do, and the one button that saves."""

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from eletdesk import clock
from eletdesk.desk.changes import Changes
from eletdesk.domain.quick_line import (
    EntryKind,
    KnownPerson,
    QuickLine,
    complete_name,
    matching_people,
    parse_quick_line,
)
from eletdesk.domain.quick_line_words import KIND_NAMES
from eletdesk.domain.spoken_durations import say_minutes
from eletdesk.errors import EletdeskError
from eletdesk.queries.register.views import DayMoment
from eletdesk.translation import _
from ui.open_desk import OpenDesk
from ui.quick_line.chips import ChipRow, facts
from ui.quick_line.draft import LineDraft
from ui.quick_line.line_edit import LineEdit
from ui.quick_line.saving import people_of, person_of, planned_session, save_line
from ui.theme import current
from ui.widgets.buttons import primary
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import IconLabel, Label
from ui.widgets.layouts import TOP, Column, Row

_MOST_NAMES = 5


class QuickLinePanel(QFrame):
    """Type, see chips, save, type the next. `saved(sentence)` after each save; nothing is ever refused."""

    saved = Signal(str)
    cancelled = Signal()
    down_pressed = Signal()

    def __init__(self, desk: OpenDesk, *, short_names: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._short_names = short_names
        self._people = people_of(desk)
        self._default: KnownPerson | None = None
        self._chosen: KnownPerson | None = None
        self._planned: tuple[str, str] = ("", "")
        self._line: QuickLine | None = None
        self._draft = LineDraft(desk, self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._build()
        self._connect()
        self.take_up_draft()

    def _build(self) -> None:
        column = Column(self, gap=8, margins=(16, 12, 12, 12))
        row = Row(gap=10)
        self.edit = LineEdit()
        self.edit.setAccessibleName(_("Log in one line"))
        self.edit.setPlaceholderText(_("Log something: noor session 45m what happened @mum call wed"))
        self.button = primary(_("Save"), lambda: self.save(force=True))
        mark = Row(margins=(0, 8, 0, 0))
        mark.addWidget(IconLabel("write", size=18, colour="accent"), 0, TOP)
        row.addLayout(mark)
        row.addWidget(self.edit, 1)
        row.addWidget(self.button, 0, TOP)
        column.addLayout(row)
        foot = Row(gap=12)
        self.chips = ChipRow()
        self.chips.short_names = self._short_names
        foot.addWidget(self.chips, 1)
        self._tab_hint = KeyHint("Tab", _("complete"))
        self._save_hint = KeyHint("Ctrl ↵", _("save"))
        foot.addWidget(self._tab_hint, 0, TOP)
        foot.addWidget(self._save_hint, 0, TOP)
        column.addLayout(foot)
        self.message = Label("", role="small", tone="danger", wrap=True)
        self.message.hide()
        column.addWidget(self.message)
        self.setFocusProxy(self.edit)

    def _connect(self) -> None:
        self.edit.takes_tab = self._complete
        self.edit.takes_arrows = lambda: self.chips.marked() is not None or not self.edit.text()
        self.edit.textChanged.connect(self._edited)
        self.edit.save_asked.connect(lambda control: self.save(force=control))
        self.edit.cancel_asked.connect(self.cancelled)
        self.edit.step_asked.connect(self._step)
        self.edit.left.connect(self._draft.flush)
        self.edit.left.connect(self.update)
        self.chips.chosen.connect(self._choose)
        self._desk.changed.connect(self._hear)
        current().changed.connect(self._read)

    def start(self, case_id: str = "") -> None:
        """Put the focus in the line; a case id says about whom, when nobody else is named."""
        if case_id or not self.edit.text().strip():
            self._default = person_of(self._desk, case_id) if case_id else None
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._read()

    def start_planned(self, moment: DayMoment) -> None:
        """Fill in a planned session: who, what, how long; only the note is left to type."""
        if moment.row_id == self._planned[1] and self.edit.text():
            self.start()
            return
        text = f"{moment.name} {_('session')} "
        if moment.minutes:
            text += f"{say_minutes(moment.minutes).replace(' ', '')} "
        self._planned, self._chosen = (moment.case_id, moment.row_id), person_of(self._desk, moment.case_id)
        self.edit.put(text)
        self.start()

    def start_task(self) -> None:
        """Begin a line about something that has to be done."""
        if not self.edit.text().strip():
            self.edit.put(f"{_(KIND_NAMES[EntryKind.task])} ")
        self.start()

    def stops(self) -> list[QWidget]:
        """Return what Tab goes through."""
        return [self.edit, self.button]

    def keep(self) -> None:
        """Keep the draft now: on lock, on close, on leaving the page."""
        self._draft.flush()

    def take_up_draft(self) -> None:
        """Show the draft that was kept, unless something else is being typed here."""
        kept = self._draft.read()
        if kept is None or self.edit.text().strip():
            return
        values, _at = kept
        self._planned = (values.get("planned_case", ""), values.get("planned", ""))
        default = values.get("default", "")
        self._default = person_of(self._desk, default) if default else None
        self.edit.put(values.get("text", ""))
        self._draft.settle()

    def clear(self) -> None:
        """Empty the line and forget its draft."""
        self._planned, self._chosen = ("", ""), None
        self.edit.empty()
        self._draft.drop()
        self.say("")

    def say(self, sentence: str) -> None:
        """Show a sentence under the line, or nothing."""
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))

    def save(self, *, force: bool) -> None:
        """Save when it is known about whom; a plain Enter also waits until there is something to keep."""
        line = self._line
        if line is None or not self.edit.text().strip():
            return
        if line.person is None:
            several = bool(line.candidates)
            self.say(_("Choose who you mean.") if several else _("Say about whom this is: type a name."))
            return
        if not force and not _is_complete(line):
            return
        today = clock.today()
        planned = self._planned[1] if self._planned[0] == line.person.case_id else ""
        planned = planned or planned_session(self._desk, line)
        try:
            sentence = save_line(self._desk, line, line.person, today, planned)
        except EletdeskError as error:
            self.say(str(error))
            return
        self.clear()
        self.edit.setFocus()
        self.saved.emit(sentence)

    def _edited(self) -> None:
        self.say("")
        self._read()
        self._draft.note(
            {
                "text": self.edit.text(),
                "planned_case": self._planned[0],
                "planned": self._planned[1],
                "default": self._default.case_id if self._default else "",
            }
        )

    def _read(self) -> None:
        text = self.edit.text()
        line = parse_quick_line(text, self._people, clock.today(), self._default)
        if line.person is None and self._chosen in line.candidates:
            line = replace(line, person=self._chosen, candidates=())
        self._line = line
        self.edit.tint(line.spans)
        self._show_chips(text, line)
        self.button.setEnabled(bool(text.strip()))

    def _show_chips(self, text: str, line: QuickLine) -> None:
        word = _word_before(text, self.edit.cursor_place())
        # Somebody at hand is meant, unless the first word begins another name.
        is_open = line.person is None or (line.person == self._default and word == text.strip())
        people = [] if line.person is not None else list(line.candidates[:_MOST_NAMES])
        if is_open and not people and not any(span.role == "person" for span in line.spans):
            people = matching_people(word, self._people, _MOST_NAMES)
        self._tab_hint.setVisible(bool(people))
        self._save_hint.setVisible(line.person is not None)
        self.chips.setVisible(bool(text.strip()) or line.person is not None)
        if people:
            self.chips.show_people(people, _("Who?"))
        elif text.strip() or line.person is not None:
            self.chips.show_facts(list(facts(line, clock.today(), short_names=self._short_names)))

    def _step(self, by: int) -> None:
        if not self.edit.text():
            if by > 0:
                self.down_pressed.emit()
            return
        self.chips.step(by)

    def _complete(self) -> bool:
        """Finish the name for Tab; False when there is nothing to finish and Tab moves on."""
        person = self.chips.marked()
        if person is None:
            return False
        self._choose(person)
        return True

    def _choose(self, person: KnownPerson) -> None:
        text, at = self.edit.text(), self.edit.cursor_place()
        self._chosen = person
        named = (
            next((span for span in self._line.spans if span.role == "person"), None) if self._line else None
        )
        if named is not None:
            start, end = named.start, named.end
        else:
            done = complete_name(text, at, [person])
            if done is not None:
                self.edit.put(*done)
                return
            start, end = at - len(_word_before(text, at)), at
        name = f"{person.full_name} "
        self.edit.put(text[:start] + name + text[end:].removeprefix(" "), start + len(name))
        self.edit.setFocus()

    def _hear(self, changes: Changes) -> None:
        if changes.subjects & {"case", "young_person"}:
            self._people = people_of(self._desk)
            self._read()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card; its border says where the typing goes."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.colour("surface"))
        focused = self.edit.hasFocus()
        painter.setPen(QPen(theme.colour("accent" if focused else "border_strong"), 2 if focused else 1))
        radius = theme.px(12)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)


def _is_complete(line: QuickLine) -> bool:
    """Tell whether a plain Enter may save: there is a note, a length or a task."""
    return bool(line.note or line.minutes or line.task or not line.attended) or line.kind is EntryKind.task


def _word_before(text: str, at: int) -> str:
    """Return the word that ends at the cursor."""
    before = text[:at]
    return before.split()[-1] if before and not before[-1].isspace() else ""
