"""One young person in an activity: came or not, who of the family came along, and a way out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from eletdesk.domain.group_activity import Participant
from eletdesk.translation import _
from ui.widgets.buttons import icon_button
from ui.widgets.check_row import CheckBox, CheckRow
from ui.widgets.flow import Flow
from ui.widgets.labels import small
from ui.widgets.layouts import Column, Row


@dataclass(frozen=True)
class KnownParticipant:
    """What a row shows of somebody: the name, the school, and how to read id and name of the family."""

    case_id: str
    name: str
    school: str = ""
    family: Callable[[], Sequence[tuple[str, str]]] = tuple


class ParticipantRow(QWidget):
    """Tick: came. `dropped` on the cross or Del."""

    dropped = Signal()
    changed = Signal()

    def __init__(self, who: KnownParticipant, part: Participant) -> None:
        super().__init__()
        self.who = who
        self.state = small()
        self.tick = CheckRow(who.name, who.school, checked=part.has_attended)
        self.tick.box.setAccessibleName(_("{name} came").format(name=who.name))
        self.tick.toggled.connect(self._show_state)
        self.setFocusProxy(self.tick.box)
        row = Row(gap=10)
        row.addWidget(self.tick, 1)
        row.addWidget(self.state)
        along = _("Who came along with {name}?").format(name=who.name)
        self.along = icon_button("network", along, self.ask_family, sz="s")
        row.addWidget(self.along)
        out = _("Take {name} out").format(name=who.name)
        row.addWidget(icon_button("close", out, self.dropped.emit, sz="s"))
        self._column = Column(self, gap=2)
        self._column.addLayout(row)
        self._family: dict[str, CheckBox] = {}
        self._others = part.member_ids
        if part.member_ids:
            self._show_family()
        self._show_state()

    def ask_family(self) -> None:
        """Show the family, to say who came along; read only now, because that opens the file."""
        if self.along.isEnabled():
            self._show_family()
        first = next(iter(self._family.values()), self.tick.box)
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_family(self) -> None:
        family = self.who.family()
        came_along = Flow(gap=12)
        came_along.add(
            small(_("Came along:") if family else _("Nobody of the family is in the network yet."))
        )
        for member_id, name in family:
            box = self._family[member_id] = _member(name)
            box.setChecked(member_id in self._others)
            box.toggled.connect(lambda _on: self.changed.emit())
            came_along.add(box)
        self._others = tuple(each for each in self._others if each not in self._family)
        inset = Row(margins=(36, 0, 0, 2))
        inset.addWidget(came_along, 1)
        self._column.addLayout(inset)
        self.along.setEnabled(False)
        self.changed.emit()

    def part(self) -> Participant:
        """Return the part as it stands now; who came along but is no family stays."""
        chosen = tuple(member_id for member_id, box in self._family.items() if box.isChecked())
        return Participant(self.who.case_id, self.tick.is_checked(), (*chosen, *self._others))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take somebody out on Del."""
        if event.key() == Qt.Key.Key_Delete:
            self.dropped.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    def _show_state(self) -> None:
        self.state.setText(_("came") if self.tick.is_checked() else _("did not come"))
        self.changed.emit()


def _member(name: str) -> CheckBox:
    # A name is no shortcut: its & is doubled.
    box = CheckBox(name.replace("&", "&&"))
    box.setAccessibleName(_("{name} came along").format(name=name))
    return box
