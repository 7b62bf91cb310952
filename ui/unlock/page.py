"""Open the desk: one passphrase, or the recovery key when it is forgotten."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from eletdesk.translation import _, language, ngettext
from ui.theme import BREAKPOINT, current
from ui.unlock.desk_card import DeskCard
from ui.unlock.waiting import Waiting
from ui.unlock.wave_panel import WavePanel
from ui.widgets.buttons import primary, quiet
from ui.widgets.form import FieldBox
from ui.widgets.labels import IconLabel, Label, caption
from ui.widgets.layouts import CENTRE, Column, Row, centred
from ui.widgets.note_edit import NoteEdit
from ui.widgets.page import PageScroll
from ui.widgets.secret_field import SecretField
from ui.widgets.toast import announce
from ui.widgets.word_choice import WordChoice

LANGUAGE_NAMES = (("nl", "Nederlands"), ("fr", "Français"), ("en", "English"))
_CARD_WIDTH, _PANEL_SHARE = 400, 0.39


class UnlockPage(QWidget):
    """The first window. It never keeps a passphrase: `clear()` after the desk is open."""

    unlock_requested = Signal(str)
    recovery_requested = Signal(str)
    switch_desk_requested = Signal()
    language_chosen = Signal(str)

    def __init__(self, *, version: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._busy = False
        self._waiting = Waiting(self)
        self._waiting.seconds_left.connect(self._count_down)
        row = Row(self, gap=0)
        self._panel = WavePanel()
        row.addWidget(self._panel)
        right = QWidget()
        column = Column(right, gap=8, margins=(32, 24, 32, 20))
        column.addStretch(1)
        column.addLayout(centred(self._make_form()))
        column.addStretch(1)
        column.addLayout(self._make_foot(version))
        row.addWidget(PageScroll(right), 1)
        self.secret.setFocus()

    def set_desk(self, name: str, place: str, last_used: str) -> None:
        """Show which desk will be opened."""
        self._desk.set_desk(name, place, last_used)

    def show_problem(self, sentence: str, *, wrong_try: bool = True) -> None:
        """Say why it did not open; after the third wrong try in a row the next one has to wait."""
        self.set_busy(False)
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self.secret.show_error(bool(sentence) and not self.is_recovering())
        if sentence:
            announce(self, sentence)
        if sentence and wrong_try:
            self._waiting.add_wrong_try()
        self._focus_field()

    def set_busy(self, busy: bool) -> None:
        """Show that the desk is being opened."""
        self._busy = busy
        self.secret.setEnabled(not busy)
        self._words.setEnabled(not busy)
        self._label_button()
        if busy:
            self.show_problem_none()

    def show_problem_none(self) -> None:
        """Take the problem away."""
        self._problem.hide()
        self.secret.show_error(False)

    def clear(self) -> None:
        """Forget everything that was typed and every wrong try."""
        self.secret.clear()
        self._words.set_text("")
        self._waiting.reset()
        self.show_problem_none()
        self.set_busy(False)

    def is_recovering(self) -> bool:
        """Tell whether the recovery key is asked for instead of the passphrase."""
        return self._fields.currentIndex() == 1

    def recover(self, on: bool) -> None:
        """Ask for the recovery key, or for the passphrase again."""
        self._fields.setCurrentIndex(1 if on else 0)
        self._fit_fields()
        self._other.set_text(_("Use the &passphrase") if on else _("Use the &recovery key"))
        self._subtitle.setText(
            _("Type the 24 words of your recovery key.") if on else _("Unlock your caseload to go on.")
        )
        self.show_problem_none()
        self._label_button()
        self._focus_field()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the passphrase on Esc."""
        if event.key() == Qt.Key.Key_Escape and self.is_recovering():
            self.recover(False)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the waves out when there is little room."""
        super().resizeEvent(event)
        logical = self.width() * 100 / current().text_scale
        self._panel.setVisible(logical >= BREAKPOINT.rail)
        self._panel.setFixedWidth(round(self.width() * _PANEL_SHARE))

    def _make_form(self) -> QWidget:
        form = QWidget()
        column = Column(form, gap=8)
        column.addWidget(Label(_("Welcome back"), role="title", wrap=True))
        self._subtitle = Label(_("Unlock your caseload to go on."), tone="text2", wrap=True)
        column.addWidget(self._subtitle)
        column.addSpacing(current().px(16))
        column.addWidget(Label(_("Caseload"), role="small", tone="text2"))
        self._desk = DeskCard()
        self._desk.switch_requested.connect(self.switch_desk_requested)
        column.addWidget(self._desk)
        column.addSpacing(current().px(8))
        column.addWidget(self._make_fields())
        self._problem = Label(role="small", tone="danger", wrap=True)
        self._problem.hide()
        column.addWidget(self._problem)
        column.addSpacing(current().px(4))
        self._unlock = primary("", self._submit, icon_name="unlock", sz="l")
        self._label_button()
        column.addWidget(self._unlock)
        column.addSpacing(current().px(4))
        self._other = quiet(
            _("Use the &recovery key"), lambda: self.recover(not self.is_recovering()), icon_name="key"
        )
        column.addWidget(self._other, 0, CENTRE)
        self._form = form
        self._scale()
        current().changed.connect(self._scale)
        return form

    def _scale(self) -> None:
        self._form.setMaximumWidth(current().px(_CARD_WIDTH))

    def _make_fields(self) -> QStackedWidget:
        self.secret = SecretField()
        self.secret.submitted.connect(self._submit)
        self._words = NoteEdit(min_lines=4, max_lines=8, pause_ms=60_000)
        self._words.submitted.connect(self._submit)
        self._fields = QStackedWidget()
        self._fields.addWidget(FieldBox(_("Passp&hrase"), self.secret))
        self._fields.addWidget(FieldBox(_("Recovery &key"), self._words, _("Ctrl + Enter opens the desk.")))
        self.secret.text_changed.connect(lambda _text: self.show_problem_none())
        QTimer.singleShot(0, self, self._fit_fields)
        return self._fields

    def _make_foot(self, version: str) -> Row:
        foot = Row(gap=8)
        foot.addWidget(IconLabel("language"))
        self._languages = WordChoice(LANGUAGE_NAMES, language())
        self._languages.chosen.connect(self.language_chosen)
        foot.addWidget(self._languages)
        foot.addStretch(1)
        said = _("Version {version} · offline").format(version=version) if version else _("offline")
        foot.addWidget(caption(said))
        return foot

    def _fit_fields(self) -> None:
        """Let the stack be as high as the field shown, not as the highest one."""
        for number in range(self._fields.count()):
            box = self._fields.widget(number)
            shown = number == self._fields.currentIndex()
            if box is None:
                continue
            policy = box.sizePolicy()
            policy.setVerticalPolicy(policy.Policy.Preferred if shown else policy.Policy.Ignored)
            box.setSizePolicy(policy)

    def _submit(self) -> None:
        if self._busy or self._waiting.is_waiting():
            return
        typed = self._words.text() if self.is_recovering() else self.secret.text()
        if not typed.strip():
            self.show_problem(
                _("Type your recovery key.") if self.is_recovering() else _("Type your passphrase."),
                wrong_try=False,
            )
            return
        (self.recovery_requested if self.is_recovering() else self.unlock_requested).emit(typed)

    def _focus_field(self) -> None:
        if self.is_recovering():
            self._words.setFocus()
            return
        self.secret.select_all()
        self.secret.setFocus()

    def _label_button(self) -> None:
        self._unlock.setEnabled(not self._busy and not self._waiting.is_waiting())
        self._unlock.set_text(_("Opening …") if self._busy else _("&Unlock"))

    def _count_down(self, seconds: int) -> None:
        self._label_button()
        if seconds:
            text = ngettext("Try again in {count} second", "Try again in {count} seconds", seconds)
            self._unlock.set_text(text.format(count=seconds))
