"""The place where one writes: who receives the dossier, or one section of it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.open_desk import OpenDesk
from ui.referral.reading import DossierFacts
from ui.referral.receiver_form import ReceiverForm
from ui.referral.section_editor import SectionEditor
from ui.referral.section_rows import RECEIVER
from ui.widgets.layouts import Column


class Writing(QWidget):
    """Shows the receiver or a section; what was typed is kept on going to the other."""

    step_asked = Signal(int)

    def __init__(self, facts: DossierFacts, desk: OpenDesk) -> None:
        super().__init__()
        self._facts = facts
        self.receiver, self.editor = ReceiverForm(desk), SectionEditor()
        column = Column(self, gap=0)
        column.addWidget(self.receiver)
        column.addWidget(self.editor)
        self.receiver.next_asked.connect(partial(self.step_asked.emit, 1))
        self.editor.next_asked.connect(partial(self.step_asked.emit, 1))

    def show_facts(self, facts: DossierFacts) -> None:
        """Show what is kept now; what is being typed stays."""
        self._facts = facts
        self.receiver.show_facts(facts)
        if self.editor.code:
            self.editor.show_section(facts, self.editor.code)

    def show_key(self, key: str) -> None:
        """Show the receiver or one section."""
        is_receiver = key == RECEIVER
        if is_receiver:
            self.editor.leave()
        else:
            self.receiver.leave()
            self.editor.show_section(self._facts, key)
        self.receiver.setVisible(is_receiver)
        self.editor.setVisible(not is_receiver)

    def first_field(self, key: str) -> QWidget:
        """Return where writing starts."""
        return self.receiver.first_field() if key == RECEIVER else self.editor.first_field()

    def leave(self) -> None:
        """Keep what is being typed, now."""
        self.receiver.leave()
        self.editor.leave()

    def typed(self) -> dict[str, str]:
        """Return the text on the screen that is not kept yet, by section."""
        code = self.editor.code
        if not code or self.editor.note.isHidden() or self.editor.text() == self._facts.texts[code]:
            return {}
        return {code: self.editor.text()}
