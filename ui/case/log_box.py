"""The log box: what happened, with whom, when and how long; #topics and @tasks show as chips under it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from eletdesk import clock
from eletdesk.domain.network_member import NetworkMember
from eletdesk.domain.note_marks import NoteMarks, read_note
from eletdesk.domain.spoken_dates import short_date
from eletdesk.operations.log_entry import LogEntry
from eletdesk.translation import N_, _
from ui.case.dialogs.contact_dialog import member_choices
from ui.case.fields import make_date_field, short_choice_box
from ui.theme import current
from ui.widgets.buttons import primary
from ui.widgets.card import Card
from ui.widgets.check_row import CheckBox
from ui.widgets.chip import Chip
from ui.widgets.duration_field import DurationField
from ui.widgets.flow import Flow
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import Label, caption
from ui.widgets.layouts import Row
from ui.widgets.note_edit import NoteEdit
from ui.widgets.segmented import Segmented

KINDS = {
    "session": (N_("Session"), "session", N_("Save session"), 45),
    "call": (N_("Call"), "call", N_("Save call"), 10),
    "visit": (N_("Home visit"), "home-visit", N_("Save home visit"), 60),
    "meeting": (N_("Consultation"), "meeting", N_("Save consultation"), 60),
}
_CONTACTS = ("call", "meeting")
_LENGTH_WIDTH = 78
_SECOND_PRESS_MS = 1000
"""A second Ctrl+Enter so soon after the first, with nothing changed, is a slip and no second session."""


class LogBox(Card):
    """Write down what happened. `submitted(LogEntry)` asks to save; `edited()` says a draft may be kept."""

    submitted = Signal(object)
    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=12, parent=parent)
        self.setAccessibleName(_("Write down what happened"))
        self._since_emptied = QElapsedTimer()
        self.kinds = Segmented(_("What was it?"))
        for key, (text, icon, _save, _minutes) in KINDS.items():
            self.kinds.add(key, _(text), icon)
        self.day = make_date_field(optional=False, compact=True)
        self.day.line.setAccessibleName(_("Day"))
        self.length = DurationField(KINDS["session"][3])
        self.length.line.setAccessibleName(_("Length"))
        self.note = NoteEdit(
            placeholder=_("What happened? With #topic and @mum call wed you make a topic and a task.")
        )
        self.note.setAccessibleName(_("Note"))
        self.member = short_choice_box(letters=22)
        self.member.setAccessibleName(_("With whom"))
        self.missed = CheckBox("")
        self.confidential = CheckBox(_("Confidential"))
        self.chips = Flow(gap=8)
        self.saved_at = caption()
        self.problem = Label("", role="small", tone="danger", wrap=True)
        self.save_button = primary("", self.submit, sz="s")
        self._place()
        self._connect()
        self.clear_box()
        self._since_emptied.invalidate()  # a box that is new was never saved

    def _place(self) -> None:
        self._top = QWidget()
        self._top_row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._top)
        self._top_row.setContentsMargins(0, 0, 0, 0)
        when = Row(gap=8)
        when.addWidget(self.day)
        when.addWidget(self.length)
        when.addStretch(1)
        self._top_row.addWidget(self.kinds)
        self._top_row.addStretch(1)
        self._top_row.addLayout(when)
        details = Flow(gap=12)
        details.add(self.missed, self.confidential)
        who = Row()
        who.addWidget(self.member)
        who.addStretch(1)
        self._foot = QWidget()
        self._foot_row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._foot)
        self._foot_row.setContentsMargins(0, 0, 0, 0)
        save = Row(gap=8)
        save.addWidget(self.saved_at)
        save.addWidget(self.save_button)
        save.addWidget(KeyHint("Ctrl ↵"))
        self._foot_row.addWidget(details, 1)
        self._foot_row.addLayout(save)
        self.add(self._top, self.note, self.chips, self.problem, who, self._foot)

    def _connect(self) -> None:
        self.kinds.chosen.connect(self._follow_kind)
        self.note.textChanged.connect(self._follow_note)
        self.note.edited.connect(lambda _text: self.edited.emit())
        self.note.submitted.connect(self.submit)
        self.day.day_changed.connect(lambda _day: self._name_button())

    def set_members(self, members: Sequence[NetworkMember]) -> None:
        """Offer the network as the people one may have talked with."""
        self.member.set_choices(member_choices(members), value=self.member.value())

    def clear_box(self) -> None:
        """Empty the box for the next log, with today in it."""
        self.note.set_text("")
        self.day.set_text(_("today"))
        self.missed.setChecked(False)
        self.confidential.setChecked(False)
        self.member.setCurrentIndex(0)
        self.saved_at.setText("")
        self.problem.hide()
        self._follow_kind(self.kinds.key())
        self._follow_note()
        self._since_emptied.start()
        self._emptied = self.values()

    def has_words(self) -> bool:
        """Tell whether something was typed that is worth keeping."""
        return bool(self.note.text().strip())

    def values(self) -> dict[str, str]:
        """Return what stands in the box, for a draft."""
        return {
            "note": self.note.text(),
            "kind": self.kinds.key(),
            "on": self.day.text(),
            "minutes": str(self.length.minutes() or ""),
            "member_id": str(self.member.value() or ""),
            "missed": "1" if self.missed.isChecked() else "",
            "confidential": "1" if self.confidential.isChecked() else "",
        }

    def set_values(self, values: dict[str, str]) -> None:
        """Put back what stood in the box."""
        if values.get("kind") in KINDS:
            self.kinds.choose(values["kind"])
        self.note.set_text(values.get("note", ""))
        self.day.set_text(values.get("on") or _("today"))
        self.length.set_minutes(int(values["minutes"]) if values.get("minutes", "").isdigit() else None)
        self.member.set_value(values.get("member_id", ""))
        self.missed.setChecked(bool(values.get("missed")))
        self.confidential.setChecked(bool(values.get("confidential")))
        self._follow_note()

    def marks(self) -> NoteMarks:
        """Return what the note says now."""
        return read_note(self.note.text(), clock.today())

    def submit(self) -> None:
        """Ask to save, when day and length are clear."""
        self.problem.hide()
        if self._is_second_press():
            return
        for field in (self.day, self.length):
            if not field.check():
                field.setFocus()
                return
        kind, marks = self.kinds.key(), self.marks()
        entry = LogEntry(
            kind=kind,
            on=self.day.day() or clock.today(),
            minutes=self.length.minutes() or 0,
            note=marks.note,
            topics=marks.topics,
            tasks=marks.tasks,
            member_id=str(self.member.value() or "") or None if kind in _CONTACTS else None,
            success=not self.missed.isChecked(),
            is_confidential=self.confidential.isChecked(),
        )
        self.submitted.emit(entry)

    def _is_second_press(self) -> bool:
        timer = self._since_emptied
        return timer.isValid() and timer.elapsed() < _SECOND_PRESS_MS and self.values() == self._emptied

    def refuse(self, field: str, sentence: str) -> None:
        """Say why it was not saved; what was typed stays."""
        if field in ("on", "happened_on", "held_on"):
            self.day.show_error(sentence)
            self.day.setFocus()
            return
        self.problem.setText(sentence)
        self.problem.show()

    def say_kept(self, at: str) -> None:
        """Say when the draft was kept, or nothing."""
        self.saved_at.setText(_("Draft kept {time}").format(time=at) if at else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save on Ctrl+Enter from any field of the box."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put day and length under the kinds when there is little room."""
        super().resizeEvent(event)
        px = current().px
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        room = self.width() - px(28)
        today = self.day.line.fontMetrics().horizontalAdvance(_("today")) + px(62)
        day_width = max(self.day.line.minimumWidth(), today)
        wanted = self.kinds.sizeHint().width() + day_width + px(_LENGTH_WIDTH + 16)
        self.day.setFixedWidth(day_width)
        self.length.setFixedWidth(px(_LENGTH_WIDTH))
        self._top_row.setDirection(across if wanted <= room else down)
        self._foot_row.setDirection(across if room >= px(560) else down)
        for row in (self._top_row, self._foot_row):
            row.setSpacing(px(8))

    def _follow_kind(self, kind: str) -> None:
        """Ask what belongs to this kind; a length that was typed stays."""
        if self.length.minutes() in [usual for _t, _i, _s, usual in KINDS.values()] or not self.has_words():
            self.length.set_minutes(KINDS[kind][3])
        is_contact = kind in _CONTACTS
        self.member.setVisible(is_contact)
        self.missed.setText(_("Not reached") if is_contact else _("Did not come"))
        self.missed.setAccessibleName(self.missed.text())
        self._name_button()

    def _name_button(self) -> None:
        kind, on = self.kinds.key(), self.day.day()
        planned = kind not in _CONTACTS and on is not None and on > clock.today()
        text = _("Plan for {date}").format(date=short_date(on, clock.today())) if planned and on else ""
        self.save_button.set_text(text or _(KINDS[kind][2]))

    def _follow_note(self) -> None:
        """Show topics and tasks as chips under the note."""
        marks, today = self.marks(), clock.today()
        self.chips.clear()
        for topic in marks.topics:
            self.chips.add(Chip(topic, icon_name="tag"))
        for task in marks.tasks:
            self.chips.add(Chip(_task_words(task.text, task.due_on, today), tone="accent", icon_name="task"))
        self.chips.setVisible(bool(self.chips.widgets()))


def _task_words(text: str, due_on: date | None, today: date) -> str:
    due = f", {short_date(due_on, today)}" if due_on else ""
    return _("task: {task}").format(task=text + due)
