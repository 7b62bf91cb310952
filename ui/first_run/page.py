"""The first minutes, step by step: language, how to begin, passphrase, recovery key."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from eletdesk.translation import _, language, use_language
from ui.first_run.about_step import AboutStep
from ui.first_run.choices import Draft, FirstRunChoices, Secrets
from ui.first_run.language_step import LANGUAGE_NAMES, LanguageStep
from ui.first_run.passphrase_step import PassphraseStep
from ui.first_run.recovery_step import RecoveryStep
from ui.first_run.start_step import StartStep
from ui.first_run.step import FirstRunStep
from ui.first_run.step_chips import StepChips
from ui.logo import Logo
from ui.widgets.buttons import primary, quiet
from ui.widgets.labels import IconLabel, Label, caption
from ui.widgets.layouts import CENTRE, Column, Row
from ui.widgets.page import PageScroll
from ui.widgets.toast import announce

_LANGUAGE, _START, _ABOUT, _PASSPHRASE, _RECOVERY = range(5)

__all__ = ["FirstRunChoices", "FirstRunPage", "Secrets"]


class FirstRunPage(QWidget):
    """Ask what is needed to make a desk; `finished(FirstRunChoices)` carries it, `clear()` forgets it."""

    finished = Signal(object)
    print_requested = Signal(list)
    open_existing_requested = Signal(Path)
    restore_requested = Signal()
    language_chosen = Signal(str)

    def __init__(
        self, secrets: Secrets, folder: Path, *, can_restore: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._secrets, self._can_restore = secrets, can_restore
        self.draft = Draft(language=language(), folder=folder)
        self._at = _LANGUAGE
        self._busy = False
        outer = Column(self, gap=0)
        outer.addLayout(self._make_head())
        middle = QWidget()
        column = Column(middle, gap=20, margins=(24, 8, 24, 16))
        column.addStretch(2)
        self._chips = StepChips()
        column.addWidget(self._chips)
        self._stack = QStackedWidget()
        column.addWidget(self._stack)
        self._problem = Label("", role="small", tone="danger", wrap=True)
        self._problem.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._problem.hide()
        column.addWidget(self._problem)
        self._back = quiet("", self.go_back, icon_name="back")
        self._next = primary("", self.go_on)
        self._buttons = Row(gap=8)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self._back)
        self._buttons.addWidget(self._next)
        self._buttons.addStretch(1)
        column.addLayout(self._buttons)
        column.addStretch(3)
        outer.addWidget(PageScroll(middle), 1)
        outer.addWidget(self._make_foot(), 0, CENTRE)
        self.show_step(_LANGUAGE)

    def step(self) -> FirstRunStep:
        """Return the step shown."""
        shown = self._stack.currentWidget()
        assert isinstance(shown, FirstRunStep)
        return shown

    def go_on(self) -> None:
        """Keep this step and show the next one, or finish."""
        if self._busy or not self.step().keep():
            self._label()
            return
        last = _PASSPHRASE if self.draft.start == "demo" else _RECOVERY
        if self._at >= last:
            if self.draft.start == "demo":
                self.draft.recovery_words = []
            self.finished.emit(self.draft.choices())
            return
        self.show_step(self._at + 1)

    def go_back(self) -> None:
        """Show the step before; what was typed stays."""
        if self._busy:
            return
        if not self.step().back() and self._at > _LANGUAGE:
            self.show_step(self._at - 1)
        self._label()

    def set_busy(self, busy: bool) -> None:
        """Show that the desk is being made."""
        self._busy = busy
        self._next.setEnabled(not busy)
        self._back.setEnabled(not busy)
        self._stack.setEnabled(not busy)
        self._label()

    def show_problem(self, sentence: str, field: str = "") -> None:
        """Say why the desk was not made; a problem with the folder goes to that field."""
        self.set_busy(False)
        if field in {"folder", "worker_name", "organisation", "worker_role"}:
            self.show_step(_ABOUT)
            about = self.step()
            if isinstance(about, AboutStep):
                about.form.show_error(field, sentence)
            return
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        announce(self, sentence)

    def clear(self) -> None:
        """Forget passphrase and recovery key."""
        self.draft.passphrase = ""
        self.draft.recovery_words = []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter, back with Esc or Alt+Left."""
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.go_on()
        elif event.key() == Qt.Key.Key_Escape or (alt and event.key() == Qt.Key.Key_Left):
            self.go_back()
        else:
            super().keyPressEvent(event)

    def show_step(self, at: int) -> None:
        """Build a step freshly from the draft, in the language of now, and show it."""
        old = self._stack.currentWidget()
        step = self._make(at)
        self._at = at
        self._stack.addWidget(step)
        self._stack.setCurrentWidget(step)
        if old is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        self._problem.hide()
        self._chips.show_step(step.number)
        self._label()
        field = step.first_field()
        if field is not None:
            field.setFocus(Qt.FocusReason.TabFocusReason)

    def _make(self, at: int) -> FirstRunStep:
        if at == _LANGUAGE:
            languages = LanguageStep(self.draft)
            languages.language_chosen.connect(self._speak)
            return languages
        if at == _START:
            start = StartStep(self.draft, can_restore=self._can_restore)
            start.open_existing_requested.connect(self.open_existing_requested)
            start.restore_requested.connect(self.restore_requested)
            start.done.connect(self.go_on)
            return start
        if at == _ABOUT:
            return AboutStep(self.draft)
        if at == _PASSPHRASE:
            return PassphraseStep(self.draft, self._secrets)
        recovery = RecoveryStep(self.draft, self._secrets)
        recovery.print_requested.connect(self.print_requested)
        return recovery

    def _speak(self, code: str) -> None:
        """Speak the chosen language from the next step on."""
        if code != language():
            self.draft.recovery_words = []
        use_language(code)
        self.language_chosen.emit(code)
        self._foot.setText(_("eletdesk never goes on the internet"))
        self.show_step(_START)

    def _label(self) -> None:
        """Name the two buttons after what they do in this step."""
        last = _PASSPHRASE if self.draft.start == "demo" else _RECOVERY
        asking = self._at != _RECOVERY or self._is_asking()
        ends = self._at == last and asking
        self._back.set_text(_("Bac&k"))
        self._back.setVisible(self._at > _LANGUAGE)
        self._language.set_text(dict(LANGUAGE_NAMES)[language()])
        self._language.setVisible(self._at > _LANGUAGE)
        self._next.setVisible(self._at not in {_LANGUAGE, _START})
        if self._busy:
            self._next.set_text(_("Making your caseload …"))
        else:
            self._next.set_text(_("Open my &caseload") if ends else _("&Go on"))

    def _is_asking(self) -> bool:
        shown = self._stack.currentWidget()
        return isinstance(shown, RecoveryStep) and shown.is_asking()

    def _make_head(self) -> Row:
        head = Row(gap=10, margins=(28, 22, 28, 8))
        head.addWidget(Logo(size=28))
        head.addWidget(Label("eletdesk", role="heading"))
        head.addStretch(1)
        self._language = quiet("", lambda: self.show_step(_LANGUAGE), icon_name="language", sz="s")
        head.addWidget(self._language)
        return head

    def _make_foot(self) -> QWidget:
        foot = QWidget()
        row = Row(foot, gap=8, margins=(24, 8, 24, 16))
        row.addWidget(IconLabel("offline", size=16, colour="text3"))
        self._foot = caption(_("eletdesk never goes on the internet"))
        row.addWidget(self._foot)
        return foot
