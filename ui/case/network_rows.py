"""The network of a case: short in the card, with everything that is known in the tab."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eletdesk.domain.labels import label
from eletdesk.domain.network_member import MemberRole, NetworkMember
from eletdesk.translation import _
from ui.case.icon_row import IconRow
from ui.case.reading import CaseView
from ui.widgets.buttons import icon_button, secondary
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.empty_state import EmptyState
from ui.widgets.keeping_focus import keeping_focus
from ui.widgets.labels import small
from ui.widgets.layouts import Column

_ICONS = {
    "mother": "person",
    "father": "person",
    "guardian": "person",
    "family": "person",
    "school_contact": "school",
    "clb_counsellor": "organisation",
    "youth_help": "organisation",
    "employment_service": "internship",
    "school_godparent": "school",
    "interpreter": "language",
}
_MOST_IN_CARD = 5
_IN_CARD_BY_NAME = ("mother", "father", "guardian", "family")


def by_nearness(members: Iterable[NetworkMember]) -> list[NetworkMember]:
    """Return family first, then school, CLB and others."""
    order = list(MemberRole)
    return sorted(members, key=lambda member: (order.index(MemberRole(member.role)), member.name))


def say_who(member: NetworkMember) -> str:
    """Return name and what they are: Fatma Verlinden, mama; An Declercq, CLB De Brug."""
    is_family = member.role in _IN_CARD_BY_NAME
    what = label("role", member.role).lower() if is_family or not member.organisation else member.organisation
    return f"{member.name}, {what}"


def say_reach(member: NetworkMember) -> str:
    """Return how to reach somebody: 0470 12 34 56 · na 16 u."""
    return " · ".join(part for part in (member.phone or member.email, member.reach_note) if part)


class NetworkCard(Card):
    """The network beside the timeline."""

    add_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Network"), parent=parent)
        self.add_action(icon_button("add", _("Add somebody to the network"), self.add_asked.emit, sz="s"))

    def show_case(self, view: CaseView) -> None:
        """Show the people around the young person."""
        self.clear()
        members = by_nearness(view.overview.sides.members)
        for member in members[:_MOST_IN_CARD]:
            second = say_reach(member) or (label("role", member.role) if member.organisation else "")
            self.add(IconRow(_ICONS.get(member.role, "person"), say_who(member), second))
        if not members:
            self.add(small(_("Nobody yet. Who may you call?"), wrap=True))
        if len(members) > _MOST_IN_CARD:
            self.add(small(_("{count} more under Contacts").format(count=len(members) - _MOST_IN_CARD)))


class NetworkTab(QWidget):
    """Everybody around the young person, with a button to log a contact and one to change."""

    edit_asked = Signal(str)
    contact_asked = Signal(str)
    erase_asked = Signal(str)

    def __init__(self, add_member: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = Column(self, gap=12)
        self._add = add_member
        self.card = Card(_("Network"))
        self.card.add_action(secondary(_("Add somebody"), add_member, icon_name="add", sz="s"))
        column.addWidget(self.card)
        column.addStretch(1)

    def show_case(self, view: CaseView) -> None:
        """Show the network of a case."""
        with keeping_focus(self):
            self._show(view)

    def _show(self, view: CaseView) -> None:
        self.card.clear()
        for member in by_nearness(view.overview.sides.members):
            self.card.add_row(self._row(member))
        if not view.overview.sides.members:
            hint = _("Parents, school, CLB: add who is around this young person.")
            self.card.add_row(EmptyState(_("Nobody in the network yet"), hint, icon_name="network"))

    def _row(self, member: NetworkMember) -> QWidget:
        reach = " · ".join(part for part in (member.phone, member.email, member.reach_note) if part)
        role = label("role", member.role)
        about = " · ".join(part for part in (role, member.organisation, member.language) if part)
        chips = []
        if member.has_authority:
            chips.append(Chip(_("parental authority"), tone="info", icon_name="person"))
        if member.is_confidant:
            chips.append(Chip(_("confidant"), tone="accent", icon_name="aftercare"))
        if member.is_bound_by_secrecy:
            chips.append(Chip(_("professional secrecy"), tone="ok", icon_name="lock"))
        one = member.id
        name = member.name.replace("&", "&&")
        ends = [
            icon_button(
                "call",
                _("Record a contact with {name}").format(name=name),
                lambda: self.contact_asked.emit(one),
            ),
            icon_button("write", _("Change {name}").format(name=name), lambda: self.edit_asked.emit(one)),
            icon_button(
                "erase", _("Move {name} to the bin").format(name=name), lambda: self.erase_asked.emit(one)
            ),
        ]
        icon = _ICONS.get(member.role, "person")
        second = "\n".join(part for part in (about, reach) if part)
        return IconRow(
            icon, member.name, second, ends=ends, chips=chips, wraps=True, margins=(16, 10, 12, 10)
        )
