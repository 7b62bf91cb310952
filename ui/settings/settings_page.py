"""Settings: look, worker, safety, bin, check and about, each in its own card."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from eletdesk.desk.changes import Changes
from eletdesk.preferences import Preferences
from eletdesk.storage.slots import Kdf
from eletdesk.translation import _
from ui.directory.directory_card import DirectoryCard
from ui.open_desk import OpenDesk
from ui.rights.retention_card import RetentionCard
from ui.settings.about_card import AboutCard
from ui.settings.bin_card import BinCard
from ui.settings.check_card import CheckCard
from ui.settings.look_card import LookCard
from ui.settings.programmes_card import ProgrammesCard
from ui.settings.safety_card import SafetyCard
from ui.settings.worker_card import WorkerCard
from ui.widgets.page import Page


class SettingsPage(Page):
    """Each card keeps its own matter; `preferences_chosen(Preferences)` asks the program to use them."""

    preferences_chosen = Signal(object)
    toast_requested = Signal(str, bool)
    problem_requested = Signal(str)
    page_requested = Signal(str)

    def __init__(
        self,
        desk: OpenDesk,
        preferences: Preferences,
        *,
        kdf: Kdf | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Settings"), parent=parent)
        self.look = LookCard(preferences)
        self.worker = WorkerCard(desk)
        self.safety = SafetyCard(desk, kdf)
        self.bin = BinCard(desk, short_names=preferences.train_mode)
        self.retention = RetentionCard(desk)
        self.programmes = ProgrammesCard(desk)
        self.directory = DirectoryCard()
        self.check = CheckCard(desk)
        self.about = AboutCard()
        for card in (self.look, self.worker, self.safety):
            self.add(card)
        self.main.addStretch(1)
        for beside in (self.programmes, self.directory, self.bin, self.retention, self.check, self.about):
            self.add_side(beside)
        self.retention.page_requested.connect(self.page_requested)
        self.programmes.page_requested.connect(self.page_requested)
        self.directory.page_requested.connect(self.page_requested)
        self.look.chosen.connect(self.preferences_chosen)
        for told in (self.worker.kept, self.safety.told, self.bin.told):
            told.connect(self._tell)
        for refused in (self.worker.refused, self.safety.refused, self.bin.refused):
            refused.connect(self.problem_requested)
        desk.changed.connect(self._hear)

    def focus_first(self) -> None:
        """Start with the language."""
        self.look.language.setFocus()

    def keep_drafts(self) -> None:
        """Keep the name when it was changed and is not empty."""
        if self.worker.is_changed() and self.worker.fields["worker_name"].text().strip():
            self.worker.keep()

    def save(self) -> None:
        """Keep what was typed about the worker."""
        self.worker.keep()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the bin each time the page is seen."""
        super().showEvent(event)
        self.bin.read()
        self.retention.read()
        self.programmes.read()

    def _hear(self, changes: Changes) -> None:
        if "case" in changes.subjects and self.isVisible() and not self.check.is_busy():
            self.bin.read()

    def _tell(self, sentence: str) -> None:
        self.toast_requested.emit(sentence, False)
