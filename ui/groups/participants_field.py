"""Who took part: type a few letters, Enter adds the first one offered, Space says whether they came."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from eletdesk.domain.group_activity import Participant
from eletdesk.domain.names import comparable, first_name_and_initial
from eletdesk.domain.people_index import KnownPerson, PeopleIndex, matching_people
from eletdesk.errors import EletdeskError
from eletdesk.queries.register.index_card import IndexCard
from eletdesk.queries.register.views import index_cards
from eletdesk.translation import _, ngettext
from ui.groups.participant_row import KnownParticipant, ParticipantRow
from ui.open_desk import OpenDesk
from ui.widgets.labels import caption
from ui.widgets.layouts import Column
from ui.widgets.offer_line import OfferLine
from ui.widgets.toast import announce

_MOST = 8
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class PeopleLine(OfferLine):
    """Finds young people by their name; Enter takes the first one unless another was chosen."""

    def __init__(self) -> None:
        super().__init__(placeholder=_("Name, then Enter"))
        self._has_stepped = False
        self.textEdited.connect(self._typed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the first offer on Enter; with nothing typed Enter is left to the sheet."""
        key = event.key()
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self._has_stepped = self.is_offering()
        elif key in _ENTER and not ctrl and self.text().strip() and not self._has_stepped:
            self.stop_offering()
            self.offer_taken.emit(0)
            event.accept()
            return
        super().keyPressEvent(event)

    def _typed(self, _text: str) -> None:
        self._has_stepped = False


class ParticipantsField(QWidget):
    """The line and one row for each participant; `changed` after each choice."""

    changed = Signal()

    def __init__(self, desk: OpenDesk, *, short_names: bool = False) -> None:
        super().__init__()
        self._desk, self._short_names = desk, short_names
        self._cards = {card.case_id: card for card in desk.ask(index_cards)}
        self._index = PeopleIndex(
            KnownPerson(card.case_id, card.given_name, card.family_name) for card in self._cards.values()
        )
        self._offered: list[IndexCard] = []
        self.rows: list[ParticipantRow] = []
        self.line = PeopleLine()
        self.line.textEdited.connect(self._find)
        self.line.offer_taken.connect(self._take)
        self.setFocusProxy(self.line)
        self.told = caption("", wrap=True)
        self._list = Column(gap=2)
        column = Column(self, gap=6)
        column.addWidget(self.line)
        column.addWidget(self.told)
        column.addLayout(self._list)
        self._tell()

    def participants(self) -> list[Participant]:
        """Return everybody's part."""
        return [row.part() for row in self.rows]

    def set_participants(self, parts: Iterable[Participant]) -> None:
        """Show other participants."""
        for row in list(self.rows):
            self._remove(row)
        for part in parts:
            self._add(part)
        self._tell()

    def add(self, parts: Iterable[Participant]) -> None:
        """Add who is not in the list yet."""
        for part in parts:
            if part.case_id not in self._present():
                self._add(part)
        self._tell()

    def unfinished(self) -> bool:
        """Tell whether letters stand in the line that chose nobody."""
        return bool(self.line.text().strip())

    def _present(self) -> set[str]:
        return {row.who.case_id for row in self.rows}

    def _find(self, text: str) -> None:
        present = self._present()
        named = [*self._index.named(comparable(text)), *matching_people(text, self._index, _MOST * 3)]
        ids = dict.fromkeys(person.case_id for person in named if person.case_id not in present)
        self._offered = [self._cards[case_id] for case_id in ids][:_MOST]
        self.line.offer([f"{self._name(card)} · {card.school}".strip(" ·") for card in self._offered])
        if text.strip() and not self._offered:
            self.told.setText(_("Nobody of that name. Count people without a file below."))
        else:
            self._say()

    def _take(self, place: int) -> None:
        if place >= len(self._offered):
            announce(self.line, self.told.text())
            return
        card = self._offered[place]
        self._add(Participant(card.case_id))
        self.line.clear()
        self._offered = []
        self._tell()
        announce(self.line, _("{name} added").format(name=self._name(card)))

    def _add(self, part: Participant) -> None:
        row = ParticipantRow(self._known(part.case_id), part)
        row.dropped.connect(lambda: self._drop(row))
        row.changed.connect(self._tell)
        self.rows.append(row)
        self._list.addWidget(row)

    def _drop(self, row: ParticipantRow) -> None:
        self.line.setFocus()
        self._remove(row)
        self._tell()

    def _remove(self, row: ParticipantRow) -> None:
        self.rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _known(self, case_id: str) -> KnownParticipant:
        card = self._cards.get(case_id)
        if card is None:
            return KnownParticipant(case_id, _("Young person in the bin"))
        return KnownParticipant(case_id, self._name(card), card.school, lambda: self._family(case_id))

    def _family(self, case_id: str) -> list[tuple[str, str]]:
        from eletdesk.queries.group_parts import family_members  # noqa: PLC0415

        try:
            return self._desk.read(case_id, family_members)
        except EletdeskError:
            return []  # saving will say what is the matter with this file

    def _name(self, card: IndexCard) -> str:
        return first_name_and_initial(card.given_name, card.family_name) if self._short_names else card.name

    def _tell(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        came = sum(row.tick.is_checked() for row in self.rows)
        said = ngettext("{count} came", "{count} came", came).format(count=came)
        missed = len(self.rows) - came
        if missed:
            missing = ngettext("{count} did not come", "{count} did not come", missed)
            said = f"{said} · {missing.format(count=missed)}"
        self.told.setText(said if self.rows else _("Space: came or not. Del: take out."))
