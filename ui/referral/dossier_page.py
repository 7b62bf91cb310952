"""The dossier of one referral: sections at the left, one being written, the paper at the right."""

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLayout, QWidget

from eletdesk.desk.changes import Changes
from eletdesk.errors import EletdeskError
from ui.open_desk import OpenDesk
from ui.referral.actions import DossierActions
from ui.referral.body import DossierBody
from ui.referral.changing import Changing
from ui.referral.kind_dialog import DossierFor, KindDialog, asks_kind
from ui.referral.leaving import Leaving
from ui.referral.page_head import PageHead
from ui.referral.preview import Preview
from ui.referral.reading import SHOWN, DossierFacts, open_referral, read_dossier
from ui.referral.section_rows import RECEIVER
from ui.referral.writing import Writing
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
        self.facts: DossierFacts = desk.read(case_id, read_dossier, self.referral_id)
        self._stale = False
        self.head, self.preview, self.middle = PageHead(), Preview(), Writing(self.facts, desk)
        self.receiver, self.editor = self.middle.receiver, self.middle.editor
        self.body = DossierBody(self.middle, self.preview)
        self._changing = Changing(self._actions, self.middle, self.facts)
        self._leaving = Leaving(self, desk, case_id)
        column = Column(self, gap=0)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self.head)
        column.addWidget(Divider())
        column.addWidget(self.body, 1)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.read)
        self._connect()
        self._show()
        self.body.go(self._first_section())

    def _connect(self) -> None:
        head, body = self.head, self.body
        head.back_asked.connect(self.left)
        head.print_asked.connect(self.print_page)
        head.issue_asked.connect(self.prepare)
        head.answer_asked.connect(lambda: self._leaving.answer(self.facts))
        head.withdraw_asked.connect(lambda: self._leaving.withdraw(self.facts))
        head.new_asked.connect(self._start_new)
        head.preview_asked.connect(lambda: body.set_preview_only(not body.is_preview_only()))
        self.preview.wide_asked.connect(body.set_preview_only)
        for asked in (head.case_asked, self.editor.file_asked):
            asked.connect(lambda: self.case_requested.emit(self.case_id))
        body.end_reached.connect(head.issue.setFocus)
        body.toggle_asked.connect(self._changing.toggle)
        body.notes.save_again.connect(self._leaving.keep_copy)
        self.editor.typing.connect(self._draw)
        self._changing.undoable.connect(lambda sentence: self.toast_requested.emit(sentence, True))
        self._changing.refused.connect(self._refused)
        self._leaving.told.connect(lambda sentence: self.toast_requested.emit(sentence, False))
        self._leaving.refused.connect(self._refused)
        self._desk.changed.connect(self._hear)

    # what the window calls

    def shown_case(self) -> str:
        """Return the case of this dossier."""
        return self.case_id

    def keep_drafts(self) -> None:
        """Keep what is being typed, now."""
        self.middle.leave()

    save = keep_drafts

    def focus_first(self) -> None:
        """Start where writing starts."""
        self.body.enter(self.body.sections.key())

    def panes(self) -> list[QWidget]:
        """Return what F6 goes through: the list, what is written, the paper."""
        return [self.body.sections, self.middle, self.preview]

    def view_state(self) -> dict[str, Any]:
        """Return which section is shown."""
        return {"section": self.body.sections.key()}

    def restore_view(self, state: dict[str, Any]) -> None:
        """Show that section again."""
        self.body.go(str(state.get("section", RECEIVER)))

    def print_page(self) -> None:
        """Print what the preview shows."""
        self.keep_drafts()
        self._leaving.print(self._leaving.paper(self.facts, self.middle.typed()))

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
            self.body.step(steps[Qt.Key(event.key())])
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
        self._changing.facts = self.facts
        self.head.show_facts(self.facts)
        self.body.show_facts(self.facts)
        self.middle.show_facts(self.facts)
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

    def _draw(self) -> None:
        self.preview.ask(self._leaving.paper(self.facts, self.middle.typed()))

    def _refused(self, sentence: str) -> None:
        """Say why not, and show again what is kept."""
        self.problem_requested.emit(sentence)
        self._soon.start()

    def _start_new(self) -> None:
        """Begin another dossier; where several kinds are usual it asks which one."""
        if not asks_kind(self.facts.programme):
            self.dossier_requested.emit(self.case_id, self._actions.start_new())
            return
        person = DossierFor(self.case_id, self.facts.person, self.facts.programme)
        dialog = KindDialog(self.window(), self._desk, [person])
        dialog.begun.connect(self.dossier_requested)
        dialog.open()
