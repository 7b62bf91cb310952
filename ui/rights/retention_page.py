"""Files whose time is over, those that follow, and the destruction in two steps."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.desk.changes import Changes
from eletdesk.desk.retention import KeptFile, kept_files, put_aside
from eletdesk.domain.names import first_name_and_initial
from eletdesk.domain.spoken_dates import long_date
from eletdesk.errors import EletdeskError
from eletdesk.translation import _
from ui.case.icon_row import IconRow
from ui.open_desk import OpenDesk
from ui.rights.destroy_dialog import DestroyDialog
from ui.rights.own_terms_dialog import OwnTermsDialog
from ui.settings.bin_card import BinCard, BinnedPerson
from ui.widgets.buttons import danger, quiet, secondary
from ui.widgets.card import Card
from ui.widgets.keeping_focus import keeping_focus
from ui.widgets.labels import small
from ui.widgets.page import Page

_MOST_SHOWN = 100


class RetentionPage(Page):
    """First step: put aside. Second step, later or by somebody else: destroy, with a certificate."""

    case_requested = Signal(str)
    toast_requested = Signal(str, bool)
    problem_requested = Signal(str)

    def __init__(self, desk: OpenDesk, *, short_names: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(_("Keeping and destroying"), parent=parent)
        self._desk, self._short_names = desk, short_names
        self._stale = True
        self.due, self.later = Card(_("The time is over")), Card(_("Closed files that are kept"))
        self.add_action(secondary(_("Terms of your organisation"), self.change_terms, icon_name="write"))
        self.add(self.due)
        self.add(self.later)
        self.main.addStretch(1)
        self.bin = PutAsideCard(desk, short_names=short_names)
        self.add_side(self.bin)
        self.bin.told.connect(self._tell)
        self.bin.refused.connect(self.problem_requested)
        desk.changed.connect(self._hear)

    def showEvent(self, event: QShowEvent) -> None:
        """Read each time the page is seen and something changed."""
        super().showEvent(event)
        self.bin.read()
        if self._stale:
            self.read()

    def read(self) -> None:
        """Read the closed files again."""
        self._stale = False
        try:
            files = kept_files(self._desk.desk)
        except EletdeskError as error:
            self.problem_requested.emit(str(error))
            return
        today = clock.today()
        due = [kept for kept in files if kept.is_due(today)]
        later = [kept for kept in files if not kept.is_due(today)]
        self._fill(self.due, due, _("No file has to be destroyed now."), is_due=True)
        self._fill(self.later, later, _("There are no other closed files."), is_due=False)

    def _fill(self, card: Card, files: list[KeptFile], nothing: str, *, is_due: bool) -> None:
        card.clear()
        card.set_title(
            _("The time is over") if is_due else _("Closed files that are kept"), str(len(files) or "")
        )
        for kept in files[:_MOST_SHOWN]:
            card.add_row(self._row(kept, is_due=is_due))
        if not files:
            card.add(small(nothing, wrap=True))

    def _row(self, kept: KeptFile, *, is_due: bool) -> QWidget:
        name = kept.name
        if self._short_names:
            given, _blank, family = kept.name.partition(" ")
            name = first_name_and_initial(given, family)
        if kept.term is None:
            text = _("No term: the birth date is missing.")
        else:
            rule = kept.term.label.said()
            text = _("Until {date}. {rule} ({source})").format(
                date=long_date(kept.term.ends_on), rule=rule, source=kept.term.basis.source.title.said()
            )
        open_it = quiet(_("Open"), partial(self.case_requested.emit, kept.case_id), sz="s")
        open_it.setAccessibleName(_("Open {name}").format(name=name))
        ends: list[QWidget] = [open_it]
        if is_due:
            aside = secondary(_("Put aside"), partial(self.put_aside, kept.case_id), sz="s")
            aside.setAccessibleName(_("Put {name} aside").format(name=name))
            ends.insert(0, aside)
        icon, colour = ("warning", "warn") if is_due or kept.term is None else ("closed", "text2")
        return IconRow(icon, name, text, colour=colour, ends=ends, wraps=True, margins=(16, 10, 12, 10))

    def put_aside(self, case_id: str) -> None:
        """Take the first step."""
        try:
            put_aside(self._desk.desk, case_id)
        except EletdeskError as error:
            self.problem_requested.emit(str(error))
            return
        self.toast_requested.emit(_("File put aside. Destroy it from the list at the side."), True)

    def change_terms(self) -> None:
        """Change the terms of this organisation."""
        dialog = OwnTermsDialog(self.window(), self._desk)
        dialog.kept.connect(self._terms_kept)
        dialog.open()

    def _terms_kept(self) -> None:
        self.read()
        self._tell(_("Terms saved"))

    def _tell(self, sentence: str) -> None:
        self.toast_requested.emit(sentence, False)

    def _hear(self, changes: Changes) -> None:
        if self.isVisible() and "case" in changes.subjects:
            with keeping_focus(self):
                self.bin.read()
                self.read()
        else:
            self._stale = True


class PutAsideCard(BinCard):
    """The files in the bin, with the second step in the place of erasing at once."""

    def removal_button(self, person: BinnedPerson, name: str) -> QWidget:
        """Return the button that destroys one file."""
        button = danger(_("Destroy"), partial(self.ask_to_destroy, person), sz="s")
        button.setAccessibleName(_("Destroy the file of {name}").format(name=name))
        return button

    def ask_to_destroy(self, person: BinnedPerson) -> None:
        """Ask for the initials and the place of the certificate."""
        dialog = DestroyDialog(self.window(), self._desk, person.case.case_id, person.initials)
        dialog.made.connect(self._destroyed)
        dialog.open()

    def _destroyed(self, _path: object) -> None:
        self.told.emit(_("The file is destroyed. The certificate is written."))
        self.read()
