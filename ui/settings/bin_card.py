"""The bin of cases: take one back, or erase it for good after typing the initials."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eletdesk import clock
from eletdesk.desk.cases import BinnedCase, binned_cases, restore_case
from eletdesk.domain.names import first_name_and_initial, initials
from eletdesk.domain.spoken_dates import distance_in_words
from eletdesk.errors import EletdeskError
from eletdesk.translation import _
from ui.open_desk import OpenDesk
from ui.settings.erase_dialog import EraseDialog
from ui.widgets.buttons import danger, secondary
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.labels import Label, small
from ui.widgets.layouts import Column, clear_layout

if TYPE_CHECKING:
    from sqlmodel import Session


@dataclass(frozen=True)
class BinnedPerson:
    """Who is in the bin; the name is read from the case itself, the register has forgotten it."""

    case: BinnedCase
    given_name: str
    family_name: str

    @property
    def initials(self) -> str:
        """Return what has to be typed to erase."""
        return initials(self.given_name, self.family_name)


class BinCard(Card):
    """`told(str)` after restoring or erasing."""

    told = Signal(str)
    refused = Signal(str)

    def __init__(self, desk: OpenDesk, *, short_names: bool = False) -> None:
        super().__init__(_("Bin"))
        self._desk, self._short_names = desk, short_names
        self._list = Column(gap=12)
        self.add(self._list)
        self.people: list[BinnedPerson] = []
        self._shown: list[BinnedCase] | None = None

    def read(self) -> None:
        """Read the bin again; cases are opened only when it changed."""
        cases = binned_cases(self._desk.desk)
        if cases == self._shown:
            return
        self._shown = cases
        self.people = [self._person(case) for case in cases]
        self.set_title(_("Bin"), str(len(cases)) if cases else "")
        clear_layout(self._list)
        for person in self.people:
            self._list.addWidget(self._row(person))
        if not self.people:
            empty = _("The bin is empty. A case that is thrown away stays here for 30 days.")
            self._list.addWidget(small(empty, wrap=True))

    def _person(self, case: BinnedCase) -> BinnedPerson:
        try:
            given, family = self._desk.read(case.case_id, _names)
        except EletdeskError:
            given, family = _("Case that cannot be read"), ""
        return BinnedPerson(case, given, family)

    def _row(self, person: BinnedPerson) -> QWidget:
        box = QWidget()
        column = Column(box, gap=4)
        name = f"{person.given_name} {person.family_name}".strip()
        if self._short_names:
            name = first_name_and_initial(person.given_name, person.family_name)
        column.addWidget(Label(name, role="strong", wrap=True))
        leaves = distance_in_words(person.case.leaves_at.date(), clock.today())
        column.addWidget(small(_("Erased for good {when}").format(when=leaves), wrap=True))
        buttons = Flow(gap=6)
        back = secondary(_("Take back"), partial(self._restore, person), icon_name="restore", sz="s")
        back.setAccessibleName(_("Take {name} back").format(name=name))
        buttons.add(back, self.removal_button(person, name))
        column.addWidget(buttons)
        return box

    def removal_button(self, person: BinnedPerson, name: str) -> QWidget:
        """Return the button that takes a case away for good."""
        erase = danger(_("Erase now"), partial(self.ask_to_erase, person), sz="s")
        erase.setAccessibleName(_("Erase {name} now").format(name=name))
        return erase

    def _restore(self, person: BinnedPerson) -> None:
        try:
            restore_case(self._desk.desk, person.case.case_id)
        except EletdeskError as error:
            self.refused.emit(str(error))
            return
        self.told.emit(_("{name} is back.").format(name=person.given_name))
        self.read()

    def ask_to_erase(self, person: BinnedPerson) -> None:
        """Ask for the initials before a case is gone for good."""
        dialog = EraseDialog(self.window(), self._desk, person.case.case_id, person.initials)
        dialog.erased.connect(self._erased)
        dialog.open()

    def _erased(self) -> None:
        self.told.emit(_("The case is erased."))
        self.read()


def _names(session: "Session") -> tuple[str, str]:
    from eletdesk.domain.young_person import YoungPerson  # noqa: PLC0415
    from eletdesk.queries.live_rows import live_rows  # noqa: PLC0415

    person = live_rows(session, YoungPerson)[0]
    return person.given_name, person.family_name
