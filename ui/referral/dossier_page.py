"""The dossier of one referral: sections at the left, one being written, the paper at the right."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLayout, QWidget

from eletdesk.desk.changes import Changes
from eletdesk.errors import EletdeskError
from eletdesk.translation import _
from ui.open_desk import OpenDesk
from ui.referral.actions import DossierActions
from ui.referral.body import DossierBody
from ui.referral.leaving import Leaving
from ui.referral.page_head import PageHead
from ui.referral.preview import Preview
from ui.referral.reading import SHOWN, DossierFacts, open_referral, read_dossier
from ui.referral.receiver_form import ReceiverForm
from ui.referral.section_editor import SectionEditor
from ui.referral.section_rows import RECEIVER
from ui.widgets.card import Divider
from ui.widgets.layouts import Column


class DossierPage(QWidget):
    """Compose one dossier; texts keep themselves, the paper follows, one button makes the file."""

    left = Signal()
    case_requested = Signal(str)
    dossier_requested = Signal(str, str)
    toast_requested = Signal(str, bool)
    problem_requested = Signal(str)

    def __init__(
        self, desk: OpenDesk, case_id: str, referral_id: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk, self.case_id = desk, case_id
        self.referral_id = referral_id or open_referral(desk, case_id)
        self._actions = DossierActions(desk, case_id, self.referral_id)
        self._leaving = Leaving(self, desk, case_id)
        self._leaving.told.connect(self._told)
        self._leaving.refused.connect(self.problem_requested)
        self.facts: DossierFacts = desk.read(case_id, read_dossier, self.referral_id)
        self._stale = False
        self.head, self.preview = PageHead(), Preview()
        self.receiver, self.editor = ReceiverForm(), SectionEditor()
        self.middle = QWidget()
        parts = Column(self.middle, gap=0)
        self.body = DossierBody(self.middle, self.preview)
        column = Column(self, gap=0)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self.head)
        column.addWidget(Divider())
        column.addWidget(self.body, 1)
        parts.addWidget(self.receiver)
        parts.addWidget(self.editor)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.read)
        self._connect()
        self._show()
        self._go(self._first_section())

    def _connect(self) -> None:
        head, body, editor, receiver = self.head, self.body, self.editor, self.receiver
        head.back_asked.connect(self.left)
        head.print_asked.connect(self.print_page)
        head.issue_asked.connect(self.prepare)
        head.answer_asked.connect(lambda: self._leaving.answer(self.facts))
        head.withdraw_asked.connect(lambda: self._leaving.withdraw(self.facts))
        head.new_asked.connect(self._start_new)
        head.case_asked.connect(self._open_case)
        head.preview_asked.connect(self._turn_preview)
        self.preview.wide_asked.connect(body.set_preview_only)
        body.sections.chosen.connect(self._chosen)
        body.sections.entered.connect(self._enter)
        body.sections.toggle_asked.connect(self._toggle)
        body.section_chosen.connect(self._go)
        body.step_asked.connect(self._step)
        body.notes.save_again.connect(self._leaving.keep_copy)
        editor.written.connect(self._write)
        editor.typing.connect(self._draw)
        editor.forgotten.connect(self._forget)
        editor.shared.connect(self._share)
        editor.picked.connect(self._pick)
        editor.next_asked.connect(partial(self._step, 1))
        editor.file_asked.connect(self._open_case)
        receiver.receiver_changed.connect(self._set_receiver)
        receiver.language_changed.connect(self._set_language)
        receiver.due_changed.connect(self._set_due)
        receiver.next_asked.connect(partial(self._step, 1))
        self._desk.changed.connect(self._hear)

    # what the window calls

    def shown_case(self) -> str:
        """Return the case of this dossier."""
        return self.case_id

    def keep_drafts(self) -> None:
        """Keep what is being typed, now."""
        self.receiver.leave()
        self.editor.leave()

    def save(self) -> None:
        """Keep what is being typed and stay."""
        self.keep_drafts()

    def focus_first(self) -> None:
        """Start where writing starts."""
        self._enter(self.body.sections.key())

    def panes(self) -> list[QWidget]:
        """Return what F6 goes through: the list, what is written, the paper."""
        return [self.body.sections, self.middle, self.preview]

    def view_state(self) -> dict[str, Any]:
        """Return which section is shown."""
        return {"section": self.body.sections.key()}

    def restore_view(self, state: dict[str, Any]) -> None:
        """Show that section again."""
        self._go(str(state.get("section", RECEIVER)))

    def print_page(self) -> None:
        """Print what the preview shows."""
        self.keep_drafts()
        self._leaving.print(self._paper())

    def prepare(self) -> None:
        """Ask what is needed to make the file that leaves."""
        self.keep_drafts()
        self.read()
        self._leaving.prepare(self.facts)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from section to section with Ctrl+Page Up and Down; Ctrl+Enter goes on."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        steps = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1, Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1}
        if control and event.key() in steps:
            self._step(steps[Qt.Key(event.key())])
            return
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the columns again."""
        super().resizeEvent(event)
        self.body.arrange(self.width())
        self.head.place(wide=self.body.columns() > 1)
        self.head.preview.setVisible(self.body.columns() < 3)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while the page was out of sight."""
        super().showEvent(event)
        if self._stale:
            self.read()
        self._draw()

    # reading and showing

    def read(self) -> None:
        """Read the dossier again and show it."""
        self._stale = False
        try:
            self.facts = self._desk.read(self.case_id, read_dossier, self.referral_id)
        except EletdeskError as error:
            self.problem_requested.emit(str(error))
            return
        self._show()

    def _show(self) -> None:
        self.head.show_facts(self.facts)
        self.body.show_facts(self.facts)
        self.receiver.show_facts(self.facts)
        if self.editor.code:
            self.editor.show_section(self.facts, self.editor.code)
        self._draw()

    def _hear(self, changes: Changes) -> None:
        if changes.case_id not in (self.case_id, None) or not changes.subjects & SHOWN:
            return
        if self.isVisible():
            self._soon.start()
        else:
            self._stale = True

    def _first_section(self) -> str:
        """Start with what is missing, from the top."""
        if not self.facts.recipient:
            return RECEIVER
        missing = self.facts.missing
        return missing[0].code if missing else self.facts.states[0].code

    def _go(self, key: str) -> None:
        self.body.sections.choose(key)
        self._chosen(key)

    def _chosen(self, key: str) -> None:
        self.body.show_key(key)
        is_receiver = key == RECEIVER
        if is_receiver:
            self.editor.leave()
        else:
            self.receiver.leave()
            self.editor.show_section(self.facts, key)
        self.receiver.setVisible(is_receiver)
        self.editor.setVisible(not is_receiver)
        self.body.to_top()

    def _enter(self, key: str) -> None:
        self._go(key)
        part = self.receiver if key == RECEIVER else self.editor
        part.first_field().setFocus(Qt.FocusReason.TabFocusReason)

    def _step(self, by: int) -> None:
        if self.body.sections.step(by):
            self._enter(self.body.sections.key())
        elif by > 0:
            self.head.issue.setFocus(Qt.FocusReason.TabFocusReason)

    def _paper(self) -> Callable[[], bytes]:
        """Return what draws the dossier now: the file that left, or what is being written."""
        return self._leaving.paper(self.facts, self._typed())

    def _typed(self) -> dict[str, str]:
        code = self.editor.code
        if not code or self.editor.note.isHidden() or self.editor.text() == self.facts.texts[code]:
            return {}
        return {code: self.editor.text()}

    def _draw(self) -> None:
        self.preview.ask(self._paper())

    def _turn_preview(self) -> None:
        self.body.set_preview_only(not self.body.is_preview_only())

    # what changes the dossier

    def _try(self, change: partial[None]) -> bool:
        try:
            change()
        except EletdeskError as error:
            self.problem_requested.emit(str(error))
            self._soon.start()
            return False
        return True

    def _write(self, code: str, text: str) -> None:
        try:
            self._actions.write(self.facts.kind, code, text)
        except EletdeskError as error:
            self.editor.show_problem(str(error))

    def _forget(self, code: str) -> None:
        if self._try(partial(self._actions.forget, self.facts.kind, code)):
            self.toast_requested.emit(_("The words of the file are back."), True)

    def _share(self, code: str, is_shared: bool) -> None:
        self._try(partial(self._actions.share, self.facts.kind, code, is_shared))

    def _toggle(self, key: str) -> None:
        if key == RECEIVER:
            return
        row = next(row for row in self.body.sections.rows() if row.key == key)
        if row.may_toggle:
            self._share(key, key not in self.facts.shared)
        elif row.why:
            self.problem_requested.emit(row.why)

    def _pick(self, item_id: str, ticked: bool) -> None:
        self._try(partial(self._actions.pick, item_id, ticked))

    def _set_receiver(self, recipient: str, contact: str, is_bound: bool) -> None:
        self._try(partial(self._actions.set_receiver, recipient, contact, is_bound))

    def _set_language(self, language: str) -> None:
        self._try(partial(self._actions.set_language, language))

    def _set_due(self, due_on: object) -> None:
        self._try(partial(self._actions.set_due, due_on))

    def _told(self, sentence: str) -> None:
        self.toast_requested.emit(sentence, False)

    def _start_new(self) -> None:
        self.dossier_requested.emit(self.case_id, self._actions.start_new())

    def _open_case(self) -> None:
        self.case_requested.emit(self.case_id)
