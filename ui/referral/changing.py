"""Let what is written, ticked and chosen on the page become operations; a refusal becomes a sentence."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from eletdesk.errors import EletdeskError
from eletdesk.translation import _
from ui.referral.actions import DossierActions
from ui.referral.reading import DossierFacts
from ui.referral.section_list import SectionRow
from ui.referral.section_rows import RECEIVER
from ui.referral.writing import Writing


class Changing(QObject):
    """`refused(str)`: the page shows again what is kept; `undoable(str)` tells of something to take back."""

    refused = Signal(str)
    undoable = Signal(str)

    def __init__(self, actions: DossierActions, writing: Writing, facts: DossierFacts) -> None:
        super().__init__(writing)
        self._actions, self._editor, self.facts = actions, writing.editor, facts
        editor, receiver = writing.editor, writing.receiver
        editor.written.connect(self.write)
        editor.forgotten.connect(self.forget)
        editor.shared.connect(self.share)
        editor.picked.connect(self.pick)
        receiver.receiver_changed.connect(self.set_receiver)
        receiver.language_changed.connect(self.set_language)
        receiver.due_changed.connect(self.set_due)

    def write(self, code: str, text: str) -> None:
        """Keep a text; when that fails the words stay where they were typed."""
        try:
            self._actions.write(self.facts.kind, code, text)
        except EletdeskError as error:
            self._editor.show_problem(str(error))

    def forget(self, code: str) -> None:
        """Let a section say again what the file says."""
        if self._try(partial(self._actions.forget, self.facts.kind, code)):
            self.undoable.emit(_("The words of the file are back."))

    def share(self, code: str, is_shared: bool) -> None:
        """Let a section go along, or keep it."""
        self._try(partial(self._actions.share, self.facts.kind, code, is_shared))

    def toggle(self, row: SectionRow) -> None:
        """Share a section or keep it; say why when it may not go along."""
        if row.may_toggle:
            self.share(row.key, row.key not in self.facts.shared)
        elif row.key != RECEIVER and row.why:
            self.refused.emit(row.why)

    def pick(self, item_id: str, ticked: bool) -> None:
        """Take something of the timeline along, or leave it out."""
        self._try(partial(self._actions.pick, item_id, ticked))

    def set_receiver(self, recipient: str, contact: str, is_bound: bool) -> None:
        """Say who receives it."""
        self._try(partial(self._actions.set_receiver, recipient, contact, is_bound))

    def set_language(self, language: str) -> None:
        """Choose the language of the dossier."""
        self._try(partial(self._actions.set_language, language))

    def set_due(self, due_on: object) -> None:
        """Say before which day it has to be there."""
        self._try(partial(self._actions.set_due, due_on))

    def _try(self, change: partial[None]) -> bool:
        try:
            change()
        except EletdeskError as error:
            self.refused.emit(str(error))
            return False
        return True
